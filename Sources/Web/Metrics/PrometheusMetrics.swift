package import CoreMetrics
import Synchronization

/// Keeps what swift-metrics is told, and prints it for Prometheus (text exposition format 0.0.4).
///
/// A counter `a.b` becomes `a_b_total`, a timer `a_b_seconds` (a histogram), a meter or gauge `a_b`,
/// and a recorder that aggregates a summary of sum and count.
package final class PrometheusMetrics: MetricsFactory {
    package static let contentType = "text/plain; version=0.0.4; charset=utf-8"
    /// What swift-metrics could not be given a series for.
    package static let droppedName = "muster_metrics_dropped_total"

    private struct Family {
        let kind: PrometheusKind
        let help: String
        /// By the printed labels.
        var series: [String: any PrometheusSeries] = [:]
    }

    private struct Registry {
        var families: [String: Family] = [:]
        var seriesCount = 0
        var dropped: Int64 = 0
    }

    private let seriesMax: Int
    private let help: [String: String]
    private let registry = Mutex(Registry())

    /// - Parameters:
    ///   - seriesMax: how many combinations of name and labels are kept; further ones are dropped and counted.
    ///   - help: a sentence for a label as swift-metrics knows it; without one the label itself is printed.
    package init(seriesMax: Int = 5_000, help: [String: String] = [:]) {
        self.seriesMax = seriesMax
        self.help = help
    }

    package func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        series(.counter, label, dimensions) { CounterSeries() } ?? NOOPMetricsHandler.instance
    }

    package func makeFloatingPointCounter(
        label: String, dimensions: [(String, String)]
    ) -> any FloatingPointCounterHandler {
        series(.counter, label, dimensions) { CounterSeries() } ?? NOOPMetricsHandler.instance
    }

    package func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        series(.gauge, label, dimensions) { GaugeSeries() } ?? NOOPMetricsHandler.instance
    }

    package func makeRecorder(
        label: String, dimensions: [(String, String)], aggregate: Bool
    ) -> any RecorderHandler {
        if aggregate {
            series(.summary, label, dimensions) { SummarySeries() } ?? NOOPMetricsHandler.instance
        } else {
            series(.gauge, label, dimensions) { GaugeSeries() } ?? NOOPMetricsHandler.instance
        }
    }

    package func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        series(.histogram, label, dimensions) { TimerSeries() } ?? NOOPMetricsHandler.instance
    }

    package func destroyCounter(_ handler: any CounterHandler) { remove(handler) }
    package func destroyFloatingPointCounter(_ handler: any FloatingPointCounterHandler) { remove(handler) }
    package func destroyMeter(_ handler: any MeterHandler) { remove(handler) }
    package func destroyRecorder(_ handler: any RecorderHandler) { remove(handler) }
    package func destroyTimer(_ handler: any TimerHandler) { remove(handler) }

    /// Everything, sorted by name and labels so that two prints can be compared; last, how much was dropped.
    package func render() -> String {
        let (families, dropped) = registry.withLock { ($0.families, $0.dropped) }
        var lines: [String] = []
        func print(_ name: String, _ kind: PrometheusKind, _ help: String) {
            lines.append("# HELP \(name) \(PrometheusText.escapedHelp(help))")
            lines.append("# TYPE \(name) \(kind.rawValue)")
        }
        for (name, family) in families.sorted(by: { $0.key < $1.key }) {
            print(name, family.kind, family.help)
            for (labels, series) in family.series.sorted(by: { $0.key < $1.key }) {
                lines += series.lines(name: name, labels: labels)
            }
        }
        print(Self.droppedName, .counter, "Metrics refused because there are too many series or a name is taken.")
        lines.append("\(Self.droppedName) \(dropped)")
        return lines.joined(separator: "\n") + "\n"
    }

    /// The series of this name and these labels, made on first use; nil where there is no room or the name is taken.
    private func series<Series: PrometheusSeries>(
        _ kind: PrometheusKind, _ label: String, _ dimensions: [(String, String)], make: () -> Series
    ) -> Series? {
        let name = PrometheusText.name(label, kind)
        let labels = PrometheusText.labels(dimensions)
        return registry.withLock { registry in
            let family = registry.families[name]
            if let known = family?.series[labels] as? Series { return known }
            guard registry.seriesCount < seriesMax, name != Self.droppedName, family.map({ $0.kind == kind }) ?? true
            else {
                registry.dropped += 1
                return nil
            }
            let made = make()
            registry.families[name, default: Family(kind: kind, help: help[label] ?? label)].series[labels] = made
            registry.seriesCount += 1
            return made
        }
    }

    private func remove(_ handler: any Sendable & AnyObject) {
        registry.withLock { registry in
            for (name, family) in registry.families {
                guard let (labels, _) = family.series.first(where: { $0.value === handler }) else { continue }
                registry.families[name]?.series[labels] = nil
                registry.seriesCount -= 1
                if registry.families[name]?.series.isEmpty == true { registry.families[name] = nil }
                return
            }
        }
    }
}
