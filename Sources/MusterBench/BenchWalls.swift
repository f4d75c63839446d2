import Directives
import Federation
import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix
import Site
import Storage
import Synchronization

/// Browsers that hold a national wall open while a unit signs.
extension BenchMeasures {
    /// What opens later than this stays shut: at a size where the wall is slow, thousands of them would take hours.
    private static let opening = Duration.seconds(300)
    private static let hearing = Duration.seconds(60)

    /// On a server of their own, whose memory nothing else has touched.
    func walls(into table: inout BenchTable) async throws {
        let server = try await BenchServer.start(database, client)
        // It notices that browsers have left by the next heartbeat only, and nothing more is asked of it.
        do { try await walls(on: server, into: &table) } catch {
            try? await server.stop(within: .seconds(1))
            throw error
        }
        try await server.stop(within: .seconds(1))
    }

    private func walls(on server: BenchServer, into table: inout BenchTable) async throws {
        let (notice, dispatch) = (load.national[1], try await dispatch(of: load.national[1]))
        let head = try await head("national")
        // A handful of sessions is enough: what is held open is the stream.
        let viewers = try await Self.each(Array(repeating: head.person, count: 8)) {
            try await entrance.enter(as: $0)
        }
        let signers = try await toSign(notice, on: server)
        let streams = BenchStreams(port: server.port, path: "/dispatches/\(dispatch)/events")
        do {
            // What the first page costs the server once is no wall's.
            _ = try await streams.open(min(16, size.walls), viewers, within: Self.opening)
            try await Task.sleep(for: .seconds(1))
            let (before, early) = (server.kilobytes, streams.count)
            let opened = try await streams.open(size.walls - early, viewers, within: Self.opening)
            try await Task.sleep(for: .seconds(1))
            let (held, begun) = (Double(max(1, opened)), ContinuousClock.now)
            let each = (server.kilobytes - before) / held
            add(&table, "wall held open, memory of each", each, "KB", runs: streams.count, target: "<= 50 KB")

            var slowest: [Double] = []
            // As often as half a minute has room for.
            for signer in signers where ContinuousClock.now - begun < .seconds(30) {
                let expected = streams.listen()
                try await server.post("/receipts/\(signer.receipt)/signatures", "act=", signer.browser)
                let heard = try await streams.heard(by: expected, within: Self.hearing)
                guard heard.count == expected else {
                    // Whoever has not heard by then is as late as we wait at most.
                    slowest.append(Self.hearing.milliseconds)
                    print(
                        "  \(expected - heard.count) of \(expected) walls did not hear within a minute, "
                            + "\(streams.endedCount) were ended by the server; half had heard after "
                            + "\(BenchTable.short(heard.median)) ms")
                    break
                }
                slowest.append(heard.at(100))
                try await Task.sleep(for: .seconds(1))
            }
            let late = BenchRuns(slowest)
            var line = line(
                "wall held open, the slowest hears of a sign-for", late.median, "ms", runs: late.count,
                target: "<= 1,000 ms")
            line.most = late.at(100)
            table.add(line)
            add(
                &table, "wall held open, memory of each, after those", (server.kilobytes - before) / held, "KB",
                runs: streams.count, target: "<= 50 KB")
            guard early + opened >= size.walls else {
                throw BenchFault.missing("\(size.walls - early - opened) of \(size.walls) walls")
            }
        } catch {
            try? await streams.close()
            throw error
        }
        try await streams.close()
    }

    /// Five heads of workplaces that have not signed for a notice.
    private func toSign(_ notice: NoticeID, on server: BenchServer) async throws -> [Signer] {
        let heads = try await heads("workplace", limit: 500)
        let found = try await federation.read { db in
            var found: [Head] = []
            for head in heads where found.count < 5 {
                if try ReceiptStore.find(notice: notice, unit: head.unit, in: db)?.state.isSigned != true {
                    found.append(head)
                }
            }
            return found
        }
        guard !found.isEmpty else { throw BenchFault.missing("heads that have not signed") }
        return try await waiting(for: notice, at: found.map(\.unit), found.map(\.person), on: server)
    }
}

/// Streams of server-sent events that are held open, bare enough that ten thousand of them fit beside the server.
final class BenchStreams: Sendable {
    private let port: Int
    private let path: String
    private let group = MultiThreadedEventLoopGroup(numberOfThreads: 2)
    private let ear = BenchEar()
    private let channels = Mutex<[any Channel]>([])

    init(port: Int, path: String) { (self.port, self.path) = (port, path) }

