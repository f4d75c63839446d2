import Federation
import Web

enum OperationsRoutes {
    private static let access = RouteAccess.anyone(because: "the machine's own watch asks; it tells no one's name")
    static let metrics = Route<NoParameter>.get("/metrics", access)
    /// The process answers.
    static let health = Route<NoParameter>.get("/healthz", access)
    /// The database answers too.
    static let readiness = Route<NoParameter>.get("/readyz", access)

    static func endpoints(metrics registry: PrometheusMetrics) -> [Endpoint] {
        [
            Endpoint(metrics) { _ in
                .text(registry.render(), mediaType: PrometheusMetrics.contentType, status: 200)
            },
            Endpoint(health) { _ in .text("ok\n", mediaType: "text/plain; charset=utf-8", status: 200) },
            Endpoint(readiness) { visit in
                do {
                    try await visit.federation.ping()
                    return .text("ok\n", mediaType: "text/plain; charset=utf-8", status: 200)
                } catch {
                    return .text("database away\n", mediaType: "text/plain; charset=utf-8", status: 503)
                }
            },
        ]
    }
}

enum AssetRoutes {
    static func endpoints() -> [Endpoint] {
        [
            Endpoint(FrameRoutes.stylesheet) { _ in
                .asset(PackageResources.muster_css, mediaType: "text/css; charset=utf-8")
            },
            Endpoint(FrameRoutes.script) { _ in
                .asset(PackageResources.muster_js, mediaType: "text/javascript; charset=utf-8")
            },
            Endpoint(FrameRoutes.icon) { _ in .asset(Array(icon.utf8), mediaType: "image/svg+xml") },
        ]
    }

    /// The mark: one square is one unit, three make 众.
    private static let icon = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20"><path fill="#1d1b18" \
        d="M5.8 0h8.4v8.4H5.8zM0 11.2h8.6v8.6H0zM11.4 11.2H20v8.6h-8.6z"/></svg>
        """
}
