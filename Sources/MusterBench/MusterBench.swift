import AsyncHTTPClient
import Federation
import Foundation
import Hummingbird
import Logging
import NIOCore
import NIOHTTP1
import Site
import Storage
import Web

/// Acts per second through HTTP, beside the bare engine in the same run. Compare only figures of one run.
@main
enum Bench {
    /// Writers at once, in both measurements.
    private static let writers = 32
    private static let seconds = 5.0

    static func main() async throws {
        print("engine       bare writes/s   acts/s through HTTP   ratio")
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("muster-bench")
        try? FileManager.default.removeItem(at: folder)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try await measure("sqlite", .sqlite(path: folder.appendingPathComponent("bench.sqlite").path))
        if let url = ProcessInfo.processInfo.environment["MUSTER_BENCH_POSTGRES"] {
            try await measure("postgresql", .postgresql(url: url))
        } else {
            print("postgresql   not measured: MUSTER_BENCH_POSTGRES names no empty database")
        }
    }

    /// A redirect is the answer here, not a way to another page.
    private static let client = HTTPClient(configuration: .init(redirectConfiguration: .disallow))

    private static func measure(_ name: String, _ address: DatabaseAddress) async throws {
        let engine = try await openEngine(address, EngineOptions(connections: 16))
        let federation = try await OpenFederation.open(engine)
        try await DemoLaying.lay(in: federation)
        try await engine.write { db in
            _ = try db.execute("create table floor (id bigint primary key, bytes text not null)")
        }
        let floor = try await rate { writer, turn in
            let id = Int64(writer) << 40 | Int64(turn)
            _ = try await engine.write {
                try $0.execute("insert into floor (id, bytes) values (\(id), 'a row of about the size of an entry')")
            }
        }
        let acts = try await throughHTTP(federation)
        let ratio = acts / floor
        print(
            "\(name.padding(toLength: 12, withPad: " ", startingAt: 0)) \(Int(floor))  \(Int(acts))  \((ratio * 100).rounded() / 100)"
        )
        await federation.close()
    }

    /// Each writer is a browser with a session of its own that changes its language: one read, one act, one journal entry.
    private static func throughHTTP(_ federation: OpenFederation) async throws -> Double {
        let secret = InstallationSecret(bytes: InstallationSecret.systemBytes(InstallationSecret.size))
        let gate = SignInGate(federation: federation, hasher: PasswordHasher(), secret: secret)
        let site = MusterSite.application(gate: gate, isDemo: true, isBehindProxy: false, metrics: PrometheusMetrics())
        let (ports, found) = AsyncStream.makeStream(of: Int.self)
        var logger = Logger(label: "bench")
        logger.logLevel = .error
        let server = Application(
            router: site.router(), configuration: .init(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { channel in found.yield(channel.localAddress?.port ?? 0) }, logger: logger)
        let serving = Task { try await server.run() }
        defer { serving.cancel() }
        var port = 0
        for await one in ports {
            port = one
            break
        }
        var requests: [HTTPClientRequest] = []
        let people = try await someone(gate)
        for person in people { requests.append(try await request(gate, as: person, port: port)) }
        let prepared = requests
        return try await rate { writer, turn in
            var request = prepared[writer]
            request.body = .bytes(
                ByteBuffer(string: "language=\(turn % 2 == 0 ? "en" : "zh")&return=/&csrf=\(csrf(request))"))
            let response = try await client.execute(request, timeout: .seconds(30))
            _ = try await response.body.collect(upTo: 1 << 20)
            guard response.status == .seeOther else { throw BenchFault.refused(Int(response.status.code)) }
        }
    }

    private enum BenchFault: Error { case refused(Int), nobody }

    private static func csrf(_ request: HTTPClientRequest) -> String {
        request.headers.first(name: "x-bench-csrf") ?? ""
    }

    /// As many people as writers: two browsers of one person would wait for each other's row.
    private static func someone(_ gate: SignInGate) async throws -> [PersonID] {
        let people: [PersonID] = try await gate.federation.read { db in
            try db.query("select id from person order by id limit \(writers)").map { try $0["id"] }
        }
        guard people.count == writers else { throw BenchFault.nobody }
        return people
    }

    private static func request(
        _ gate: SignInGate, as person: PersonID, port: Int
    ) async throws -> HTTPClientRequest {
        var source = SystemRandomNumberGenerator()
        let browser = BrowserKey(using: &source)
        let opened = try await gate.enterDemo(as: person, in: browser, id: gate.federation.newActID())
        var request = HTTPClientRequest(url: "http://127.0.0.1:\(port)\(FrameRoutes.language.path())")
        request.method = .POST
        request.headers.add(name: "content-type", value: "application/x-www-form-urlencoded")
        request.headers.add(
            name: "cookie", value: "\(CookieName.session)=\(opened.token.text); muster_browser=\(browser.text)")
        request.headers.add(name: "x-bench-csrf", value: CSRF.field(for: opened.token, using: &source))
        return request
    }

    /// How often `body` completes per second with all writers at it.
    private static func rate(_ body: @escaping @Sendable (_ writer: Int, _ turn: Int) async throws -> Void) async throws
        -> Double
    {
        let begun = ContinuousClock.now
        let end = begun + .seconds(seconds)
        let done = try await withThrowingTaskGroup(of: Int.self) { group in
            for writer in 0..<writers {
                group.addTask {
                    var turn = 0
                    while ContinuousClock.now < end {
                        try await body(writer, turn)
                        turn += 1
                    }
                    return turn
                }
            }
            return try await group.reduce(0, +)
        }
        let took = ContinuousClock.now - begun
        return Double(done) / (Double(took.components.seconds) + Double(took.components.attoseconds) / 1e18)
    }
}
