import Foundation
package import Storage

/// A PostgreSQL server of one test's own, which the test may stop and start. It syncs as a real one does.
package final class TestPostgreSQL: Sendable {
    private let home: String
    private let programs: String
    /// What goes before a program, since PostgreSQL does not run as root.
    private let asOwner: [String]

    /// It listens on a socket in its own folder alone, so that no port can be taken.
    package var address: DatabaseAddress { .postgresql(url: "postgres://muster@/postgres?host=\(home)") }

    /// Runs `body` with a server that was started, and takes it away afterwards. Where this run has no PostgreSQL, or the
    /// server's programs are not installed here, it says so and runs nothing.
    package static func with(_ body: (TestPostgreSQL) async throws -> Void) async throws {
        guard TestDatabase.dialects.contains(.postgresql), let programs = installed() else {
            return print("A PostgreSQL that stops is not tested in this run: there is no server to start.")
        }
        let server = try TestPostgreSQL(programs: programs)
        do {
            try await server.make()
            try await server.start()
            try await body(server)
        } catch {
            await server.remove()
            throw error
        }
        await server.remove()
    }

    /// The folder of the newest server's programs: not on the path on Debian.
    private static func installed() -> String? {
        let versions = "/usr/lib/postgresql"
        let debian = ((try? FileManager.default.contentsOfDirectory(atPath: versions)) ?? [])
            .sorted { (Int($0) ?? 0) > (Int($1) ?? 0) }.map { "\(versions)/\($0)/bin" }
        let path = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
        return (debian + path).first { FileManager.default.isExecutableFile(atPath: $0 + "/initdb") }
    }

    private init(programs: String) throws {
        self.programs = programs
        // Short, since a socket's path may have no more than about a hundred bytes.
        home = "/tmp/muster-pg-\(UInt32.random(in: .min ... .max))"
        try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: false)
        guard geteuid() == 0 else {
            asOwner = []
            return
        }
        let owner = getpwnam("postgres") ?? getpwnam("nobody")
        guard let owner, chown(home, owner.pointee.pw_uid, owner.pointee.pw_gid) == 0 else {
            throw StorageError.unavailable("nobody but root to run PostgreSQL as")
        }
        asOwner = ["setpriv", "--reuid=\(owner.pointee.pw_uid)", "--regid=\(owner.pointee.pw_gid)", "--clear-groups"]
    }

    private func make() async throws {
        try await run("initdb", "-D", "data", "-U", "muster", "--auth=trust", "--encoding=UTF8", "--locale=C", "-N")
        let settings = """
            listen_addresses = ''
            unix_socket_directories = '\(home)'
            max_connections = 40
            """
        let file = FileHandle(forWritingAtPath: home + "/data/postgresql.conf")
        try file?.seekToEnd()
        try file?.write(contentsOf: Data(("\n" + settings + "\n").utf8))
        try file?.close()
    }

    /// Returns when the server takes connections, recovered from how it was stopped.
    package func start() async throws {
        try await run(
            behind: ["bash", "-c", Self.alone, "bash"], "pg_ctl", "start", "-w", "-D", "data", "-l", "server.log")
    }

    /// Foundation takes a program for running as long as anything holds what it inherited, and a server that goes on in the
    /// background would hold it: so it inherits nothing.
    private static let alone = """
        for file in /dev/fd/*; do file=${file##*/}; if ((file > 2)); then eval "exec $file>&-"; fi; done; exec "$@"
        """

    /// Stops it as a power cut does: without a word to anyone, nothing written that was not written already.
    package func stop() async throws { try await run("pg_ctl", "stop", "-w", "-D", "data", "-m", "immediate") }

    private func remove() async {
        try? await stop()
        try? FileManager.default.removeItem(atPath: home)
    }

    private func run(behind wrapper: [String] = [], _ program: String, _ arguments: String...) async throws {
        let status = try await TestProgram.run(
            wrapper + asOwner + [programs + "/" + program] + arguments, in: home, environment: ["LC_ALL": "C"])
        guard status == 0 else { throw StorageError.unavailable("\(program) ended with \(status)") }
    }
}
