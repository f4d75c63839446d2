import Federation
import MusterTesting
import Storage
import Testing

@Suite struct ThrottleTests {
    private func wrong(_ office: SmallOffice, _ login: String = "zhao.jia", from client: String = "10.0.0.1") async
        -> SignInRefusal?
    {
        do {
            _ = try await office.signIn(login, password: "not this one", from: client)
            return nil
        } catch { return error as? SignInRefusal }
    }

    @Test(arguments: TestDatabase.dialects) func theWaitDoublesUpToAQuarterOfAnHour(_ dialect: Dialect) async throws {
        try await SmallOffice.with(dialect) { office in
            for _ in 0..<5 { #expect(await wrong(office) == .wrong) }
            for seconds: Int64 in [2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900] {
                #expect(await wrong(office) == .slowDown(seconds: seconds))
                office.clock.advance(seconds: seconds - 1)
                #expect(await wrong(office) == .slowDown(seconds: 1))
                office.clock.advance(seconds: 1)
                #expect(await wrong(office) == .wrong)
            }
        }
    }

    @Test(arguments: TestDatabase.dialects) func theRightPasswordWaitsToo(_ dialect: Dialect) async throws {
        try await SmallOffice.with(dialect) { office in
            for _ in 0..<5 { #expect(await wrong(office) == .wrong) }
            await expectRefusal("sign_in.slow_down") { try await office.signIn("zhao.jia") }
            // Another login from the same address does not.
            _ = try await office.signIn("qian.yi")
            office.clock.advance(seconds: 2)
            _ = try await office.signIn("zhao.jia")
        }
    }

    @Test(arguments: TestDatabase.dialects) func successForgetsTheLoginsFailures(_ dialect: Dialect) async throws {
        try await SmallOffice.with(dialect) { office in
            for _ in 0..<4 { #expect(await wrong(office) == .wrong) }
            _ = try await office.signIn("zhao.jia")
            for _ in 0..<5 { #expect(await wrong(office) == .wrong) }
            #expect(await wrong(office) == .slowDown(seconds: 2))
        }
    }

    @Test(arguments: TestDatabase.dialects) func aQuarterOfAnHourForgetsToo(_ dialect: Dialect) async throws {
        try await SmallOffice.with(dialect) { office in
            for _ in 0..<4 { #expect(await wrong(office) == .wrong) }
            office.clock.advance(seconds: 900)
            for _ in 0..<5 { #expect(await wrong(office) == .wrong) }
            #expect(await wrong(office) == .slowDown(seconds: 2))
            office.clock.advance(seconds: 3600)
            let now = office.clock.now()
            try await office.federation.engine.write { try Throttle.sweep(at: now, in: $0) }
            #expect(try await office.count("sign_in_failure") == 0)
        }
    }

    @Test(arguments: TestDatabase.dialects) func anAddressThatTriesManyLoginsIsSlowedDown(_ dialect: Dialect)
        async throws
    {
        try await SmallOffice.with(dialect) { office in
            for number in 0..<30 { #expect(await wrong(office, "guess\(number)", from: "203.0.113.9") == .wrong) }
            #expect(await wrong(office, "guess31", from: "203.0.113.9") == .slowDown(seconds: 2))
            #expect(await wrong(office, "guess31", from: "203.0.113.10") == .wrong)
        }
    }

    @Test(arguments: TestDatabase.dialects) func triesSentAtOnceAreAllCounted(_ dialect: Dialect) async throws {
        try await SmallOffice.with(dialect) { office in
            let checked = await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<12 { group.addTask { await wrong(office) == .wrong } }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(checked == 5)
        }
    }

    @Test(arguments: TestDatabase.dialects) func whoTriedFromWhereIsNotKept(_ dialect: Dialect) async throws {
        try await SmallOffice.with(dialect) { office in
            _ = await wrong(office, "zhao.jia", from: "203.0.113.9")
            let keys: [[UInt8]] = try await office.federation.read {
                try $0.query("select key from sign_in_failure").map { try $0["key"] }
            }
            #expect(keys.count == 2 && keys.allSatisfy { $0.count == 32 })
            #expect(try await !office.journalText().contains("203.0.113.9"))
        }
    }
}
