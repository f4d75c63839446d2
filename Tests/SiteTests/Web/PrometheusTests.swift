import CoreMetrics
import Testing
import Web

@Suite("Figures for Prometheus")
struct PrometheusTests {
    @Test("are dropped and counted when there are too many series, or a name is taken by another type")
    func bounded() {
        let metrics = PrometheusMetrics(seriesMax: 2)
        for path in ["/a", "/b", "/c", "/d", "/a"] {
            metrics.makeCounter(label: "requests", dimensions: [("path", path)]).increment(by: 1)
        }
        let text = metrics.render()
        #expect(text.contains("requests_total{path=\"/a\"} 2\nrequests_total{path=\"/b\"} 1\n"))
        #expect(!text.contains("/c") && !text.contains("/d"))
        #expect(text.contains("\nmuster_metrics_dropped_total 2\n"))

        let mixed = PrometheusMetrics()
        mixed.makeMeter(label: "depth", dimensions: []).set(1 as Int64)
        mixed.makeRecorder(label: "depth", dimensions: [], aggregate: true).record(5 as Int64)
        #expect(mixed.render().contains("\ndepth 1\n"))
        #expect(mixed.render().contains("\nmuster_metrics_dropped_total 1\n"))
    }

    @Test("are printed in the exposition format, sorted and escaped")
    func rendering() {
        let metrics = PrometheusMetrics(help: ["http.requests": "Requests\\answered,\nall of them."])
        metrics.makeMeter(label: "queue.depth", dimensions: []).increment(by: 3)
        metrics.makeMeter(label: "queue.depth", dimensions: []).decrement(by: 0.5)
        metrics.makeCounter(label: "http.requests", dimensions: [("status", "200"), ("http.route", "/b")])
            .increment(by: 2)
        metrics.makeFloatingPointCounter(label: "http.requests", dimensions: [("http.route", "a\"\\\r\nb")])
            .increment(by: 1.5)
        metrics.makeRecorder(label: "sizes", dimensions: [], aggregate: true).record(10 as Int64)
        metrics.makeRecorder(label: "sizes", dimensions: [], aggregate: true).record(0.5)
        metrics.makeRecorder(label: "9lives", dimensions: [("le", "x"), ("a", "1"), ("a", "2")], aggregate: false)
            .record(Double.infinity)
        #expect(
            metrics.render() == """
                # HELP _9lives 9lives
                # TYPE _9lives gauge
                _9lives{a="1",label_le="x"} +Inf
                # HELP http_requests_total Requests\\\\answered,\\nall of them.
                # TYPE http_requests_total counter
                http_requests_total{http_route="/b",status="200"} 2
                http_requests_total{http_route="a\\"\\\\\r\\nb"} 1.5
                # HELP queue_depth queue.depth
                # TYPE queue_depth gauge
                queue_depth 2.5
                # HELP sizes sizes
                # TYPE sizes summary
                sizes_sum 10.5
                sizes_count 2
                # HELP muster_metrics_dropped_total Metrics refused because there are too many series or a name is taken.
                # TYPE muster_metrics_dropped_total counter
                muster_metrics_dropped_total 0

                """)
    }

    @Test("count times in buckets that add up")
    func histogram() {
        let metrics = PrometheusMetrics()
        let timer = metrics.makeTimer(label: "request", dimensions: [("route", "/")])
        for nanoseconds in [5_000_000, 5_000_001, 2_000_000_000, 60_000_000_000] as [Int64] {
            timer.recordNanoseconds(nanoseconds)
        }
        let lines = metrics.render().split(separator: "\n").map(String.init)
        #expect(lines.contains("# TYPE request_seconds histogram"))
        for line in [
            "request_seconds_bucket{route=\"/\",le=\"0.005\"} 1", "request_seconds_bucket{route=\"/\",le=\"0.01\"} 2",
            "request_seconds_bucket{route=\"/\",le=\"1\"} 2", "request_seconds_bucket{route=\"/\",le=\"2.5\"} 3",
            "request_seconds_bucket{route=\"/\",le=\"10\"} 3", "request_seconds_bucket{route=\"/\",le=\"+Inf\"} 4",
            "request_seconds_count{route=\"/\"} 4",
        ] {
            #expect(lines.contains(line))
        }
        #expect(lines.filter { $0.contains("_bucket") }.count == 12)
    }

    @Test("lose none that are counted at once, and forget what is destroyed")
    func concurrent() async {
        let metrics = PrometheusMetrics()
        await withTaskGroup { group in
            for _ in 0..<8 {
                group.addTask {
                    for _ in 0..<1_000 {
                        metrics.makeCounter(label: "c", dimensions: []).increment(by: 1)
                        metrics.makeMeter(label: "m", dimensions: []).increment(by: 0.5)
                    }
                }
            }
        }
        #expect(metrics.render().contains("\nc_total 8000\n"))
        #expect(metrics.render().contains("\nm 4000\n"))
        metrics.destroyCounter(metrics.makeCounter(label: "c", dimensions: []))
        #expect(!metrics.render().contains("c_total 8000"))
    }
}
