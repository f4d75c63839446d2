package import Federation

/// What a clerk decided about the sentences of a notice and of those it carries.
package struct SortingForm: Sendable, Hashable {
    /// A proposal is known by its notice and the place of its first sign.
    package struct Key: Sendable, Hashable {
        package var notice: NoticeID
        package var place: Int

        package init(_ notice: NoticeID, _ place: Int) {
            self.notice = notice
            self.place = place
        }
    }

    package var sorts: [Key: Obligation.Sort]

    package init(sorts: [Key: Obligation.Sort]) { self.sorts = sorts }
}

/// Sorting and allocating, each one act for a notice and all that it carries.
package struct SortingActs: Sendable {
    let federation: OpenFederation

    package init(_ federation: OpenFederation) { self.federation = federation }

    /// Defines what the notice asks: duty, guidance, or dropped. Whoever sorts a notice first defines it; those that a
    /// level above has sorted stay as they are. What the form does not mention keeps the sort it begins with.
    /// - Returns: the notice.
    package func sort(
        _ notice: NoticeID, _ form: SortingForm, as actor: Actor, at unit: UnitID, id: ActID
    ) async throws -> NoticeID {
        try await federation.act(.obligationSort, as: actor, at: unit, id: id) { act in
            let cover = try NoticeStore.require(notice, for: unit, in: act.db)
            var (duties, guidance, ours) = (0, 0, 0)
            var above: UnitID?
            for one in try ObligationStore.family(of: cover, in: act.db) {
                let sorter = try ObligationStore.sorter(of: one.id, in: act.db)
                guard sorter == nil || sorter == unit else {
                    above = sorter
                    continue
                }
                let sorts = try sort(NoticeStore.whole(one, in: act.db), form, at: unit, in: act)
                ours += sorts.count
                duties += sorts.count { $0 == .duty }
                guidance += sorts.count { $0 == .guidance }
            }
            if ours == 0, let above {
                throw ObligationRefusal.sortedAbove(try UnitStore.require(above, in: act.db).name)
            }
            return try act.record(
                on: Subject("notice", notice), notice, detail: ["duties": "\(duties)", "guidance": "\(guidance)"])
        }
    }

    private func sort(
        _ notice: Notice, _ form: SortingForm, at unit: UnitID, in act: Act
    ) throws -> [Obligation.Sort] {
        let known = try ObligationStore.obligations(of: notice.id, in: act.db)
        let stretches = try ObligationStore.stretches(of: notice.id, in: act.db)
        var sorts: [Obligation.Sort] = []
        for obligation in known {
            let wanted = form.sorts[.init(notice.id, obligation.place)] ?? obligation.sort
            if wanted != obligation.sort {
                guard try AllocationStore.active(of: [obligation.id], in: act.db).isEmpty else {
                    throw ObligationRefusal.allocated
                }
                try ObligationStore.sort(obligation, as: wanted, at: unit, in: act)
            }
            sorts.append(wanted)
        }
        for proposal in notice.reading.obligations where !stretches.contains(proposal.ranges.text) {
            let sort =
                form.sorts[.init(notice.id, proposal.ranges.first?.start ?? 0)] ?? ObligationRules.sort(proposal)
            let words = proposal.ranges.map(notice.text.scalars).joined(separator: "…")
            try ObligationStore.insert(
                Obligation(
                    id: act.newID(), notice: notice.id, ranges: proposal.ranges, quote: proposal.quote,
                    clause: proposal.clause, role: proposal.role, bound: proposal.bound,
                    binding: ObligationRules.binding(of: proposal.bound, proposal.role), condition: proposal.condition,
                    sort: sort,
                    proof: ObligationRules.proof(proposal.role, words), isProposed: true, unit: unit,
                    person: try act.person(), post: try act.post(), moment: act.moment),
                items: ObligationRules.items(in: words), in: act)
            sorts.append(sort)
        }
        if !sorts.isEmpty { try ObligationStore.claim(notice.id, for: unit, in: act) }
        return sorts
    }

    /// Binds this unit and those below it to the duties of a notice and of all it carries, by the rule of each clause.
    /// Duties that a level above has allocated to any depth bind already and are passed over.
    /// - Returns: the notice.
    /// - Throws: `ObligationRefusal.nothingToAllocate`, `.nobodyBound`.
    package func allocate(
        _ notice: NoticeID, _ depth: DueScope.Depth, as actor: Actor, at unit: UnitID, id: ActID
    ) async throws -> NoticeID {
        try await federation.act(.obligationAllocate, as: actor, at: unit, id: id) { act in
            let cover = try NoticeStore.require(notice, for: unit, in: act.db)
            let own = try UnitStore.require(unit, in: act.db)
            try ChangeRules.requireStanding(notice, in: act.db)
            let open = try AllocationStore.unallocated(in: cover, for: own, in: act.db)
            guard !open.isEmpty else { throw ObligationRefusal.nothingToAllocate }
            var (bound, covered) = (0, 0)
            for (obligation, grade) in open {
                let units = try AllocationStore.countBound(obligation.binding, under: own, depth, in: act.db)
                guard units > 0 else { continue }
                bound += 1
                try AllocationStore.insert(
                    Allocation(
                        id: act.newID(), obligation: obligation.id, unit: unit, depth: depth, person: try act.person(),
                        post: try act.post(), moment: act.moment), in: act.db)
                try DueScopeStore.open(
                    DueScope(
                        root: unit, depth: depth, binding: obligation.binding, kind: .assignmentDischarge,
                        subject: obligation.id.raw, about: obligation.notice.raw, gate: obligation.notice.raw,
                        grade: grade, minutes: obligation.proof.minutes, askedBy: unit), in: act)
                try ReportAskingActs.begin(
                    obligation.quote, of: obligation, depth: depth, reason: obligation.quote, at: unit, in: act)
                if depth == .all { covered += try AssignmentActs.covered(obligation, under: own, in: act) }
            }
            guard bound > 0 else { throw ObligationRefusal.nobodyBound }
            return try act.record(
                on: Subject("notice", notice), notice,
                detail: ["duties": "\(bound)", "depth": depth.rawValue, "covered": "\(covered)"])
        }
    }

    /// Takes back what this unit has allocated of a notice and of all it carries. What was done stays done.
    package func recall(
        _ notice: NoticeID, as actor: Actor, at unit: UnitID, id: ActID
    ) async throws -> NoticeID {
        try await federation.act(.obligationAllocate, as: actor, at: unit, id: id) { act in
            let cover = try NoticeStore.require(notice, for: unit, in: act.db)
            let ids = try ObligationStore.family(of: cover, in: act.db)
                .flatMap { try ObligationStore.obligations(of: $0.id, in: act.db).map(\.id) }
            let mine = try AllocationStore.active(of: ids, in: act.db).filter { $0.unit == unit }
            for allocation in mine {
                try AllocationStore.end(allocation.id, in: act)
                try DueScopeStore.end(.assignmentDischarge, about: allocation.obligation.raw, from: unit, in: act)
                try ReportAskingActs.end(with: allocation.obligation, by: unit, in: act)
            }
            return try act.record(on: Subject("notice", notice), notice, detail: ["recalled": "\(mine.count)"])
        }
    }
}
