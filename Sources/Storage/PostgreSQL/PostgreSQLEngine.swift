#if PostgreSQL
import Dispatch
import Synchronization

/// For federations that outgrow one machine: several stateless servers on one PostgreSQL, through libpq.
package final class PostgreSQLEngine: Engine {
    package var dialect: Dialect { .postgresql }

    /// A serialisation failure re-runs the closure so often before the caller hears of it.
    private static let attemptsMax = 20
    private static let channel = "muster"

    private let url: String
    private let gate: Gate
    private let idle: Mutex<[Lane]>

    /// A connection and the one thread that may use it.
    private final class Lane: @unchecked Sendable {
        // Unchecked: `connection` is touched only on `queue`.
        let queue: DispatchQueue
        var connection: PostgreSQLConnection?

        init(_ number: Int) { queue = DispatchQueue(label: "muster.postgresql.\(number)") }
    }

    package init(url: String, options: EngineOptions = EngineOptions()) async throws {
        self.url = url
        gate = Gate(places: options.connections, waitSecondsMax: options.waitSecondsMax)
        idle = Mutex((0..<options.connections).map(Lane.init))
        // The first connection is made now, so that a wrong address is said at the start.
        _ = try await read { try $0.query("select 1 as one") }
    }

    package func read<Result: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Result
    ) async throws -> Result {
        try await transaction("begin isolation level repeatable read read only", body)
    }

    package func write<Result: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Result
    ) async throws -> Result {
        try await transaction("begin isolation level serializable", body)
    }

    private func transaction<Result: Sendable>(
        _ begin: String, _ body: @escaping @Sendable (any Transaction) throws -> Result
    ) async throws -> Result {
        var attempt = 0
        while true {
            do {
                return try await onLane { connection in
                    try connection.begin(begin)
                    do {
                        let result = try body(PostgreSQLTransaction(connection))
                        try connection.command("commit")
                        return result
                    } catch {
                        if connection.isAlive { try? connection.command("rollback") }
                        throw error
                    }
                }
            } catch StorageError.serializationFailure where attempt < Self.attemptsMax {
                attempt += 1
                // Losers that come back together lose together, so each waits for a while of its own.
                let waitMicrosecondsMax = min(50_000, 500 << min(attempt, 7))
                try await Task.sleep(for: .microseconds(Int.random(in: 0...waitMicrosecondsMax)))
            }
        }
    }

    private func onLane<Result: Sendable>(
        _ body: @escaping @Sendable (PostgreSQLConnection) throws -> Result
    ) async throws -> Result {
        try await gate.enter()
        defer { gate.leave() }
        // None is left where the engine was closed while somebody, an announcement perhaps, was on the way here.
        guard let lane = idle.withLock({ $0.popLast() }) else {
            throw StorageError.unavailable("the engine is closed")
        }
        // Runs before the gate opens again, so that whoever enters finds the lane.
        defer { idle.withLock { $0.append(lane) } }
        return try await withCheckedThrowingContinuation { continuation in
            lane.queue.async { [url] in
                do {
                    let connection = try lane.connection ?? PostgreSQLConnection(url: url)
                    lane.connection = connection
                    try connection.revive()
                    continuation.resume(returning: try body(connection))
                } catch {
                    continuation.resume(throwing: error)
                }
            }
        }
    }

    package func announce(_ payload: String) async {
        // A lost announcement only delays a page: what it tells of is read from the tables.
        _ = try? await onLane { connection in
            _ = try connection.run("select pg_notify($1, $2)", [.text(Self.channel), .text(payload)])
        }
    }

    package func announcements() -> AsyncStream<String> {
        AsyncStream { continuation in
            let listener = Listener(url: url, channel: Self.channel) { continuation.yield($0) }
            continuation.onTermination = { _ in listener.stop() }
            listener.start()
        }
    }

    package func close() async {
        let lanes = idle.withLock { lanes in
            defer { lanes = [] }
            return lanes
        }
        for lane in lanes { lane.queue.sync { lane.connection = nil } }
    }
}

/// LISTEN on a connection of its own; connects anew when the server was away.
private final class Listener: @unchecked Sendable {
    // Unchecked: everything mutable is touched only on `queue`.
    private let queue = DispatchQueue(label: "muster.postgresql.listen")
    private let url: String
    private let channel: String
    private let deliver: @Sendable (String) -> Void
    private var connection: PostgreSQLConnection?
    private var source: (any DispatchSourceRead)?
    private var isStopped = false

    init(url: String, channel: String, deliver: @escaping @Sendable (String) -> Void) {
        self.url = url
        self.channel = channel
        self.deliver = deliver
    }

    func start() { queue.async { [self] in connect() } }

    func stop() {
        queue.async { [self] in
            isStopped = true
            disconnect()
        }
    }

    private func connect() {
        guard !isStopped else { return }
        do {
            let connection = try PostgreSQLConnection(url: url)
            try connection.command("listen \(channel)")
            let source = DispatchSource.makeReadSource(fileDescriptor: connection.socket, queue: queue)
            source.setEventHandler { [weak self] in self?.receive() }
            // The connection must outlive the source that watches its socket.
            source.setCancelHandler { withExtendedLifetime(connection) {} }
            self.connection = connection
            self.source = source
            source.resume()
        } catch {
            queue.asyncAfter(deadline: .now() + 1) { [weak self] in self?.connect() }
        }
    }

    private func receive() {
        guard let connection else { return }
        do {
            for payload in try connection.notifications() { deliver(payload) }
        } catch {
            disconnect()
            queue.asyncAfter(deadline: .now() + 1) { [weak self] in self?.connect() }
        }
    }

    private func disconnect() {
        source?.cancel()
        source = nil
        connection = nil
    }
}
#endif
