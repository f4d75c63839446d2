import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix

/// One connection of one browser, as bare as it can be: what it takes of a machine with two cores, the server lacks.
final class BenchWire: Sendable {
    private static let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)

    private let channel: any Channel
    private let head: HTTPRequestHead
    private let csrf: String

    private init(_ channel: any Channel, _ head: HTTPRequestHead, csrf: String) {
        (self.channel, self.head, self.csrf) = (channel, head, csrf)
    }

    static func open(to server: BenchServer, _ browser: BenchServer.Browser) async throws -> BenchWire {
        let channel = try await ClientBootstrap(group: group)
            .channelOption(.socketOption(.tcp_nodelay), value: 1)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHTTPClientHandlers()
                    try channel.pipeline.syncOperations.addHandler(BenchWireHandler())
                }
            }
            .connect(host: "127.0.0.1", port: server.port).get()
        var headers = browser.headers
        headers.add(name: "host", value: "127.0.0.1:\(server.port)")
        headers.add(name: "content-type", value: "application/x-www-form-urlencoded")
        return BenchWire(
            channel, HTTPRequestHead(version: .http1_1, method: .POST, uri: "/", headers: headers), csrf: browser.csrf)
    }

    /// - Throws: where the act was not taken.
    func post(_ path: String, _ body: String) async throws {
        var head = head
        head.uri = path
        let body = ByteBuffer(string: "\(body)&csrf=\(csrf)")
        head.headers.add(name: "content-length", value: "\(body.readableBytes)")
        let answered = channel.eventLoop.makePromise(of: HTTPResponseStatus.self)
        channel.writeAndFlush(BenchAsking(head: head, body: body, answered: answered), promise: nil)
        let status = try await answered.futureResult.get()
        guard status == .seeOther else { throw BenchFault.refused(path, Int(status.code)) }
    }

    func close() { channel.close(mode: .all, promise: nil) }
}

private struct BenchAsking: Sendable {
    var head: HTTPRequestHead
    var body: ByteBuffer
    var answered: EventLoopPromise<HTTPResponseStatus>
}

/// One question after the other: the next is asked when the answer to the last is whole.
private final class BenchWireHandler: ChannelDuplexHandler {
    typealias InboundIn = HTTPClientResponsePart
    typealias OutboundIn = BenchAsking
    typealias OutboundOut = HTTPClientRequestPart

    private var answered: EventLoopPromise<HTTPResponseStatus>?
    private var status = HTTPResponseStatus.internalServerError

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        let asking = unwrapOutboundIn(data)
        answered = asking.answered
        context.write(wrapOutboundOut(.head(asking.head)), promise: nil)
        context.write(wrapOutboundOut(.body(.byteBuffer(asking.body))), promise: nil)
        context.write(wrapOutboundOut(.end(nil)), promise: promise)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head): status = head.status
        case .body: break
        case .end:
            answered?.succeed(status)
            answered = nil
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        answered?.fail(BenchFault.missing("an answer of the server"))
        answered = nil
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}
