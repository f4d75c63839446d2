import Federation
import MusterTesting
import Storage
import Testing

@Suite struct InvitationTests {
    // MARK: refusals

    @Test(arguments: TestDatabase.dialects) func theOutsiderInvitesNobody(_ dialect: Dialect) async throws {
        try await SmallOffice.with(dialect) { office in
            for actor in [office.outsider, office.qinyangClerk] {
                await expectRefusal("access.forbidden") {
                    try await office.gate.invite(to: office.city, role: .clerk, as: actor, id: office.newID())
                }
            }
            await expectRefusal("access.forbidden") {
                try await office.gate.invite(to: office.works, role: .clerk, as: office.outsider, id: office.newID())
            }
            await expectRefusal("page.not_found") {
                try await office.gate.invite(to: office.works, role: .clerk, as: office.nobody, id: office.newID())
            }
            await expectRefusal("access.forbidden") {
                try await office.gate.inviteBelow(office.qinyang, as: office.outsider, id: office.newID())
            }
            let invitations = try await office.count("invitation")
            #expect(invitations == 0)
        }
    }

    @Test(arguments: TestDatabase.dialects) func aClerkMakesNoAdministrator(_ dialect: Dialect) async throws {
        try await SmallOffice.with(dialect) { office in
            for role in [Role.administrator, .auditor] {
                await expectRefusal("post.role_not_yours") {
                    try await office.gate.invite(
                        to: office.qinyang, role: role, as: office.qinyangClerk, id: office.newID())
                }
            }
            _ = try await office.gate.invite(
                to: office.qinyang, role: .administrator, as: office.administrator, id: office.newID())
        }
    }

    @Test(arguments: TestDatabase.dialects) func theDaysHaveLimits(_ dialect: Dialect) async throws {
        try await SmallOffice.with(dialect) { office in
            for days in [0, -1, 91] {
                await expectRefusal("invitation.days_unusable") {
                    try await office.gate.invite(
                        to: office.works, role: .clerk, days: days, as: office.qinyangClerk, id: office.newID())
                }
            }
        }
    }

    @Test(arguments: TestDatabase.dialects) func everyUselessCodeIsRefusedAlike(_ dialect: Dialect) async throws {
        try await SmallOffice.with(dialect) { office in
            let used = try await office.newCode()
            _ = try await office.gate.accept(used, office.newcomer(), in: office.newBrowser(), id: office.newID())

            let sheet = try await office.gate.invite(
                to: office.works, role: .clerk, as: office.qinyangClerk, id: office.newID())
            let line = try #require(sheet.lines.first)
            let withdrawn = try #require(line.code).text
            await expectRefusal("access.forbidden") {
                try await office.gate.withdraw(
                    line.invitation.id, at: office.works, as: office.outsider, id: office.newID())
            }
            await expectRefusal("page.not_found") {
                // Under another unit than its own, which the actor does reach.
                try await office.gate.withdraw(
                    line.invitation.id, at: office.qinyang, as: office.qinyangClerk, id: office.newID())
            }
            try await office.gate.withdraw(
                line.invitation.id, at: office.works, as: office.qinyangClerk, id: office.newID())

            let expired = try await office.newCode()
            office.clock.advance(seconds: 14 * 86_400)

            let signedIn = try await office.signedIn("zhao.jia")
            for code in [used, withdrawn, expired, "0000-0000-0000", "", "汉字", "0000-0000-000U"] {
                await expectRefusal("invitation.unusable") { try await office.gate.offer(code) }
                await expectRefusal("invitation.unusable") {
                    try await office.gate.accept(
                        code, office.newcomer("feng.xin"), in: office.newBrowser(), id: office.newID())
                }
                await expectRefusal("invitation.unusable") {
                    try await office.gate.accept(code, by: signedIn, id: office.newID())
                }
                await expectRefusal("invitation.unusable") {
                    try await office.gate.acceptReset(
                        code, password: "河水平了灯也熄了", in: office.newBrowser(), id: office.newID())
                }
            }
            #expect(try await office.count("person") == 7)
        }
    }

