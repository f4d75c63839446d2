import Federation
import MusterTesting
import Storage
import Testing

@Suite struct UnitImportTests {
    private func sheet(_ rows: [String]) throws -> UnitImportSheet { try UnitImportCSV.read(CSVFixture.bytes(rows)) }

    private func plan(_ rows: [String], under top: UnitID? = nil, in federation: OpenFederation) async throws
        -> UnitImportPlan
    {
        let sheet = try sheet(rows)
        return try await federation.read { try UnitImport.plan(sheet, under: top, in: $0) }
    }

    /// `line column` of each problem.
    private func places(_ plan: UnitImportPlan) -> [String] {
        plan.problems.first.map { "\($0.line) \($0.column?.rawValue ?? "-")" }
    }

    private let nation = [
        "100000,全国,,,federation,national,,,,", "410000,河南,,,federation,province,province,100000,,410000",
        "410000-101,河南产业,,,industrial_union,province,,410000,,",
    ]

    @discardableResult
    private func imported(_ rows: [String], into federation: OpenFederation) async throws -> UnitImportOutcome {
        try await federation.importUnits(sheet(rows), as: .system, under: nil, id: federation.newActID())
    }

    // MARK: refusals

    @Test(arguments: TestDatabase.dialects) func onlyWhoReachesTheUnitImportsBelowIt(_ dialect: Dialect) async throws {
        try await withFederation(dialect) { federation in
            try await imported(nation, into: federation)
            let (henan, nationID) = try await federation.read { (db) throws in
                (
                    try #require(try UnitStore.find(code: "410000", in: db)).id,
                    try #require(try UnitStore.root(in: db)).id
                )
            }
            let clerk = try await federation.appoint(.clerk, at: henan, login: "bob")
            let administrator = try await federation.appoint(.administrator, at: henan, login: "alice")
            let rows = try sheet(["410800,焦作,,,federation,city,prefecture_city,,,410800"])
            for (actor, top) in [(clerk, henan), (administrator, nationID)] as [(Actor, UnitID?)] {
                await refused(AccessRefusal.forbidden(.unitImport)) {
                    try await federation.importUnits(rows, as: actor, under: top, id: federation.newActID())
                }
            }
            // Without a unit the rows could hang anywhere.
            await refused(AccessRefusal.forbidden(.unitImport)) {
                try await federation.importUnits(rows, as: administrator, under: nil, id: federation.newActID())
            }
            await refused(AccessRefusal.forbidden(.unitImport)) {
                try await federation.act(.unitImport, as: administrator, at: henan, id: federation.newActID()) { act in
                    let outcome = try UnitImport.apply(rows, under: nil, in: act)
                    return try act.record(on: Subject("unit", outcome.top), outcome)
                }
            }
            let outcome = try await federation.importUnits(
                rows, as: administrator, under: henan, id: federation.newActID())
            #expect(outcome.top == henan)
            let city = try await federation.read { try #require(try UnitStore.find(code: "410800", in: $0)) }
            #expect(city.path.parent == (try await federation.unit(henan)).path)
        }
    }

    @Test(arguments: TestDatabase.dialects) func everyProblemIsToldByRowAndColumn(_ dialect: Dialect) async throws {
        try await withFederation(dialect) { federation in
            try await imported(nation, into: federation)
            let closed = try await federation.create(
                "closed", under: try await federation.read { try #require(try UnitStore.root(in: $0)).id })
            try await federation.close(closed)
            let long = String(repeating: "工", count: 201)
            let plan = try await plan(
                [
                    ",甲,,,federation,city,,410000,,",  // 2
                    "a,,,,federation,city,,410000,,",
                    "a,乙,,,federation,city,,410000,,",
                    "410000,丙,,,federation,city,,100000,,",  // 5
                    "b,丁,,,office,town,village,410000,,",
                    "c,戊,,,federation,city,,b,,",  // b is there, though it could not be read
                    "d,己,,,federation,city,,nowhere,,",
                    "e,庚,,,federation,city,,e,,",
                    "f,辛,,,federation,city,,g,,",  // 10: f → g → h → f
                    "g,壬,,,federation,city,,h,,",
                    "h,癸,,,federation,city,,f,,",
                    "i,子,,,federation,city,,h,,",  // below the circle
                    "j,丑,,,federation,city,,410000,410000,",
                    "k,寅,,,federation,city,,410000,nowhere,41",  // 15
                    "l,\(long),\(long),\(long),federation,city,,410000,,",
                    "m m,卯,,,federation,city,,closed,,",
                    "n,辰,,,federation,city,,,,",
                    "\(String(repeating: "x", count: 65)),巳,,,federation,city,,410000,closed,",
                ], in: federation)
            #expect(!plan.isSound)
            #expect(
                places(plan) == [
                    "2 code", "3 name", "4 code", "5 code", "6 kind", "6 level", "6 division", "8 parent", "9 parent",
                    "10 parent", "11 parent", "12 parent", "14 second_parent", "15 second_parent", "15 region_code",
                    "16 name", "16 short_names",
                    "16 name_en", "17 code", "17 parent", "18 parent", "19 code", "19 second_parent",
                ])
            // A circle is told on each of its rows, as it looks from there.
            for (line, circle) in [(10, "f → g → h → f"), (11, "g → h → f → g"), (12, "h → f → g → h")] {
                #expect(plan.problems.first.first { $0.line == line }?.sentence.zh.contains(circle) == true)
            }
            #expect(try await federation.count("unit") == 4)
        }
    }

    @Test(arguments: TestDatabase.dialects) func theFirstImportHasOneRoot(_ dialect: Dialect) async throws {
        try await withFederation(dialect) { federation in
            let two = try await plan(
                ["a,甲,,,federation,national,,,,", "b,乙,,,federation,national,,,,"], in: federation)
            #expect(places(two) == ["3 parent"])
            let circle = try await plan(
                ["a,甲,,,federation,national,,b,,", "b,乙,,,federation,national,,a,,"], in: federation)
            #expect(places(circle) == ["2 parent", "3 parent"])
            let below = try await plan(
                [
                    "a,甲,,,federation,national,,,c,", "b,乙,,,federation,city,,a,,", "c,丙,,,federation,county,,b,,",
                ], in: federation)
            #expect(places(below) == ["2 second_parent"])
        }
    }

    @Test(arguments: TestDatabase.dialects) func aChainWithoutEndIsRefused(_ dialect: Dialect) async throws {
        try await withFederation(dialect) { federation in
            let rows = (1...3_000).map { "c\($0),链,,,federation,city,,\($0 == 1 ? "" : "c\($0 - 1)"),," }
            let plan = try await plan(rows, in: federation)
            #expect(places(plan) == ["\(UnitRules.depthMax + 2) parent"])
        }
    }

    @Test(arguments: TestDatabase.dialects) func rowsOutsideTheActorsBranchAreRefused(_ dialect: Dialect) async throws {
        try await withFederation(dialect) { federation in
            try await imported(nation + ["420000,湖北,,,federation,province,province,100000,,"], into: federation)
            let henan = try await federation.read { try #require(try UnitStore.find(code: "410000", in: $0)) }
            let rows = [
                "420100,武汉,,,federation,city,,420000,,", "100001,又,,,federation,province,,100000,,",
                "410800,焦作,,,federation,city,,,420000,", "410900,濮阳,,,federation,city,,410000-101,,",
                "410882,沁阳,,,federation,county,,410800,,",
            ]
            #expect(try await places(plan(rows, under: henan.id, in: federation)) == ["2 parent", "3 parent"])
            // Muster itself may hang them anywhere, but there is no second root.
            #expect(try await places(plan(rows, in: federation)) == ["4 parent"])
            try await federation.change(.unitClose) { act in
                try UnitTree.close(try #require(try UnitStore.find(code: "420000", in: act.db)).id, in: act).id
            }
            let closed = try await federation.read { try #require(try UnitStore.find(code: "420000", in: $0)).id }
            await refused(UnitRefusal.parentClosed) {
                try await plan(["x,某,,,federation,city,,,,"], under: closed, in: federation)
            }
        }
    }

    @Test(arguments: TestDatabase.dialects) func nothingIsHalfImported(_ dialect: Dialect) async throws {
        try await withFederation(dialect) { federation in
            let rows = try sheet(Array(CSVFixture.nation(2_000).dropLast()) + ["N0,,,,federation,national,,,,"])
            do {
                _ = try await federation.importUnits(rows, as: .system, under: nil, id: federation.newActID())
                Issue.record("a row without a name was imported")
            } catch UnitImportRefusal.problems(let problems) {
                #expect(problems.count == 1)
                #expect(problems.first.map(\.line) == [2_001])
            }
            for table in ["unit", "unit_link", "unit_short_name", "unit_region_code", "journal"] as [StaticString] {
                #expect(try await federation.count(table) == 0, "\(table)")
            }
            let next: Int? = try await federation.read { try $0.scalar("select next from tree_counter") }
            #expect(next == 1)
        }
    }

    @Test(arguments: TestDatabase.dialects) func atMostTwoHundredProblemsAreShownAndAllCounted(
        _ dialect: Dialect
    ) async throws {
        try await withFederation(dialect) { federation in
            let plan = try await plan((0..<9_000).map { "n\($0),,,,federation,city,,nowhere,," }, in: federation)
            #expect(plan.problems.count == 18_000)
            #expect(places(plan).count == 200)
            #expect(places(plan).prefix(4) == ["2 name", "2 parent", "3 name", "3 parent"])
        }
    }

    // MARK: what is done

    @Test(arguments: TestDatabase.dialects) func aPlanCountsAndWritesNothing(_ dialect: Dialect) async throws {
        try await withFederation(dialect) { federation in
            let plan = try await plan(nation, in: federation)
            #expect(plan.isSound)
            #expect(plan.counts.units == 3)
            #expect(plan.counts.units(at: .province) == 2)
            #expect(plan.counts.groups.map(\.kind) == [.federation, .federation, .industrialUnion])
            #expect(try await federation.count("unit") == 0)
        }
    }

    @Test(arguments: TestDatabase.dialects) func aFileMayNameUnitsThereAreAndStandInAnyOrder(
        _ dialect: Dialect
    ) async throws {
        try await withFederation(dialect) { federation in
            try await imported(nation, into: federation)
            try await imported(
                [
                    "410882-009,纺织厂工会,纺织厂,,grassroots_union,workplace,,410882,410800-101,",
                    "410882,沁阳市总工会,,,federation,county,county_city,410800,,410882",
                    "410800-101,焦作轻纺,,,industrial_union,city,,410800,410000-101,",
                    "410800,焦作市总工会,市总;焦作市总,,federation,city,prefecture_city,410000,,410800",
                    "g,集团工会,,,grassroots_union,workplace,,410800-101,410800,",
                ], into: federation)
            try await federation.read { (db) throws in
                func unit(_ code: String) throws -> Unit { try #require(try UnitStore.find(code: code, in: db)) }
                let (mill, city, industry) = (try unit("410882-009"), try unit("410800"), try unit("410800-101"))
                #expect(city.shortNames == ["市总", "焦作市总"])
                #expect(mill.path.depth == 5)
                #expect(mill.secondaryPath == industry.path.appending(segment: mill.path.lastSegment))
                #expect(try industry.secondaryPath?.parent == unit("410000-101").path)
                #expect(try UnitTree.faults(in: db).isEmpty)
                func lines(_ code: String) throws -> [UnitLine] {
                    try UnitLinkStore.history(of: unit(code).id, in: db).sorted { $0.isPrimary && !$1.isPrimary }
                        .map(\.line)
                }
                #expect(try lines("410882-009") == [.territorial, .industrial])
                #expect(try lines("g") == [.industrial, .territorial])
                #expect(try UnitRegionCodes.code(of: city.id, on: "2020-02-04", in: db) == "410800")
            }
        }
    }

    @Test(arguments: TestDatabase.dialects) func twentyThousandRowsAreOneActAndOneEntry(_ dialect: Dialect) async throws
    {
        try await withFederation(dialect) { federation in
            let rows = try sheet(CSVFixture.nation(20_000))
            let id = federation.newActID()
            let clock = ContinuousClock()
            let started = clock.now
            let outcome = try await federation.importUnits(rows, as: .system, under: nil, id: id)
            print("import of 20,000 rows on \(dialect.rawValue): \(clock.now - started)")
            #expect(outcome.counts.units == 20_000)
            // The same form sent again does nothing and gives the first outcome.
            #expect(try await federation.importUnits(rows, as: .system, under: nil, id: id) == outcome)
            try await federation.read { (db) throws in
                let root = try #require(try UnitStore.root(in: db))
                #expect(outcome.top == root.id)
                #expect(root.code == "N0")
                #expect(try Census.count(below: root, in: db) == 19_999)
                #expect(try UnitTree.faults(in: db).isEmpty)
                let entries = try JournalStore.entries(on: Subject("unit", root.id), in: db)
                #expect(entries.count == 1)
                #expect(entries.first?.detail.pairs.first { $0.name == "units" }?.value == "20000")
                let province = try #require(try UnitStore.find(code: "N7", in: db))
                #expect(try UnitStore.countChildren(of: root, in: db) == 30)
                #expect(try Census.count(below: province, in: db) > 20)
                let last = try #require(try UnitStore.find(code: "N19999", in: db))
                #expect(try UnitStore.ancestors(of: last.path, in: db).map(\.code).first == "N0")
            }
            // A segment is never given twice, so the next unit finds its place.
            try await federation.create("later", under: outcome.top)
        }
    }
}
