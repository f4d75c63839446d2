import Directives
import Federation
import MusterTesting
import Site
import Storage
import Testing

/// An invented federation is a sound one: every unit hangs where its path says, and the same seed gives the same tree.
@Suite struct GeneratedFederationTests {
    @Test(arguments: TestDatabase.dialects) func theTreeIsSound(_ dialect: Dialect) async throws {
        try await TestDatabase.with(dialect) { database in
            let federation = try await OpenFederation.openSite(database.engine)
            let size = GeneratedSize(workplaces: 400)
            #expect(try await GeneratedFederation.lay(size, seed: 3, in: federation))
            #expect(try await !GeneratedFederation.lay(size, seed: 3, in: federation), "never over what is there")
            let found = try await federation.read { db in
                (
                    try db.scalar("select count(*) as units from unit where code like 'G%'", as: Int.self),
                    try db.scalar(
                        """
                        select count(*) as wrong from unit u join unit_link l on l.unit = u.id and l.is_primary = 1
                            join unit p on p.id = l.parent
                        where u.path <> p.path || substr(u.path, length(u.path) - 4)
                        """, as: Int.self),
                    try db.scalar("select count(*) as seconds from unit_link where is_primary = 0", as: Int.self)
                )
            }
            #expect(found.0 == size.units && found.1 == 0 && (found.2 ?? 0) > 0)
            let load = try await GeneratedLoad.lay(national: 1, provincial: 1, local: 2, in: federation)
            #expect(load.national.count == 1 && load.local.count == 2 && load.receipts > size.units)
            try await read(load, federation)
        }
    }

    /// What is laid is read as if acts had written it.
    private func read(_ load: GeneratedLoad, _ federation: OpenFederation) async throws {
        let counts = try await federation.read { db in
            try db.query("select state, count(*) as units from receipt group by state").map { try $0["units"] as Int }
        }
        #expect(counts.count >= 4, "receipts stand in every state")
        let duties = try await federation.read { db in
            try ObligationStore.obligations(of: load.national[0], in: db).filter { $0.sort == .duty }
        }
        #expect(duties.count == 10, "ten duties each")
        let settled = try await federation.read { db in
            try db.scalar("select count(*) as some from assignment", as: Int.self)
        }
        #expect((settled ?? 0) > 0)
    }

    @Test func theWholeCountryHasItsSize() {
        let whole = GeneratedSize.whole
        #expect(whole.workplaces == 2_476_000)
        #expect(abs(whole.units - whole.workplaces - 100_000) < 1_000, "\(whole.units - whole.workplaces) between")
    }
}
