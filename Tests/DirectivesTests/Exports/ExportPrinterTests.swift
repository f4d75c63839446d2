import Foundation
import Testing

@testable import Directives

/// What WeasyPrint makes of our pages, where it is installed.
@Suite struct ExportPrinterTests {
    private static let isThere: Bool = {
        if !ExportPrinter.drawsPictures { print("skipped: weasyprint or poppler is not installed") }
        return ExportPrinter.drawsPictures
    }()

    private static func read(_ pdf: [UInt8]) async throws -> String {
        try #require(try await PDFReader.pages(pdf)).map { $0 ?? "" }.joined(separator: "\n")
    }

    @Test func aPrintedNoticeGivesItsTitleBack() async throws {
        guard Self.isThere else { return }
        let notice = try ExportTests.notice(PaperTexts.sample)
        let pdf = try await ExportActs.file(of: notice, as: .pdf).bytes
        let words = ExportTests.ink(try await Self.read(pdf))
        #expect(words.contains(ExportTests.ink(notice.title)))
        #expect(words.contains("河工发〔2026〕17号"))
        #expect(words.contains(ExportTests.ink(try #require(notice.reading.forwarded.first?.notice.title))))
    }

    @Test func nothingOfANoticeIsFetchedOrRead() throws {
        let address = "http://127.0.0.1:1/a.png"
        let text = PaperTexts.sample.replacing(
            "联系人：",
            with: "<img src=\"\(address)\"><link rel=attachment href=\"file:///etc/passwd\">@import url(\(address));")
        let html = ExportSheet.html(try ExportTests.notice(text))
        #expect(!html.contains("<img") && !html.contains("<link"))
        #expect(html.contains("&lt;img src=&quot;\(address)&quot;&gt;"))
        // What is ours names no address either.
        let ours =
            ExportSheet.html(try ExportTests.notice(PaperTexts.sample))
            + ExportPicture.html(ExportGroup(try ExportTests.notice(PaperTexts.sample)))
        #expect(!ours.contains(/(src|href)=|url\(|@import/))
    }

    @Test func aPictureIsAsWideAsAPhoneReadsAndEndsUnderItsLastLine() async throws {
        guard Self.isThere else { return }
        let png = try await ExportActs.file(of: try ExportTests.notice(PaperTexts.sample), as: .picture).bytes
        #expect(png.prefix(8) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        func number(_ place: Int) -> Int { png[place..<place + 4].reduce(0) { $0 << 8 | Int($1) } }
        #expect(number(16) == 1080)
        #expect((900..<5_000).contains(number(20)))
    }

    @Test func aPaperWithoutEndIsNotPrinted() async throws {
        guard Self.isThere else { return }
        let paragraph = "一、各级工会要把防汛抗洪抢险救灾作为当前最紧迫的任务，克服麻痹思想和侥幸心理。\n\n"
        let text = PaperTexts.sample + String(repeating: paragraph, count: 4_000)
        let notice = ExportNotice(text: text, reading: try PaperTexts.read(PaperTexts.sample), title: "长")
        await #expect(throws: ExportRefusal.printerFailed) { try await ExportActs.file(of: notice, as: .pdf) }
    }
}
