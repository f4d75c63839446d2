import CoreMetrics
import Synchronization

/// The numbers of one name with one set of labels.
protocol PrometheusSeries: AnyObject, Sendable {
    func lines(name: String, labels: String) -> [String]
}

/// Only ever grows, until it is reset. Whole and broken amounts are kept apart, so that whole ones stay exact.
final class CounterSeries: PrometheusSeries, CounterHandler, FloatingPointCounterHandler {
    private let whole = Atomic<Int64>(0)
    private let broken = AtomicDouble()

    func increment(by amount: Int64) {
        guard amount > 0 else { return }
        whole.wrappingAdd(amount, ordering: .relaxed)
    }

    func increment(by amount: Double) {
        guard amount > 0, amount.isFinite else { return }
        broken.add(amount)
    }

    func reset() {
        whole.store(0, ordering: .relaxed)
        broken.set(0)
    }

    func lines(name: String, labels: String) -> [String] {
        let (whole, broken) = (whole.load(ordering: .relaxed), broken.value)
        return ["\(name)\(labels) \(broken == 0 ? String(whole) : PrometheusText.number(Double(whole) + broken))"]
    }
}

/// Goes up and down.
final class GaugeSeries: PrometheusSeries, RecorderHandler, MeterHandler {
    private let value = AtomicDouble()

    func record(_ value: Int64) { self.value.set(Double(value)) }
    func record(_ value: Double) { self.value.set(value) }
    func set(_ value: Int64) { self.value.set(Double(value)) }
    func set(_ value: Double) { self.value.set(value) }
    func increment(by amount: Double) { value.add(amount) }
    func decrement(by amount: Double) { value.add(-amount) }

    func lines(name: String, labels: String) -> [String] { ["\(name)\(labels) \(PrometheusText.number(value.value))"] }
}

/// Sum and count of what was recorded.
final class SummarySeries: PrometheusSeries, RecorderHandler {
    private struct Sums {
        var count: Int64 = 0
        var sum = 0.0
    }

    private let sums = Mutex(Sums())

    func record(_ value: Int64) { record(Double(value)) }

    func record(_ value: Double) {
        sums.withLock {
            $0.count += 1
            $0.sum += value
        }
    }

    func lines(name: String, labels: String) -> [String] {
        let sums = sums.withLock { $0 }
        return ["\(name)_sum\(labels) \(PrometheusText.number(sums.sum))", "\(name)_count\(labels) \(sums.count)"]
    }
}

/// How long things took, in seconds, by fixed bounds.
final class TimerSeries: PrometheusSeries, TimerHandler {
    /// Prometheus' own customary bounds, in seconds.
    static let bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

    private struct Tally {
        /// One for each bound, and one for what is over the last.
        var counts = [Int64](repeating: 0, count: bounds.count + 1)
        var seconds = 0.0
    }

    private let tally = Mutex(Tally())

    func recordNanoseconds(_ duration: Int64) {
        let seconds = Double(duration) / 1e9
        let bucket = Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count
        tally.withLock {
            $0.counts[bucket] += 1
            $0.seconds += seconds
        }
    }

    func lines(name: String, labels: String) -> [String] {
        let tally = tally.withLock { $0 }
        var count: Int64 = 0
        var lines: [String] = []
        for (bound, here) in zip(Self.bounds + [.infinity], tally.counts) {
            count += here
            let labels = PrometheusText.labels(labels, adding: "le", PrometheusText.number(bound))
            lines.append("\(name)_bucket\(labels) \(count)")
        }
        lines.append("\(name)_sum\(labels) \(PrometheusText.number(tally.seconds))")
        lines.append("\(name)_count\(labels) \(count)")
        return lines
    }
}

private final class AtomicDouble: Sendable {
    private let bits = Atomic<UInt64>(0)

    var value: Double { Double(bitPattern: bits.load(ordering: .relaxed)) }

    func set(_ value: Double) { bits.store(value.bitPattern, ordering: .relaxed) }

    func add(_ amount: Double) {
        var seen = bits.load(ordering: .relaxed)
        while true {
            let sum = (Double(bitPattern: seen) + amount).bitPattern
            let (isExchanged, original) = bits.weakCompareExchange(expected: seen, desired: sum, ordering: .relaxed)
            if isExchanged { return }
            seen = original
        }
    }
}
