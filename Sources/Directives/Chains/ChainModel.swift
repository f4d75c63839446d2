package import Federation

/// Everything that was done with a notice, in time.
package struct ChainModel: Sendable {
    package var notice: NoticeLine
    package var path: String
    package var csvPath: String
    package var filter: ChainFilter
    package var rows: [Row]
    /// The next page, where there is more.
    package var morePath: String?
    /// True on a later page.
    package var goesOn = false
    /// Whether units below are in it, or only the reader's own.
    package var reachesBelow: Bool

    package struct Row: Sendable {
        package var at: Moment
        package var isDayOnly: Bool
        package var unit: String
        package var level: UnitLevel?
        package var person: String?
        package var post: Sentence?
        package var act: Sentence
        /// How it is known: by telephone, recorded by another unit, written down later.
        package var known: Sentence?
        /// Words of a person or of the paper.
        package var text: String?
        package var path: String?
    }
}
