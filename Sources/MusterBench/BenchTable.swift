import Foundation

/// One measured thing, beside its floor where it has one.
struct BenchLine: Codable, Sendable {
    var name: String
    var engine: String
    /// Workplaces in the federation that it was measured in.
    var units: Int
    /// Milliseconds, or a rate per second, as `unit` says; the median of the runs.
    var value: Double
    var unit: String
    var runs: Int
    /// The slowest of twenty, of a hundred, and of all, in milliseconds, where they were looked at.
    var p95: Double?
    var p99: Double?
    var most: Double?
    /// The bare engine, or the same way with an empty act, in the same run.
    var floor: Double?
    var target: String

    /// How it stands to its floor, or to the same line at the smaller size.
    var ratio: Double?
}

/// All lines of a run, as a table and as JSON.
struct BenchTable: Codable, Sendable {
    var machine: String
    var date: String
    var commit: String
    var lines: [BenchLine] = []
    /// What could not be measured, and why.
    var faults: [String] = []

    static func heads() -> String {
        columns(["what", "engine", "units", "value", "", "p95", "p99", "max", "floor", "ratio", "target"])
    }

    mutating func add(_ line: BenchLine) {
        var line = line
        line.ratio = line.floor.map { line.value / max($0, 0.001) }
        lines.append(line)
        print(Self.text(line))
        // Into a file too, line by line: what takes long is looked at while it goes on.
        fflush(nil)
    }

    mutating func missed(_ name: String, _ error: any Error) {
        faults.append("\(name): \(error)")
        print("\(name): not measured, \(error)")
        fflush(nil)
    }

    /// Pages are compared between sizes once all are measured.
    mutating func compare(small: Int, large: Int) {
        guard small < large else { return }
        print("")
        for place in lines.indices where lines[place].units == large && lines[place].unit == "ms" {
            let line = lines[place]
            guard
                let before = lines.first(where: {
                    $0.name == line.name && $0.engine == line.engine && $0.units == small
                })
            else { continue }
            lines[place].ratio = line.value / max(before.value, 0.001)
            print(
                "\(line.name), \(line.engine): \(Self.short(line.value)) ms at \(large), "
                    + "\(Self.short(before.value)) ms at \(small): \(Self.short(line.value / max(before.value, 0.001))) x"
            )
        }
    }

    private static func text(_ line: BenchLine) -> String {
        columns([
            line.name, line.engine, "\(line.units)", short(line.value), line.unit, line.p95.map(short) ?? "",
            line.p99.map(short) ?? "", line.most.map(short) ?? "", line.floor.map(short) ?? "",
            line.ratio.map(short) ?? "", line.target,
        ])
    }

    private static func columns(_ texts: [String]) -> String {
        let widths = [48, 11, 9, 10, 5, 9, 9, 9, 10, 7, 0]
        return zip(texts, widths).map { text, width in
            text.padding(toLength: max(width, text.count), withPad: " ", startingAt: 0)
        }.joined(separator: " ")
    }

    static func short(_ value: Double) -> String {
        value >= 100 ? "\(Int(value.rounded()))" : "\((value * 100).rounded() / 100)"
    }
}

/// What runs say together.
struct BenchRuns: Sendable {
    private let sorted: [Double]

    init(_ runs: [Double]) { sorted = runs.sorted() }

    var count: Int { sorted.count }
    var median: Double { at(50) }

    /// - Parameter percent: 50 for the median.
    func at(_ percent: Int) -> Double {
        sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, sorted.count * percent / 100)]
    }
}

extension Duration {
    var milliseconds: Double { Double(components.seconds) * 1_000 + Double(components.attoseconds) / 1e15 }
}
