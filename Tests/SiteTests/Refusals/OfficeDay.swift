import Directives
import Federation
import Foundation
import MusterTesting
import NIOCore
import Storage
import Testing

@testable import Site

/// A day at 焦作市总工会, over HTTP: a notice of its own is registered and sent to the counties.
struct OfficeDay: Sendable {
    /// Short and ours, so that it resolves on the demo federation to its ten counties and districts.
    static let line = "各县（市）区总工会"
    static let notice = """
        焦作市总工会

        焦工发〔2020〕41号

        焦作市总工会关于做好节日值班工作的通知

        \(line)：

        为做好节日期间的值班工作，现将有关事项通知如下。

        一、落实责任。各单位要安排专人值守，遇有情况随时报告。

        二、按时上报。2月10日前，将值班表报送市总工会办公室。

        焦作市总工会

        2020年2月5日
        """

    let site: TestSite
    /// 孙丙 of 焦作市总工会.
    let clerk: TestBrowser
    let notice: String
    let dispatch: String
    /// 沁阳市总工会's receipt.
    let receipt: String

    init(_ site: TestSite) async throws {
        self.site = site
        clerk = try await site.clerk("sunbing")
        notice = try await Self.register(clerk)
        dispatch = try await Self.send(notice, by: clerk, line: Self.line)
        receipt = try await site.receipt(of: notice, at: DemoFederation.qinyangCode)
    }

    static func register(_ clerk: TestBrowser, _ text: String = notice) async throws -> String {
        let page = try await clerk.post("/notices", ["text": text])
        try #require(page.status == 303)
        return try page.leadsTo("/notices/")
    }

    /// Sends a notice from the form that the page shows; nil means the line that stands in it.
    static func send(_ notice: String, by clerk: TestBrowser, line: String? = nil) async throws -> String {
        let form = try await clerk.get("/notices/\(notice)/dispatches/new")
        try #require(form.status == 200)
        let act = try #require(form.act(of: "/notices/\(notice)/dispatches"))
        let found = form.text.firstMatch(of: #/name="line"[^>]*>\n?([^<]*)</#).map { String($0.1) } ?? ""
        let page = try await clerk.post("/notices/\(notice)/dispatches", ["line": line ?? found, "act": act])
        try #require(page.status == 303)
        return try page.leadsTo("/dispatches/")
    }
}

extension TestSite {
    /// Signed in, and a first page seen, so that the proof is this session's.
    func clerk(_ login: String, _ language: Language = .chinese) async throws -> TestBrowser {
        let browser = try await browser(as: login, language)
        let page = try await browser.get("/account")
        try #require(page.status == 200)
        return browser
    }

    func receipt(of notice: String, at code: String) async throws -> String {
        let unit = try await unit(code).id
        let id = try #require(NoticeID(notice))
        let receipt = try await federation.read { try ReceiptStore.find(notice: id, unit: unit, in: $0) }
        return "\(try #require(receipt).id)"
    }

    /// Rows of a table, of this test's own writing.
    func count(_ table: StaticString) async throws -> Int {
        try await federation.read { try $0.scalar("select count(*) as n from \(SQL(unchecked: "\(table)"))") } ?? 0
    }

    /// Acts so far, those of signing in left out.
    func journalled() async throws -> Int {
        try await federation.read {
            try $0.scalar("select count(*) as n from journal where verb not like 'session.%'")
        } ?? 0
    }
}

extension TestPage {
    /// The id at the end of where it leads.
    func leadsTo(_ prefix: String) throws -> String {
        let location = try #require(location)
        try #require(location.hasPrefix(prefix))
        return String(location.dropFirst(prefix.count).prefix { $0 != "?" && $0 != "/" })
    }

    /// The page without what differs from one request to the next: proofs, acts, the time, and its own address.
    func withoutMoment(_ path: String) -> String {
        let address = path.replacing("&", with: "&amp;")
        return text.replacing(#/name="(csrf|act)" value="[^"]*"/#, with: "")
            .replacing(#/\d{1,2}:\d{2}(:\d{2})?/#, with: "")
            .replacing("value=\"\(address)\"", with: "")
    }
}

/// multipart/form-data as browsers write it.
enum MultipartForm {
    static let type = "multipart/form-data; boundary=muster-test"

    static func body(_ fields: [(String, String)], file name: String, _ bytes: ByteBuffer) -> ByteBuffer {
        var body = ByteBuffer()
        for field in fields {
            body.writeString(
                "--muster-test\r\nContent-Disposition: form-data; name=\"\(field.0)\"\r\n\r\n\(field.1)\r\n")
        }
        body.writeString(
            "--muster-test\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n")
        body.writeImmutableBuffer(bytes)
        body.writeString("\r\n--muster-test--\r\n")
        return body
    }
}
