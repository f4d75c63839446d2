import Testing
import Web

@testable import Directives

/// A table is the same in both files; words stay words, and what is not known stays empty.
@Suite struct SheetTests {
    private let sheet = Sheet(
        heads: ["单位", "签收"],
        rows: [[.text("焦作市总工会"), .number(12)], [.text("=1+1"), .none], [.text("a\u{1}b"), .number(0)]])

    @Test func unknownIsEmptyAndZeroIsZero() {
        #expect(sheet.csv == "\u{FEFF}单位,签收\n焦作市总工会,12\n'=1+1,\na\u{1}b,0\n")
    }

    @Test func aWorkbookOpensAndHasNoFormula() throws {
        let bytes = try sheet.bytes(.xlsx)
        #expect(bytes.prefix(4) == [0x50, 0x4B, 0x03, 0x04])
        let archive = try DocxArchive(bytes)
        let words = String(decoding: try #require(try archive.part("xl/sharedStrings.xml")), as: UTF8.self)
        let cells = String(decoding: try #require(try archive.part("xl/worksheets/sheet1.xml")), as: UTF8.self)
        #expect(words.contains("焦作市总工会") && words.contains("=1+1") && words.contains(">ab<"))
        #expect(cells.contains("<v>12</v>") && cells.contains("<v>0</v>") && !cells.contains("<f>"))
        #expect(!cells.contains("r=\"B3\""), "not known is no cell")
    }
}
