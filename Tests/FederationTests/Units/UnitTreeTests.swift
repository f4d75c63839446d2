import Federation
import MusterTesting
import Storage
import Testing

/// The cast: the province 省 with the cities 甲 and 乙, 甲 with the counties 子 and 丑, and an industrial union 产.
private struct Cast {
    let root, province, city, otherCity, county, otherCounty, industry: UnitID

    init(in federation: OpenFederation) async throws {
        root = try await federation.create("100000", "全国")
        province = try await federation.create("410000", "省", under: root)
        city = try await federation.create("410800", "甲", under: province)
        otherCity = try await federation.create("410900", "乙", under: province)
        county = try await federation.create("410882", "子", under: city)
        otherCounty = try await federation.create("410883", "丑", under: city)
        industry = try await federation.create("410000-101", "产", under: province, kind: .industrialUnion)
    }
}

private func withCast(_ dialect: Dialect, _ body: (OpenFederation, Cast) async throws -> Void) async throws {
    try await withFederation(dialect) { federation in try await body(federation, try await Cast(in: federation)) }
}

@Suite struct UnitTreeTests {
    // MARK: who may

    @Test(arguments: TestDatabase.dialects) func nobodyMovesAUnitOutOfOrIntoWhatTheyDoNotReach(
        _ dialect: Dialect
    ) async throws {
        try await withCast(dialect) { federation, cast in
            let cityAdministrator = try await federation.appoint(.administrator, at: cast.city, login: "alice")
            let clerk = try await federation.appoint(.clerk, at: cast.province, login: "bob")
            let administrator = try await federation.appoint(.administrator, at: cast.province, login: "chelsea")
            let outsider = Actor(person: federation.minter.mint())

            for (actor, refusal) in [(clerk, AccessRefusal.forbidden(.unitMove)), (outsider, AccessRefusal.notFound)] {
                await refused(refusal) {
                    try await federation.move(cast.county, under: cast.otherCity, as: actor, at: cast.county)
                }
            }
            // The act is done at a unit within reach, and still the other end is asked for.
            await refused(AccessRefusal.forbidden(.unitMove)) {
                try await federation.move(cast.county, under: cast.otherCity, as: cityAdministrator, at: cast.county)
            }
            await refused(AccessRefusal.forbidden(.unitMove)) {
                try await federation.move(cast.city, under: cast.otherCity, as: cityAdministrator, at: cast.city)
            }
            await refused(AccessRefusal.forbidden(.unitMerge)) {
                try await federation.merge(
                    cast.county, into: cast.otherCity, as: cityAdministrator, at: cast.county)
            }
            await refused(AccessRefusal.forbidden(.unitCreate)) {
                try await federation.create("x", under: cast.otherCity, as: cityAdministrator, at: cast.city)
            }
            try await federation.move(cast.county, under: cast.otherCity, as: administrator, at: cast.county)
            try await federation.create("y", under: cast.city, as: cityAdministrator, at: cast.city)
        }
    }

    // MARK: refusals