    /// How many are open now.
    var count: Int { channels.withLock { $0.count { $0.isActive } } }

    /// Opens more, some at a time, as the server takes them.
    /// - Returns: how many were opened in time.
    func open(_ count: Int, _ viewers: [BenchServer.Browser], within time: Duration) async throws -> Int {
        let end = ContinuousClock.now + time
        let opened = try await BenchMeasures.each(Array(0..<max(0, count)), atOnce: 32) { [self] place in
            guard ContinuousClock.now < end else { return false }
            try await open(viewers[place % viewers.count])
            return true
        }
        return opened.count { $0 }
    }

    /// - Returns: once the server has answered that events will come.
    private func open(_ viewer: BenchServer.Browser) async throws {
        let answered = group.any().makePromise(of: Void.self)
        let channel: any Channel
        do {
            channel = try await ClientBootstrap(group: group)
                .channelInitializer { [ear] channel in
                    channel.eventLoop.makeCompletedFuture {
                        try channel.pipeline.syncOperations.addHandler(BenchStreamHandler(answered, ear))
                    }
                }
                .connect(host: "127.0.0.1", port: port).get()
        } catch {
            answered.fail(error)
            throw error
        }
        channels.withLock { $0.append(channel) }
        let cookie = viewer.headers.first(name: "cookie") ?? ""
        try await channel.writeAndFlush(
            ByteBuffer(
                string: "GET \(path) HTTP/1.1\r\nhost: 127.0.0.1:\(port)\r\naccept: text/event-stream\r\n"
                    + "cookie: \(cookie)\r\n\r\n")
        ).get()
        try await answered.futureResult.get()
    }

    /// From now on it is noted when each of them hears something.
    /// - Returns: how many there are.
    func listen() -> Int {
        ear.listen()
        return count
    }

    /// Streams that the server ended while we wanted to hear more.
    var endedCount: Int { ear.ended }

    /// How long each took since then, in milliseconds; those that hear in time. No longer waited than until all have heard
    /// or were ended.
    func heard(by expected: Int, within time: Duration) async throws -> BenchRuns {
        let end = ContinuousClock.now + time
        while ear.heard.count + ear.ended < expected, ContinuousClock.now < end {
            try await Task.sleep(for: .milliseconds(20))
        }
        return BenchRuns(ear.heard)
    }

    func close() async throws {
        for channel in channels.withLock({ $0 }) { channel.close(mode: .all, promise: nil) }
        try await group.shutdownGracefully()
    }
}

/// When who heard.
final class BenchEar: Sendable {
    private struct State {
        var turn = 0
        var begun = ContinuousClock.now
        var heard: [Double] = []
        var ended = 0
    }

    private let state = Mutex(State())

    var heard: [Double] { state.withLock(\.heard) }
    var ended: Int { state.withLock(\.ended) }

    func end() { state.withLock { $0.ended += 1 } }

    func listen() {
        state.withLock { state in
            state.turn += 1
            (state.begun, state.heard) = (.now, [])
        }
    }

    /// - Parameter last: the turn in which this browser heard last; a change comes in many pieces.
    func note(_ last: inout Int) {
        let known = last
        last = state.withLock { state in
            if state.turn > known { state.heard.append((ContinuousClock.now - state.begun).milliseconds) }
            return state.turn
        }
    }
}

/// One browser: it waits for the head of the answer, then listens for events.
private final class BenchStreamHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let answered: EventLoopPromise<Void>
    private let ear: BenchEar
    private var isAnswered = false
    private var lastTurn = 0

    init(_ answered: EventLoopPromise<Void>, _ ear: BenchEar) { (self.answered, self.ear) = (answered, ear) }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let buffer = unwrapInboundIn(data)
        if isAnswered {
            // "event" has a v; neither a heartbeat nor the length of a piece in hexadecimal has one.
            if buffer.readableBytesView.contains(UInt8(ascii: "v")) { ear.note(&lastTurn) }
            if buffer.readableBytesView.suffix(5).elementsEqual("0\r\n\r\n".utf8) {
                ear.end()
                context.close(promise: nil)
            }
            return
        }
        isAnswered = true
        let head = String(buffer: buffer).prefix(while: { !$0.isNewline })
        if head.contains(" 200 ") { answered.succeed() } else { answered.fail(BenchFault.missing("a stream: \(head)")) }
    }

    func channelInactive(context: ChannelHandlerContext) {
        if !isAnswered { answered.fail(BenchFault.missing("an answer of the server")) }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}
