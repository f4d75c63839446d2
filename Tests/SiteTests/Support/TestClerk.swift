import Directives
import Federation
import Foundation
import Testing

/// One of the cast at work: the ways of a clerk through the pages, as a browser goes them.
struct TestClerk: Sendable {
    let browser: TestBrowser

    init(_ login: String, at site: TestSite) async throws { browser = try await site.browser(as: login) }

    /// Reads a text and registers it, with what the clerk set by hand.
    func register(_ text: String, _ corrections: [(String, String)] = []) async throws -> NoticeID {
        _ = try await browser.get("/notices/new")
        let draft = try await browser.post("/readings", [("text", text)])
        try #require(draft.status == 200)
        let act = try #require(draft.act(of: "/notices"))
        let done = try await browser.post("/notices", [("text", text), ("act", act)] + corrections)
        try #require(done.status == 303)
        return try #require(done.location.flatMap { Self.id($0, after: "/notices/") })
    }

    /// Sends a notice to the lines that its page offers, or to those given.
    func dispatch(_ notice: NoticeID, line: String? = nil, copyLine: String? = nil) async throws -> DispatchID {
        let page = try await browser.get("/notices/\(notice)/dispatches/new")
        try #require(page.status == 200)
        let act = try #require(page.act(of: "/notices/\(notice)/dispatches"))
        let fields = [
            ("line", line ?? page.area("line") ?? ""), ("copy_line", copyLine ?? page.area("copy_line") ?? ""),
            ("act", act),
        ]
        let done = try await browser.post("/notices/\(notice)/dispatches", fields)
        try #require(done.status == 303, "\(fields[0].1) / \(fields[1].1)")
        return try #require(done.location.flatMap { Self.id($0, after: "/dispatches/") })
    }

    /// The receipt that stands first in Today.
    func firstReceipt() async throws -> ReceiptID {
        let today = try await browser.get("/today")
        return try #require(Self.id(today.text, after: "href=\"/receipts/"))
    }

    /// Opens a receipt and signs for it.
    func sign(_ receipt: ReceiptID) async throws {
        let page = try await browser.get("/receipts/\(receipt)")
        let act = try #require(page.act(of: "/receipts/\(receipt)/signatures"))
        let done = try await browser.post("/receipts/\(receipt)/signatures", [("act", act)])
        try #require(done.status == 303)
        let slip = try await browser.get(done.location ?? "")
        try #require(slip.status == 200)
    }

    /// The id that stands behind the first of these words.
    static func id<Noun>(_ text: String, after words: String) -> ID<Noun>? {
        guard let start = text.range(of: words) else { return nil }
        return ID<Noun>(String(text[start.upperBound...].prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }))
    }
}

extension TestPage {
    /// What stands in a field of several lines.
    func area(_ name: String) -> String? {
        guard let field = text.range(of: "name=\"\(name)\""),
            let open = text[field.upperBound...].firstIndex(of: ">"),
            let close = text[open...].range(of: "</textarea>")
        else { return nil }
        return String(text[text.index(after: open)..<close.lowerBound])
    }

    func count(of words: String) -> Int { text.components(separatedBy: words).count - 1 }
}
