import Federation
import MusterTesting
import Site
import Storage
import Testing

@testable import Directives

/// What is summed by branch is what a recount over the facts gives, whatever is done to papers and to the tree in whatever
/// order, and whether or not it is folded yet.
@Suite struct BranchTallyTests {
    private static let seeds: [UInt64] = [7, 20_200_206]
    private static let steps = 132
    private static let stepsBetweenRecounts = 4

    @Test(arguments: TestDatabase.dialects, seeds)
    func whatIsSummedIsARecount(_ dialect: Dialect, _ seed: UInt64) async throws {
        try await TestSite.with(dialect) { site in
            var history = try await BranchHistory(site, seed: seed)
            var deeds: [String] = []
            for step in 1...Self.steps {
                deeds.append("\(try await history.step(step, of: Self.steps))")
                guard step % Self.stepsBetweenRecounts == 0 else { continue }
                let (shaken, isLast) = (history.shaken, step == Self.steps)
                let faults = try await site.federation.read { db in
                    let recount = try BranchRecount(in: db)
                    return try Self.faults(ofSums: recount, in: db)
                        + Self.faults(ofReaders: recount, isLast ? recount.tops : recount.some(step), in: db)
                        + Self.faults(ofViews: recount, recount.tops.filter { shaken.contains($0.id) }, in: db)
                }
                try #require(faults.isEmpty, "seed \(seed), step \(step), \(deeds): \(faults.prefix(6))")
                (deeds, history.shaken) = ([], [])
            }
            for deed in BranchHistory.Deed.allCases {
                #expect(history.done[deed, default: 0] > 0, "seed \(seed) never did \(deed)")
            }
            try await provesSomething(site, seed)
            try await folded(site, seed)
        }
    }

    /// One notice came to a unit in two papers, some had to sign by a date, and units stand in every state.
    private func provesSomething(_ site: TestSite, _ seed: UInt64) async throws {
        try await site.federation.read { (db) throws in
            let twice: Int? = try db.scalar(
                """
                select count(*) as twice from receipt inside join notice_containment c on c.inner_notice = inside.notice
                    join receipt over on over.notice = c.cover and over.unit = inside.unit
                where inside.purpose = 'action' and over.purpose = 'action'
                """)
            #expect(twice ?? 0 > 0, "seed \(seed) sent no unit a notice twice")
            let dated: Int? = try db.scalar(
                "select count(*) as dated from due where kind = 'receipt.sign' and due_at is not null")
            #expect(dated ?? 0 > 0, "seed \(seed) gave nobody a date")
            let recount = try BranchRecount(in: db)
            let states = Set(recount.figures.values.flatMap(\.keys).map { TallyMeasure(raw: $0.measure).state })
            #expect(states.isSuperset(of: [0, 1, 2, 3, 4, 5, 14, 15]), "seed \(seed): \(states.sorted())")
        }
    }

    /// Once all is folded there are no changes left, and sums only where something stands below.
    private func folded(_ site: TestSite, _ seed: UInt64) async throws {
        try await Tally.fold(in: site.federation.engine)
        try await site.federation.read { (db) throws in
            #expect(try db.scalar("select count(*) as changes from delta") == 0, "seed \(seed)")
            let recount = try BranchRecount(in: db)
            let faults =
                try Self.faults(ofSums: recount, in: db)
                + Self.faults(ofReaders: recount, recount.some(1), in: db)
                + Self.faults(ofViews: recount, recount.tops, in: db)
            #expect(faults.isEmpty, "seed \(seed), folded: \(faults.prefix(6))")
            let empty = try db.query(
                """
                select u.code, u.merged_into, t.subject, t.measure, t.n from tally t join unit u on u.id = t.branch
                where t.n <> 0 and not exists (select 1 from unit low
                    where low.path > u.path and low.path < u.path || '~' and low.closed_on is null)
                """)
            #expect(empty.count == 0, "seed \(seed): sums of units with none below, the first \(empty.prefix(1))")
        }
    }

    // MARK: Sums

