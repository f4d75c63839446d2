import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Testing
import Web

@Suite("Cookies")
struct CookieTests {
    @Test("are read by name, the first of a name counting")
    func parse() {
        #expect(
            Cookies.parse("a=1; muster_session=x=y==;b=; a=2 ;bare; =nameless; c=\"q\"")
                == ["a": "1", "muster_session": "x=y==", "b": "", "c": "\"q\""])
        #expect(Cookies.parse(nil).isEmpty && Cookies.parse("").isEmpty && Cookies.parse(";;=;").isEmpty)
        #expect(Cookies.parse("a=%FF; b=100%") == ["a": "%FF", "b": "100%"])
    }

    @Test("are out of reach of scripts, and Secure where TLS is in front")
    func set() {
        #expect(
            Cookies.set("muster_session", "tok-en", maxAgeSeconds: 60, isSecure: true)
                == "muster_session=tok-en; Path=/; Max-Age=60; Secure; HttpOnly; SameSite=Lax")
        #expect(Cookies.set("a", "1", isSecure: false) == "a=1; Path=/; HttpOnly; SameSite=Lax")
        #expect(Cookies.clear("a", isSecure: false) == "a=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax")
    }

    @Test(
        "cannot be broken out of, and come back as they were",
        arguments: ["a; Domain=evil", "a\r\nX: y", "通知", "%41", "a,b \"c\""])
    func hostile(value: String) {
        let header = Cookies.set("a", value, isSecure: true)
        #expect(header.split(separator: ";").count == 5)
        #expect(header.utf8.allSatisfy { (0x20...0x7E).contains($0) })
        #expect(Cookies.parse(String(header.prefix { $0 != ";" }))["a"] == value)
    }
}

@Suite("Entity tags")
struct ETagTests {
    @Test("are the same for the same bytes only")
    func strong() {
        #expect(
            ETag.strong(Array("abc".utf8)) == "\"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\"")
        #expect(ETag.strong(Array("abd".utf8)) != ETag.strong(Array("abc".utf8)))
    }

    @Test("match in a list, weakened or by a star")
    func matches() {
        let tag = ETag.strong([1])
        for header in [tag, "W/\(tag)", "\"x\", \(tag)", "\"x\" ,W/\(tag) ", "*"] {
            #expect(ETag.matches(ifNoneMatch: header, tag))
        }
        for header in [nil, "", "\"x\"", String(tag.dropFirst().dropLast()), "w/\(tag)"] {
            #expect(!ETag.matches(ifNoneMatch: header, tag))
        }
    }
}

@Suite("Security headers")
struct SecurityHeadersTests {
    private func headers(_ path: String, isBehindTLS: Bool = false) async throws -> (HTTPResponse.Status, HTTPFields) {
        let router = Router()
        router.add(middleware: SecurityHeaders(isBehindTLS: isBehindTLS))
        router.get("page") { _, _ in "text" }
        router.get("asset") { _, _ in Response(status: .ok, headers: [.cacheControl: "public, max-age=60"]) }
        let response = try await Application(router: router).test(.router) {
            try await $0.execute(uri: path, method: .get)
        }
        return (response.status, response.headers)
    }

    @Test("stand on every answer, also on that of an address that does not exist", arguments: ["/page", "/nowhere"])
    func everywhere(path: String) async throws {
        let (status, headers) = try await headers(path)
        #expect(status == (path == "/page" ? .ok : .notFound))
        #expect(
            headers[.contentSecurityPolicy]
                == "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
                + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'")
        #expect(headers[.xContentTypeOptions] == "nosniff")
        #expect(headers[.cacheControl] == "no-store")
        #expect(headers[.strictTransportSecurity] == nil)
        for (name, value) in [("Referrer-Policy", "same-origin"), ("Cross-Origin-Opener-Policy", "same-origin")] {
            #expect(headers[try #require(HTTPField.Name(name))] == value)
        }
        #expect(headers[try #require(HTTPField.Name("Permissions-Policy"))]?.contains("camera=()") == true)
    }

    @Test("leave a handler's own caching alone, and promise TLS only where it is in front")
    func own() async throws {
        let (_, headers) = try await headers("/asset", isBehindTLS: true)
        #expect(headers[values: .cacheControl] == ["public, max-age=60"])
        #expect(headers[.strictTransportSecurity] == "max-age=31536000")
    }
}
