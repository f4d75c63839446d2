package import Federation

/// What one unit owes of a notice and of all it carries, and what it has settled.
package struct DutiesModel: Sendable {
    package var notice: NoticeLine
    package var duties: [Duty]
    package var settled: [Settled]
    /// Quotations that are only to be read.
    package var guidance: [String]
    /// Nil where this post may not settle, or nothing is owed.
    package var form: Form?
    package var refusal: RefusalForm?
    package var undo: Undo?
    package var owners: OwnersModel?
    package var now: Moment

    package struct Duty: Sendable {
        package var id: ObligationID
        package var quote: String
        package var clause: String?
        /// Of the notice it stands in, where that is another than the page's.
        package var source: String?
        package var role: ObligationRole
        package var condition: String?
        package var proof: ObligationProof
        /// What can be ticked one by one.
        package var items: [String]
        /// What was said last while it was under way.
        package var said: String?
        /// How many of them were ticked before.
        package var ticked: Int?
        package var dueAt: Moment?
        package var dateSetBy: String?
        /// Why the level above gave it back.
        package var returned: String?
        /// What levels have added beside a date, in their words.
        package var added: [AdditionLine] = []
        package var path: String

        /// The words want one, or a unit above does.
        package var wantsFile: Bool { proof == .file || added.contains { $0.kind == .evidence } }
    }

    package struct Settled: Sendable {
        package var quote: String
        package var state: Assignment.State
        package var text: String?
        package var figure: Int?
        package var outOf: Int?
        package var at: Moment
        package var path: String
    }

    package struct Form: Sendable {
        package var path: String
        package var act: ActID
        package var text: String
        /// What is ticked as the page opens: all that a sentence settles.
        package var done: Set<ObligationID>
        package var figures: [ObligationID: String] = [:]
        package var ticks: [ObligationID: Set<Int>] = [:]
        package var errors: [String: Sentence] = [:]
    }

    package struct RefusalForm: Sendable {
        package var path: String
        package var act: ActID
        package var chosen: String?
        package var how = "declined"
        package var reason = ""
        package var errors: [String: Sentence] = [:]
    }

    package struct Undo: Sendable {
        package var path: String
        package var act: ActID
        package var count: Int
    }
}
