import Federation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import MusterTesting
import NIOCore
import Site
import Storage
import Web

/// The whole site on a database of its own, with the demo federation laid, asked over HTTP.
struct TestSite: Sendable {
    let federation: OpenFederation
    let gate: SignInGate
    let clock: SimulatedClock
    let client: any TestClientProtocol

    /// One secret for all tests: what it protects lives as long as a test's database.
    static let secret = InstallationSecret(bytes: [UInt8](repeating: 7, count: InstallationSecret.size))
    private static let metrics = PrometheusMetrics()

    /// The demo federation, laid once in a run and copied for each test.
    static let demo = TestTemplate("demo") { engine in
        // Laid the day before: ids of one moment by one server must not be made twice.
        let yesterday = SimulatedClock(start: SimulatedClock().now().adding(days: -1))
        let federation = try await OpenFederation.openSite(engine, clock: yesterday)
        try await DemoLaying.lay(in: federation)
        _ = try await engine.write { db in try db.execute("delete from server_lease") }
    }

    /// Runs `body` with a site on an engine of this dialect.
    static func with(
        _ dialect: Dialect, from template: TestTemplate = demo, isDemo: Bool = true,
        _ body: @escaping @Sendable (TestSite) async throws -> Void
    ) async throws {
        try await TestDatabase.with(dialect, from: template) { database in
            try await serve(database.engine, isDemo: isDemo, body)
        }
    }

    /// One server on a database that another may serve as well.
    static func serve(
        _ engine: any Engine, isDemo: Bool = true, clock: SimulatedClock = SimulatedClock(),
        _ body: @escaping @Sendable (TestSite) async throws -> Void
    ) async throws {
        let federation = try await OpenFederation.openSite(engine, clock: clock)
        // Hashing at full cost is tested once, elsewhere.
        let gate = SignInGate(federation: federation, hasher: PasswordHasher(cost: 16), secret: secret)
        let site = MusterSite.application(gate: gate, isDemo: isDemo, isBehindProxy: false, metrics: metrics)
        let application = Application(router: site.router())
        do {
            try await application.test(.router) { client in
                try await body(TestSite(federation: federation, gate: gate, clock: clock, client: client))
            }
        } catch {
            await federation.close()
            throw error
        }
        // Else it would go on listening to what other servers say, on a database that is dropped.
        await federation.close()
    }

    /// A browser in which nobody is signed in yet.
    func browser(_ language: Language = .chinese) -> TestBrowser { TestBrowser(client: client, language: language) }

    /// A browser in which one of the cast is signed in, by login (`sunbing`).
    func browser(as login: String, _ language: Language = .chinese) async throws -> TestBrowser {
        let browser = browser(language)
        let page = try await browser.get("/sign-in")
        let entered = try await browser.post("/demo-sessions", ["login": login, "csrf": page.csrf ?? ""])
        guard entered.status == 303 else { throw TestSiteError.notEntered(login, entered.status) }
        return browser
    }

    func unit(_ code: String) async throws -> Unit {
        guard let unit = try await federation.read({ try UnitStore.find(code: code, in: $0) }) else {
            throw TestSiteError.noUnit(code)
        }
        return unit
    }
}

enum TestSiteError: Error {
    case notEntered(String, Int)
    case noUnit(String)
    case noForm(String)
}

/// A page as it came back.
struct TestPage: Sendable {
    let status: Int
    let location: String?
    let headers: HTTPFields
    let text: String

    /// The proof in the page's first form.
    var csrf: String? { value(of: "csrf") }
    /// The act of the form that posts to a path.
    func act(of path: String) -> String? {
        guard let form = text.firstRange(of: "action=\"\(path)\"") else { return nil }
        return Self.value(of: "act", in: text[form.upperBound...])
    }

    func value(of name: String) -> String? { Self.value(of: name, in: text[...]) }

    private static func value(of name: String, in text: Substring) -> String? {
        guard let field = text.firstRange(of: "name=\"\(name)\" value=\"") else { return nil }
        return String(text[field.upperBound...].prefix { $0 != "\"" })
    }

    /// Whether these words stand on the page; that some of them say they are Chinese does not part them.
    func contains(_ words: String) -> Bool { text.contains(words) || unmarked.contains(words) }

    private var unmarked: String {
        text.replacing(#/<t?span lang="zh-CN">([^<]*)</t?span>/#) { "\($0.1)" }
    }
}

/// Keeps cookies, as a browser does.
final class TestBrowser: @unchecked Sendable {
    // Unchecked: a test uses one browser from one task at a time.
    private let client: any TestClientProtocol
    private let language: Language
    private var cookies: [String: String] = [:]
    /// The proof of the last page that had one.
    private(set) var csrf = ""

    init(client: any TestClientProtocol, language: Language) {
        self.client = client
        self.language = language
        cookies["muster_language"] = language.rawValue
    }

    func get(_ path: String) async throws -> TestPage {
        try await ask(.get, path, body: nil as ByteBuffer?, type: nil)
    }

    /// Posts a form with this session's proof, unless the fields bring one.
    func post(_ path: String, _ fields: KeyValuePairs<String, String>) async throws -> TestPage {
        try await post(path, fields.map { ($0.key, $0.value) })
    }

    func post(_ path: String, _ fields: [(String, String)]) async throws -> TestPage {
        var fields = fields
        if !fields.contains(where: { $0.0 == "csrf" }) { fields.append(("csrf", csrf)) }
        return try await ask(
            .post, path, body: QueryString.encode(fields), type: "application/x-www-form-urlencoded")
    }

    /// Sends any bytes under any type, as a broken or a hostile client may.
    func post(_ path: String, bytes: ByteBuffer, type: String) async throws -> TestPage {
        try await ask(.post, path, body: bytes, type: type)
    }

    private func ask(_ method: HTTPRequest.Method, _ path: String, body: String?, type: String?) async throws
        -> TestPage
    {
        try await ask(method, path, body: body.map { ByteBuffer(string: $0) }, type: type)
    }

    private func ask(
        _ method: HTTPRequest.Method, _ path: String, body: ByteBuffer?, type: String?
    ) async throws -> TestPage {
        var headers: HTTPFields = [.cookie: cookies.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: "; ")]
        if let type { headers[.contentType] = type }
        let page = try await client.execute(
            uri: path, method: method, headers: headers, body: body
        ) { response in
            TestPage(
                status: response.status.code, location: response.headers[.location], headers: response.headers,
                text: String(buffer: response.body))
        }
        for cookie in page.headers[values: .setCookie] {
            let pair = cookie.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
            if pair.count == 2 { cookies[String(pair[0])] = String(pair[1]) }
        }
        if let proof = page.csrf { csrf = proof }
        return page
    }
}
