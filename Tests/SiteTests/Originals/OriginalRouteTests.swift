import Federation
import Foundation
import HTTPTypes
import MusterTesting
import NIOCore
import Storage
import Testing

@testable import Directives
@testable import Site

@Suite struct OriginalRouteTests {
    private typealias Fixtures = OriginalFixtures

    @Test(arguments: TestDatabase.dialects) func aDocxIsReadAndItsOriginalStaysWithTheNotice(
        _ dialect: Dialect
    ) async throws {
        try await TestSite.with(dialect) { site in
            let clerk = try await site.clerk("sunbing")
            let file = Fixtures.docx(Self.jiaozuo)
            let sent = try await clerk.upload([("防暑 通知.docx", file)])
            #expect(sent.status == 303)
            let original = try sent.leadsTo("/originals/")
            let page = try await clerk.get("/originals/\(original)")
            #expect(page.status == 200)
            #expect(page.contains("文字取自 DOCX"))
            #expect(page.area("text")?.contains("焦工发〔2021〕17号") == true)

            // Until it is registered nobody else finds it.
            let county = try await site.clerk("liding")
            #expect(try await county.get("/originals/\(original)/files/1").status == 404)

            let text = try #require(page.area("text"))
            let done = try await clerk.post("/notices", ["text": text, "original": original])
            #expect(done.status == 303)
            let notice = try done.leadsTo("/notices/")
            let shown = try await clerk.get("/notices/\(notice)")
            #expect(shown.contains("/originals/\(original)/files/1"))
            #expect(try await clerk.get("/originals/\(original)").location == "/notices/\(notice)")
            try await Self.expectFile(file, at: "/originals/\(original)/files/1", clerk)

            // Whoever the notice was sent to sees what it came as.
            _ = try await OfficeDay.send(notice, by: clerk, line: OfficeDay.line)
            try await Self.expectFile(file, at: "/originals/\(original)/files/1", county)
            #expect(try await county.get("/originals/\(original)").status == 404)
            #expect(try await clerk.get("/originals/\(original)/files/2").status == 404)
            #expect(try await clerk.get("/originals/\(original)/pages/1").status == 404)
        }
    }

    @Test(arguments: TestDatabase.dialects) func aFileIsKeptOnceHoweverOftenTheFormIsSent(
        _ dialect: Dialect
    ) async throws {
        try await TestSite.with(dialect) { site in
            let clerk = try await site.clerk("sunbing")
            let form = try await clerk.get("/notices/new")
            let act = try #require(form.act(of: "/readings"))
            let first = try await clerk.upload([("a.docx", Fixtures.docx())], [("act", act)])
            let second = try await clerk.upload([("a.docx", Fixtures.docx())], [("act", act)])
            #expect(first.status == 303)
            #expect(first.location == second.location)
            #expect(try await site.count("original") == 1)
        }
    }

