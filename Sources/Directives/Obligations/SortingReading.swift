import Federation
import Storage
import Web

/// Gathers the worktable of a notice.
enum SortingReading {
    static func model(
        of id: NoticeID, at own: UnitID, _ actor: Actor, _ language: Language, acts: [ActID], in db: any Transaction
    ) throws -> SortingModel {
        let notice = try NoticeStore.require(id, for: own, in: db)
        let unit = try UnitStore.require(own, in: db)
        let census = try AllocationStore.census(under: unit, in: db)
        let maySort = try Access.allows(.obligationSort, for: actor, at: own, in: db)
        let family = try ObligationStore.family(of: notice, in: db)
        // What another branch has added is its own.
        let definers = Set(try UnitStore.ancestors(of: unit.path, in: db).map(\.id) + [own])
        let known = try family.map { notice in
            try ObligationStore.obligations(of: notice.id, in: db).filter { definers.contains($0.unit) }
        }
        let active = try AllocationStore.active(of: known.joined().map(\.id), in: db)
        let parts = try zip(family, known).map { notice, known in
            try part(
                NoticeStore.whole(notice, in: db), known, Set(active.map(\.obligation)), census, own, maySort, language,
                in: db)
        }
        let open = try AllocationStore.unallocated(in: notice, for: unit, in: db)
        let mayAllocate = try Access.allows(.obligationAllocate, for: actor, at: own, in: db)
        let mine = active.filter { $0.unit == own }
        let binding = open.map(\.obligation).filter { census.count($0.binding) > 0 }
        let lines = try lines(binding, census, unit, conveyed: conveyed(of: family, under: unit, in: db), in: db)
        return SortingModel(
            notice: NoticeLine(notice), parts: parts.filter { !$0.rows.isEmpty },
            sort: parts.contains { $0.isOpen && !$0.rows.isEmpty }
                ? .init(path: ObligationRoutes.sort.path(id), act: acts[0]) : nil,
            cost: lines.isEmpty
                ? nil
                : SortingModel.Cost(
                    form: mayAllocate ? .init(path: ObligationRoutes.allocate.path(id), act: acts[1]) : nil,
                    duties: binding.count, lines: lines),
            allocated: mine.isEmpty
                ? nil
                : .init(
                    duties: mine.count,
                    form: mayAllocate ? .init(path: ObligationRoutes.recall.path(id), act: acts[2]) : nil))
    }

    private static func part(
        _ notice: Notice, _ known: [Obligation], _ active: Set<ObligationID>, _ census: [AllocationStore.Census],
        _ own: UnitID, _ maySort: Bool, _ language: Language, in db: any Transaction
    ) throws -> SortingModel.Part {
        let sorter = try ObligationStore.sorter(of: notice.id, in: db)
        let stretches = try ObligationStore.stretches(of: notice.id, in: db)
        var rows = known.map { one in
            SortingModel.Row(
                place: one.place, quote: one.quote, clause: one.clause, role: one.role, bound: one.bound,
                condition: one.condition, sort: one.sort, proof: one.proof,
                units: census.count(one.binding), isAllocated: active.contains(one.id),
                editPath: maySort && one.unit == own && !active.contains(one.id)
                    ? RevisionRoutes.edit.path(one.id) : nil)
        }
        rows += notice.reading.obligations.filter { !stretches.contains($0.ranges.text) }.map { one in
            SortingModel.Row(
                place: one.ranges.first?.start ?? 0, quote: one.quote, clause: one.clause, role: one.role,
                bound: one.bound, condition: one.condition, sort: ObligationRules.sort(one),
                proof: ObligationRules.proof(one.role, one.quote),
                units: census.count(ObligationRules.binding(of: one.bound, one.role)), isAllocated: false)
        }
        return SortingModel.Part(
            notice: NoticeLine(notice.head), id: notice.id,
            sorter: try sorter.flatMap { try UnitStore.find($0, in: db)?.shownName(language) },
            isOpen: maySort && (sorter == nil || sorter == own),
            markPath: maySort ? RevisionRoutes.newMarking.path(notice.id) : nil,
            rows: rows.sorted { $0.place < $1.place })
    }

    /// A minute for the paper that asks something of a kind of unit, and what its figures and lists add.
    private static func lines(
        _ duties: [Obligation], _ census: [AllocationStore.Census], _ unit: Unit,
        conveyed: [(unit: Unit, receipt: ReceiptID)], in db: any Transaction
    ) throws -> [SortingModel.Cost.Line] {
        let owed = try AllocationStore.owed(from: unit, in: db)
        return census.compactMap { group in
            let bound = duties.filter { $0.binding.binds(group.kind, group.level) }
            guard !bound.isEmpty else { return nil }
            return SortingModel.Cost.Line(
                kind: group.kind, level: group.level, units: group.units, duties: bound.count,
                minutes: 1 + bound.reduce(0) { $0 + $1.proof.minutes },
                conveyed: conveyed.count { $0.unit.kind == group.kind && $0.unit.level == group.level },
                owed: owed.filter { $0.binding.binds(group.kind, group.level) }.minutes)
        }
    }

    /// Who has told their workers of any of these, once each.
    private static func conveyed(
        of family: [NoticeHead], under unit: Unit, in db: any Transaction
    ) throws -> [(unit: Unit, receipt: ReceiptID)] {
        var seen: Set<UnitID> = []
        return try family.flatMap { try AssignmentStore.conveyed($0.id, under: unit, in: db) }
            .filter { seen.insert($0.unit.id).inserted }
    }

    /// The way from a notice to what it asks.
    static func link(to notice: NoticeHead, _ actor: Actor, at own: UnitID, in db: any Transaction) throws
        -> NoticeLink?
    {
        guard try Access.allows(.obligationRead, for: actor, at: own, in: db) else { return nil }
        return NoticeLink(name: SortingWords.title, path: ObligationRoutes.list.path(notice.id))
    }
}

extension [AllocationStore.Census] {
    func count(_ binding: Binding) -> Int {
        reduce(0) { $0 + (binding.binds($1.kind, $1.level) ? $1.units : 0) }
    }
}

extension [AllocationStore.Owed] {
    /// As a unit would see them: a minute for each notice, and what the duties add.
    fileprivate var minutes: Int { Set(map(\.about)).count + reduce(0) { $0 + $1.minutes } }
}
