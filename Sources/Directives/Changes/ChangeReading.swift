import Federation
import Storage
import Web

/// Gathers what the pages of a change show, and what a notice's own pages say of it.
enum ChangeReading {
    /// How many units are listed by name; beyond that they are counted.
    private static let rowsMax = 500
    private static let replacementsMax = 100

    static func form(
        of id: NoticeID, _ form: ChangeForm, at unit: UnitID, act: ActID, in db: any Transaction
    ) throws -> ChangeFormModel {
        let notice = try NoticeStore.require(id, for: unit, in: db)
        try ChangeRules.requireIssuer(notice, unit, in: db)
        if let end = try ChangeStore.end(of: id, in: db) { throw ChangeRefusal.ended(end.kind) }
        return ChangeFormModel(
            notice: NoticeLine(notice), path: ChangeRoutes.create.path(id), act: act, form: form,
            holders: try ChangeStore.holders(of: id, besides: unit, in: db).count,
            replacements: try ChangeStore.replacements(for: id, of: unit, limit: replacementsMax, in: db)
                .map { .init(id: $0.id, title: $0.title, number: $0.number) })
    }

    static func model(
        of id: ChangeID, at unit: UnitID, _ actor: Actor, name: String, _ language: Language, act: ActID,
        in db: any Transaction
    ) throws -> ChangeModel {
        let change = try ChangeStore.require(id, for: unit, in: db).change
        let notice = try NoticeStore.require(change.notice, for: unit, in: db)
        let notes = try ChangeStore.notes(of: id, in: db)
        let told = try DueStore.owing(.noticeAcknowledge, about: id.raw, in: db)
        let people = try names(of: notes.map(\.person) + [change.person], language, in: db)
        var model = ChangeModel(
            notice: NoticeLine(notice), kind: change.kind, reason: change.reason, text: change.text,
            replacement: try replacement(change, for: unit, in: db),
            unit: try UnitStore.find(change.unit, in: db)?.shownName(language) ?? notice.issuerName,
            person: people[change.person] ?? "", post: try HeldPost.trace(change.post, in: db), at: change.moment,
            own: .notTold)
        if let own = notes.first(where: { $0.unit == unit }) {
            model.own = .noted(person: people[own.person] ?? "", at: own.moment)
        } else if told.contains(unit) {
            let may = try Access.allows(.noticeAcknowledge, for: actor, at: unit, in: db)
            model.own =
                may ? .open(path: ChangeRoutes.acknowledge.path(id), act: act, person: name) : .openForAnother
        }
        if change.unit == unit { model.told = try self.told(told, notes, people, language, in: db) }
        return model
    }

    private static func told(
        _ told: [UnitID], _ notes: [ChangeNote], _ people: [PersonID: String], _ language: Language,
        in db: any Transaction
    ) throws -> ChangeModel.Told {
        let noted = Dictionary(notes.map { ($0.unit, $0) }, uniquingKeysWith: { first, _ in first })
        let shown = (told.filter { noted[$0] == nil } + notes.map(\.unit)).prefix(rowsMax)
        let units = try UnitStore.find(Array(shown), in: db)
        return ChangeModel.Told(
            count: told.count, noted: notes.count,
            rows: shown.map { unit in
                ChangeModel.Told.Row(
                    unit: units[unit]?.shownName(language) ?? "",
                    noted: noted[unit].map { (people[$0.person] ?? "", $0.moment) })
            })
    }

    private static func names(
        of people: [PersonID], _ language: Language, in db: any Transaction
    ) throws -> [PersonID: String] {
        try Array(Set(people)).boundLists.reduce(into: [:]) { names, some in
            names.merge(try PersonStore.names(some, language, in: db)) { first, _ in first }
        }
    }

    private static func replacement(
        _ change: Change, for unit: UnitID, in db: any Transaction
    ) throws -> ChangeModel.Replacement? {
        guard let id = change.replacement, let notice = try NoticeStore.find(id, in: db) else { return nil }
        let isHere = try NoticeStore.isVisible(id, to: unit, in: db)
        return ChangeModel.Replacement(title: notice.title, path: isHere ? NoticeRoutes.show.path(id) : nil)
    }

    // MARK: On the notice's own pages

    /// What became of a notice and of all it carries, for everyone who holds it.
    static func banners(of notice: NoticeID, in db: any Transaction) throws -> [NoticeBanner] {
        let changes = try ChangeStore.changes(within: notice, in: db)
        guard !changes.isEmpty else { return [] }
        let units = try UnitStore.find(Array(Set(changes.map(\.change.unit))), in: db)
        return try changes.map { found in
            let change = found.change
            let other = try change.replacement.flatMap { try NoticeStore.find($0, in: db)?.title }
            let unit = units[change.unit]
            return NoticeBanner(
                isEnd: change.kind.isEnd,
                head: change.notice == notice
                    ? ChangeWords.state(change.kind) : ChangeWords.inside(found.title, change.kind),
                text: ChangeWords.told(
                    by: Sentence(zh: unit?.shownName(.chinese) ?? "", en: unit?.shownName(.english) ?? ""),
                    at: Sentence(
                        zh: TimeWords.short(change.moment, .chinese), en: TimeWords.short(change.moment, .english)),
                    change, by: other),
                link: NoticeLink(name: ChangeWords.what, path: ChangeRoutes.show.path(change.id)))
        }
    }

    /// What a list says of those that no longer hold, or that carry one which does not.
    static func ends(within notices: [NoticeID], in db: any Transaction) throws -> [NoticeID: Sentence] {
        let ends = try ChangeStore.ends(within: notices, in: db)
        return Dictionary(
            uniqueKeysWithValues: ends.map { notice, end in
                (notice, end.change.notice == notice ? ChangeWords.state(end.change.kind) : ChangeWords.carriesEnded)
            })
    }

    /// The way to change a notice, for whose it is; and what it was put in the place of.
    static func links(
        of notice: NoticeHead, at unit: UnitID, _ actor: Actor, in db: any Transaction
    ) throws -> [NoticeLink] {
        var links = try ChangeStore.replaced(by: notice.id, in: db).map { found in
            NoticeLink(name: ChangeWords.replaces(found.title), path: ChangeRoutes.show.path(found.change.id))
        }
        if notice.issuer == unit, try Access.allows(.noticeChange, for: actor, at: unit, in: db),
            try ChangeStore.end(of: notice.id, in: db) == nil
        {
            links.append(NoticeLink(name: ChangeWords.change, path: ChangeRoutes.new.path(notice.id)))
        }
        return links
    }
}
