import Federation
import Testing

@Suite struct PasswordTests {
    @Test(arguments: [
        ("七个字的口令啊", "wang.xin", PasswordRefusal.tooShort), ("", "wang.xin", .tooShort),
        (String(repeating: "长", count: 201), "wang.xin", .tooLong), ("Wang.Xin8", "wang.xin8", .isLogin),
    ]) func isRefused(_ text: String, _ login: String, _ reason: PasswordRefusal) {
        #expect(throws: reason) { try Password(choosing: text, for: login) }
    }

    @Test(arguments: ["八个字的口令就够", "aaaaaaaa", "        ", String(repeating: "长", count: 200)])
    func nothingElseIsAsked(_ text: String) throws {
        _ = try Password(choosing: text, for: "wang.xin")
    }

    @Test func itPrintsAsNothing() throws {
        let password = try Password(choosing: "correct horse", for: "wang.xin")
        #expect(!"\(password)".contains("horse"))
        var dumped = ""
        dump(password, to: &dumped)
        #expect(!dumped.contains("horse"))
    }

    @Test func itIsVerifiedAtFullCost() async throws {
        let hasher = PasswordHasher()
        let hash = try await hasher.hash(try Password(choosing: "correct horse", for: "a"))
        #expect(hash.cost == 32_768 && hash.salt.count == 16 && hash.hash.count == 32)
        #expect(try await hasher.verify(Password(claimed: "correct horse"), against: hash))
        #expect(try await !hasher.verify(Password(claimed: "correct horsf"), against: hash))
        #expect(try await !hasher.verify(Password(claimed: "correct horse"), against: nil))
    }

    @Test func lettersComposedOtherwiseAreTheSame() async throws {
        let hasher = PasswordHasher(cost: 16)
        let hash = try await hasher.hash(try Password(choosing: "caf\u{E9} au lait", for: "a"))
        #expect(try await hasher.verify(Password(claimed: "cafe\u{301} au lait"), against: hash))
    }

    @Test func whoeverComesWhenTooManyWaitIsRefused() async throws {
        // Slow enough that the others come while it works, on a machine with other things to do as well.
        let hasher = PasswordHasher(cost: 65_536, threads: 1, waitingMax: 2)
        let password = try Password(choosing: "correct horse", for: "a")
        let refused = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<40 {
                group.addTask {
                    do {
                        _ = try await hasher.hash(password)
                        return false
                    } catch {
                        return error as? SignInRefusal == .busy
                    }
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(refused > 0 && refused < 40)
        _ = try await hasher.hash(password)
    }

    @Test(arguments: ["ab", "汉字", "a b c", "-abc", "abc.", String(repeating: "a", count: 33)])
    func aLoginIsRefused(_ text: String) {
        #expect(throws: PersonRefusal.loginUnusable) { try PersonRules.login(text) }
    }

    @Test func aLoginIsFolded() throws {
        #expect(try PersonRules.login(" Ｗang.Xin-2 ") == "wang.xin-2")
    }

    @Test(arguments: ["", "  ", "赵\n甲", String(repeating: "长", count: 51)]) func aNameIsRefused(_ text: String) {
        #expect(throws: PersonRefusal.nameMissing) { try PersonRules.name(text) }
    }
}