    @Test(arguments: TestDatabase.dialects) func refusesWhatIsNoTree(_ dialect: Dialect) async throws {
        try await withCast(dialect) { federation, cast in
            let nobody: UnitID = federation.minter.mint()
            await refused(UnitRefusal.rootExists) { try await federation.create("200000") }
            await refused(UnitRefusal.codeTaken("410882")) { try await federation.create("410882", under: cast.city) }
            await refused(UnitRefusal.parentUnknown) { try await federation.create("x", under: nobody) }
            await refused(UnitRefusal.secondSameAsFirst) {
                try await federation.create("x", under: cast.city, second: cast.city)
            }
            await refused(UnitRefusal.parentUnknown) { try await federation.move(cast.county, under: nobody) }
            await refused(UnitRefusal.underItself) { try await federation.move(cast.city, under: cast.city) }
            await refused(UnitRefusal.cycle) { try await federation.move(cast.city, under: cast.county) }
            await refused(UnitRefusal.rootStays) { try await federation.move(cast.root, under: cast.county) }
            await refused(UnitRefusal.rootStays) { try await federation.close(cast.root) }
            await refused(UnitRefusal.rootStays) { try await federation.merge(cast.root, into: cast.city) }
            await refused(UnitRefusal.alreadyThere) { try await federation.move(cast.county, under: cast.city) }
            await refused(UnitRefusal.cycle) { try await federation.merge(cast.city, into: cast.county) }
            await refused(UnitRefusal.underItself) { try await federation.merge(cast.city, into: cast.city) }
            await refused(UnitRefusal.secondSameAsFirst) { try await federation.setSecond(cast.county, to: cast.city) }
            await refused(UnitRefusal.underItself) { try await federation.setSecond(cast.county, to: cast.county) }
            await refused(UnitRefusal.cycle) { try await federation.setSecond(cast.city, to: cast.county) }
            await refused(UnitRefusal.noSecondLine) { try await federation.endSecond(cast.county) }
            await refused(UnitRefusal.hasChildren(2)) { try await federation.close(cast.city) }
            await refused(AccessRefusal.notFound) { try await federation.move(nobody, under: cast.city) }

            try await federation.setSecond(cast.county, to: cast.industry)
            await refused(UnitRefusal.alreadyThere) { try await federation.setSecond(cast.county, to: cast.industry) }
            await refused(UnitRefusal.secondSameAsFirst) {
                try await federation.move(cast.county, under: cast.industry)
            }
            // The industrial union has one unit below it on its second line.
            await refused(UnitRefusal.hasChildren(1)) { try await federation.close(cast.industry) }
            // 产 below 子, whose second parent is 产.
            await refused(UnitRefusal.secondLineCycle) { try await federation.move(cast.industry, under: cast.county) }

            try await federation.close(cast.otherCounty)
            await refused(UnitRefusal.closed) { try await federation.close(cast.otherCounty) }
            await refused(UnitRefusal.closed) { try await federation.move(cast.otherCounty, under: cast.otherCity) }
            await refused(UnitRefusal.parentClosed) { try await federation.move(cast.county, under: cast.otherCounty) }
            await refused(UnitRefusal.parentClosed) { try await federation.create("x", under: cast.otherCounty) }
            await refused(UnitRefusal.parentClosed) { try await federation.setSecond(cast.city, to: cast.otherCounty) }
            await refused(UnitRefusal.parentClosed) { try await federation.merge(cast.county, into: cast.otherCounty) }
            // The code of a closed unit stays its own.
            await refused(UnitRefusal.codeTaken("410883")) { try await federation.create("410883", under: cast.city) }
        }
    }

    @Test(arguments: TestDatabase.dialects) func refusesTwoOpenLinksOfOneSort(_ dialect: Dialect) async throws {
        try await withCast(dialect) { federation, cast in
            for isPrimary in [1, 0] {
                try await federation.setSecond(isPrimary == 1 ? cast.county : cast.otherCounty, to: cast.industry)
                let (unit, id): (UnitID, ID<UnitLink>) =
                    (isPrimary == 1 ? cast.county : cast.otherCounty, federation.minter.mint())
                do {
                    _ = try await federation.engine.write { db in
                        try db.execute(
                            """
                            insert into unit_link (id, unit, parent, line, is_primary, from_on)
                            values (\(id), \(unit), \(cast.otherCity), 'territorial', \(isPrimary), '2020-01-01')
                            """)
                    }
                    Issue.record("the schema let a second link through")
                } catch StorageError.uniqueViolation(let name) {
                    #expect(name == "unit_link_unit_key")
                }
            }
        }
    }

    @Test(arguments: TestDatabase.dialects) func refusesUnusableTexts(_ dialect: Dialect) async throws {
        try await withCast(dialect) { federation, cast in
            await refused(UnitRefusal.unusable(.code, .missing)) {
                try await federation.create("", "x", under: cast.city)
            }
            await refused(UnitRefusal.unusable(.code, .unusableCharacter)) {
                try await federation.create("a b", "x", under: cast.city)
            }
            await refused(UnitRefusal.unusable(.name, .missing)) {
                try await federation.create("x", "", under: cast.city)
            }
            await refused(UnitRefusal.unusable(.name, .tooLong(max: 200))) {
                try await federation.create("x", String(repeating: "工", count: 201), under: cast.city)
            }
            await refused(UnitRefusal.unusable(.shortNames, .unusableCharacter)) {
                try await federation.create("x", under: cast.city, shortNames: ["市\u{0}总"])
            }
            await refused(UnitRefusal.unusable(.regionCode, .notARegionCode)) {
                try await federation.create("x", under: cast.city, region: "41088")
            }
        }
    }

