import Foundation
import HTTPTypes
import Hummingbird
import Markup
import NIOCore

/// Turns a reply into a response.
enum ReplyWriter {
    static func response(_ reply: Reply, request: Request, host: WebHost) -> Response {
        switch reply {
        case .page(let html, let status):
            return text(html.text, "text/html; charset=utf-8", status)
        case .redirect(let path):
            return Response(status: .seeOther, headers: [.location: path])
        case .text(let string, let mediaType, let status):
            return text(string, mediaType, status)
        case .file(let bytes, let mediaType, let name):
            var response = self.bytes(bytes, mediaType, 200)
            response.headers[.contentDisposition] =
                "attachment; filename*=UTF-8''\(QueryString.encoded(name))"
            return response
        case .picture(let bytes, let mediaType):
            var response = self.bytes(bytes, mediaType, 200)
            response.headers[.contentDisposition] = "inline"
            response.headers[.contentSecurityPolicy] = "default-src 'none'; sandbox"
            return response
        case .asset(let bytes, let mediaType):
            let tag = ETag.strong(bytes)
            let headers: HTTPFields = [.eTag: tag, .cacheControl: "public, max-age=0, must-revalidate"]
            if ETag.matches(ifNoneMatch: request.headers[.ifNoneMatch], tag) {
                return Response(status: .notModified, headers: headers)
            }
            var response = self.bytes(bytes, mediaType, 200)
            response.headers[.eTag] = tag
            response.headers[.cacheControl] = headers[.cacheControl]
            return response
        case .events(let events):
            return Response(
                status: .ok,
                headers: [.contentType: "text/event-stream", .cacheControl: "no-store"],
                body: ResponseBody { writer in
                    for await event in events { try await writer.write(event.bytes) }
                    try await writer.finish(nil)
                })
        case .again(let seconds, let reply):
            var response = response(reply, request: request, host: host)
            if let name = HTTPField.Name("Refresh") { response.headers[name] = "\(seconds)" }
            return response
        case .withCookie(let cookie, let reply):
            var response = response(reply, request: request, host: host)
            response.headers[values: .setCookie].append(cookie)
            return response
        }
    }

    private static func text(_ text: String, _ mediaType: String, _ status: Int) -> Response {
        bytes(Array(text.utf8), mediaType, status)
    }

    private static func bytes(_ bytes: [UInt8], _ mediaType: String, _ status: Int) -> Response {
        Response(
            status: HTTPResponse.Status(code: status), headers: [.contentType: mediaType],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
