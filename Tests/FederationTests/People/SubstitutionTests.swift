import Federation
import MusterTesting
import Storage
import Testing

@Suite struct SubstitutionTests {
    private func substitute(
        _ office: SmallOffice, for post: Actor, by person: Actor, _ from: String, _ to: String, as actor: Actor
    ) async throws -> PostID {
        try await office.federation.substitute(
            Substitution(of: try #require(post.post), by: try #require(person.person), from: from, to: to),
            at: try #require(post.unit), as: actor, id: office.newID())
    }

    @Test(arguments: TestDatabase.dialects) func theOutsiderAppointsNoSubstitute(_ dialect: Dialect) async throws {
        try await SmallOffice.with(dialect) { office in
            for actor in [office.outsider, office.clerk] {
                await expectRefusal("access.forbidden") {
                    try await substitute(
                        office, for: office.qinyangClerk, by: office.nobody, "2020-02-05", "2020-02-10", as: actor)
                }
            }
            // A clerk may let somebody stand in for the chair, but for the administrator of the same unit nobody.
            await expectRefusal("post.role_not_yours") {
                try await substitute(
                    office, for: office.administrator, by: office.clerk, "2020-02-05", "2020-02-10", as: office.clerk)
            }
        }
    }

    @Test(arguments: TestDatabase.dialects) func uselessSubstitutionsAreRefused(_ dialect: Dialect) async throws {
        try await SmallOffice.with(dialect) { office in
            for (from, to, code) in [
                ("2020-02-03", "2020-02-10", "post.begins_in_the_past"),
                ("2020-02-10", "2020-02-09", "post.ends_before_it_begins"),
                ("2020-02-10", "", "post.day_unreadable"),
                ("2020-02-05", "2021-02-05", "substitution.too_long"),
            ] {
                await expectRefusal(code) {
                    try await substitute(
                        office, for: office.chair, by: office.nobody, from, to, as: office.administrator)
                }
            }
            await expectRefusal("substitution.of_oneself") {
                try await substitute(
                    office, for: office.chair, by: office.chair, "2020-02-05", "2020-02-06", as: office.administrator)
            }
            let post = try await substitute(
                office, for: office.chair, by: office.nobody, "2020-02-05", "2020-02-10", as: office.administrator)
            await expectRefusal("substitution.overlaps") {
                try await substitute(
                    office, for: office.chair, by: office.nobody, "2020-02-10", "2020-02-12", as: office.administrator)
            }
            await expectRefusal("substitution.of_substitution") {
                try await office.federation.substitute(
                    Substitution(
                        of: post, by: try #require(office.outsider.person), from: "2020-02-06", to: "2020-02-07"),
                    at: office.city, as: office.administrator, id: office.newID())
            }
            try await office.federation.endPost(
                try #require(office.clerk.post), at: office.city, lastDay: "2020-02-08", as: office.administrator,
                id: office.newID())
            await expectRefusal("substitution.beyond_post") {
                try await substitute(
                    office, for: office.clerk, by: office.nobody, "2020-02-05", "2020-02-09", as: office.administrator)
            }
        }
    }

    @Test(arguments: TestDatabase.dialects) func aSubstituteActsWithinTheDatesAndEveryTraceSaysSo(
        _ dialect: Dialect
    ) async throws {
        try await SmallOffice.with(dialect) { office in
            let post = try await substitute(
                office, for: office.chair, by: office.outsider, "2020-02-05", "2020-02-06", as: office.clerk)
            let opened = try await office.signIn("zhou.wu", phone: true)
            var held: [Bool] = []
            for _ in 0..<4 {
                let signedIn = try #require(try await office.gate.signedIn(opened.token))
                held.append(signedIn.posts.contains { $0.id == post })
                office.clock.advance(seconds: 86_400)
            }
            #expect(held == [false, true, true, false])
        }
    }

    @Test(arguments: TestDatabase.dialects) func everyTraceNamesThePostThatIsStoodInFor(_ dialect: Dialect) async throws
    {
        try await SmallOffice.with(dialect) { office in
            let post = try await substitute(
                office, for: office.chair, by: office.outsider, "2020-02-04", "2020-02-04", as: office.clerk)
            let opened = try await office.signIn("zhou.wu", phone: true)
            let before = try #require(try await office.gate.signedIn(opened.token))
            // One's own post comes first: nobody acts for another without meaning to.
            #expect(before.actor == office.outsider)
            try await office.gate.act(as: post, by: before, id: office.newID())
            let signedIn = try #require(try await office.gate.signedIn(opened.token))
            #expect(signedIn.actor.substitutes == office.chair.post && signedIn.actor.role == .principal)
            let sheet = try await office.gate.invite(
                to: office.qinyang, role: .clerk, as: signedIn.actor, id: office.newID())
            let subject = Subject("unit", office.qinyang)
            let entries = try await office.federation.read { try JournalStore.entries(on: subject, in: $0) }
            let entry = try #require(entries.last)
            #expect(entry.post == post && entry.substitutes == office.chair.post)
            #expect(sheet.lines.first?.invitation.invitedBy == post)

            office.clock.advance(seconds: 86_400)
            #expect(try await office.gate.signedIn(opened.token)?.actor.post == nil)
        }
    }

    @Test(arguments: TestDatabase.dialects) func itEndsWithThePostItself(_ dialect: Dialect) async throws {
        try await SmallOffice.with(dialect) { office in
            let post = try await substitute(
                office, for: office.chair, by: office.nobody, "2020-02-04", "2020-02-20", as: office.clerk)
            #expect(try await office.signedIn("wu.ji").acting?.id == post)
            try await office.federation.endPost(
                try #require(office.chair.post), at: office.city, lastDay: "2020-02-03", as: office.administrator,
                id: office.newID())
            #expect(try await office.signedIn("wu.ji").posts.isEmpty)
        }
    }
}
