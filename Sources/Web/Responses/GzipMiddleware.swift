import HTTPTypes
package import Hummingbird
import NIOCore

/// Compresses answers that are whole, of a text type and over 1 KB, for browsers that take gzip.
///
/// Streams, events, parts of files and what is already encoded go through untouched.
package struct GzipMiddleware<Context: RequestContext>: RouterMiddleware {
    private let sizes = 1_024...(32 << 20)

    package init() {}

    package func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        guard isEligible(response) else { return response }
        // A cache must know even of the uncompressed answer that there is another.
        addVary(&response.headers)
        guard request.method != .head, Gzip.isAccepted(request.headers[.acceptEncoding]) else { return response }

        let collected = CollectedBody()
        try await response.body.write(CollectingWriter(body: collected))
        guard let compressed = Gzip.compress(collected.buffer),
            compressed.readableBytes < collected.buffer.readableBytes
        else {
            response.body = ResponseBody(byteBuffer: collected.buffer)
            return response
        }
        response.body = ResponseBody(byteBuffer: compressed)
        response.headers[.contentLength] = String(compressed.readableBytes)
        response.headers[.contentEncoding] = "gzip"
        // A strong tag names exact bytes, and these are others now.
        if let tag = response.headers[.eTag], !tag.hasPrefix("W/") { response.headers[.eTag] = "W/\(tag)" }
        return response
    }

    private func isEligible(_ response: Response) -> Bool {
        guard response.status != .partialContent, response.headers[.contentEncoding] == nil,
            let length = response.body.contentLength, sizes.contains(length),
            response.headers[.cacheControl]?.contains("no-transform") != true,
            let type = response.headers[.contentType]?.prefix(while: { $0 != ";" && $0 != " " }).lowercased()
        else { return false }
        if type == "text/event-stream" { return false }
        return type.hasPrefix("text/") || type == "application/json" || type == "image/svg+xml"
    }

    private func addVary(_ headers: inout HTTPFields) {
        let present = headers[.vary]
        guard present?.lowercased().contains("accept-encoding") != true, present != "*" else { return }
        headers[.vary] = present.map { "\($0), Accept-Encoding" } ?? "Accept-Encoding"
    }
}

private final class CollectedBody {
    var buffer = ByteBuffer()
}

private struct CollectingWriter: ResponseBodyWriter {
    let body: CollectedBody

    mutating func write(_ buffer: ByteBuffer) async throws {
        // The first piece is usually the only one, and taking it over copies nothing.
        if body.buffer.readableBytes == 0 { body.buffer = buffer } else { body.buffer.writeImmutableBuffer(buffer) }
    }

    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
