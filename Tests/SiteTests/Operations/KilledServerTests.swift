import AsyncHTTPClient
import Federation
import Foundation
import MusterTesting
import NIOCore
import NIOHTTP1
import Storage
import Testing
import Web

/// Nothing acknowledged is lost: what a browser was told is saved is there after the program or its database was killed.
@Suite(.serialized) struct KilledServerTests {
    private static let writers = 8

    @Test(.timeLimit(.minutes(10))) func whatSQLiteAcknowledgedOutlivesTheProgram() async throws {
        try await TestDatabase.with(.sqlite, from: TestSite.demo) { database in
            // Nobody else may hold the file: it is opened anew by whoever comes after the killed one.
            await database.engine.close()
            try await killAndLookAgain(database.address)
        }
    }

    @Test(.timeLimit(.minutes(10))) func whatPostgreSQLAcknowledgedOutlivesTheProgram() async throws {
        try await TestPostgreSQL.with { server in
            try await lay(server.address)
            try await killAndLookAgain(server.address)
        }
    }

    @Test(.timeLimit(.minutes(10))) func whatPostgreSQLAcknowledgedOutlivesPostgreSQL() async throws {
        try await TestPostgreSQL.with { database in
            try await lay(database.address)
            try await withKeys { keys in
                let server = try await ServerProcess.demo(database.address, keys: keys)
                let acknowledged = try await write(to: server.url) { try await database.stop() }
                try await database.start()
                try await expect(acknowledged, in: database.address, keys: keys)
                // The same server goes on.
                #expect(
                    try await write(to: server.url, until: Self.writers) { await server.stop() }.count >= Self.writers)
            }
        }
    }

    private func killAndLookAgain(_ address: DatabaseAddress) async throws {
        try await withKeys { keys in
            let server = try await ServerProcess.demo(address, keys: keys)
            let acknowledged = try await write(to: server.url) { await server.kill() }
            try await expect(acknowledged, in: address, keys: keys)
            let next = try await ServerProcess.demo(address, keys: keys)
            #expect(try await write(to: next.url, until: Self.writers) { await next.stop() }.count >= Self.writers)
        }
    }

    private func lay(_ address: DatabaseAddress) async throws {
        let engine = try await openEngine(address)
        try await TestSite.demo.lay(in: engine)
        await engine.close()
    }

    private func expect(_ acknowledged: [ActID], in address: DatabaseAddress, keys: String) async throws {
        // First the one who only reads, from the files as they were left.
        #expect(try await ServerProcess.verify(address, keys: keys) == 0)
        let engine = try await openEngine(address)
        let lost = try await engine.read { db in try acknowledged.filter { try JournalStore.entry($0, in: db) == nil } }
        await engine.close()
        #expect(lost == [])
        print("killed after \(acknowledged.count) acknowledged acts: \(lost.count) lost")
    }

    /// Acts from several browsers at once; `strike` falls in the midst of them, after some number that nobody chose.
    /// - Returns: the acts of which a browser was told that they are done.
    private func write(
        to url: String, until count: Int = .random(in: 40...200), strike: @escaping @Sendable () async throws -> Void
    ) async throws -> [ActID] {
        let client = HTTPClient(configuration: .init(redirectConfiguration: .disallow))
        var browsers: [Browser] = []
        for _ in 0..<Self.writers { browsers.append(try await Browser(at: url, client)) }
        let minter = IDMinter(server: 1_023, clock: SystemClock())
        let (acts, acknowledge) = AsyncStream.makeStream(of: ActID.self)
        let writing = Task { [browsers] in
            await withTaskGroup(of: Void.self) { group in
                for browser in browsers {
                    group.addTask {
                        while true {
                            let id: ActID = minter.mint()
                            guard (try? await browser.act(id)) == true else { return }
                            acknowledge.yield(id)
                        }
                    }
                }
            }
            acknowledge.finish()
        }
        var acknowledged: [ActID] = []
        for await id in acts {
            acknowledged.append(id)
            if acknowledged.count == count { try await strike() }
        }
        await writing.value
        try await client.shutdown()
        return acknowledged
    }

    private func withKeys(_ body: (String) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("muster-keys-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try await body(folder.path)
    }
}

/// One of the cast, signed in over the network.
private struct Browser: Sendable {
    private let url: String
    private let client: HTTPClient
    private var cookies: [String: String] = [:]
    private var csrf = ""

    private enum Fault: Error { case status(UInt) }

    init(at url: String, _ client: HTTPClient) async throws {
        self.url = url
        self.client = client
        _ = try await get("/sign-in")
        let status = try await post("/demo-sessions", [("login", "sunbing"), ("csrf", csrf)])
        guard status == 303 else { throw Fault.status(status) }
        _ = try await get("/account")
    }

    /// - Returns: whether it was acknowledged.
    func act(_ id: ActID) async throws -> Bool {
        var copy = self
        let language = id.raw % 2 == 0 ? "zh" : "en"
        return try await copy.post(
            "/languages", [("language", language), ("return", "/"), ("act", "\(id)"), ("csrf", csrf)]) == 303
    }

    private mutating func get(_ path: String) async throws {
        let (_, text) = try await ask(HTTPClientRequest(url: url + path))
        if let proof = text.firstMatch(of: #/name="csrf" value="([^"]*)"/#) { csrf = String(proof.1) }
    }

    private mutating func post(_ path: String, _ fields: [(String, String)]) async throws -> UInt {
        var request = HTTPClientRequest(url: url + path)
        request.method = .POST
        request.headers.add(name: "content-type", value: "application/x-www-form-urlencoded")
        request.body = .bytes(ByteBuffer(string: QueryString.encode(fields)))
        return try await ask(request).status
    }

    private mutating func ask(_ request: HTTPClientRequest) async throws -> (status: UInt, text: String) {
        var request = request
        request.headers.add(name: "cookie", value: cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; "))
        let response = try await client.execute(request, timeout: .seconds(60))
        for cookie in response.headers["set-cookie"] {
            let pair = cookie.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
            if pair.count == 2 { cookies[String(pair[0])] = String(pair[1]) }
        }
        let body = try await response.body.collect(upTo: 4 << 20)
        return (response.status.code, String(buffer: body))
    }
}
