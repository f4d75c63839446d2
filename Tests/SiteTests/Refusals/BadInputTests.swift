import Federation
import MusterTesting
import NIOCore
import Storage
import Testing

@testable import Directives
@testable import Site
@testable import Web

/// What is no notice, what is too much, and what is not even a request: each a sentence, nothing lost, nothing kept.
@Suite struct BadInputTests {
    private static let cases = TestDatabase.dialects.flatMap { dialect in Language.allCases.map { (dialect, $0) } }

    @Test(arguments: cases) func whatIsNoNoticeIsNotTaken(_ dialect: Dialect, _ language: Language) async throws {
        try await TestSite.with(dialect) { site in
            let clerk = try await site.clerk("sunbing", language)
            let before = try await site.journalled()
            let secret = "绝密★1年\n\n" + OfficeDay.notice
            let pasted: [(text: String, refusal: NoticeRefusal)] = [
                ("", .unreadable(.empty)), (" \r\n\t　\n", .unreadable(.empty)),
                ("今天中午食堂吃什么？\n<b>面条</b>", .unreadable(.notANotice)),
                (secret, .unreadable(.classified(mark: "绝密"))),
            ]
            for (text, refusal) in pasted {
                for path in ["/readings", "/notices"] {
                    let page = try await clerk.post(path, ["text": text])
                    #expect(page.status == 422, "\(path) \(text.prefix(20))")
                    #expect(page.contains(refusal.sentence[language]), "\(path) \(text.prefix(20))")
                    // What was typed stays in the field, as text.
                    let kept = text.withPlainLineEnds.replacing("<", with: "&lt;")
                    #expect(page.contains(kept) || page.contains(kept.replacing(">", with: "&gt;")))
                }
            }
            #expect(try await site.journalled() == before)
            #expect(try await site.count("notice") == 0)
        }
    }

    @Test(arguments: cases) func filesThatAreNoTextAreNotTaken(_ dialect: Dialect, _ language: Language) async throws {
        try await TestSite.with(dialect) { site in
            let clerk = try await site.clerk("sunbing", language)
            func upload(_ bytes: ByteBuffer, to path: String = "/readings") async throws -> TestPage {
                try await clerk.post(
                    path,
                    bytes: MultipartForm.body([("csrf", clerk.csrf), ("text", "")], file: "notice.doc", bytes),
                    type: MultipartForm.type)
            }
            let picture = ByteBuffer(bytes: (0..<4_096).map { UInt8(truncatingIfNeeded: $0 &* 37) })
            let page = try await upload(picture)
            #expect(page.status == 422)
            #expect(page.contains(OriginalRefusal.wrongKind.sentence[language]))

            let huge = ByteBuffer(repeating: UInt8(ascii: "a"), count: 50 << 20)
            let tooLarge = try await upload(huge)
            #expect(tooLarge.status == 413)
            #expect(tooLarge.contains(OriginalRefusal.tooLarge.sentence[language]))
            let form = try await clerk.post("/notices", bytes: huge, type: "application/x-www-form-urlencoded")
            #expect(form.status == 413)
            #expect(form.contains(UploadRefusal.formTooLarge(limitBytes: 16 << 20).sentence[language]))
            // A page that takes no files says so.
            let stray = try await upload(ByteBuffer(string: "x"), to: "/languages")
            #expect(stray.status == 413)
            #expect(stray.contains(UploadRefusal.tooLarge(limitBytes: 0).sentence[language]))
            let cut = try await clerk.post(
                "/readings", bytes: ByteBuffer(string: "--muster-test\r\nContent-Disp"), type: MultipartForm.type)
            #expect(cut.status == 422)
            #expect(cut.contains(UploadRefusal.broken.sentence[language]))
            let bytes = try await clerk.post(
                "/notices", bytes: ByteBuffer(string: "text=%00%FF"), type: "application/x-www-form-urlencoded")
            #expect(bytes.status == 422)
            #expect(bytes.contains(FormRefusal.notText.sentence[language]))
            #expect(try await site.count("notice") == 0)
        }
    }

    @Test(arguments: cases) func wrongFieldsAreSaidBesideThem(_ dialect: Dialect, _ language: Language) async throws {
        try await TestSite.with(dialect) { site in
            let clerk = try await site.clerk("sunbing", language)
            let wrong: [(NoticeField, String, NoticeRefusal)] = [
                (.title, "", .titleMissing), (.issuer, "", .issuerMissing), (.grade, "十万火急", .gradeUnknown()),
                (.date, "2020-02-31", .dateUnreadable()),
            ]
            for (field, value, refusal) in wrong {
                let page = try await clerk.post(
                    "/notices", [("text", OfficeDay.notice), ("field.\(field.rawValue)", value)])
                #expect(page.status == 422, "\(field)")
                #expect(page.contains(refusal.sentence[language]), "\(field)")
                #expect(page.contains("做好节日值班工作"), "\(field)")
                #expect(value.isEmpty || page.contains(value), "\(field)")
            }
            #expect(try await site.count("notice") == 0)
            // Registered, then corrected wrongly: the same sentences, and the notice stays as it was.
            let notice = try await OfficeDay.register(clerk)
            for (field, value, refusal) in wrong {
                let page = try await clerk.post("/notices/\(notice)/corrections", [("field.\(field.rawValue)", value)])
                #expect(page.status == 422, "\(field)")
                #expect(page.contains(refusal.sentence[language]), "\(field)")
            }
            #expect(try await site.count("notice_correction") == 0)
        }
    }

