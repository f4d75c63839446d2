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

    @Option(help: "Browsers that hold a wall open, 0 for none; 10000, or 200 below 10000 units.")
    var walls: Int?

    @Option(help: "Where the figures are written as JSON.")
    var json: String?

    @Option(help: "sqlite or postgresql; both where nothing is said and MUSTER_BENCH_POSTGRES names a server.")
    var engine: String?

    @Option(help: "What is measured, where not everything: \(BenchPart.all). May be said several times.")
    var only: [BenchPart] = []

    @Flag(
        help: "Leave the federations that were laid, and begin with those that are there. For a look, not for a figure."
    )
    var keep = false

    func run() async throws {
        BenchProcesses.endWithUs()
        BenchProcesses.allowFiles()
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
                let database = try BenchDatabase(name, size: size, postgres: postgres, isKept: keep)
                defer { if !keep { database.dispose() } }
                let measures = try await BenchMeasures.open(
                    database, engine: name,
                    BenchSize(
                        units: size, seconds: seconds, runs: runs, walls: walls ?? (units < 10_000 ? 200 : 10_000),
                        parts: Set(only.isEmpty ? BenchPart.allCases : only)))
                await measures.all(into: &table)
                await measures.close()
            }
        }
        table.compare(small: small, large: units)
        if let json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
            try encoder.encode(table).write(to: URL(filePath: json))
        }
        // Whatever could be measured was, and is kept; that something could not be must not go unseen.
        if !table.faults.isEmpty { throw ExitCode(1) }
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

/// How much is measured.
struct BenchSize: Sendable {
    /// Workplaces in the federation.
    var units: Int
    /// How long each rate is taken.
    var seconds: Double
    /// How often each page is opened.
    var runs: Int
    /// Browsers that hold a wall open.
    var walls: Int
    var parts: Set<BenchPart>
}

/// What can be measured by itself.
enum BenchPart: String, CaseIterable, ExpressibleByArgument, Sendable {
    case start, pages, changed, addressees, months, signing, fanOut = "fan-out", urge, verify, servers, walls

    static let all = allCases.map(\.rawValue).joined(separator: ", ")
}
