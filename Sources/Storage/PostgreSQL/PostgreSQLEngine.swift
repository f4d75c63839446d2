#if PostgreSQL
import Dispatch
import Synchronization

/// For federations that outgrow one machine: several stateless servers on one PostgreSQL, through libpq.
package final class PostgreSQLEngine: Engine {
    package var dialect: Dialect { .postgresql }

    private static let channel = "muster"

    private let url: String
    private let gate: Gate
    private let idle: Mutex<[Lane]>
    private let writer: Lane
    private let commits: GroupCommit

    /// A connection and the one thread that may use it.
    fileprivate final class Lane: @unchecked Sendable {
        // Unchecked: `connection` is touched only on `queue`.
        let queue: DispatchQueue
        private let url: String
        private let settings: [String]
        private var connection: PostgreSQLConnection?

        init(_ name: String, url: String, settings: [String] = []) {
            queue = DispatchQueue(label: "muster.postgresql.\(name)")
            (self.url, self.settings) = (url, settings)
        }

        /// Made when it is first needed, and again where it was lost.
        func open() throws -> PostgreSQLConnection {
            let connection = try connection ?? PostgreSQLConnection(url: url, settings: settings)
            self.connection = connection
            try connection.revive()
            return connection
        }

        func close() { queue.sync { connection = nil } }
    }

    package init(url: String, options: EngineOptions = EngineOptions()) async throws {
        self.url = url
        gate = Gate(places: options.connections, waitSecondsMax: options.waitSecondsMax)
        idle = Mutex((0..<options.connections).map { Lane("\($0)", url: url) })
        let writer = Lane("writer", url: url, settings: Self.writerSettings)
        self.writer = writer
        commits = GroupCommit { body in
            writer.queue.async {
                body(PostgreSQLCommitConnection(lane: writer, waitSecondsMax: options.waitSecondsMax))
            }
        }
        // The first connection is made now, so that a wrong address is said at the start.
        _ = try await read { try $0.query("select 1 as one") }
    }

    /// All servers wait for whoever writes, so one that is gone or hangs must not keep them waiting: its machine is asked
    /// for a sign of life, and a transaction in which nothing happens is ended.
    private static let writerSettings = [
        "tcp_keepalives_idle = 15", "tcp_keepalives_interval = 5", "tcp_keepalives_count = 3",
        "idle_in_transaction_session_timeout = '60s'",
    ]

    package func read<Result: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Result
    ) async throws -> Result {
        try await onLane { connection in
            try connection.begin("begin isolation level repeatable read read only")
            do {
                let result = try body(PostgreSQLTransaction(connection))
                try connection.commit()
                return result
            } catch {
                connection.rollback()
                throw error
            }
        }
    }

    package func write<Result: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Result
    ) async throws -> Result {
        try await commits.submit(body)
    }

    private func onLane<Outcome: Sendable>(
        _ body: @escaping @Sendable (PostgreSQLConnection) throws -> Outcome
    ) async throws -> Outcome {
        try await gate.enter()
        defer { gate.leave() }
        // None is left where the engine was closed while somebody, an announcement perhaps, was on the way here.
        guard let lane = idle.withLock({ $0.popLast() }) else {
            throw StorageError.unavailable("the engine is closed")
        }
        // Runs before the gate opens again, so that whoever enters finds the lane.
        defer { idle.withLock { $0.append(lane) } }
        return try await withCheckedThrowingContinuation { continuation in
            lane.queue.async { continuation.resume(with: Result { try body(lane.open()) }) }
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
        commits.stop()
        writer.close()
        let lanes = idle.withLock { lanes in
            defer { lanes = [] }
            return lanes
        }
        for lane in lanes { lane.close() }
    }
}

/// The one writer of all servers on a database: whoever holds the lock. Waiting for it before the first statement makes
/// acts serial without failing each other, which serialisable transactions did to nearly every signature: they lock whole
/// pages of an index for what one row of it said.
private final class PostgreSQLCommitConnection: CommitConnection {
    /// A number of our own among the locks of the database.
    private static let lock = 20_200_206

    private let lane: PostgreSQLEngine.Lane
    private let waitSecondsMax: Double
    private var connection: PostgreSQLConnection?

    init(lane: PostgreSQLEngine.Lane, waitSecondsMax: Double) {
        (self.lane, self.waitSecondsMax) = (lane, waitSecondsMax)
    }

    var transaction: any WritingTransaction {
        get throws { PostgreSQLTransaction(try open()) }
    }

    private func open() throws -> PostgreSQLConnection {
        let connection = try connection ?? lane.open()
        self.connection = connection
        return connection
    }

    func begin(isGuarded: Bool) throws {
        // Each statement sees what was committed before it, and nobody else commits.
        try open().begin(
            """
            begin isolation level read committed; set local lock_timeout = \(Int(waitSecondsMax * 1_000));
            select pg_advisory_xact_lock(\(Self.lock)); set local lock_timeout = 0
            """ + (isGuarded ? "; savepoint act" : ""))
    }

    func keep() throws { try open().command("release act; savepoint act") }

    func undo() throws { try open().command("rollback to act") }

    func commit() throws { try open().commit() }

    func rollback() { connection?.rollback() }
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