    @Test(arguments: cases) func aStalePageSavesNothing(_ dialect: Dialect, _ language: Language) async throws {
        try await TestSite.with(dialect) { site in
            let clerk = try await site.clerk("sunbing", language)
            let stale = clerk.csrf
            _ = try await clerk.get("/sign-in")
            // The same browser enters as somebody else.
            let entered = try await clerk.post("/demo-sessions", ["login": "qianyi"])
            #expect(entered.status == 303)
            let before = try await site.journalled()
            let page = try await clerk.post("/notices", ["text": OfficeDay.notice, "csrf": stale])
            #expect(page.status == 409)
            #expect(page.contains(WebRefusal.stalePage.sentence[language]))
            #expect(page.contains(try #require(WebRefusal.stalePage.wayOn)[language]))
            #expect(try await site.journalled() == before)
            #expect(try await site.count("notice") == 0)
            _ = try await clerk.get("/account")
            #expect(try await clerk.post("/notices", ["text": OfficeDay.notice]).status == 303)
        }
    }

    @Test(arguments: cases) func guessingIsSlowedDown(_ dialect: Dialect, _ language: Language) async throws {
        try await TestSite.with(dialect) { site in
            let guesser = site.browser(language)
            _ = try await guesser.get("/sign-in")
            var statuses: [Int] = []
            var last: TestPage?
            for number in 0..<7 {
                last = try await guesser.post("/sessions", ["login": "sunbing", "password": "guess \(number)"])
                statuses.append(last?.status ?? 0)
            }
            #expect(statuses == [422, 422, 422, 422, 422, 429, 429])
            #expect(last?.contains(SignInRefusal.slowDown(seconds: 2).sentence[language]) == true)
            #expect(last?.contains("value=\"sunbing\"") == true, "the name stays")
            #expect(last?.contains("guess") == false, "the password does not")
            // An account that does not exist is told apart by nothing.
            let unknown = try await guesser.post("/sessions", ["login": "nobody.at.all", "password": "guess"])
            #expect(unknown.status == 422)
            #expect(unknown.contains(SignInRefusal.wrong.sentence[language]))
        }
    }

    @Test(arguments: cases) func unknownAddressesAreOneAnswer(_ dialect: Dialect, _ language: Language) async throws {
        try await TestSite.with(dialect) { site in
            let clerk = try await site.clerk("sunbing", language)
            let hostile = [
                "/nowhere", "/notices/%00", "/notices/%FF%FE", "/notices/../x", "/notices/..%2F..%2Fetc%2Fpasswd",
                "/notices/" + String(repeating: "A", count: 8_000), "/notices/ZZZZZZZZZZZZZ", "/notices/0000000000000",
                "/receipts/1'%20or%201=1", "/dispatches/-1", "/dispatches/%F0%9F%98%80", "/units/%E2%80%AE",
                "/invitation-sheets/1", "/assets/../muster.css", "/assets/%2e%2e/muster.css", "/notices/new/x",
            ]
            for path in hostile {
                let page = try await clerk.get(path)
                #expect(page.status == 404, "\(path.prefix(40))")
                #expect(page.contains(AccessRefusal.notFound.sentence[language]), "\(path.prefix(40))")
            }
            for query in ["unit=%00", "after=9-9-9", "after=%FF", "unit=" + String(repeating: "9", count: 4_000)] {
                let page = try await clerk.get("/journal?\(query)")
                #expect([200, 404].contains(page.status), "\(query.prefix(40))")
            }
            for query in ["q=%00", "q=%25%27", "q=%FF", "under=x", "q=" + String(repeating: "%E5%B7%A5", count: 500)] {
                #expect(try await clerk.get("/units?\(query)").status == 200, "\(query.prefix(40))")
                #expect(try await clerk.get("/units.json?\(query)").status == 200, "\(query.prefix(40))")
            }
            for path in ["/nowhere", "/today"] {
                let page = try await clerk.post(path, [:])
                #expect((400..<500).contains(page.status), "\(path)")
            }
            let elsewhere = try await clerk.post(
                "/languages", ["language": language.rawValue, "return": "//evil.example"])
            #expect(elsewhere.location == "/")
        }
    }
}
