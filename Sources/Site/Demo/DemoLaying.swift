import Directives
package import Federation
import Storage

/// Lays the demo federation into an empty database, by the same import that any federation comes in by.
package enum DemoLaying {
    /// - Returns: false where there are units already; then nothing is touched.
    @discardableResult
    package static func lay(in federation: OpenFederation) async throws -> Bool {
        guard try await federation.read({ try UnitStore.root(in: $0) }) == nil else { return false }
        _ = try await federation.importUnits(
            UnitImportSheet(rows: DemoFederation.units), as: .system, under: nil, id: federation.newActID())
        let people = DemoFederation.people
        let _: Int = try await federation.act(.demoLay, as: .system, at: nil, id: federation.newActID()) { act in
            let codes = try act.db.query("select id, code from unit")
                .reduce(into: [String: UnitID]()) { found, row in found[try row["code"]] = try row["id"] as UnitID }
            try insert(people, codes, in: act)
            guard let root = try UnitStore.root(in: act.db) else { throw StorageError.unexpectedShape("no root") }
            return try act.record(on: Subject("unit", root.id), people.count, detail: ["people": "\(people.count)"])
        }
        try await set(DemoFederation.jiaozuoCode, numberWord: "焦工发", hours: [.urgent: 24], in: federation)
        try await set(DemoFederation.henanCode, numberWord: "豫工发", in: federation)
        return true
    }

    /// Two offices that keep every step of the handling sheet; all other units handle papers in one.
    private static func set(
        _ code: String, numberWord: String, hours: [Grade?: Int] = [:], in federation: OpenFederation
    ) async throws {
        let (unit, post) = try await federation.read { db -> (UnitID?, Post?) in
            let unit: UnitID? = try db.scalar("select id from unit where code = \(code)")
            let day = Zone.day(federation.clock.now())
            return (
                unit,
                try unit.flatMap { try PersonStore.posts(at: $0, on: day, in: db).first { $0.role == .principal } }
            )
        }
        guard let unit, let post else { throw StorageError.unexpectedShape("no principal at \(code)") }
        var settings = UnitSettings()
        settings.steps = Set(UnitSettings.Step.allCases)
        (settings.signWithinHours, settings.numberWord) = (hours, numberWord)
        let principal = Actor(person: post.person, post: post.id, unit: unit, role: post.role)
        try await federation.revise(settings, at: unit, as: principal, id: federation.newActID())
    }

    private static func insert(_ people: [DemoPerson], _ codes: [String: UnitID], in act: Act) throws {
        for person in people {
            let id = act.newID(Person.self)
            let made = Person(id: id, login: person.login, name: person.name, nameLatin: person.nameEnglish)
            try PersonStore.insert(made, at: act.moment, in: act.db)
            for post in person.posts {
                guard let unit = codes[post.unitCode], let role = Role(rawValue: post.role) else {
                    throw StorageError.unexpectedShape("demo post \(post.role) at \(post.unitCode)")
                }
                try PersonStore.insert(
                    Post(id: act.newID(), unit: unit, person: id, role: role, title: post.title, fromOn: act.today),
                    in: act.db)
            }
        }
    }
}