    /// What each working unit has below it, by all subjects, against the tables of sums and changes as they stand.
    private static func faults(ofSums recount: BranchRecount, in db: any Transaction) throws -> [String] {
        var tallied: [UnitID: [BranchRecount.Key: Int]] = [:]
        for row in try db.query("select branch, subject, measure, n from tally where branch <> 0 and n <> 0") {
            tallied[try row["branch"], default: [:]][try .init(row), default: 0] += try row["n"]
        }
        for row in try db.query("select subject, path, measure, n from delta where path <> ''") {
            for above in TreePath(try row["path"]).ancestors {
                guard let top = recount.unitsByPath[above] else { continue }
                for key in apart(try .init(row)) { tallied[top, default: [:]][key, default: 0] += try row["n"] }
            }
        }
        return recount.units.values.flatMap { unit in
            var facts: [BranchRecount.Key: Int] = [:]
            for (key, n) in recount.below[unit.id] ?? [:] {
                for key in apart(key) { facts[key, default: 0] += n }
            }
            return differences(tallied[unit.id] ?? [:], facts, "sums of \(unit.code)")
        }
    }

    /// What a unit is and when it came to that are kept apart: the second behind 2 to the 48th. What was kept so stays so.
    private static func apart(_ key: BranchRecount.Key) -> [BranchRecount.Key] {
        let (state, time) = (key.measure >> 32 & 15, key.measure & 0xFFFF_FFFF)
        guard key.measure < 1 << 48, (2...12).contains(state), time > 0 else { return [key] }
        return [
            .init(key.subject, measure: key.measure - time), .init(key.subject, measure: key.measure + 1 << 48),
        ]
    }

    private static func differences<Key>(_ found: [Key: Int], _ facts: [Key: Int], _ place: String) -> [String] {
        Set(found.keys).union(facts.keys).filter { found[$0, default: 0] != facts[$0, default: 0] }.map {
            "\(place): \($0) is \(found[$0, default: 0]) for \(facts[$0, default: 0])"
        }.sorted()
    }

    // MARK: Readers

    /// What these units see of the papers in their branches.
    private static func faults(
        ofReaders recount: BranchRecount, _ tops: [BranchRecount.Place], in db: any Transaction
    ) throws -> [String] {
        try tops.flatMap { top in
            let own = try UnitStore.require(top.id, in: db)
            let view = try BranchView(own, in: db)
            let counts = try SupervisionStore.counts(of: recount.obligations, under: own, in: db)
            return try recount.notices.flatMap { try faults(of: $0, view, recount, in: db) }
                + differences(
                    sums(try SupervisionStore.counts(of: recount.obligations, in: view, in: db)),
                    sums(counts.filter { $0.state != .open }), "duties of \(own.code)")
        } + faults(ofViews: recount, tops, in: db)
    }

    /// What they see of the tree.
    private static func faults(
        ofViews recount: BranchRecount, _ tops: [BranchRecount.Place], in db: any Transaction
    ) throws -> [String] {
        try tops.flatMap { top in
            let own = try UnitStore.require(top.id, in: db)
            let view = try BranchView(own, in: db)
            let facts = view.tops.filter { recount.hasBelow($0.id) }
            return differences(
                sums(view.census.map(BranchCensus.init)), sums(try SupervisionStore.census(under: own, in: db)),
                "census of \(own.code)")
                + (view.deep == facts
                    ? [] : ["with others below, under \(own.code): \(view.deep.map(\.code)) for \(facts.map(\.code))"])
        }
    }

    private static func faults(
        of notice: NoticeID, _ view: BranchView, _ recount: BranchRecount, in db: any Transaction
    ) throws -> [String] {
        let found = try ReceiptTallies.groups(of: notice, in: view, in: db)
        let groups = found.groups
        let signatures = try ReceiptTallies.signatures(of: notice, found, in: view, in: db)
        let reached = sums(try SupervisionStore.reached(by: notice, under: view.own, in: db))
        let facts = recount.parts(of: notice.raw, seenFrom: view.own)
        let place = "\(notice) below \(view.own.code)"
        return differences(sums(groups.map(BranchCensus.init)), reached, "reached, \(place)")
            + differences(
                sums(groups.map { (part($0.branch, $0.depth, "\($0.measure)"), $0.n) }),
                sums(facts.map { (part($0.branch, $0.depth, "\($0.measure.timeless)"), $0.n) }), "measures, \(place)")
            + differences(
                sums(signatures.map { (part($0.branch, $0.depth, "\($0.measure)"), $0.n) }),
                sums(
                    facts.filter { $0.measure.state >= 2 && $0.measure.state < 13 }.map {
                        (part($0.branch, $0.depth, "\($0.measure)"), $0.n)
                    }), "signatures, \(place)")
    }

