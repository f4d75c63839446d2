import Federation
import MusterTesting
import Storage
import Testing

@Suite struct SignInTests {
    @Test(arguments: TestDatabase.dialects) func aWrongPasswordAndAnUnknownLoginAreRefusedAlike(
        _ dialect: Dialect
    ) async throws {
        try await SmallOffice.with(dialect) { office in
            await expectRefusal("sign_in.wrong") { try await office.signIn("zhao.jia", password: "not this one") }
            await expectRefusal("sign_in.wrong") { try await office.signIn("no.such.one") }
            let sessions = try await office.count("session")
            #expect(sessions == 0)
        }
    }

    @Test(arguments: TestDatabase.dialects) func anUnknownTokenIsNobody(_ dialect: Dialect) async throws {
        try await SmallOffice.with(dialect) { office in
            let text = office.newBrowser().text
            let token = try #require(SessionToken(text))
            #expect(try await office.gate.signedIn(token) == nil)
            #expect(SessionToken(String(text.dropLast())) == nil)
            #expect(SessionToken("") == nil)
        }
    }

    @Test(arguments: TestDatabase.dialects) func onesPostsAreReadWithTheSession(_ dialect: Dialect) async throws {
        try await SmallOffice.with(dialect) { office in
            let signedIn = try await office.signedIn(" QIAN.yi ")
            #expect(signedIn.person.name == "钱乙")
            #expect(signedIn.actor == office.chair)
            #expect(signedIn.posts.map(\.unit) == [office.city])
            #expect(signedIn.unitNames[office.city]?.zh == "焦作市总工会")
            #expect(signedIn.language == .chinese)
            let nobody = try await office.signedIn("wu.ji")
            #expect(nobody.actor == office.nobody && nobody.acting == nil)
        }
    }

    @Test(arguments: TestDatabase.dialects) func aSessionEndsAfterHalfADay(_ dialect: Dialect) async throws {
        try await SmallOffice.with(dialect) { office in
            let opened = try await office.signIn("zhao.jia")
            office.clock.advance(seconds: 12 * 3600 - 1)
            #expect(try await office.gate.signedIn(opened.token) != nil)
            office.clock.advance(seconds: 1)
            #expect(try await office.gate.signedIn(opened.token) == nil)
            let now = office.clock.now()
            try await office.federation.engine.write { try SessionStore.sweep(at: now, in: $0) }
            #expect(try await office.count("session") == 0)
        }
    }

    @Test(arguments: TestDatabase.dialects) func aSessionOnAKnownPhoneLastsNinetyDays(_ dialect: Dialect) async throws {
        try await SmallOffice.with(dialect) { office in
            let opened = try await office.signIn("zhao.jia", phone: true)
            #expect(opened.expiresAt == office.clock.now().adding(days: 90))
            office.clock.advance(seconds: 90 * 86_400 - 1)
            #expect(try await office.gate.signedIn(opened.token)?.session.isKnownPhone == true)
            office.clock.advance(seconds: 1)
            #expect(try await office.gate.signedIn(opened.token) == nil)
        }
    }

    @Test(arguments: TestDatabase.dialects) func readingAPageSeldomWrites(_ dialect: Dialect) async throws {
        try await SmallOffice.with(dialect) { office in
            let opened = try await office.signIn("zhao.jia")
            let start = office.clock.now()
            func seen() async throws -> Moment? {
                try await office.federation.read { try SessionStore.find(opened.session, in: $0)?.seenAt }
            }
            office.clock.advance(seconds: 299)
            _ = try await office.gate.signedIn(opened.token)
            #expect(try await seen() == start)
            office.clock.advance(seconds: 1)
            _ = try await office.gate.signedIn(opened.token)
            #expect(try await seen() == start.adding(seconds: 300))
        }
    }