    @Test(arguments: TestDatabase.dialects) func aUsedOneCannotBeWithdrawn(_ dialect: Dialect) async throws {
        try await SmallOffice.with(dialect) { office in
            let sheet = try await office.gate.invite(
                to: office.works, role: .clerk, as: office.qinyangClerk, id: office.newID())
            let line = try #require(sheet.lines.first)
            _ = try await office.gate.accept(
                try #require(line.code).text, office.newcomer(), in: office.newBrowser(), id: office.newID())
            await expectRefusal("invitation.already_used") {
                try await office.gate.withdraw(
                    line.invitation.id, at: office.works, as: office.qinyangClerk, id: office.newID())
            }
        }
    }

    @Test(arguments: TestDatabase.dialects) func aTakenLoginLeavesTheCodeOpen(_ dialect: Dialect) async throws {
        try await SmallOffice.with(dialect) { office in
            let code = try await office.newCode()
            await expectRefusal("person.login_taken") {
                try await office.gate.accept(
                    code, office.newcomer("zhao.jia"), in: office.newBrowser(), id: office.newID())
            }
            await expectRefusal("password.is_login") {
                try await office.gate.accept(
                    code, office.newcomer("zheng.geng", password: "zheng.geng"), in: office.newBrowser(),
                    id: office.newID())
            }
            _ = try await office.gate.accept(code, office.newcomer(), in: office.newBrowser(), id: office.newID())
        }
    }

    @Test(arguments: TestDatabase.dialects) func aSheetIsForItsInviterOnItsDay(_ dialect: Dialect) async throws {
        try await SmallOffice.with(dialect) { office in
            let sheet = try await office.gate.invite(
                to: office.works, role: .clerk, as: office.qinyangClerk, id: office.newID())
            for other in [office.administrator, office.outsider, office.nobody, Actor.system, .newcomer] {
                await expectRefusal("invitation.sheet_closed") { try await office.gate.sheet(sheet.batch, as: other) }
            }
            #expect(try await office.gate.sheet(sheet.batch, as: office.qinyangClerk) == sheet)
            // 08:30 in China, so 15.5 hours to midnight.
            office.clock.advance(seconds: 15 * 3600 + 1_799)
            #expect(try await office.gate.sheet(sheet.batch, as: office.qinyangClerk) == sheet)
            office.clock.advance(seconds: 1)
            await expectRefusal("invitation.sheet_closed") {
                try await office.gate.sheet(sheet.batch, as: office.qinyangClerk)
            }
        }
    }

    // MARK: letting in

    @Test(arguments: TestDatabase.dialects) func aNewcomerIsInWithOneAct(_ dialect: Dialect) async throws {
        try await SmallOffice.with(dialect) { office in
            let code = try await office.newCode()
            #expect(code.wholeMatch(of: /[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}/) != nil)
            let offer = try await office.gate.offer(code)
            #expect(offer.unitName.zh == "玄字号纺织厂工会" && offer.invitation.purpose == .post(.clerk))
            let typed = code.lowercased().replacing("-", with: " ").replacing("0", with: "o")
            let opened = try await office.gate.accept(
                typed, office.newcomer(), isKnownPhone: true, language: .english, in: office.newBrowser(),
                id: office.newID())
            let signedIn = try #require(try await office.gate.signedIn(opened.token))
            #expect(signedIn.person.name == "郑庚" && signedIn.person.login == "zheng.geng")
            #expect(signedIn.actor.unit == office.works && signedIn.actor.role == .clerk)
            #expect(signedIn.language == .english && signedIn.session.isKnownPhone)
            _ = try await office.signIn("zheng.geng", password: "河水平了灯也熄了")
        }
    }

    @Test(arguments: TestDatabase.dialects) func aCodeUsedByManyAtOnceMakesOnePerson(_ dialect: Dialect) async throws {
        try await SmallOffice.with(dialect) { office in
            let code = try await office.newCode()
            let (people, posts) = (try await office.count("person"), try await office.count("post"))
            let letIn = await withTaskGroup(of: Bool.self) { group in
                for number in 0..<8 {
                    group.addTask {
                        do {
                            _ = try await office.gate.accept(
                                code, office.newcomer("zheng\(number)"), in: office.newBrowser(), id: office.newID())
                            return true
                        } catch {
                            #expect(error as? InvitationRefusal == .unusable)
                            return false
                        }
                    }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(letIn == 1)
            #expect(try await office.count("person") == people + 1)
            #expect(try await office.count("post") == posts + 1)
            #expect(try await office.count("session") == 1)
        }
    }

    @Test(arguments: TestDatabase.dialects) func aFormSentTwiceLetsInOnce(_ dialect: Dialect) async throws {
        try await SmallOffice.with(dialect) { office in
            let code = try await office.newCode()
            let (browser, id, form) = (office.newBrowser(), office.newID(), try office.newcomer())
            let first = try await office.gate.accept(code, form, in: browser, id: id)
            let second = try await office.gate.accept(code, form, in: browser, id: id)
            #expect(first == second)
            #expect(try await office.gate.signedIn(second.token) != nil)
            #expect(try await office.count("session") == 1)
            // Whoever has read the act's id in the journal, and the code on the sheet, gets no token that opens anything.
            let stolen = try await office.gate.accept(code, form, in: office.newBrowser(), id: id)
            #expect(try await office.gate.signedIn(stolen.token) == nil)
        }
    }

    @Test(arguments: TestDatabase.dialects) func someoneSignedInTakesOnePostMore(_ dialect: Dialect) async throws {
        try await SmallOffice.with(dialect) { office in
            let code = try await office.newCode(.treasurer)
            let signedIn = try await office.signedIn("li.ding")
            let id = office.newID()
            let accepted = try await office.gate.accept(code, by: signedIn, id: id)
            #expect(try await office.gate.accept(code, by: signedIn, id: id) == accepted)
            let after = try await office.signedIn("li.ding")
            #expect(after.posts.map(\.id) == [try #require(office.qinyangClerk.post), accepted.post])
            #expect(after.actor == office.qinyangClerk)
            let again = try await office.newCode(.treasurer)
            await expectRefusal("invitation.already_held") {
                try await office.gate.accept(again, by: after, id: office.newID())
            }
            _ = try await office.gate.offer(again)
        }
    }

    @Test(arguments: TestDatabase.dialects) func aLevelInvitesTheOneBelow(_ dialect: Dialect) async throws {
        try await SmallOffice.with(dialect) { office in
            let (batch, sheet) = try await office.gate.inviteBelow(
                office.city, roles: [.principal, .clerk], days: 30, as: office.clerk, id: office.newID())
            #expect(batch.issued == 4 && batch.leftOut == 0)
            #expect(
                sheet.lines.map(\.invitation.unit) == [
                    office.qinyang, office.qinyang, office.mengzhou, office.mengzhou,
                ])
            #expect(sheet.lines.map(\.unitName.zh).first == "沁阳市总工会")
            let codes = sheet.lines.compactMap(\.code)
            #expect(Set(codes).count == 4)
            #expect(sheet.lines.allSatisfy { $0.invitation.expiresAt == office.clock.now().adding(days: 30) })

            await expectRefusal("invitation.nobody_to_invite") {
                try await office.gate.inviteBelow(office.city, as: office.clerk, id: office.newID())
            }

            // 沁阳 comes in; its line has no code any more. 孟州's code expires, and then only 孟州 is invited again.
            let line = try #require(sheet.lines.first { $0.invitation.purpose == .post(.principal) })
            _ = try await office.gate.accept(
                try #require(line.code).text, office.newcomer(), in: office.newBrowser(), id: office.newID())
            let after = try await office.gate.sheet(sheet.batch, as: office.clerk)
            #expect(after.lines.filter { $0.code == nil }.map(\.invitation.id) == [line.invitation.id])
            office.clock.advance(seconds: 30 * 86_400)
            let again = try await office.gate.inviteBelow(office.city, as: office.clerk, id: office.newID())
            #expect(again.sheet.lines.map(\.invitation.unit) == [office.mengzhou])
            #expect(again.batch.leftOut == 1)
        }
    }

    // MARK: passwords

    @Test(arguments: TestDatabase.dialects) func aPasswordIsResetOnlyWithinReach(_ dialect: Dialect) async throws {
        try await SmallOffice.with(dialect) { office in
            let person = try #require(office.qinyangClerk.person)
            await expectRefusal("access.forbidden") {
                try await office.gate.reset(person, at: office.qinyang, as: office.outsider, id: office.newID())
            }
            // At a unit where the person is not.
            await expectRefusal("page.not_found") {
                try await office.gate.reset(person, at: office.mengzhou, as: office.clerk, id: office.newID())
            }
            // The city's clerk may not become its administrator.
            await expectRefusal("post.role_not_yours") {
                try await office.gate.reset(
                    try #require(office.administrator.person), at: office.city, as: office.clerk, id: office.newID())
            }
            // Nor may a county's clerk become somebody who has an office elsewhere too.
            _ = try await office.federation.appoint(
                Appointment(person: person, unit: office.mengzhou, role: .counsellor), as: office.administrator,
                id: office.newID())
            await expectRefusal("invitation.held_elsewhere") {
                try await office.gate.reset(person, at: office.mengzhou, as: office.outsider, id: office.newID())
            }
        }
    }

    @Test(arguments: TestDatabase.dialects) func aNewResetReplacesTheOldOne(_ dialect: Dialect) async throws {
        try await SmallOffice.with(dialect) { office in
            let person = try #require(office.qinyangClerk.person)
            func reset() async throws -> String {
                let sheet = try await office.gate.reset(
                    person, at: office.qinyang, as: office.clerk, id: office.newID())
                #expect(sheet.lines.first?.personName == "李丁")
                #expect(sheet.lines.first?.invitation.expiresAt == office.clock.now().adding(days: 1))
                return try #require(sheet.lines.first?.code).text
            }
            let replaced = try await reset()
            let code = try await reset()
            await expectRefusal("invitation.unusable") { try await office.gate.offer(replaced) }
            #expect(try await office.gate.offer(code).person?.login == "li.ding")
            await expectRefusal("password.too_short") {
                try await office.gate.acceptReset(
                    code, password: "li.ding", in: office.newBrowser(), id: office.newID())
            }
        }
    }

    @Test(arguments: TestDatabase.dialects) func aResetLetsOneBackIn(_ dialect: Dialect) async throws {
        try await SmallOffice.with(dialect) { office in
            let person = try #require(office.qinyangClerk.person)
            let old = try await office.signIn("li.ding", phone: true)
            for _ in 0..<5 {
                await expectRefusal("sign_in.wrong") { try await office.signIn("li.ding", password: "forgotten!") }
            }
            let sheet = try await office.gate.reset(person, at: office.qinyang, as: office.clerk, id: office.newID())
            let code = try #require(sheet.lines.first?.code).text
            let (browser, id) = (office.newBrowser(), office.newID())
            let opened = try await office.gate.acceptReset(code, password: "河水平了灯也熄了", in: browser, id: id)
            #expect(
                try await office.gate.acceptReset(code, password: "河水平了灯也熄了", in: browser, id: id) == opened)
            #expect(try await office.gate.signedIn(old.token) == nil)
            #expect(try await office.gate.signedIn(opened.token)?.actor == office.qinyangClerk)
            await expectRefusal("sign_in.wrong") { try await office.signIn("li.ding") }
            _ = try await office.signIn("li.ding", password: "河水平了灯也熄了")
        }
    }

    // MARK: the first one

    @Test(arguments: TestDatabase.dialects) func theFirstStartPrintsALinkUntilSomebodyIsIn(_ dialect: Dialect)
        async throws
    {
        try await TestDatabase.with(dialect) { database in
            let clock = SimulatedClock()
            let federation = try await OpenFederation.open(database.engine, clock: clock)
            let gate = SignInGate(
                federation: federation, hasher: SmallOffice.hasher(),
                secret: InstallationSecret(bytes: Array(repeating: 9, count: 32)))
            let root = try await Bootstrap.ensureRoot(name: "中华全国总工会", in: federation)
            #expect(try await Bootstrap.ensureRoot(name: "另一个", in: federation) == root)

            let first = try #require(try await FirstAdministrator.link(at: root, through: gate))
            #expect(first.path == "/invitations/\(first.code.text)")
            #expect(try await FirstAdministrator.link(at: root, through: gate) == first)
            clock.advance(seconds: 14 * 86_400)
            let second = try #require(try await FirstAdministrator.link(at: root, through: gate))
            #expect(second != first)
            // Two servers that start together may each print one.
            let other = try await gate.invite(to: root, role: .administrator, as: .system, id: federation.newActID())
            let otherCode = try #require(other.lines.first?.code).text

            var source = SystemRandomNumberGenerator()
            let opened = try await gate.accept(
                second.code.text, try NewcomerForm(login: "admin.one", name: "王辛", password: "头一个人自己定的口令"),
                in: BrowserKey(using: &source), id: federation.newActID())
            let signedIn = try #require(try await gate.signedIn(opened.token))
            #expect(signedIn.actor.role == .administrator && signedIn.actor.unit == root)
            #expect(try await FirstAdministrator.link(at: root, through: gate) == nil)
            await expectRefusal("invitation.unusable") { try await gate.offer(otherCode) }
        }
    }

    // MARK: the journal

    @Test(arguments: TestDatabase.dialects) func theJournalHoldsNoCodeNameOrPassword(_ dialect: Dialect) async throws {
        try await SmallOffice.with(dialect) { office in
            let (_, sheet) = try await office.gate.inviteBelow(
                office.city, roles: [.principal], as: office.clerk, id: office.newID())
            let code = try #require(sheet.lines.first?.code).text
            let opened = try await office.gate.accept(
                code, office.newcomer(), in: office.newBrowser(), id: office.newID())
            let signedIn = try #require(try await office.gate.signedIn(opened.token))
            let second = try await office.newCode(.treasurer)
            _ = try await office.gate.accept(second, by: signedIn, id: office.newID())
            let reset = try await office.gate.reset(
                signedIn.person.id, at: office.qinyang, as: office.administrator, id: office.newID())
            let resetCode = try #require(reset.lines.first?.code).text
            let again = try await office.gate.acceptReset(
                resetCode, password: "第二个口令也不进日志", in: office.newBrowser(), id: office.newID())

            let text = try await office.journalText()
            let codes = sheet.lines.compactMap { $0.code?.text } + [second, resetCode]
            let secrets =
                codes + codes.map { $0.replacing("-", with: "") } + [opened.token.text, again.token.text]
                + ["河水平了灯也熄了", "第二个口令也不进日志", SmallOffice.password, "郑庚", "zheng.geng"]
                + SmallOffice.names + SmallOffice.logins
            for secret in secrets { #expect(!text.contains(secret), "the journal holds \(secret)") }
            for verb in ["invitation.issue", "invitation.accept", "credential.reset"] { #expect(text.contains(verb)) }
        }
    }
}
