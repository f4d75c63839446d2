import Federation
import Storage

/// Every duty by every branch, as one unit sees them: what the allocations bind, what was reached, and what was done.
struct SupervisionCounts {
    let view: BranchView
    let census: [BranchCensus]
    private let withBelow: Set<TreePath>
    private(set) var standings: [ObligationID: [Key: Standing]] = [:]
    private(set) var dates: [ObligationID: Moment] = [:]
    /// When each was allocated first.
    private(set) var allocatedAt: [ObligationID: Moment] = [:]
    /// How far notices have come here, which is asked once for each.
    private var came: [NoticeID: ReceiptTallies.Found] = [:]

    /// A branch, and of which kind a unit directly below is, where it stands for itself.
    struct Key: Hashable {
        var branch: TreePath
        var kind: UnitKind?
    }

    init(_ own: Unit, in db: any Transaction) throws {
        view = try BranchView(own, in: db)
        census = view.census.map(BranchCensus.init)
        withBelow = Set(view.deep.map(\.path))
    }

    var own: Unit { view.own }
    var children: [Unit] { view.children }

    /// Adds the duties of a notice that are allocated somewhere above, here or directly below.
    mutating func add(
        _ duties: [Obligation], of notice: NoticeID, now: Moment, in db: any Transaction
    ) throws {
        let ids = duties.map(\.id)
        let known = try UnitStore.ancestors(of: own.path, in: db) + [own] + children
        let paths = Dictionary(known.map { ($0.id, $0.path) }, uniquingKeysWith: { first, _ in first })
        let allocations = Dictionary(grouping: try AllocationStore.active(of: ids, in: db), by: \.obligation)
        guard !allocations.isEmpty else { return }
        // An allocation of a unit below to those directly below it: how deep they stand is told by no sum.
        let below = Set(children.map(\.id))
        let isByDepth = allocations.values.joined().contains { $0.depth == .next && below.contains($0.unit) }
        let (census, reached, counts) =
            isByDepth
            ? try countedOneByOne(Array(allocations.keys), of: notice, in: db)
            : (
                self.census, try reached(by: notice, in: db),
                try SupervisionStore.counts(of: Array(allocations.keys), in: view, in: db)
            )
        let above = known.dropLast(children.count).map(\.id)
        dates.merge(try Self.dates(of: ids, roots: above, in: db)) { min($0, $1) }
        let within = try Self.datesByRoot(of: ids, roots: children.map(\.id), in: db)
        // What is asked of each duty is asked of each place once, not of each group of units that stands there.
        var places = SupervisionPlaces()
        let (standing, arrivals) = (places.put(census, key), places.put(reached, key))
        let counted = Dictionary(grouping: counts, by: \.obligation)
        let roots = Dictionary(children.map { ($0.path, $0.id) }, uniquingKeysWith: { first, _ in first })
        for duty in duties {
            let active = allocations[duty.id] ?? []
            let allocators = active.compactMap { one in paths[one.unit].map { (path: $0, depth: one.depth) } }
            guard !allocators.isEmpty else { continue }
            allocatedAt[duty.id] = active.map(\.moment).min()
            let isBound = places.all.map {
                SupervisionRules.binds(allocators, $0.branch, depth: $0.depth, seenFrom: own.path)
            }
            func bound(_ groups: [SupervisionPlaces.Group]) -> [Int?] {
                var units = [Int?](repeating: nil, count: places.cells.count)
                for group in groups where isBound[group.place] && duty.binding.binds(group.kind, group.level) {
                    units[group.cell] = (units[group.cell] ?? 0) + group.units
                }
                return units
            }
            var cells: [Key: Standing] = [:]
            for (key, (bound, arrived)) in zip(places.cells, zip(bound(standing), bound(arrivals))) {
                guard let bound else { continue }
                cells[key] = Standing(bound: bound, unreached: max(0, bound - (arrived ?? 0)))
            }
            for count in counted[duty.id] ?? [] {
                let key = key(count.branch, count.kind, count.depth)
                switch count.state {
                case .discharged, .notApplicable: cells[key]?.settled += count.units
                case .declined: cells[key]?.declined += count.units
                case .underWay: cells[key]?.underWay += count.units
                case .open: break
                }
            }
            for (key, cell) in cells {
                let root = key.kind == nil ? roots[key.branch] : nil
                let date = [dates[duty.id], root.flatMap { within[duty.id]?[$0] }].compactMap(\.self).min()
                if let date, date < now { cells[key]?.late = cell.untouched + cell.underWay }
            }
            standings[duty.id] = cells
        }
    }

