package import Federation

/// The named lines of a unit, as a part of the addressees page; its buttons send that page's form.
package struct SavedLinesModel: Sendable {
    package struct One: Sendable {
        package var name: String
        package var line: String
        /// The addressees page with this line in it.
        package var usePath: String
        package var removePath: String
        package var id: SavedLineID
    }

    /// Nil where this actor may not keep lines, or the page is not one notice's.
    package var savePath: String?
    package var lines: [One] = []
    package var notice: NoticeID?
    /// What is typed as a name, where it could not be taken.
    package var name = ""
    package var error: Sentence?
    /// What was just done.
    package var note: Sentence?
}
