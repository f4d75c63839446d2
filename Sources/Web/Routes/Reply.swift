package import Markup
import NIOCore

/// What a handler answers.
package enum Reply: Sendable {
    case page(HTML, status: Int)
    /// 303: after a post, the page is got anew.
    case redirect(String)
    case text(String, mediaType: String, status: Int)
    case file([UInt8], mediaType: String, name: String)
    /// A picture that a page shows; whatever it holds, it may do nothing.
    case picture([UInt8], mediaType: String)
    /// Unchanging content, by its digest.
    case asset([UInt8], mediaType: String)
    /// Server-sent events, until the reader leaves.
    case events(AsyncStream<ServerEvent>)
    /// Sets or clears the session's cookie, then answers.
    indirect case withCookie(String, Reply)
    /// The browser asks for the page again after so many seconds, without a script.
    indirect case again(afterSeconds: Int, Reply)

    package static func page(_ html: HTML) -> Reply { .page(html, status: 200) }
}

/// One server-sent event; its data is a fragment of the page.
package struct ServerEvent: Sendable {
    /// As it goes over the wire; sent to many, it is one piece of memory.
    let bytes: ByteBuffer

    package init(name: String, data: String) {
        let lines = data.split(separator: "\n", omittingEmptySubsequences: false).map { "data: \($0)\n" }.joined()
        bytes = ByteBuffer(string: "event: \(name)\n\(lines)\n")
    }

    private init(bytes: ByteBuffer) { self.bytes = bytes }

    /// Several, one after the other.
    package init(_ events: [ServerEvent]) {
        bytes = events.reduce(into: ByteBuffer()) { $0.writeImmutableBuffer($1.bytes) }
    }

    /// A line that browsers ignore: keeps the connection, and finds out that the reader has left.
    package static let heartbeat = ServerEvent(bytes: ByteBuffer(string: ":\n\n"))
}