    private static func sums(_ census: [BranchCensus]) -> [String: Int] {
        sums(census.map { (part($0.branch, $0.depth, "\($0.kind) \($0.level)"), $0.units) })
    }

    private static func sums(_ counts: [SupervisionStore.Count]) -> [String: Int] {
        sums(counts.map { (part($0.branch, $0.depth, "\($0.obligation) \($0.kind) \($0.state)"), $0.units) })
    }

    private static func sums(_ parts: [(String, Int)]) -> [String: Int] { Dictionary(parts, uniquingKeysWith: +) }

    /// All that stand below a unit directly below are one part.
    private static func part(_ branch: TreePath, _ depth: Int, _ sort: String) -> String {
        "\(branch.text) \(min(depth, 2)) \(sort)"
    }
}

/// All that branches add up to, from the facts alone, by loops over units, papers and receipts.
private struct BranchRecount {
    struct Key: Hashable {
        var subject: Int64
        var measure: Int64

        init(_ row: Row) throws { (subject, measure) = (try row["subject"], try row["measure"]) }

        init(_ subject: Int64, measure: Int64) { (self.subject, self.measure) = (subject, measure) }

        init(_ subject: Int64, _ unit: Place, state: Int, bucket: Int64) {
            self.subject = subject
            measure = TallyMeasure(kind: unit.kind, level: unit.level, state: state, bucket: Int(bucket)).raw
        }
    }

    struct Place {
        var id: UnitID
        var code: String
        var path: TreePath
        var kind: UnitKind
        var level: UnitLevel
    }

    /// The units that work.
    let units: [UnitID: Place]
    let unitsByPath: [TreePath: UnitID]
    /// Those with others below.
    let tops: [Place]
    let notices: [NoticeID]
    let obligations: [ObligationID]
    /// What each unit adds itself.
    private(set) var figures: [UnitID: [Key: Int]] = [:]
    /// What stands below each unit.
    private(set) var below: [UnitID: [Key: Int]] = [:]

    init(in db: any Transaction) throws {
        let found = try db.query("select id, code, path, kind, level from unit where closed_on is null order by id").map
        {
            Place(
                id: try $0["id"], code: try $0["code"], path: try $0["path"], kind: try $0["kind"],
                level: try $0["level"])
        }
        units = Dictionary(uniqueKeysWithValues: found.map { ($0.id, $0) })
        unitsByPath = Dictionary(uniqueKeysWithValues: found.map { ($0.path, $0.id) })
        let above = Set(found.compactMap(\.path.parent))
        tops = found.filter { above.contains($0.path) }
        notices = try db.query("select id from notice order by id").map { try $0["id"] }
        obligations = try db.query("select id from obligation order by id").map { try $0["id"] }
        for unit in found { figures[unit.id] = [Key(0, unit, state: 0, bucket: 0): 1] }
        try addReceipts(in: db)
        try addAssignments(in: db)
        for unit in found {
            for above in unit.path.ancestors {
                guard let top = unitsByPath[above] else { continue }
                for (key, n) in figures[unit.id] ?? [:] { below[top, default: [:]][key, default: 0] += n }
            }
        }
    }

    func hasBelow(_ unit: UnitID) -> Bool { below[unit] != nil }

    /// Other units with others below at each step.
    func some(_ step: Int) -> [Place] {
        let apart = 40
        return stride(from: step % apart, to: tops.count, by: apart).map { tops[$0] }
    }

    /// What each unit of a branch adds to a subject, with the part of the branch in which it stands.
    func parts(
        of subject: Int64, seenFrom own: Unit
    ) -> [(branch: TreePath, depth: Int, measure: TallyMeasure, n: Int)] {
        units.values.filter { own.path.contains($0.path) }.flatMap { unit in
            let top = unit.path.text.prefix(own.path.text.count + TreePath.segmentWidth)
            return (figures[unit.id] ?? [:]).filter { $0.key.subject == subject }.map { key, n in
                (
                    branch: TreePath(String(top)), depth: unit.path.depth - own.path.depth,
                    measure: TallyMeasure(raw: key.measure), n: n
                )
            }
        }
    }

    // MARK: From the facts

    private static let (minute, hour): (Int64, Int64) = (60_000_000, 3_600_000_000)
    /// The subjects of what is done each day, whatever it is about.
    private static let (signed, settled): (Int64, Int64) = (1, 2)

    /// In China, from 1970.
    private static func day(_ moment: Int64) -> Int64 { (moment + 8 * hour) / (24 * hour) }