    @Test(arguments: TestDatabase.dialects) func theDatabaseKeepsNoToken(_ dialect: Dialect) async throws {
        try await SmallOffice.with(dialect) { office in
            let opened = try await office.signIn("zhao.jia")
            let digest: [UInt8]? = try await office.federation.read {
                try $0.scalar("select token_digest from session")
            }
            let token = try #require(digest)
            #expect(token.count == 32)
            #expect(opened.token.text.utf8.count == 43)
            #expect(try #require(SessionToken(opened.token.text)) == opened.token)
        }
    }

    @Test(arguments: TestDatabase.dialects) func aFormSentTwiceFromOneBrowserIsOneSession(_ dialect: Dialect)
        async throws
    {
        try await SmallOffice.with(dialect) { office in
            let (browser, id) = (office.newBrowser(), office.newID())
            let form = SignInForm(login: "zhao.jia", password: SmallOffice.password)
            let first = try await office.gate.signIn(form, in: browser, from: "a", id: id)
            let second = try await office.gate.signIn(form, in: browser, from: "a", id: id)
            #expect(first == second)
            #expect(try await office.count("session") == 1)
            #expect(try await office.gate.signedIn(second.token) != nil)
            // From another browser the same form opens nothing.
            let stolen = try await office.gate.signIn(form, in: office.newBrowser(), from: "a", id: id)
            #expect(try await office.gate.signedIn(stolen.token) == nil)
        }
    }

    @Test(arguments: TestDatabase.dialects) func somebodyElsesSessionIsNotFound(_ dialect: Dialect) async throws {
        try await SmallOffice.with(dialect) { office in
            let other = try await office.signIn("zhao.jia")
            let outsider = try await office.signedIn("zhou.wu")
            await expectRefusal("page.not_found") {
                try await office.gate.signOut(of: other.session, by: outsider, id: office.newID())
            }
            #expect(try await office.gate.signedIn(other.token) != nil)
        }
    }

    @Test(arguments: TestDatabase.dialects) func signingOutEndsTheSession(_ dialect: Dialect) async throws {
        try await SmallOffice.with(dialect) { office in
            let here = try await office.signIn("zhao.jia")
            let phone = try await office.signIn("zhao.jia", phone: true)
            let signedIn = try #require(try await office.gate.signedIn(here.token))
            try await office.gate.signOut(of: phone.session, by: signedIn, id: office.newID())
            #expect(try await office.gate.signedIn(phone.token) == nil)
            let id = office.newID()
            try await office.gate.signOut(by: signedIn, id: id)
            try await office.gate.signOut(by: signedIn, id: id)
            #expect(try await office.gate.signedIn(here.token) == nil)
        }
    }

    @Test(arguments: TestDatabase.dialects) func onlyAPostOfOnesOwnCanBeTaken(_ dialect: Dialect) async throws {
        try await SmallOffice.with(dialect) { office in
            let signedIn = try await office.signedIn("sun.bing")
            let chair = try #require(office.chair.post)
            await expectRefusal("page.not_found") {
                try await office.gate.act(as: chair, by: signedIn, id: office.newID())
            }
        }
    }

    @Test(arguments: TestDatabase.dialects) func oneActsAsThePostOneChooses(_ dialect: Dialect) async throws {
        try await SmallOffice.with(dialect) { office in
            let person = try #require(office.clerk.person)
            let second = try await office.federation.appoint(
                Appointment(person: person, unit: office.qinyang, role: .dutyOfficer), as: office.administrator,
                id: office.newID())
            let opened = try await office.signIn("sun.bing")
            let signedIn = try #require(try await office.gate.signedIn(opened.token))
            #expect(signedIn.posts.count == 2 && signedIn.actor == office.clerk)
            try await office.gate.act(as: second, by: signedIn, id: office.newID())
            let after = try #require(try await office.gate.signedIn(opened.token))
            #expect(after.acting?.id == second && after.actor.unit == office.qinyang)

            // A post that ends leaves one acting as nothing, not as another.
            try await office.federation.endPost(
                second, at: office.qinyang, lastDay: "2020-02-03", as: office.administrator, id: office.newID())
            let ended = try #require(try await office.gate.signedIn(opened.token))
            #expect(ended.acting == nil && ended.posts.count == 1 && ended.actor.post == nil)
        }
    }

