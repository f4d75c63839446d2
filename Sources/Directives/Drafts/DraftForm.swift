import Federation
import Web

/// The fields of a draft's form, before anything is kept.
///
/// Field names: `base` (the version it was based on), `title`, `opening`, `clauses` (a line each), `closing`, `carry` (ids of
/// notices, in order), and those of the addressees (`AddresseesModel`).
package struct DraftForm: Sendable, Hashable {
    package var base: Int
    package var content: DraftContent

    package init(base: Int, content: DraftContent) {
        self.base = base
        self.content = content
    }

    init(_ form: FormFields) {
        func paragraph(_ name: String) -> String {
            (form.first(name) ?? "").split(whereSeparator: \.isNewline).map(\.trimmed).joined()
        }
        base = form.first("base").flatMap { Int($0) } ?? 0
        var carried: [NoticeID] = []
        for id in form.all("carry").compactMap({ NoticeID($0) }) where !carried.contains(id) { carried.append(id) }
        content = DraftContent(
            title: paragraph("title"), opening: paragraph("opening"),
            clauses: (form.first("clauses") ?? "").split(whereSeparator: \.isNewline).map(\.trimmed)
                .filter { !$0.isEmpty },
            closing: paragraph("closing"), addressees: AddresseesForm(form), carried: carried)
    }
}

/// What is chosen at sign-off, as it was typed.
///
/// Field names: `version`, `number` (a `Choice`), `number_reserved`, `number_text`, `leader` and `said` (word by telephone).
package struct SignOffForm: Sendable, Hashable {
    package enum Choice: String, Sendable, CaseIterable {
        case next, reserved, hand, none
    }

    package var version = 0
    package var number: Choice?
    package var reserved = ""
    package var text = ""
    package var leader = ""
    package var said = ""

    package init(number: Choice) { self.number = number }

    init(_ form: FormFields) {
        version = form.first("version").flatMap { Int($0) } ?? 0
        number = form.first("number").flatMap(Choice.init)
        reserved = form.first("number_reserved") ?? ""
        text = (form.first("number_text") ?? "").trimmed
        leader = form.first("leader") ?? ""
        said = (form.first("said") ?? "").trimmed
    }

    /// - Throws: `DraftRefusal` at the field.
    func readNumber() throws(DraftRefusal) -> DraftNumber {
        switch number {
        case .next: return .next
        case .none?: return .none
        case .reserved:
            guard let number = DocumentNumber(reserved) else { throw .numberUnreadable }
            return .reserved(number)
        case .hand:
            guard let number = DocumentNumber(text) else { throw .numberUnreadable }
            return .byHand(number)
        case nil: throw .numberUnchosen
        }
    }

    /// Word by telephone, where it is recorded.
    func readTelephone(now: Moment) throws -> HandlingTelephone? {
        guard !leader.isEmpty || !said.isEmpty else { return nil }
        guard let post = PostID(leader) else { throw DraftRefusal.leaderMissing }
        return HandlingTelephone(leader: post, at: try HandlingRules.said(said, now: now))
    }
}