    /// What a unit has of a notice, in whatever papers it came.
    private struct Standing {
        /// 14 for one that stands in the unit's book alone.
        var state = 14
        var signedAt: Int64?
        var dueAt: Int64?
    }

    private mutating func addReceipts(in db: any Transaction) throws {
        var covers: [NoticeID: Set<NoticeID>] = [:]
        for row in try db.query("select inner_notice, cover from notice_containment") {
            covers[try row["inner_notice"], default: []].insert(try row["cover"])
        }
        let sent = try db.query("select notice, issued_at from dispatch").map {
            (notice: try $0["notice"] as NoticeID, at: try $0["issued_at"] as Int64)
        }
        let books = try db.query("select notice, unit from notice_book").map {
            (notice: try $0["notice"] as NoticeID, unit: try $0["unit"] as UnitID)
        }
        let receipts = try db.query(
            """
            select r.notice, r.unit, r.state, r.signed_at, d.due_at from receipt r
                left join due d on d.kind = 'receipt.sign' and d.subject = r.id and d.closed_at is null
            where r.purpose = 'action'
            """
        ).map {
            (
                notice: try $0["notice"] as NoticeID, unit: try $0["unit"] as UnitID,
                standing: Standing(state: try $0["state"], signedAt: try $0["signed_at"], dueAt: try $0["due_at"])
            )
        }
        for receipt in receipts {
            guard units[receipt.unit] != nil, let signed = receipt.standing.signedAt else { continue }
            figures[receipt.unit, default: [:]][.init(Self.signed, measure: Self.day(signed)), default: 0] += 1
        }
        for notice in notices {
            var over: Set<NoticeID> = [notice]
            while true {
                let more = over.union(over.flatMap { covers[$0] ?? [] })
                if more == over { break }
                over = more
            }
            let first = sent.filter { over.contains($0.notice) }.map(\.at).min()
            for (id, got) in Dictionary(grouping: receipts.filter { over.contains($0.notice) }, by: \.unit) {
                let standing = Standing(
                    state: got.map(\.standing.state).max() ?? 0, signedAt: got.compactMap(\.standing.signedAt).min(),
                    dueAt: got.compactMap(\.standing.dueAt).min())
                add(standing, of: notice, to: units[id], since: first)
            }
            let reached = Set(receipts.filter { over.contains($0.notice) }.map(\.unit))
            for id in Set(books.filter { over.contains($0.notice) }.map(\.unit)).subtracting(reached) {
                add(Standing(), of: notice, to: units[id], since: first)
            }
        }
    }

    private mutating func add(_ standing: Standing, of notice: NoticeID, to unit: Place?, since first: Int64?) {
        guard let unit else { return }
        var bucket: Int64 = 0
        if let signed = standing.signedAt {
            let hours = max(0, (signed - (first ?? signed)) / Self.hour)
            bucket = Self.day(signed) * 65_536 + hours
        } else if let due = standing.dueAt {
            // The first whole minute that is not before the date.
            bucket = due / Self.minute + (due % Self.minute == 0 ? 0 : 1)
        }
        figures[unit.id, default: [:]][.init(notice.raw, unit, state: standing.state, bucket: bucket)] = 1
    }

    private mutating func addAssignments(in db: any Transaction) throws {
        for row in try db.query(
            """
            select obligation, unit, state, figure, changed_at from assignment
            where is_returned = 0 and state <> 'open'
            """)
        {
            guard let unit = units[try row["unit"]] else { continue }
            let (subject, word, figure): (Int64, String, Int?) = (
                try row["obligation"], try row["state"], try row["figure"]
            )
            let day = Self.day(try row["changed_at"])
            let key: Key
            switch word {
            case "under_way": key = .init(subject, unit, state: 1, bucket: 0)
            case "declined": key = .init(subject, unit, state: 2, bucket: 0)
            case "discharged": key = .init(subject, unit, state: figure == nil ? 3 : 4, bucket: day)
            default: key = .init(subject, unit, state: figure == nil ? 5 : 6, bucket: day)
            }
            figures[unit.id, default: [:]][key] = 1
            guard word == "discharged" || word == "not_applicable" else { continue }
            figures[unit.id, default: [:]][.init(Self.settled, measure: day), default: 0] += 1
            if let figure, figure != 0 {
                figures[unit.id, default: [:]][.init(subject, unit, state: 15, bucket: 0)] = figure
            }
        }
    }
}
