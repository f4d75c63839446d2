import Foundation
import Storage

/// An empty database: a file of our own, or one on the server that is there; and beside it the keys that its servers share.
struct BenchDatabase {
    let address: DatabaseAddress
    /// The address as the command line takes it.
    let text: String
    let keys: String
    private let folder: URL
    private let server: String?

    /// - Parameter isKept: what an earlier run left is there still.
    init(_ engine: String, size: Int, postgres: String?, isKept: Bool) throws {
        folder = FileManager.default.temporaryDirectory.appending(component: "muster-bench-\(engine)-\(size)")
        if !isKept { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        keys = folder.appending(component: "keys").path
        if engine == "postgresql", let postgres {
            let name = "muster_bench_\(size)"
            if !isKept { try? Self.psql(postgres, ["drop database if exists \(name)"]) }
            do { try Self.psql(postgres, ["create database \(name)"]) } catch  where isKept {}
            guard var parts = URLComponents(string: postgres) else { throw BenchFault.missing(postgres) }
            parts.path = "/\(name)"
            (text, server) = (parts.string ?? postgres, postgres)
        } else {
            (text, server) = ("sqlite:\(folder.appending(component: "bench.sqlite").path)", nil)
        }
        address = try DatabaseAddress(text)
    }

    func dispose() {
        try? FileManager.default.removeItem(at: folder)
        guard let server, let name = text.split(separator: "/").last?.split(separator: "?").first else { return }
        try? Self.psql(server, ["drop database if exists \(name)"])
    }

    private static func psql(_ url: String, _ statements: [String]) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["psql", "-q", "-d", url] + statements.flatMap { ["-c", $0] }
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw BenchFault.missing(url) }
    }
}