    @Test(arguments: TestDatabase.dialects) func refusesDaysThatCannotBe(_ dialect: Dialect) async throws {
        try await withCast(dialect) { federation, cast in
            await refused(UnitRefusal.dayUnusable) {
                try await federation.move(cast.county, under: cast.otherCity, on: "2020-02-30")
            }
            await refused(UnitRefusal.dayAhead) {
                try await federation.move(cast.county, under: cast.otherCity, on: "2020-02-05")
            }
            await refused(UnitRefusal.dayBeforeBeginning("2020-02-04")) {
                try await federation.move(cast.county, under: cast.otherCity, on: "2020-02-03")
            }
            await refused(UnitRefusal.dayBeforeBeginning("2020-02-04")) {
                try await federation.close(cast.county, on: "2020-02-03")
            }
        }
    }

    @Test(arguments: TestDatabase.dialects) func refusesABranchThatIsTooDeep(_ dialect: Dialect) async throws {
        try await withFederation(dialect) { federation in
            let root = try await federation.create("root")
            var last = root
            for depth in 2...UnitRules.depthMax { last = try await federation.create("d\(depth)", under: last) }
            let lowest = last
            await refused(UnitRefusal.tooDeep) { try await federation.create("x", under: lowest) }
            let other = try await federation.create("other", under: root)
            let branch = try await federation.read { try #require(try UnitStore.find(code: "d2", in: $0)).id }
            await refused(UnitRefusal.tooDeep) { try await federation.move(branch, under: other) }
            await refused(UnitRefusal.tooDeep) { try await federation.move(other, under: lowest) }
        }
    }

    // MARK: what is done

    @Test(arguments: TestDatabase.dialects) func aMoveEndsOneLinkAndBeginsAnother(_ dialect: Dialect) async throws {
        try await withCast(dialect) { federation, cast in
            let before = try await federation.unit(cast.county).path
            try await federation.move(cast.city, under: cast.root, line: .industrial)
            let (history, county) = try await federation.read { (db) throws in
                (try UnitLinkStore.history(of: cast.city, in: db), try UnitStore.require(cast.county, in: db))
            }
            #expect(history.map(\.parent) == [cast.province, cast.root])
            #expect(history.map(\.toOn) == ["2020-02-04", nil])
            #expect(history.map(\.line) == [.territorial, .industrial])
            #expect(county.path.depth == before.depth - 1)
            #expect(county.path.lastSegment == before.lastSegment)
        }
    }

    @Test(arguments: TestDatabase.dialects) func aMovedSecondParentTakesItsSecondPathsAlong(
        _ dialect: Dialect
    ) async throws {
        try await withCast(dialect) { federation, cast in
            let branch = try await federation.create("产业分会", under: cast.industry)
            try await federation.setSecond(cast.county, to: branch)
            // Its second parent's parent moves, and then its own first parent, which changes nothing of the second path.
            try await federation.move(cast.industry, under: cast.otherCity)
            try await federation.move(cast.city, under: cast.root)
            let (county, above) = (try await federation.unit(cast.county), try await federation.unit(branch))
            #expect(county.secondaryPath == above.path.appending(segment: county.path.lastSegment))
            #expect(above.path.depth == 5)
            #expect(try await federation.read { try UnitTree.faults(in: $0) }.isEmpty)
        }
    }

    @Test(arguments: TestDatabase.dialects) func aMergerTakesTheLinksAndEndsThePosts(_ dialect: Dialect) async throws {
        try await withCast(dialect) { federation, cast in
            let own = try await federation.create("410800-009", under: cast.city, second: cast.otherCity)
            let guest = try await federation.create("410000-301", under: cast.province, second: cast.city)
            let neighbour = try await federation.create("410900-301", under: cast.otherCity, second: cast.city)
            let clerk = try await federation.appoint(.clerk, at: cast.city, login: "bob")
            let counts = try await federation.merge(cast.city, into: cast.otherCity)
            #expect(counts.children == 3)
            #expect(counts.secondLines == 1)
            #expect(counts.endedSecondLines == 2)
            #expect(counts.posts == 1)

            let city = try await federation.unit(cast.city)
            let other = try await federation.unit(cast.otherCity)
            #expect(city.closedOn == "2020-02-04")
            #expect(city.path.parent == other.path)
            let (mergedInto, children, post): (UnitID?, [UnitID], Post?) = try await federation.read { (db) throws in
                (
                    try db.scalar("select merged_into from unit where id = \(cast.city)"),
                    try UnitStore.children(of: cast.otherCity, in: db).map(\.id),
                    try PersonStore.find(post: clerk.post ?? ID(0), in: db)
                )
            }
            #expect(mergedInto == cast.otherCity)
            #expect(Set(children) == [cast.county, cast.otherCounty, own, guest, neighbour])
            // Its last day is the one before: on the day of the merger nobody acts for the unit any more.
            #expect(post?.toOn == "2020-02-03")
            #expect(try await federation.unit(own).secondaryPath == nil)
            #expect(try await federation.unit(neighbour).secondaryPath == nil)
            #expect(try await federation.unit(guest).secondaryPath?.parent == other.path)
            #expect(try await federation.read { try UnitTree.faults(in: $0) }.isEmpty)
        }
    }

    @Test(arguments: TestDatabase.dialects) func closingWithdrawsWhatWasHandedOut(_ dialect: Dialect) async throws {
        try await withCast(dialect) { federation, cast in
            try await federation.engine.write { db in
                _ = try db.execute(
                    """
                    insert into invitation (id, kind, unit, role, code_digest, batch, created_at, expires_at)
                    values (1, 'post', \(cast.county), 'clerk', \([1, 2, 3] as [UInt8]), 1, 1, 9999999999999999)
                    """)
            }
            try await federation.close(cast.county)
            let open: Int? = try await federation.read {
                try $0.scalar("select count(*) as open from invitation where withdrawn_at is null")
            }
            #expect(open == 0)
        }
    }

    @Test(arguments: TestDatabase.dialects) func aRevisionKeepsThePlaceAndTheOldRegionCode(
        _ dialect: Dialect
    ) async throws {
        try await withFederation(dialect) { federation in
            let root = try await federation.create("410882", "沁阳市总工会", shortNames: ["沁阳市总"], region: "410882")
            let before: String? = try await federation.read { try $0.scalar("select sort_key from unit") }
            let clock = try #require(federation.clock as? SimulatedClock)
            clock.advance(seconds: 86_400 * 10)
            let naming = UnitNaming(
                "沁阳区总工会", shortNames: ["沁阳总", "沁阳区总"], nameEnglish: "Qinyang", regionCode: "410812")
            try await federation.change(.unitRevise) { act in
                try UnitTree.revise(root, to: naming, since: "2020-02-10", in: act).id
            }
            #expect(try await UnitNaming(of: federation.unit(root)) == naming)
            try await federation.read { (db) throws in
                #expect(try UnitRegionCodes.code(of: root, on: "2020-02-03", in: db) == nil)
                #expect(try UnitRegionCodes.code(of: root, on: "2020-02-09", in: db) == "410882")
                #expect(try UnitRegionCodes.code(of: root, on: "2020-02-10", in: db) == "410812")
                #expect(try db.scalar("select sort_key from unit") == before)
            }
            await refused(UnitRefusal.dayBeforeBeginning("2020-02-10")) {
                try await federation.change(.unitRevise) { act in
                    try UnitTree.revise(root, to: UnitNaming("沁阳"), since: "2020-02-09", in: act).id
                }
            }
            // A correction on the same day.
            try await federation.change(.unitRevise) { act in
                try UnitTree.revise(root, to: UnitNaming("沁阳"), since: "2020-02-10", in: act).id
            }
            #expect(try await federation.unit(root).regionCode == nil)
            #expect(try await federation.count("unit_region_code") == 1)
        }
    }
}
