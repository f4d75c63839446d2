import Storage

/// A server's number, 0 … 1023, held for a while: it makes ids differ between servers and command lines.
struct ServerLease: Sendable {
    let number: Int64
    let holder: String

    private static let seconds: Int64 = 900

    static func take(on engine: any Engine, clock: any Clock, holder: String) async throws -> ServerLease {
        let unique = "\(holder)-\(UInt64.random(in: .min ... .max))"
        return try await engine.write { db in
            let now = clock.now()
            let taken = try db.query("select number, expires_at from server_lease order by number")
            var number: Int64 = 0
            for row in taken {
                let held: Int64 = try row["number"]
                let expires: Int64 = try row["expires_at"]
                if held != number || expires < now.microseconds { break }
                number += 1
            }
            guard number < 1024 else { throw StorageError.unavailable("all 1,024 server numbers are taken") }
            let until = now.adding(seconds: Self.seconds).microseconds
            try db.execute(
                """
                insert into server_lease (number, holder, expires_at) values (\(number), \(unique), \(until))
                on conflict (number) do update set holder = \(unique), expires_at = \(until)
                """)
            return ServerLease(number: number, holder: unique)
        }
    }

    func renew(on engine: any Engine, clock: any Clock) async throws {
        let renewed = try await engine.write { [self] db in
            let until = clock.now().adding(seconds: Self.seconds).microseconds
            return try db.execute(
                "update server_lease set expires_at = \(until) where number = \(number) and holder = \(holder)")
        }
        // Another server may already make ids with this number: stop rather than collide.
        guard renewed == 1 else { throw ServerLeaseFault.takenByAnother(number) }
    }

    func giveBack(on engine: any Engine) async {
        _ = try? await engine.write { [self] db in
            try db.execute("delete from server_lease where number = \(number) and holder = \(holder)")
        }
    }
}

/// This server may no longer make ids, and must stop.
package enum ServerLeaseFault: Error, Hashable {
    case takenByAnother(Int64)
}
