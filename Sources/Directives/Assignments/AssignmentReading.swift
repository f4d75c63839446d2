import Federation
import Storage
import Web

/// Gathers what one unit did about one obligation.
enum AssignmentReading {
    /// - Throws: "not found" where the obligation's notice is not the reader's, or the unit does not exist.
    static func model(
        of id: ObligationID, by unitID: UnitID, for own: UnitID, _ actor: Actor, _ language: Language, act: ActID,
        in db: any Transaction
    ) throws -> AssignmentModel {
        let obligation = try ObligationStore.require(id, for: own, in: db)
        guard let notice = try NoticeStore.findWhole(obligation.notice, in: db) else { throw AccessRefusal.notFound }
        let unit = try UnitStore.require(unitID, in: db)
        let assignment = try AssignmentStore.find(id, unitID, in: db)
        let facts = try assignment.map { try AssignmentStore.facts(of: $0.id, in: db) } ?? []
        let names = try PersonStore.names(Array(Set(facts.map(\.person))), language, in: db)
        let units = try UnitStore.find(Array(Set(facts.map(\.unit))), in: db)
        var model = AssignmentModel(
            obligation: ObligationLine(obligation, in: notice), unit: unit.shownName(language),
            unitPath: FrameRoutes.unit.path(unitID),
            standing: try standing(of: obligation, assignment, at: unit, in: db),
            facts: facts.map { fact in
                AssignmentModel.Fact(
                    kind: fact.kind, at: fact.moment, person: names[fact.person] ?? "",
                    unit: fact.unit == unitID ? nil : units[fact.unit]?.shownName(language), text: fact.text,
                    figure: fact.figure, outOf: fact.outOf, isConveyance: fact.conveyance != nil,
                    filePath: fact.file.map { _ in AssignmentRoutes.file.path(fact.id) })
            })
        model.boundSince = try boundSince(obligation, unit, in: db)
        let wanted = Evidence.Wanted(notice.id, unitID)
        model.evidence = try EvidenceSources.evidence(for: [wanted], in: db)[wanted] ?? []
        if unitID != own, assignment?.state.isSettled == true,
            try Access.allows(.assignmentReturn, for: actor, at: unitID, in: db)
        {
            model.giveBack = .init(path: AssignmentRoutes.giveBack.path(Pair(id, unitID)), act: act)
        }
        if unitID == own, assignment?.state.isSettled == true,
            try Access.allows(.assignmentDischarge, for: actor, at: own, in: db)
        {
            model.giveBack = .init(path: AssignmentRoutes.reopen.path(id), act: act, isOwn: true)
        }
        return model
    }

    /// A unit that was founded, moved or put under another later than something was allocated is bound from that day.
    private static func boundSince(
        _ obligation: Obligation, _ unit: Unit, in db: any Transaction
    ) throws -> String? {
        let above = try UnitStore.ancestors(of: unit.path, in: db)
        guard
            let allocation = try AllocationStore.active(of: [obligation.id], in: db)
                .first(where: { one in above.contains { $0.id == one.unit } })
        else { return nil }
        let below = above.drop { $0.id != allocation.unit }.dropFirst().map(\.id) + [unit.id]
        let joined: String? = try db.scalar(
            """
            select max(from_on) from unit_link where unit \(in: Array(below)) and is_primary = 1 and to_on is null
            """)
        return joined.flatMap { $0 > Zone.day(allocation.moment) ? $0 : nil }
    }

    private static func standing(
        of obligation: Obligation, _ assignment: Assignment?, at unit: Unit, in db: any Transaction
    ) throws -> AssignmentModel.Standing {
        if let assignment {
            return .owed(assignment.state, isReturned: assignment.isReturned, since: assignment.changedAt)
        }
        let above = try UnitStore.ancestors(of: unit.path, in: db)
        let roots = Dictionary(uniqueKeysWithValues: (above + [unit]).map { ($0.id, $0) })
        let active = try AllocationStore.active(of: [obligation.id], in: db)
            .filter { allocation in
                roots[allocation.unit].map {
                    AllocationRule.binds(unit, from: $0, allocation.depth, obligation.binding)
                } ?? false
            }
        guard let first = active.map(\.moment).min() else { return .notBound }
        let gates = try ObligationGate.opened([obligation.notice.raw], to: unit.id, in: db)
        guard let opened = gates[obligation.notice.raw] else { return .notReached }
        return .owed(.open, isReturned: false, since: max(first, opened))
    }
}
