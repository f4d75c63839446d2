import Federation
import MusterTesting
import Storage
import Testing

@Suite struct AppointmentTests {
    @Test(arguments: TestDatabase.dialects) func theOutsiderAppointsNobody(_ dialect: Dialect) async throws {
        try await SmallOffice.with(dialect) { office in
            let person = try #require(office.nobody.person)
            let appointment = Appointment(person: person, unit: office.qinyang, role: .clerk)
            for actor in [office.outsider, office.qinyangClerk, office.chair] {
                await expectRefusal("access.forbidden") {
                    try await office.federation.appoint(appointment, as: actor, id: office.newID())
                }
            }
            await expectRefusal("access.forbidden") {
                try await office.federation.endPost(
                    try #require(office.qinyangClerk.post), at: office.qinyang, lastDay: "2020-02-04",
                    as: office.outsider, id: office.newID())
            }
        }
    }

    @Test(arguments: TestDatabase.dialects) func uselessDatesAreRefused(_ dialect: Dialect) async throws {
        try await SmallOffice.with(dialect) { office in
            let person = try #require(office.nobody.person)
            for (from, to, code) in [
                ("2020-02-03", nil, "post.begins_in_the_past"), ("2020-02-30", nil, "post.day_unreadable"),
                ("2020-03-02", "2020-03-01", "post.ends_before_it_begins"), ("2020-2-4", nil, "post.day_unreadable"),
            ] as [(String, String?, String)] {
                await expectRefusal(code) {
                    try await office.federation.appoint(
                        Appointment(person: person, unit: office.works, role: .clerk, fromOn: from, toOn: to),
                        as: office.administrator, id: office.newID())
                }
            }
            await expectRefusal("post.already_held") {
                try await office.federation.appoint(
                    Appointment(person: try #require(office.clerk.person), unit: office.city, role: .clerk),
                    as: office.administrator, id: office.newID())
            }
        }
    }

    @Test(arguments: TestDatabase.dialects) func aPostIsHeldWithinItsDates(_ dialect: Dialect) async throws {
        try await SmallOffice.with(dialect) { office in
            let person = try #require(office.nobody.person)
            let post = try await office.federation.appoint(
                Appointment(
                    person: person, unit: office.works, role: .clerk, title: Sentence(zh: "文书", en: "Clerk"),
                    fromOn: "2020-02-05", toOn: "2020-02-06"), as: office.administrator, id: office.newID())
            var held: [Bool] = []
            for _ in 0..<4 {
                held.append(try await office.signedIn("wu.ji").posts.map(\.id) == [post])
                office.clock.advance(seconds: 86_400)
            }
            #expect(held == [false, true, true, false])
        }
    }

    @Test(arguments: TestDatabase.dialects) func aPostIsEndedOnce(_ dialect: Dialect) async throws {
        try await SmallOffice.with(dialect) { office in
            let post = try #require(office.qinyangClerk.post)
            func end(_ day: String) async throws {
                try await office.federation.endPost(
                    post, at: office.qinyang, lastDay: day, as: office.administrator, id: office.newID())
            }
            await expectRefusal("post.ends_in_the_past") { try await end("2020-02-02") }
            try await end("2020-02-20")
            try await end("2020-02-03")
            await expectRefusal("post.ended_already") { try await end("2020-02-04") }
            #expect(try await office.signedIn("li.ding").posts.isEmpty)
        }
    }

    @Test(arguments: TestDatabase.dialects) func theLastAdministratorStays(_ dialect: Dialect) async throws {
        try await SmallOffice.with(dialect) { office in
            func end() async throws {
                try await office.federation.endPost(
                    try #require(office.administrator.post), at: office.city, lastDay: "2020-02-04",
                    as: office.administrator, id: office.newID())
            }
            await expectRefusal("post.last_administrator") { try await end() }
            _ = try await office.federation.appoint(
                Appointment(person: try #require(office.clerk.person), unit: office.city, role: .administrator),
                as: office.administrator, id: office.newID())
            try await end()
        }
    }
}
