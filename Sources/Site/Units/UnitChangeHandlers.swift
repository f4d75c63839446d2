import Federation
import Storage
import Web

/// Moving, merging and closing units, and their second lines: a form each, made in one act each.
enum UnitChangeHandlers {
    typealias Change = UnitChangeModel.Change

    static func form(_ visit: Visit, _ id: UnitID, _ change: Change) async throws -> Reply {
        try await page(visit, id, change, parent: "", day: visit.today, line: .territorial, status: 200)
    }

    static func make(_ visit: Visit, _ id: UnitID, _ change: Change) async throws -> Reply {
        let (act, parent) = (visit.actID(), (visit.form.first("parent") ?? "").trimmed)
        let day = (visit.form.first("day") ?? visit.today).trimmed
        let line = visit.form.first("line").flatMap(UnitLine.init(rawValue:)) ?? .territorial
        do {
            try await make(visit, id, change, parent: parent, day: day, line: line, act: act)
            return visit.done(act, FrameRoutes.unit.path(id))
        } catch let refusal as any Refusal where refusal.manner == .invalid || refusal.manner == .conflict {
            return try await page(
                visit, id, change, parent: parent, day: day, line: line, refusal: refusal, status: refusal.manner.status
            )
        }
    }

    private static func make(
        _ visit: Visit, _ id: UnitID, _ change: Change, parent: String, day: String, line: UnitLine, act: ActID
    ) async throws {
        let actor = visit.actor
        let _: UnitID = try await visit.federation.act(verb(change), as: actor, at: id, id: act) { act in
            var detail: JournalDetail = [:]
            switch change {
            case .close: _ = try UnitTree.close(id, on: day, in: act)
            case .endSecondLine: _ = try UnitTree.endSecondLine(of: id, on: day, in: act)
            case .move, .merge, .secondLine:
                guard let other = try UnitStore.find(code: parent, in: act.db), other.isWorking else {
                    throw UnitRefusal.parentUnknown
                }
                // Whoever moves a unit must reach the place it goes to as well as the place it leaves.
                try Access.require(act.verb, for: actor, at: other.id, in: act.db)
                detail = ["to": "\(other.id)"]
                let place = UnitPlace(under: other.id, on: line)
                switch change {
                case .move: _ = try UnitTree.move(id, to: place, on: day, in: act)
                case .secondLine: _ = try UnitTree.setSecondLine(of: id, to: place, on: day, in: act)
                default: _ = try UnitTree.merge(id, into: other.id, on: day, in: act)
                }
            }
            return try act.record(on: Subject("unit", id), id, detail: detail)
        }
    }

    private static func verb(_ change: Change) -> Verb {
        switch change {
        case .move, .secondLine, .endSecondLine: .unitMove
        case .merge: .unitMerge
        case .close: .unitClose
        }
    }

    private static func path(_ change: Change, _ id: UnitID) -> String {
        switch change {
        case .move: UnitRoutes.move.path(id)
        case .merge: UnitRoutes.merge.path(id)
        case .close: UnitRoutes.close.path(id)
        case .secondLine, .endSecondLine: UnitRoutes.secondLine.path(id)
        }
    }

    private static func page(
        _ visit: Visit, _ id: UnitID, _ change: Change, parent: String, day: String, line: UnitLine,
        refusal: (any Refusal)? = nil, status: Int
    ) async throws -> Reply {
        let (language, target) = (visit.language, FormTarget(path: path(change, id), act: visit.federation.newActID()))
        var model = try await visit.read(verb(change), at: id) { db in
            let unit = try UnitStore.require(id, in: db)
            return UnitChangeModel(
                change: change, unit: UnitReading.named(unit, language), code: unit.code,
                ancestors: try UnitReading.ancestors(of: unit, language, in: db),
                lines: try UnitReading.lines(of: unit, language, in: db),
                children: try UnitStore.countChildren(of: unit, in: db),
                below: try Census.count(below: unit, in: db),
                posts: try PersonStore.posts(at: id, on: day, in: db).count, target: target, parent: parent,
                parentName: try UnitStore.find(code: parent, in: db)?.shownName(language), line: line, day: day,
                suggestPath: FrameRoutes.unitSuggestions.path() + "?q=")
        }
        if let refusal {
            model.errors = ["parent": refusal.sentence]
            model.wayOn = refusal.wayOn
        }
        return .page(UnitChangePages.page(model, in: try await visit.frame()), status: status)
    }
}