    /// Whom the notice has reached: by a receipt for action, or in their own book.
    private mutating func reached(by notice: NoticeID, in db: any Transaction) throws -> [BranchCensus] {
        try came(notice, in: db).groups.map(BranchCensus.init)
    }

    mutating func came(_ notice: NoticeID, in db: any Transaction) throws -> ReceiptTallies.Found {
        if let known = came[notice] { return known }
        let found = try ReceiptTallies.groups(of: notice, in: view, in: db)
        came[notice] = found
        return found
    }

    private func countedOneByOne(
        _ duties: [ObligationID], of notice: NoticeID, in db: any Transaction
    ) throws -> ([BranchCensus], [BranchCensus], [SupervisionStore.Count]) {
        (
            try SupervisionStore.census(under: own, in: db),
            try SupervisionStore.reached(by: notice, under: own, in: db),
            try SupervisionStore.counts(of: duties, under: own, in: db)
        )
    }

    /// A unit directly below that has none below it stands with others of its kind; a federation always for itself.
    func key(_ branch: TreePath, _ kind: UnitKind, _ depth: Int) -> Key {
        depth == 1 && kind != .federation && !withBelow.contains(branch)
            ? Key(branch: own.path, kind: kind) : Key(branch: branch)
    }

    /// The earliest date that applies to the whole of what one sees, by obligation.
    private static func dates(
        of ids: [ObligationID], roots: [UnitID], in db: any Transaction
    ) throws -> [ObligationID: Moment] {
        try datesByRoot(of: ids, roots: roots, in: db).compactMapValues { $0.values.min() }
    }

    private static func datesByRoot(
        of ids: [ObligationID], roots: [UnitID], in db: any Transaction
    ) throws -> [ObligationID: [UnitID: Moment]] {
        let wanted = Set(ids.map(\.raw))
        return try DueScopeStore.scopes(rootedAt: roots, in: db).reduce(into: [:]) { found, scope in
            guard scope.kind == .assignmentDischarge, wanted.contains(scope.subject), let due = scope.dueAt else {
                return
            }
            let before = found[ObligationID(scope.subject)]?[scope.root]
            found[ObligationID(scope.subject), default: [:]][scope.root] = before.map { min($0, due) } ?? due
        }
    }

    /// The columns in which somebody is bound: the unit itself, branches in order of their codes, then kinds.
    func columns(_ language: Language) -> [(key: Key, column: MatrixModel.Column)] {
        columns(of: Set(standings.values.flatMap(\.keys)), language)
    }

    /// Every branch there is, in the same order.
    func branches(_ language: Language) -> [(key: Key, column: MatrixModel.Column)] {
        columns(of: Set(census.map { key($0.branch, $0.kind, $0.depth) }), language)
    }

    private func columns(of used: Set<Key>, _ language: Language) -> [(key: Key, column: MatrixModel.Column)] {
        var columns: [(Key, MatrixModel.Column)] = []
        let mine = Key(branch: own.path)
        if used.contains(mine) {
            columns.append((mine, .init(name: SupervisionWords.own[language], place: .branch(own.id))))
        }
        for child in children.sorted(by: { $0.code < $1.code }) where used.contains(Key(branch: child.path)) {
            columns.append(
                (Key(branch: child.path), .init(name: child.columnName(language), place: .branch(child.id))))
        }
        for kind in UnitKind.allCases where used.contains(Key(branch: own.path, kind: kind)) {
            columns.append(
                (
                    Key(branch: own.path, kind: kind),
                    .init(name: SupervisionWords.direct(kind)[language], place: .kind(kind, below: own.id))
                ))
        }
        return columns
    }

    func total(_ id: ObligationID) -> Standing { (standings[id] ?? [:]).values.reduce(Standing(), +) }
}

extension Unit {
    /// As short as it is said within its parent: 沁阳, Qinyang.
    func columnName(_ language: Language) -> String {
        let own = shortNames.filter { self.name.hasPrefix($0.prefix(2)) }
        if language == .chinese, let short = own.min(by: { $0.count < $1.count }) {
            return short.count > 2 && short.hasSuffix("总") ? String(short.dropLast()) : short
        }
        let name = shownName(language)
        return name.replacing(language == .chinese ? "总工会" : " Federation of Trade Unions", with: "")
    }
}
