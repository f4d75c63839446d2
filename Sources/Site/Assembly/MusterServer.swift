import Directives
package import Federation
import Foundation
import Hummingbird
import Logging
import Metrics
import ServiceLifecycle
import UnixSignals
import Web

/// One running server: HTTP, jobs and the seals of the journal, stopped together.
package struct MusterServer: Sendable {
    package struct Options: Sendable {
        package var host: String
        package var port: Int
        package var isDemo: Bool
        package var isBehindProxy: Bool
        /// Where the installation's secret and the seal's key lie, apart from the database.
        package var keysDirectory: String

        package init(host: String, port: Int, isDemo: Bool, isBehindProxy: Bool, keysDirectory: String) {
            self.host = host
            self.port = port
            self.isDemo = isDemo
            self.isBehindProxy = isBehindProxy
            self.keysDirectory = keysDirectory
        }
    }

    /// Metrics are the process's: they may be bootstrapped once only.
    private static let metrics: PrometheusMetrics = {
        let metrics = PrometheusMetrics()
        MetricsSystem.bootstrap(metrics)
        return metrics
    }()

    private let federation: OpenFederation
    private let options: Options
    private let gate: SignInGate
    private let sealKey: SealKey

    /// - Throws: `SecretRefusal`, `SealKeyRefusal`: without its keys a server does not serve.
    package init(federation: OpenFederation, options: Options) async throws {
        self.federation = federation
        self.options = options
        let secret = try InstallationSecret.load(orCreateIn: options.keysDirectory)
        guard try await secret.isKnown(to: federation) else { throw SecretRefusal.another }
        gate = SignInGate(federation: federation, hasher: PasswordHasher(), secret: secret)
        sealKey = try SealKey.load(orCreateAt: options.keysDirectory + "/seal.key")
    }

    package var signInGate: SignInGate { gate }

    /// Serves until the process is told to stop; requests under way are finished first.
    /// - Parameter started: called with the port once it is ours: any free one where 0 was asked for.
    /// - Throws: `PortRefusal`; and what a service of the server ended with.
    package func run(started: @escaping @Sendable (Int) async -> Void) async throws {
        var logger = Logger(label: "muster")
        logger.logLevel = .notice
        let application = MusterSite.application(
            gate: gate, isDemo: options.isDemo, isBehindProxy: options.isBehindProxy, metrics: Self.metrics)
        let http = Application(
            router: application.router(),
            configuration: .init(address: .hostname(options.host, port: options.port), serverName: "muster"),
            onServerRunning: { [options] channel in await started(channel.localAddress?.port ?? options.port) },
            logger: logger)
        var handlers = JobHandlers()
        handlers.add(.seal(with: sealKey))
        handlers.add(.renewLease)
        handlers.add(.expireBlobs)
        handlers.add(.sweepSessions)
        handlers.add(.foldTallies)
        OriginalJobs.add(to: &handlers)
        SearchJobs.add(to: &handlers)
        ReportAskingActs.add(to: &handlers)
        let group = ServiceGroup(
            configuration: .init(
                services: [
                    .init(service: JobService(runner: JobRunner(federation: federation, handlers: handlers))),
                    .init(service: http),
                ],
                gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
        do {
            try await group.run()
        } catch {
            await federation.close()
            throw PortRefusal(error, port: options.port) ?? error
        }
        await federation.close()
    }
}

/// Jobs as a service that ends when the server does.
private struct JobService: Service {
    let runner: JobRunner

    func run() async throws {
        try await cancelWhenGracefulShutdown { try await runner.run() }
    }
}
