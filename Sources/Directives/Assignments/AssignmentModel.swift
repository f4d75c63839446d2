package import Federation
import Web

/// What one unit did about one obligation.
package struct AssignmentModel: Sendable {
    package var obligation: ObligationLine
    package var unit: String
    package var unitPath: String
    package var standing: Standing
    /// The day on which the unit came under the rule, where that is later than the allocation.
    package var boundSince: String?
    package var facts: [Fact]
    /// What shows it already.
    package var evidence: [Evidence] = []
    /// To owe it again: by the level above, or by the unit itself. Nil where nothing is settled.
    package var giveBack: GiveBack?

    package enum Standing: Sendable {
        case notBound
        /// The notice has not arrived there.
        case notReached
        case owed(Assignment.State, isReturned: Bool, since: Moment?)
    }

    package struct Fact: Sendable {
        package var kind: AssignmentFact.Kind
        package var at: Moment
        package var person: String
        package var unit: String?
        package var text: String?
        package var figure: Int?
        package var outOf: Int?
        package var isConveyance: Bool
        /// Where the file is that was sent with it.
        package var filePath: String?
    }

    package struct GiveBack: Sendable {
        package var path: String
        package var act: ActID
        package var reason = ""
        package var errors: [String: Sentence] = [:]
        /// The unit itself takes it back.
        package var isOwn = false
    }
}

/// An obligation as pages about it begin: the sentence, where it stands, and the way there.
package struct ObligationLine: Sendable {
    package var path: String
    package var notice: NoticeLine
    package var quote: String
    package var clause: String?
    /// The words before and after it in its paragraph.
    package var before: String
    package var after: String

    /// The notice's own page, at these words.
    package var placePath: String { notice.path(at: quote) }

    package init(_ obligation: Obligation, in notice: Notice) {
        path = SupervisionRoutes.obligation.path(obligation.id)
        self.notice = NoticeLine(notice.head)
        (quote, clause) = (obligation.quote, obligation.clause)
        let scalars = Array(notice.text.unicodeScalars)
        let start = min(obligation.ranges.first?.start ?? 0, scalars.count)
        let end = max(start, min(obligation.ranges.last?.end ?? start, scalars.count))
        let isBreak = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace && Character(scalar).isNewline }
        before =
            String(String.UnicodeScalarView(scalars[..<start].reversed().prefix { !isBreak($0) }.reversed()))
            .trimmed
        after = String(String.UnicodeScalarView(scalars[end...].prefix { !isBreak($0) })).trimmed
    }
}

extension NoticeLine {
    /// Browsers scroll to the words behind `#:~:text=` and mark them; others open the page at its top.
    func path(at words: String) -> String {
        let first = words.split { $0.isWhitespace || $0 == "…" }.first.map { String($0.prefix(16)) } ?? ""
        return first.isEmpty ? path : "\(path)#:~:text=\(QueryString.encoded(first))"
    }
}
