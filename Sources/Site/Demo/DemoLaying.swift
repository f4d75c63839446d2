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
        return true
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
