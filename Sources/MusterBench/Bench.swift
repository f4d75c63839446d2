import ArgumentParser
import Federation
import Foundation
import Site
import Storage

/// Measures Muster beside its floors, in invented federations of two sizes. Compare only figures of one run.
@main
struct Bench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Measure Muster beside the bare engine.")

    @Option(help: "Workplaces of the larger federation; 2476000 is the whole country.")
    var units = 100_000

    @Option(help: "Workplaces of the smaller one, to compare with.")
    var small = 10_000

    @Option(help: "Seconds that each rate is measured.")
    var seconds = 5.0

    @Option(help: "How often each page is opened.")
    var runs = 11

    @Option(help: "Where the figures are written as JSON.")
    var json: String?

    @Option(help: "sqlite or postgresql; both where nothing is said and MUSTER_BENCH_POSTGRES names a server.")
    var engine: String?

    func run() async throws {
        var table = BenchTable(
            machine:
                "\(ProcessInfo.processInfo.activeProcessorCount) cores, \(ProcessInfo.processInfo.physicalMemory >> 30) GiB",
            date: Zone.day(SystemClock().now()), commit: Self.commit())
        print("\(table.machine), \(table.date), \(table.commit)")
        print(BenchTable.heads())
        let postgres = ProcessInfo.processInfo.environment["MUSTER_BENCH_POSTGRES"]
        for name in ["sqlite", "postgresql"] where engine == nil || engine == name {
            if name == "postgresql", postgres == nil {
                print("postgresql is not measured: MUSTER_BENCH_POSTGRES names no empty database")
                continue
            }
            for size in Set([small, units]).sorted() {
                let database = try BenchDatabase(name, size: size, postgres: postgres)
                let measures = try await BenchMeasures.open(
                    database.address, engine: name, units: size, seconds: seconds, runs: runs)
                do {
                    try await measures.all(into: &table)
                } catch {
                    await measures.close()
                    throw error
                }
                await measures.close()
                database.dispose()
            }
        }
        table.compare(small: small, large: units)
        guard let json else { return }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        try encoder.encode(table).write(to: URL(filePath: json))
    }

    private static func commit() -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["git", "rev-parse", "--short", "HEAD"]
        let pipe = Pipe()
        (process.standardOutput, process.standardError) = (pipe, FileHandle.nullDevice)
        guard (try? process.run()) != nil else { return "" }
        let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return text.trimmingCharacters(in: .whitespacesAndNewlines)
    }
}

/// An empty database: a file of our own, or a schema of the server that is there.
struct BenchDatabase {
    let address: DatabaseAddress
    private let folder: URL?

    init(_ engine: String, size: Int, postgres: String?) throws {
        if engine == "postgresql", let postgres {
            let name = "muster_bench_\(size)"
            try Self.psql(postgres, ["drop database if exists \(name)", "create database \(name)"])
            guard var parts = URLComponents(string: postgres) else { throw BenchFault.missing(postgres) }
            parts.path = "/\(name)"
            address = .postgresql(url: parts.string ?? postgres)
            folder = nil
            return
        }
        let folder = FileManager.default.temporaryDirectory.appending(component: "muster-bench-\(size)")
        try? FileManager.default.removeItem(at: folder)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        (address, self.folder) = (.sqlite(path: folder.appending(component: "bench.sqlite").path), folder)
    }

    func dispose() {
        if let folder { try? FileManager.default.removeItem(at: folder) }
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
