import AsyncHTTPClient
import Federation
import Hummingbird
import Logging
import NIOCore
import NIOHTTP1
import Site
import Storage
import Web

/// Muster's server in this process, and browsers that are signed in to it.
final class BenchServer: Sendable {
    private let gate: SignInGate
    private let serving: Task<Void, any Error>
    private let port: Int
    private let client: HTTPClient

    struct Browser: Sendable {
        var headers: HTTPHeaders
        var csrf: String
    }

    init(_ federation: OpenFederation) async throws {
        let secret = InstallationSecret(bytes: InstallationSecret.systemBytes(InstallationSecret.size))
        let gate = SignInGate(federation: federation, hasher: PasswordHasher(), secret: secret)
        let site = MusterSite.application(gate: gate, isDemo: true, isBehindProxy: false, metrics: PrometheusMetrics())
        let (ports, found) = AsyncStream.makeStream(of: Int.self)
        var logger = Logger(label: "bench")
        logger.logLevel = .critical
        let server = Application(
            router: site.router(), configuration: .init(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { channel in found.yield(channel.localAddress?.port ?? 0) }, logger: logger)
        self.gate = gate
        serving = Task { try await server.run() }
        var port = 0
        for await one in ports {
            port = one
            break
        }
        self.port = port
        // A redirect is the answer here, not a way to another page.
        var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 64
        client = HTTPClient(configuration: configuration)
    }

    func stop() async throws {
        serving.cancel()
        try await client.shutdown()
    }

    func enter(as person: PersonID) async throws -> Browser {
        var source = SystemRandomNumberGenerator()
        let key = BrowserKey(using: &source)
        let opened = try await gate.enterDemo(as: person, in: key, id: gate.federation.newActID())
        var headers = HTTPHeaders()
        headers.add(name: "cookie", value: "\(CookieName.session)=\(opened.token.text); muster_browser=\(key.text)")
        return Browser(headers: headers, csrf: CSRF.field(for: opened.token, using: &source))
    }

    /// - Throws: where the page is not there.
    func get(_ path: String, _ browser: Browser) async throws {
        var request = HTTPClientRequest(url: "http://127.0.0.1:\(port)\(path)")
        request.headers = browser.headers
        let response = try await client.execute(request, timeout: .seconds(300))
        _ = try await response.body.collect(upTo: 64 << 20)
        guard response.status == .ok else { throw BenchFault.refused(path, Int(response.status.code)) }
    }

    /// - Throws: where the act was not taken.
    func post(_ path: String, _ body: String, _ browser: Browser) async throws {
        var request = HTTPClientRequest(url: "http://127.0.0.1:\(port)\(path)")
        request.method = .POST
        request.headers = browser.headers
        request.headers.add(name: "content-type", value: "application/x-www-form-urlencoded")
        request.body = .bytes(ByteBuffer(string: "\(body)&csrf=\(browser.csrf)"))
        let response = try await client.execute(request, timeout: .seconds(60))
        _ = try await response.body.collect(upTo: 1 << 20)
        guard response.status == .seeOther else { throw BenchFault.refused(path, Int(response.status.code)) }
    }
}

enum BenchFault: Error { case refused(String, Int), missing(String) }