    @Test(arguments: TestDatabase.dialects) func whatIsNotTakenLeavesWhatWasTypedAndKeepsNothing(
        _ dialect: Dialect
    ) async throws {
        try await TestSite.with(dialect) { site in
            let clerk = try await site.clerk("sunbing")
            let before = try await site.journalled()
            let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600)
            let huge = [UInt8](repeating: 0x20, count: 26_000_000)
            let classified = Fixtures.docx(["机密", "河阳市总工会文件"] + Fixtures.lines)
            let cases: [([(String, [UInt8])], Int, String)] = [
                ([("a.doc", old)], 422, "另存为 DOCX 或 PDF"), ([("a.pdf", [1, 0, 2])], 422, "不是 DOCX"),
                ([("a.docx", Fixtures.archive([("a", "b")]))], 422, "不是 DOCX"),
                ([("a.docx", Array(Fixtures.docx().dropLast(9)))], 422, "文件坏了"),
                ([("a.txt", huge), ("b.txt", huge)], 413, "超过 50 MB"),
                ([("a.docx", Fixtures.docx()), ("b.docx", Fixtures.docx())], 422, "单独传"),
                ([("a.docx", Fixtures.docx([" "]))], 422, "没有文字"), ([("a.docx", classified)], 422, "没有保存"),
            ]
            for (files, status, words) in cases {
                let page = try await clerk.upload(files, [("text", "打了一半的字")])
                #expect(page.status == status, "\(words)")
                #expect(page.contains(words), "\(words)")
                #expect(page.area("text")?.trimmed == "打了一半的字", "\(words)")
            }
            #expect(try await site.count("original") == 0)
            #expect(try await site.count("blob") == 0)
            #expect(try await site.journalled() == before)
        }
    }

    @Test(arguments: TestDatabase.dialects) func aPdfWithATextLayerIsReadAtOnce(_ dialect: Dialect) async throws {
        guard Fixtures.has([.pdfinfo, .pdftotext, .pdftoppm]) else { return }
        try await TestSite.with(dialect) { site in
            let clerk = try await site.clerk("sunbing")
            let sent = try await clerk.upload([("通知.pdf", Fixtures.pdf())])
            let original = try sent.leadsTo("/originals/")
            let page = try await clerk.get("/originals/\(original)")
            #expect(page.contains("文字取自 PDF"))
            #expect(page.area("text")?.contains("河阳市总工会关于做好防暑降温工作的通知") == true)
            let picture = try await clerk.get("/originals/\(original)/pages/1")
            #expect(picture.headers[.contentType] == "image/jpeg")
            #expect(picture.headers[.contentDisposition] == "inline")
            #expect(picture.headers[.contentSecurityPolicy] == "default-src 'none'; sandbox")
            let damaged = try await clerk.upload([("a.pdf", Array("%PDF-1.7 and nothing".utf8))])
            #expect(damaged.status == 422)
            let long = try await clerk.upload([("a.pdf", Fixtures.pdf(Array(repeating: ["页"], count: 61)))])
            #expect(long.status == 413)
        }
    }

    @Test(arguments: TestDatabase.dialects) func photographsAreOneOriginalAndAreRecognisedAfterTheAnswer(
        _ dialect: Dialect
    ) async throws {
        guard Fixtures.has([.tesseract]), await PageRecognition.isInstalled() else { return }
        try await TestSite.with(dialect) { site in
            let clerk = try await site.clerk("sunbing")
            let png = RecognitionFixture.png
            let sent = try await clerk.upload([("一.png", png), ("二.png", png)])
            let original = try sent.leadsTo("/originals/")
            let waiting = try await clerk.get("/originals/\(original)")
            #expect(waiting.contains("正在认第 1 页，共 2 页"))
            #expect(waiting.headers[HTTPField.Name("Refresh")!] == "2")

            var handlers = JobHandlers()
            OriginalJobs.add(to: &handlers)
            let runner = JobRunner(federation: site.federation, handlers: handlers)
            #expect(try await runner.runDue(until: site.clock.now()) == 1)

            let page = try await clerk.get("/originals/\(original)")
            #expect(page.headers[HTTPField.Name("Refresh")!] == nil)
            #expect(page.contains("从图片认出来的"))
            let text = try #require(page.area("text"))
            #expect(text.contains("河阳市总工会"))
            let changed = try await clerk.post("/readings", ["text": text + "\n抄送：市直机关", "original": original])
            #expect(changed.status == 200)
            #expect(changed.contains("后来有人改过"))
            let broken = try await clerk.post("/readings", ["text": "不是公文", "original": original])
            #expect(broken.status == 422)
            #expect(broken.area("text")?.trimmed == "不是公文")
            #expect(broken.contains("/originals/\(original)/pages/2"))
        }
    }

    @Test(arguments: TestDatabase.dialects) func whatCannotBeReadStandsBesideAFieldToTypeInto(
        _ dialect: Dialect
    ) async throws {
        try await TestSite.with(dialect) { site in
            let clerk = try await site.clerk("sunbing")
            let png = RecognitionFixture.png
            let sent = try await clerk.upload([("一.png", png)])
            let original = try sent.leadsTo("/originals/")
            let id = try #require(OriginalID(original))
            let now = site.clock.now()
            let found = try #require(try await site.federation.read { try OriginalStore.find(id, at: now, in: $0) })
            // As where nothing is installed that reads pictures.
            var unread = found.pages[0]
            unread.manner = .typed
            let page = unread
            try await site.federation.engine.write { try OriginalStore.save(page, of: id, in: $0) }
            let typing = try await clerk.get("/originals/\(original)")
            #expect(typing.contains("src=\"/originals/\(original)/pages/1\""))
            #expect(typing.contains("name=\"text\""))
            let text = Self.jiaozuo.joined(separator: "\n")
            let read = try await clerk.post("/readings", ["text": text, "original": original])
            #expect(read.status == 200)
            #expect(read.contains("对着图片打的"))
            let picture = try await clerk.get("/originals/\(original)/pages/1")
            #expect(picture.headers[.contentType] == "image/png")
            #expect(picture.headers[HTTPField.Name("X-Content-Type-Options")!] == "nosniff")
        }
    }

    @Test(arguments: TestDatabase.dialects) func anOriginalThatNobodyRegistersIsGoneAfterAWeek(
        _ dialect: Dialect
    ) async throws {
        try await TestSite.with(dialect) { site in
            let clerk = try await site.clerk("sunbing")
            let file = Fixtures.docx(Self.jiaozuo)
            let kept = try await clerk.upload([("a.docx", file)]).leadsTo("/originals/")
            let text = Self.jiaozuo.joined(separator: "\n")
            #expect(try await clerk.post("/notices", ["text": text, "original": kept]).status == 303)
            let left = try await clerk.upload([("b.docx", file)]).leadsTo("/originals/")
            // Bound to one notice, it is not bound to another.
            let other = try await clerk.post(
                "/notices", ["text": text.replacing("17号", with: "18号"), "original": kept])
            #expect(other.status == 409)
            let later = site.clock.now().adding(days: 8)
            let swept = try await site.federation.engine.write { try OriginalStore.sweep(at: later, in: $0) }
            #expect(swept == 1)
            let (keptID, leftID) = (try #require(OriginalID(kept)), try #require(OriginalID(left)))
            let found = try await site.federation.read { db in
                (try OriginalStore.find(keptID, at: later, in: db), try OriginalStore.find(leftID, at: later, in: db))
            }
            #expect(found.0?.files.count == 1)
            #expect(found.1 == nil)
        }
    }

    /// The same as 焦作市总工会 would issue it.
    private static let jiaozuo = OriginalFixtures.lines.map {
        $0.replacing("河阳", with: "焦作").replacing("河工发", with: "焦工发")
    }

    private static func expectFile(_ file: [UInt8], at path: String, _ browser: TestBrowser) async throws {
        let page = try await browser.get(path)
        #expect(page.status == 200)
        #expect(page.headers[.contentType] == OriginalKind.docx.mediaType)
        #expect(page.headers[.contentDisposition]?.hasPrefix("attachment; ") == true)
        #expect(page.headers[HTTPField.Name("X-Content-Type-Options")!] == "nosniff")
        #expect(page.headers[HTTPField.Name("Content-Length")!].flatMap { Int($0) } == file.count)
    }
}

extension TestBrowser {
    /// Sends files from the page where a notice is pasted.
    func upload(_ files: [(String, [UInt8])], _ fields: [(String, String)] = []) async throws -> TestPage {
        _ = try await get("/notices/new")
        var body = ByteBuffer()
        for field in [("csrf", csrf)] + fields {
            body.writeString(
                "--muster-test\r\nContent-Disposition: form-data; name=\"\(field.0)\"\r\n\r\n\(field.1)\r\n")
        }
        for file in files {
            body.writeString(
                "--muster-test\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(file.0)\"\r\n"
                    + "Content-Type: application/octet-stream\r\n\r\n")
            body.writeBytes(file.1)
            body.writeString("\r\n")
        }
        body.writeString("--muster-test--\r\n")
        return try await post("/readings", bytes: body, type: MultipartForm.type)
    }
}
