package import Federation

/// One change of one notice, as a unit sees it.
package struct ChangeModel: Sendable {
    package var notice: NoticeLine
    package var kind: Change.Kind
    package var reason: String
    package var text: String?
    package var replacement: Replacement?
    package var unit: String
    package var person: String
    package var post: Sentence?
    package var at: Moment
    package var own: Own
    /// Who was told and who has noted it; nil for whoever did not make the change.
    package var told: Told?

    package struct Replacement: Sendable {
        package var title: String
        /// Nil where it has not come to this unit.
        package var path: String?
    }

    /// Where the reader's own unit stands.
    package enum Own: Sendable {
        case open(path: String, act: ActID, person: String)
        case openForAnother
        case noted(person: String, at: Moment)
        /// It was never told: it made the change, or had the notice later.
        case notTold
    }

    package struct Told: Sendable {
        package var count: Int
        package var noted: Int
        /// Those who have not noted it first; at most `rowsMax`.
        package var rows: [Row]

        package struct Row: Sendable {
            package var unit: String
            package var noted: (person: String, at: Moment)?
        }
    }
}

/// The form by which a notice is changed.
///
/// Field names: `kind`, `replacement`, `text`, `reason`.
package struct ChangeFormModel: Sendable {
    package var notice: NoticeLine
    package var path: String
    package var act: ActID
    package var form: ChangeForm
    package var errors: [AddresseesModel.FieldError] = []
    /// How many other units have the notice.
    package var holders: Int
    package var replacements: [Replacement] = []

    package struct Replacement: Sendable {
        package var id: NoticeID
        package var title: String
        package var number: String?
    }
}
