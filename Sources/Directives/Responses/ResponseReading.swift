import Federation
import Storage
import Web

enum ResponseReading {
    private static let (linesMax, noticesMax, choicesMax) = (100, 30, 40)

    static func list(
        at own: UnitID, _ actor: Actor, _ language: Language, now: Moment, act: ActID, in db: any Transaction
    ) throws -> ResponseListModel {
        let units = try line(of: own, in: db)
        let names = try UnitStore.find(units, in: db)
        return ResponseListModel(
            lines: try ResponseStore.responses(by: units, limit: linesMax, in: db).map {
                shown($0, names[$0.unit]?.shownName(language) ?? "")
            },
            open: try Access.allows(.responseOpen, for: actor, at: own, in: db)
                ? .init(path: ResponseRoutes.open.path(), act: act) : nil, now: now)
    }

    /// - Throws: "not found" for the responses of others than this unit and those above it.
    static func require(_ id: ResponseID, at own: UnitID, in db: any Transaction) throws -> Response {
        guard let response = try ResponseStore.find(id, in: db), try line(of: own, in: db).contains(response.unit)
        else { throw AccessRefusal.notFound }
        return response
    }

    static func model(
        _ id: ResponseID, at own: UnitID, _ actor: Actor, _ language: Language, now: Moment, acts: [ActID],
        in db: any Transaction
    ) throws -> ResponseModel {
        let response = try require(id, at: own, in: db)
        let facts = try ResponseStore.facts(of: id, in: db)
        let names = try PersonStore.names(Array(Set(facts.map(\.person))), language, in: db)
        var model = ResponseModel(
            line: shown(response, try UnitStore.require(response.unit, in: db).shownName(language)),
            listPath: ResponseRoutes.list.path(), facts: facts.map { ($0, names[$0.person] ?? "") }, notices: [],
            branches: [], total: PictureFigures(), choices: [])
        var places: [String: Int] = [:]
        for notice in try ResponseStore.notices(of: id, limit: noticesMax, in: db) {
            guard let picture = try picture(of: notice, at: own, language, now: now, in: db) else { continue }
            model.notices.append((picture.notice, picture.total, PictureRoutes.show.path(notice)))
            model.total = model.total + picture.total
            for row in picture.rows {
                if let place = places[row.name] {
                    model.branches[place].figures = model.branches[place].figures + row.figures
                } else {
                    places[row.name] = model.branches.count
                    model.branches.append((row.name, row.figures))
                }
            }
        }
        guard response.closedAt == nil else { return model }
        if response.unit == own, try Access.allows(.responseOpen, for: actor, at: own, in: db) {
            model.level = .init(path: ResponseRoutes.level.path(id), act: acts[0])
            model.close = .init(path: ResponseRoutes.close.path(id), act: acts[1])
        }
        if try Access.allows(.responseAttach, for: actor, at: own, in: db) {
            let open = try ResponseStore.unattached(at: own, limit: choicesMax, in: db)
            model.choices = try open.compactMap { id in
                try NoticeStore.find(id, in: db).map { ("\(id)", $0.title) }
            }
            if !model.choices.isEmpty {
                model.attach = .init(path: ResponseRoutes.attach.path(id), act: acts[2])
            }
        }
        return model
    }

    /// Nil for what is not this unit's.
    private static func picture(
        of notice: NoticeID, at own: UnitID, _ language: Language, now: Moment, in db: any Transaction
    ) throws -> PictureModel? {
        do {
            return try PictureReading.model(of: notice, branch: nil, for: own, language, now: now, in: db)
        } catch is AccessRefusal {
            return nil
        }
    }

    /// What stands over everything that depends on a notice of a response: its level, and what it was before.
    static func banners(of notice: NoticeID, in db: any Transaction) throws -> [NoticeBanner] {
        guard let response = try ResponseStore.response(of: notice, in: db),
            let last = try ResponseStore.facts(of: response.id, in: db).last, last.kind != .opened
        else { return [] }
        return [
            NoticeBanner(
                isEnd: false, head: ResponseWords.banner(response.name), text: ResponseWords.changed(last),
                link: .init(name: ResponseWords.link, path: ResponseRoutes.show.path(response.id)))
        ]
    }

    /// A unit and those above it.
    private static func line(of own: UnitID, in db: any Transaction) throws -> [UnitID] {
        let unit = try UnitStore.require(own, in: db)
        return try UnitStore.ancestors(of: unit.path, in: db).map(\.id) + [own]
    }

    private static func shown(_ response: Response, _ unit: String) -> ResponseListModel.Line {
        ResponseListModel.Line(
            name: response.name, path: ResponseRoutes.show.path(response.id), unit: unit, level: response.level,
            openedAt: response.openedAt, closedAt: response.closedAt)
    }
}
