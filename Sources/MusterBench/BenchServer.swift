import AsyncHTTPClient
import Dispatch
import Federation
import Foundation
import NIOCore
import NIOHTTP1
import Storage
import Synchronization
import Web

/// A `muster serve` in a process of its own: its memory and its start are its alone.
final class BenchServer: Sendable {
    let port: Int
    /// From the start of the process to its first page.
    let firstPageMilliseconds: Double
    private let process: Process
    private let client: HTTPClient

    struct Browser: Sendable {
        var headers: HTTPHeaders
        var csrf: String
    }

    /// - Returns: once the page to sign in at was got.
    static func start(_ database: BenchDatabase, _ client: HTTPClient) async throws -> BenchServer {
        guard let folder = Bundle.main.executableURL?.deletingLastPathComponent() else {
            throw BenchFault.missing("the folder of the programs")
        }
        let (process, pipe) = (Process(), Pipe())
        process.executableURL = folder.appending(component: "muster")
        process.arguments = [
            "serve", "--database", database.text, "--keys", database.keys, "--port", "0",
        ]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = pipe
        let begun = ContinuousClock.now
        try process.run()
        BenchProcesses.began(process.processIdentifier)
        do {
            let server = BenchServer(
                process, client, port: try port(saidIn: pipe.fileHandleForReading), begun: begun)
            return try await server.opened(begun)
        } catch {
            process.terminate()
            BenchProcesses.ended(process.processIdentifier)
            throw error
        }
    }

    private init(
        _ process: Process, _ client: HTTPClient, port: Int, begun: ContinuousClock.Instant, firstPage: Double = 0
    ) {
        (self.process, self.client, self.port, firstPageMilliseconds) = (process, client, port, firstPage)
    }

    private func opened(_ begun: ContinuousClock.Instant) async throws -> BenchServer {
        try await get("/sign-in", nil)
        let took = (ContinuousClock.now - begun).milliseconds
        return BenchServer(process, client, port: port, begun: begun, firstPage: took)
    }

    /// A server says where it is once it listens.
    private static func port(saidIn file: FileHandle) throws -> Int {
        var said = ""
        while true {
            let more = file.availableData
            guard !more.isEmpty else { throw BenchFault.missing("a server that listens") }
            said += String(decoding: more, as: UTF8.self)
            if let found = said.firstMatch(of: #/http://[^:]+:(\d+)\s/#), let port = Int(found.1) { return port }
        }
    }

    /// Asks it to stop; one that does not is ended.
    func stop(within time: Duration = .seconds(20)) async throws {
        process.terminate()
        let end = ContinuousClock.now + time
        while process.isRunning, ContinuousClock.now < end { try await Task.sleep(for: .milliseconds(20)) }
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        BenchProcesses.ended(process.processIdentifier)
    }

    // MARK: Memory

    /// The most that it ever held.
    var peakMegabytes: Double { kilobytes("VmHWM:") / 1_024 }

    /// What it holds now.
    var kilobytes: Double { kilobytes("VmRSS:") }

    private func kilobytes(_ name: String) -> Double {
        guard
            let status = try? String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8),
            let line = status.split(separator: "\n").first(where: { $0.hasPrefix(name) })
        else { return 0 }
        return Double(line.split(whereSeparator: \.isWhitespace).dropFirst().first ?? "") ?? 0
    }

    // MARK: Asking it

    /// - Throws: where the page is not there.
    func get(_ path: String, _ browser: Browser?) async throws {
        var request = HTTPClientRequest(url: "http://127.0.0.1:\(port)\(path)")
        request.headers = browser?.headers ?? [:]
        try await ask(request, path, for: .ok)
    }

    /// - Parameter answer: a redirect where an act was taken.
    /// - Throws: where the act was not taken.
    func post(
        _ path: String, _ body: String, _ browser: Browser, for answer: HTTPResponseStatus = .seeOther
    ) async throws {
        var request = HTTPClientRequest(url: "http://127.0.0.1:\(port)\(path)")
        request.method = .POST
        request.headers = browser.headers
        request.headers.add(name: "content-type", value: "application/x-www-form-urlencoded")
        request.body = .bytes(ByteBuffer(string: "\(body)&csrf=\(browser.csrf)"))
        try await ask(request, path, for: answer)
    }

    private func ask(_ request: HTTPClientRequest, _ path: String, for answer: HTTPResponseStatus) async throws {
        let response = try await client.execute(request, timeout: .seconds(600))
        _ = try await response.body.collect(upTo: 256 << 20)
        guard response.status == answer else { throw BenchFault.refused(path, Int(response.status.code)) }
    }
}

/// Signs people in without the page that lists the cast, whose people an invented federation has not: the session is laid
/// into the database that the servers read, under the secret that they share.
struct BenchEntrance: Sendable {
    private let gate: SignInGate

    init(_ federation: OpenFederation, keys: String) throws {
        gate = SignInGate(
            federation: federation, hasher: PasswordHasher(),
            secret: try InstallationSecret.load(orCreateIn: keys))
    }

    func enter(as person: PersonID) async throws -> BenchServer.Browser {
        var source = SystemRandomNumberGenerator()
        let key = BrowserKey(using: &source)
        let opened = try await gate.enterDemo(as: person, in: key, id: gate.federation.newActID())
        var headers = HTTPHeaders()
        headers.add(name: "cookie", value: "\(CookieName.session)=\(opened.token.text); muster_browser=\(key.text)")
        return BenchServer.Browser(headers: headers, csrf: CSRF.field(for: opened.token, using: &source))
    }
}

/// The servers that run. They are in process groups of their own, so whoever interrupts the bench must stop them too.
enum BenchProcesses {
    private static let running = Mutex<Set<Int32>>([])

    static func began(_ process: Int32) { running.withLock { _ = $0.insert(process) } }
    static func ended(_ process: Int32) { running.withLock { _ = $0.remove(process) } }

    static func endWithUs() {
        for number in [SIGINT, SIGTERM] {
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                // Held by what it does: it is to last as long as the process.
                withExtendedLifetime(source) {}
                for process in running.withLock({ $0 }) { kill(process, SIGTERM) }
                exit(128 + number)
            }
            source.resume()
        }
    }

    /// As many open files as are allowed; what is started later may have as many.
    static func allowFiles() {
        var limit = rlimit()
        guard getrlimit(filesLimit, &limit) == 0 else { return }
        limit.rlim_cur = limit.rlim_max
        setrlimit(filesLimit, &limit)
    }

    #if canImport(Glibc)
    private static let filesLimit = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    #else
    private static let filesLimit = RLIMIT_NOFILE
    #endif
}

enum BenchFault: Error { case refused(String, Int), missing(String) }
