package import Federation

/// What a search found among the notices that a unit may see.
package struct SearchModel: Sendable {
    package var path: String
    package var query: SearchQuery
    package var errors: [AddresseesModel.FieldError] = []
    package var rows: [Row] = []
    /// The next page, where there is more.
    package var morePath: String?
    /// True on a later page.
    package var goesOn = false

    package struct Row: Sendable {
        package var path: String
        package var title: SearchExcerpt
        package var number: SearchExcerpt?
        package var issuer: SearchExcerpt
        package var grade: Grade?
        /// ISO.
        package var datedOn: String?
        package var text: SearchExcerpt
        /// It no longer holds, or what it carries does not.
        package var ended: Sentence?
    }
}
