import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Testing
import Web

@Suite("Compression")
struct GzipTests {
    @Test(
        "is used only where the browser takes it",
        arguments: [
            (nil, false), ("", false), ("gzip", true), ("deflate, gzip;q=0.5, br", true), ("GZIP", true),
            ("gzip;q=0", false), ("gzip; q=0.000, *", false), ("*", true), ("*;q=0", false), ("br", false),
            ("identity, *;q=0, gzip", true), ("gzip;q=x", false), ("x-gzip", true), ("gzipped", false),
        ] as [(String?, Bool)])
    func accepts(header: String?, isAccepted: Bool) {
        #expect(Gzip.isAccepted(header) == isAccepted)
    }

    @Test("gives back what went in, to the gzip everybody has", arguments: [0, 1, 1_000, 300_000])
    func roundTrip(count: Int) throws {
        var random = SeededRandom(seed: UInt64(count))
        let bytes = (0..<count).map { _ in UInt8.random(in: 0...40, using: &random) }
        let compressed = try #require(Gzip.compress(bytes))
        #expect(try inflated(Data(compressed)) == bytes)
    }

    private let page = String(repeating: "<p>关于汛期值班的通知</p>", count: 100)

    private func answer(
        _ type: String, _ body: String, headers: HTTPFields = [:], accept: String? = "gzip"
    ) async throws -> TestResponse {
        let router = Router()
        router.add(middleware: GzipMiddleware())
        router.get("page") { _, _ in
            var headers = headers
            headers[.contentType] = type
            return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: body)))
        }
        let asked: HTTPFields = accept.map { [.acceptEncoding: $0] } ?? [:]
        return try await Application(router: router).test(.router) {
            try await $0.execute(uri: "/page", method: .get, headers: asked)
        }
    }

    @Test("leaves alone what is small, encoded, an image or an event stream, and who does not take it")
    func untouched() async throws {
        for response in [
            try await answer("text/html", "short"),
            try await answer("text/html", page, headers: [.contentEncoding: "br"]),
            try await answer("text/html", page, headers: [.cacheControl: "no-transform"]),
            try await answer("text/html", page, accept: nil),
            try await answer("text/html", page, accept: "gzip;q=0"),
            try await answer("image/png", page),
            try await answer("text/event-stream", page),
            try await answer("application/pdf", page),
        ] {
            #expect(response.headers[.contentEncoding] != "gzip")
            #expect([page, "short"].contains(String(buffer: response.body)))
        }
    }

    @Test(
        "makes a page smaller, and says so",
        arguments: ["text/html; charset=utf-8", "application/json", "image/svg+xml", "TEXT/CSS"])
    func smaller(type: String) async throws {
        let response = try await answer(type, page, headers: [.eTag: "\"abc\"", .vary: "Cookie"])
        #expect(response.headers[.contentEncoding] == "gzip")
        #expect(response.headers[.vary] == "Cookie, Accept-Encoding")
        #expect(response.headers[.eTag] == "W/\"abc\"")
        #expect(response.headers[.contentLength] == "\(response.body.readableBytes)")
        #expect(response.body.readableBytes < page.utf8.count / 10)
        #expect(try inflated(Data(response.body.readableBytesView)) == Array(page.utf8))
    }

    @Test("tells caches of the other form even when it does not compress")
    func vary() async throws {
        #expect(try await answer("text/html", page, accept: nil).headers[.vary] == "Accept-Encoding")
        #expect(try await answer("image/png", page).headers[.vary] == nil)
    }

    @Test("does not wait for a stream")
    func stream() async throws {
        let router = Router()
        router.add(middleware: GzipMiddleware())
        router.get("stream") { [page] _, _ in
            Response(
                status: .ok, headers: [.contentType: "text/html"],
                body: ResponseBody { writer in
                    try await writer.write(ByteBuffer(string: page))
                    try await writer.finish(nil)
                })
        }
        let response = try await Application(router: router).test(.router) {
            try await $0.execute(uri: "/stream", method: .get, headers: [.acceptEncoding: "gzip"])
        }
        #expect(response.headers[.contentEncoding] == nil)
        #expect(String(buffer: response.body) == page)
    }

    /// By the gzip program, which is not the library that compressed.
    private func inflated(_ data: Data) throws -> [UInt8] {
        let file = FileManager.default.temporaryDirectory.appending(path: "muster-\(UUID()).gz")
        try data.write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let gzip = Process()
        gzip.executableURL = URL(filePath: "/usr/bin/env")
        gzip.arguments = ["gzip", "-dc", file.path()]
        let output = Pipe()
        gzip.standardOutput = output
        try gzip.run()
        let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
        gzip.waitUntilExit()
        #expect(gzip.terminationStatus == 0)
        return Array(bytes)
    }
}
