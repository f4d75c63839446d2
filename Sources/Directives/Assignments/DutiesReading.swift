import Federation
import Storage
import Web

/// Gathers what a unit owes of a notice.
enum DutiesReading {
    static func model(
        of id: NoticeID, at own: UnitID, _ actor: Actor, _ language: Language, now: Moment, acts: [ActID],
        in db: any Transaction
    ) throws -> DutiesModel {
        let notice = try NoticeStore.require(id, for: own, in: db)
        let unit = try UnitStore.require(own, in: db)
        let family = try ObligationStore.family(of: notice, in: db)
        let all = try family.flatMap { try ObligationStore.obligations(of: $0.id, in: db) }
        let known = try AssignmentStore.assignments(of: own, all.map(\.id), in: db)
        let dues = try dues(of: Set(family.map(\.id.raw)), by: unit, in: db)
        let titles = Dictionary(uniqueKeysWithValues: family.map { ($0.id, $0.title) })
        let lines = try AssignmentDues.lines(
            of: .assignmentDischarge, Array(dues.keys), for: own, language, in: db)
        let open = all.filter { dues[$0.id.raw] != nil }
        var model = DutiesModel(
            notice: NoticeLine(notice), duties: [], settled: try settled(all, known, own, in: db),
            guidance: all.filter { $0.sort == .guidance }.map(\.quote), now: now)
        model.duties = try open.map { one in
            DutiesModel.Duty(
                id: one.id, quote: one.quote, clause: one.clause,
                source: one.notice == id ? nil : titles[one.notice], role: one.role, condition: one.condition,
                proof: one.proof, items: try ObligationStore.items(of: one.id, in: db),
                said: try said(known[one.id], in: db), ticked: known[one.id]?.figure,
                dueAt: dues[one.id.raw]?.dueAt, dateSetBy: lines[one.id.raw]?.dateSetBy,
                returned: try returned(known[one.id], in: db),
                added: try AdditionReading.lines(of: one.id, for: unit, language, in: db).filter { $0.kind != .due },
                path: SupervisionRoutes.obligation.path(one.id))
        }
        if !open.isEmpty, try Access.allows(.assignmentDischarge, for: actor, at: own, in: db) {
            model.form = DutiesModel.Form(
                path: AssignmentRoutes.discharge.path(id), act: acts[0],
                text: try AssignmentStore.lastText(of: own, in: db) ?? AssignmentWords.customary[0],
                done: Set(open.filter { $0.proof != .figure && $0.proof != .checklist }.map(\.id)))
        }
        if !open.isEmpty, try Access.allows(.assignmentDecline, for: actor, at: own, in: db) {
            model.refusal = .init(path: AssignmentRoutes.decline.path(id), act: acts[1])
        }
        model.undo = try undo(all, known, actor, own, now: now, path: AssignmentRoutes.undo.path(id), acts[2], in: db)
        model.owners = try OwnerReading.model(
            of: id, at: own, actor, language, today: Zone.day(now), acts: Array(acts[3...]), in: db)
        return model
    }

    /// What is owed now, by its subject.
    private static func dues(
        of notices: Set<Int64>, by unit: Unit, in db: any Transaction
    ) throws -> [Int64: Due] {
        let dues = try DueScopeStore.owed(by: unit, gate: ObligationGate.self, in: db)
            .filter { $0.kind == .assignmentDischarge && $0.about.map(notices.contains) == true }
        return Dictionary(dues.map { ($0.subject, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private static func settled(
        _ all: [Obligation], _ known: [ObligationID: Assignment], _ own: UnitID, in db: any Transaction
    ) throws -> [DutiesModel.Settled] {
        try all.compactMap { one in
            guard let assignment = known[one.id], assignment.state.isSettled else { return nil }
            let last = try AssignmentStore.facts(of: assignment.id, in: db).last
            return DutiesModel.Settled(
                quote: one.quote, state: assignment.state,
                text: last?.conveyance == nil ? last?.text : nil, figure: assignment.figure,
                outOf: assignment.outOf, at: assignment.changedAt,
                path: AssignmentRoutes.show.path(Pair(one.id, own)))
        }
    }

    private static func said(_ assignment: Assignment?, in db: any Transaction) throws -> String? {
        guard let assignment, assignment.state == .underWay else { return nil }
        return try AssignmentStore.facts(of: assignment.id, in: db).last { $0.kind == .progressed }?.text
    }

    private static func returned(_ assignment: Assignment?, in db: any Transaction) throws -> String? {
        guard let assignment, assignment.isReturned else { return nil }
        return try AssignmentStore.facts(of: assignment.id, in: db).last { $0.kind == .returned }?.text
    }

    private static func undo(
        _ all: [Obligation], _ known: [ObligationID: Assignment], _ actor: Actor, _ own: UnitID, now: Moment,
        path: String, _ act: ActID, in db: any Transaction
    ) throws -> DutiesModel.Undo? {
        guard let person = actor.person else { return nil }
        let since = now.adding(seconds: -AssignmentActs.undoSeconds)
        let ids = Set(all.compactMap { known[$0.id] }.filter(\.state.isSettled).map(\.id))
        let count = try AssignmentStore.discharges(by: person, at: own, since: since, in: db)
            .count { ids.contains($0.assignment) }
        return count == 0 ? nil : .init(path: path, act: act, count: count)
    }

    /// What the page of a receipt says that the notice asks of this unit; nil where it asks nothing.
    static func asked(
        in notice: NoticeID, of own: UnitID, in db: any Transaction
    ) throws -> ReceiptModel.Asked? {
        let open = try AssignmentActs.owed(of: notice, by: try UnitStore.require(own, in: db), in: db)
        guard !open.isEmpty else { return nil }
        return ReceiptModel.Asked(
            count: open.count, quotes: open.prefix(ReceiptModel.Asked.shownMax).map(\.quote),
            minutes: 1 + open.reduce(0) { $0 + $1.proof.minutes }, path: AssignmentRoutes.duties.path(notice))
    }
}
