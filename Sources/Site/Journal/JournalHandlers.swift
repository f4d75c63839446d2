import Directives
import Federation
import Storage
import Web

enum JournalRoutes {
    static let seals = Route<NoParameter>.get("/seals", .verb(.journalRead))

    static func endpoints() -> [Endpoint] {
        [Endpoint(FrameRoutes.journal, JournalHandlers.page), Endpoint(seals, JournalHandlers.seals)]
    }
}

enum JournalHandlers {
    private static let rowsMax = 50

    static func page(_ visit: Visit) async throws -> Reply {
        let own = try visit.ownUnit()
        let unit = visit.query.first("unit").flatMap { UnitID($0) } ?? own
        let last = after(visit.query.first("after"))
        let (language, base) = (visit.language, unit == own ? [] : [("unit", "\(unit)")])
        let model = try await visit.reading(.journalRead, { db in (try UnitStore.require(unit, in: db), unit: unit) }) {
            found, db in
            let entries = try JournalStore.entries(at: unit, before: last, limit: rowsMax + 1, in: db)
            let shown = entries.prefix(rowsMax)
            let rows = try shown.map {
                try row($0.entry, seal: $0.seal, unitName: found.shownName(language), language, in: db)
            }
            let older =
                entries.count > rowsMax
                ? shown.last.map { last in
                    FrameRoutes.journal.path(base + [("after", "\(last.entry.moment.microseconds)-\(last.entry.id)")])
                } : nil
            return JournalModel(
                unitName: found.shownName(language), rows: rows, olderPath: older,
                newestPath: last == nil ? nil : FrameRoutes.journal.path(base), sealsPath: JournalRoutes.seals.path(),
                lastSeal: try SealStore.last(in: db).map(SealShown.init), unsealed: try SealStore.countUnsealed(in: db))
        }
        return .page(JournalPages.page(model, in: try await visit.frame()))
    }

    /// `moment-id` of the last act shown.
    private static func after(_ text: String?) -> (moment: Moment, id: ActID)? {
        let parts = (text ?? "").split(separator: "-")
        guard parts.count == 2, let microseconds = Int64(parts[0]), let id = ActID(String(parts[1])) else { return nil }
        return (Moment(microseconds: microseconds), id)
    }

    private static func row(
        _ entry: JournalEntry, seal: Int64?, unitName: String, _ language: Language, in db: any Transaction
    ) throws -> JournalRowShown {
        JournalRowShown(
            id: "\(entry.id)", moment: entry.moment, actor: try actor(of: entry, language, in: db), unitName: unitName,
            verb: entry.verb, subjectKind: entry.subject.kind, subjectID: "\(ActID(entry.subject.id))",
            subjectName: try name(of: entry.subject, language, in: db),
            detail: entry.detail.pairs.map { JournalRowShown.Detail(name: $0.name, value: $0.value) }, seal: seal)
    }

    private static func actor(
        of entry: JournalEntry, _ language: Language, in db: any Transaction
    ) throws -> JournalRowShown.Actor {
        guard let person = entry.person else {
            return entry.verb == Verb.invitationAccept.rawValue ? .newcomer : .muster
        }
        return .person(
            name: try PersonStore.names([person], language, in: db)[person] ?? "",
            post: try entry.post.flatMap { try PersonStore.find(post: $0, in: db)?.shownTitle[language] },
            substitutes: try entry.substitutes.flatMap { try HeldPost.words($0, language, in: db) })
    }

    private static func name(
        of subject: Subject, _ language: Language, in db: any Transaction
    ) throws -> String? {
        switch subject.kind {
        case "unit": try UnitStore.find(UnitID(subject.id), in: db)?.shownName(language)
        case "notice": try NoticeStore.find(NoticeID(subject.id), in: db)?.title
        case "dispatch":
            try DispatchStore.find(DispatchID(subject.id), in: db).flatMap {
                try NoticeStore.find($0.notice, in: db)?.title
            }
        default: nil
        }
    }

    static func seals(_ visit: Visit) async throws -> Reply {
        let own = try visit.ownUnit()
        let before = visit.query.first("before").flatMap { Int64($0) }
        let model = try await visit.read(.journalRead, at: own) { db in
            let found = try SealStore.seals(before: before, limit: rowsMax + 1, in: db)
            let rows = found.prefix(rowsMax).map(SealShown.init)
            return SealsModel(
                rows: rows, unsealed: try SealStore.countUnsealed(in: db),
                olderPath: found.count > rowsMax
                    ? rows.last.map { JournalRoutes.seals.path([("before", "\($0.number)")]) } : nil,
                newestPath: before == nil ? nil : JournalRoutes.seals.path(), journalPath: FrameRoutes.journal.path())
        }
        return .page(JournalPages.seals(model, in: try await visit.frame()))
    }
}

extension SealShown {
    init(_ seal: Seal) {
        self.init(
            number: seal.number, entries: seal.entries, root: Hex.text(seal.root), digest: Hex.text(seal.digest),
            keyID: seal.keyID, moment: seal.moment)
    }
}
