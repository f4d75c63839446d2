import Federation
import MusterTesting
import Storage
import Testing

@Suite struct PersonTests {
    @Test func aNameInLatinLettersIsReadAsTyped() throws {
        for (typed, name) in [
            ("Zhao Jia", "Zhao Jia"), ("  Zhào Jiǎ ", "Zhào Jiǎ"), ("Ｚhao　Jia", "Zhao Jia"),
            ("O'Neill-Wu", "O'Neill-Wu"),
            ("", nil), ("   ", nil),
        ] as [(String, String?)] {
            #expect(try PersonRules.nameLatin(typed) == name, "\(typed)")
        }
        for typed in ["赵甲", "Zhao 甲", "Zhao\nJia", "- -", "Zhao1", "<b>", String(repeating: "a", count: 51)] {
            #expect(throws: PersonRefusal.nameLatinUnusable, "\(typed)") { try PersonRules.nameLatin(typed) }
        }
    }

    @Test(arguments: TestDatabase.dialects) func aNameIsShownInThePagesLanguage(_ dialect: Dialect) async throws {
        try await Ground.with(dialect) { ground in
            let both = Person(
                id: ground.federation.minter.mint(), login: "zhaojia", name: "赵甲", nameLatin: "Zhao Jia")
            let one = Person(id: ground.federation.minter.mint(), login: "qianyi", name: "钱乙")
            let now = ground.clock.now()
            try await ground.engine.write { db in
                for person in [both, one] { try PersonStore.insert(person, at: now, in: db) }
            }
            let names = try await ground.federation.read { db in
                try Language.allCases.map { try PersonStore.names([both.id, one.id], $0, in: db) }
            }
            #expect(names == [[both.id: "赵甲", one.id: "钱乙"], [both.id: "Zhao Jia", one.id: "钱乙"]])
            #expect(try await ground.federation.read { try PersonStore.find(both.id, in: $0) } == both)
        }
    }

    @Test(arguments: TestDatabase.dialects) func thePrincipalAppointsANewcomerInOneAct(_ dialect: Dialect) async throws
    {
        try await SmallOffice.with(dialect) { office in
            let newcomer = try PersonDraft(login: "wang.geng", name: "王庚", nameLatin: "Wang Geng")
            func draft(_ unit: UnitID, _ role: Role) -> PostDraft {
                PostDraft(unit: unit, role: role, title: nil, fromOn: "2020-02-04", toOn: nil)
            }
            for (actor, unit) in [
                (office.outsider, office.city), (office.clerk, office.city), (office.chair, office.qinyang),
            ] {
                await expectRefusal("access.forbidden") {
                    try await office.federation.appoint(
                        newcomer, to: draft(unit, .clerk), as: actor, id: office.newID())
                }
            }
            await expectRefusal("post.role_not_yours") {
                try await office.federation.appoint(
                    newcomer, to: draft(office.city, .auditor), as: office.chair, id: office.newID())
            }
            #expect(try await office.federation.read { try PersonStore.find(login: "wang.geng", in: $0) } == nil)
            let id = office.newID()
            var posts: Set<PostID> = []
            for _ in 0..<2 {
                posts.insert(
                    try await office.federation.appoint(
                        newcomer, to: draft(office.city, .publicity), as: office.chair, id: id))
            }
            #expect(posts.count == 1)
            await expectRefusal("person.login_taken") {
                try await office.federation.appoint(
                    newcomer, to: draft(office.city, .clerk), as: office.chair, id: office.newID())
            }
        }
    }
}

@Suite struct PeopleMigrationTests {
    /// What came with a migration: verbs, and verbs of some roles.
    private static func isNew(_ grant: [String], since number: Int) -> Bool {
        let (role, verb) = (grant[0], grant[1])
        if number <= 5 {
            let verbs: Set = [
                "number.read", "number.start", "number.reserve", "number.enter", "calendar.read", "job.read",
                "job.retry", "job.abandon",
            ]
            let isAppointing = role.hasSuffix("principal") && ["post.appoint", "post.end"].contains(verb)
            if verbs.contains(verb) || isAppointing { return true }
        }
        return ["handling", "draft", "setting", "line"].contains(verb.prefix { $0 != "." })
            || [
                "receipt.convey", "receipt.file", "receipt.record", "dispatch.urge", "notice.export", "notice.change",
                "notice.acknowledge",
            ].contains(verb)
    }

    /// An installation from before has in the end the grants that a new one begins with.
    @Test(arguments: TestDatabase.dialects, [5, 7])
    func oldGrantsBecomeTheNewOnes(_ dialect: Dialect, _ number: Int) async throws {
        let fresh = try await TestDatabase.with(dialect) { database in
            let federation = try await OpenFederation.open(database.engine, clock: SimulatedClock())
            return try await Self.grants(federation.engine)
        }
        try await TestDatabase.with(dialect, from: .empty) { database in
            let engine = database.engine
            _ = try await engine.migrate(Migration.all.filter { $0.number < number }, appliedAt: 1)
            let old = fresh.filter { !Self.isNew($0, since: number) }
            #expect(old.count < fresh.count)
            try await engine.write { db in
                for grant in old {
                    try db.execute(
                        "insert into role_grant (role, verb, reach) values (\(grant[0]), \(grant[1]), \(grant[2]))")
                }
            }
            _ = try await engine.migrate(Migration.all, appliedAt: 2)
            #expect(try await Self.grants(engine) == fresh)
        }
    }

    private static func grants(_ engine: any Engine) async throws -> [[String]] {
        try await engine.read { db in
            try db.query("select role, verb, reach from role_grant order by role, verb, reach")
                .map { [try $0["role"], try $0["verb"], try $0["reach"]] }
        }
    }
}
