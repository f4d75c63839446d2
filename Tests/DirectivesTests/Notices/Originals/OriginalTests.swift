import Federation
import Foundation
import Markup
import Testing

@testable import Directives

@Suite struct OriginalTests {
    // MARK: Kinds

    @Test func aFileIsWhatItsBytesSay() throws {
        #expect(try OriginalKind.of(Array("%PDF-1.7 ".utf8)) == .pdf)
        #expect(try OriginalKind.of([0xFF, 0xD8, 0xFF, 0xE0]) == .jpeg)
        #expect(try OriginalKind.of([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0]) == .png)
        #expect(try OriginalKind.of(DocxFixture(body: "").bytes) == .docx)
        #expect(try OriginalKind.of(Array("河阳市总工会关于……的通知".utf8)) == nil)
    }

    @Test func oldAndLockedFilesAreToldApart() {
        let container: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600)
        let locked = container + "EncryptedPackage".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
        #expect(throws: OriginalRefusal.oldOffice) { try OriginalKind.of(container) }
        #expect(throws: OriginalRefusal.encrypted) { try OriginalKind.of(locked) }
        #expect(throws: OriginalRefusal.oldOffice) { try OriginalKind.of(Array("{\\rtf1 ".utf8)) }
        #expect(throws: OriginalRefusal.otherPicture) {
            try OriginalKind.of([0, 0, 0, 24] + Array("ftypheic".utf8) + [0, 0])
        }
    }

    @Test func severalFilesAreOneOriginalOnlyAsPictures() throws {
        let (jpeg, docx) = (Self.jpeg(width: 100, height: 80), DocxFixture(body: "").bytes)
        #expect(try OriginalRules.kinds([jpeg, jpeg]) == [.jpeg, .jpeg])
        #expect(try OriginalRules.kinds([Array("公文".utf8)]) == nil)
        #expect(throws: OriginalRefusal.mixed) { try OriginalRules.kinds([jpeg, docx]) }
        #expect(throws: OriginalRefusal.mixed) { try OriginalRules.kinds([jpeg, Array("公文".utf8)]) }
        #expect(throws: OriginalRefusal.tooManyFiles) { try OriginalRules.kinds(Array(repeating: jpeg, count: 21)) }
        #expect(throws: OriginalRefusal.tooLarge) {
            try OriginalRules.kinds([[UInt8](repeating: 32, count: Original.bytesMax + 1)])
        }
    }

    @Test func aPictureThatWouldFillTheMemoryIsRefusedByItsHead() {
        #expect(throws: OriginalRefusal.tooManyPixels) {
            try OriginalRules.kinds([Self.jpeg(width: 60_000, height: 60_000)])
        }
        #expect(throws: OriginalRefusal.damaged) { try OriginalRules.kinds([[0xFF, 0xD8, 0xFF, 0xD9]]) }
    }

    /// The head of a JPEG only.
    static func jpeg(width: Int, height: Int) -> [UInt8] {
        func two(_ number: Int) -> [UInt8] { [UInt8(number >> 8), UInt8(number & 255)] }
        return [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC0, 0, 11, 8] + two(height) + two(width) + [1, 1, 0x11, 0]
    }

    // MARK: Doubts

    private static let recognised = OriginalText(
        "防嗜降温\n一、落实\n防嗜降温\n报告轴",
        doubts: [
            DoubtfulWord(start: 1, end: 2, confidence: 0), DoubtfulWord(start: 11, end: 12, confidence: 2),
            DoubtfulWord(start: 17, end: 18, confidence: 30),
        ])

    @Test func pagesAreJoinedAndTheirDoubtsMoveAlong() {
        var text = OriginalText("一页", doubts: [DoubtfulWord(start: 0, end: 1, confidence: 9)])
        text.append(OriginalText(""))
        text.append(OriginalText("二页", doubts: [DoubtfulWord(start: 1, end: 2, confidence: 8)]))
        #expect(text.text == "一页\n二页")
        #expect(text.doubts.map(\.range) == [ReadRange(0, 1), ReadRange(4, 5)])
    }

    @Test func aLineThatWasCorrectedIsNoLongerDoubtful() {
        let text = Self.recognised
        #expect(text.doubts(in: text.text) == text.doubts)
        #expect(text.doubts(in: "防暑降温\n一、落实\n防嗜降温\n报告轴").map(\.range) == [ReadRange(11, 12), ReadRange(17, 18)])
        #expect(text.doubts(in: "新加一行\n" + text.text).map(\.start) == [6, 16, 22])
        #expect(text.doubts(in: "一、落实\n报告轴").map(\.range) == [ReadRange(7, 8)])
        #expect(text.doubts(in: "全都另打") == [])
    }

    @Test func manyLinesAreComparedInTime() {
        let lines = (0..<50_000).map { $0 % 7 == 0 ? "同样的一行" : "第\($0)行" }
        let text = OriginalText(lines.joined(separator: "\n"), doubts: [DoubtfulWord(start: 0, end: 1, confidence: 0)])
        #expect(text.doubts(in: lines.dropFirst().joined(separator: "\n")).count <= 1)
    }

    @Test func theTableOfWordsIsPutTogetherAgain() {
        func row(_ line: Int, _ left: Int, _ confidence: String, _ text: String) -> String {
            "5\t1\t1\t1\t\(line)\t1\t\(left)\t0\t30\t30\t\(confidence)\t\(text)"
        }
        let table = [
            "level\tpage_num", row(1, 10, "95.5", "各级"), row(1, 40, "0.0", "嗜"), row(1, 80, "91", "Word"),
            row(1, 90, "91", "2016"), "4\t1\t1\t1\t2\t0\t0\t0\t9\t9\t-1\t", row(2, 70, "92", "缩进"),
        ].joined(separator: "\n")
        let result = PageRecognition.result(of: table)
        #expect(result.text.text == "各级嗜Word 2016\n　　缩进")
        #expect(result.text.doubts == [DoubtfulWord(start: 2, end: 3, confidence: 0)])
        #expect(result.confidence.map { $0 < 92 && $0 > 80 } == true)
    }

    @Test func doubtfulWordsAreUnderlinedOnThePaper() throws {
        let text = "河阳市总工会关于做好防嗜降温工作的通知\n\n各县总工会：\n\n　　各级工会要落实防嗜降温措施，轴有情况及时报告。\n\n河阳市总工会\n\n2021年7月5日"
        let reading = try NoticeReader().read(text).get()
        let places = text.unicodeScalars.enumerated().filter { "嗜轴".unicodeScalars.contains($0.element) }.map(\.offset)
        let paper = NoticePaper(text, reading, doubts: places.map { ReadRange($0, $0 + 1) })
        let marked = paper.blocks.flatMap(\.runs).flatMap { run in
            run.doubts.map { String(String.UnicodeScalarView(Array(run.text.unicodeScalars)[$0])) }
        }
        #expect(marked == ["嗜", "嗜", "轴"])
        let html = NoticePaperDrawing(paper, reading, in: .chinese).html().text
        #expect(html.matches(of: #/class="doubt"[^>]*>(嗜|轴)</#).count == 3)
    }

    @Test func pageNumbersAreKnown() {
        for line in ["— 3 —", "－１２－", "第 3 页 共 5 页", "- 1 -", "3"] { #expect(OriginalRules.isPageNumber(line)) }
        for line in ["2021年7月5日", "一、", "12345678901234567", ""] { #expect(!OriginalRules.isPageNumber(line)) }
    }
}