    @Test(arguments: TestDatabase.dialects) func theLanguageIsKept(_ dialect: Dialect) async throws {
        try await SmallOffice.with(dialect) { office in
            let opened = try await office.signIn("zhao.jia")
            let signedIn = try #require(try await office.gate.signedIn(opened.token))
            try await office.gate.read(in: .english, by: signedIn, id: office.newID())
            #expect(try await office.gate.signedIn(opened.token)?.language == .english)
            #expect(try await office.signedIn("zhao.jia").language == .english)
        }
    }

    @Test(arguments: TestDatabase.dialects) func theCastEntersTheDemoWithoutAPassword(_ dialect: Dialect) async throws {
        try await SmallOffice.with(dialect) { office in
            let person = try #require(office.qinyangClerk.person)
            let opened = try await office.gate.enterDemo(as: person, in: office.newBrowser(), id: office.newID())
            #expect(try await office.gate.signedIn(opened.token)?.actor == office.qinyangClerk)
        }
    }

    @Test func theHiddenFieldBelongsToItsCookie() throws {
        var source = SystemRandomNumberGenerator()
        let (one, other) = (BrowserKey(using: &source), BrowserKey(using: &source))
        let field = CSRF.field(for: one, using: &source)
        #expect(CSRF.matches(field, one))
        #expect(!CSRF.matches(field, other))
        #expect(!CSRF.matches("", one))
        let session = try #require(SessionToken(one.text))
        #expect(CSRF.matches(CSRF.field(for: session, using: &source), session))
        // The same bytes as another cookie give another field.
        #expect(!CSRF.matches(field, session))
        #expect(BrowserKey(one.text) == one && BrowserKey("short") == nil)
    }

    @Test func theHiddenFieldIsWrittenDifferentlyEachTime() throws {
        var source = SystemRandomNumberGenerator()
        let session = try #require(SessionToken(BrowserKey(using: &source).text))
        let fields = (0..<100).map { _ in CSRF.field(for: session, using: &source) }
        #expect(fields.allSatisfy { CSRF.matches($0, session) })
        // No four letters stand at the same place in all of them: lengths of compressed pages have nothing to tell.
        for start in stride(from: 0, to: fields[0].count - 4, by: 4) {
            #expect(Set(fields.map { $0.dropFirst(start).prefix(4) }).count > 50)
        }
    }

    @Test func aFieldWithAnythingChangedIsNobodys() throws {
        var source = SystemRandomNumberGenerator()
        let browser = BrowserKey(using: &source)
        let letters = Array(CSRF.field(for: browser, using: &source))
        for place in letters.indices {
            var changed = letters
            changed[place] = changed[place] == "A" ? "B" : "A"
            #expect(!CSRF.matches(String(changed), browser))
        }
        #expect(!CSRF.matches(String(letters.dropLast()), browser))
        #expect(!CSRF.matches(String(letters) + "A", browser))
    }

    @Test(arguments: TestDatabase.dialects) func theJournalNamesSessionsAndNothingMore(_ dialect: Dialect) async throws
    {
        try await SmallOffice.with(dialect) { office in
            let opened = try await office.signIn("zhao.jia")
            let signedIn = try #require(try await office.gate.signedIn(opened.token))
            try await office.gate.signOut(by: signedIn, id: office.newID())
            let subject = Subject("session", opened.session)
            let entries = try await office.federation.read { try JournalStore.entries(on: subject, in: $0) }
            #expect(entries.map(\.verb) == ["session.open", "session.close"])
            #expect(entries.allSatisfy { $0.person == office.administrator.person && $0.unit == office.city })
            let text = try await office.journalText()
            for secret in [opened.token.text, SmallOffice.password] + SmallOffice.logins + SmallOffice.names {
                #expect(!text.contains(secret))
            }
        }
    }
}
