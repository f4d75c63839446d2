import Federation
import Foundation
import Testing

@Suite struct UnitImportCSVTests {
    private let row = "410882,沁阳市总工会,沁阳市总; 沁阳总；沁阳总,Qinyang,federation,county,county_city,410800,,410882"

    @Test func theHeaderNamesTheFields() {
        #expect(UnitRow.header == UnitField.allCases.map(\.rawValue))
    }

    @Test func aFileThatIsNoTableIsRefusedAsAWhole() throws {
        #expect(throws: UnitImportRefusal.empty) { try UnitImportCSV.read([]) }
        #expect(throws: UnitImportRefusal.empty) { try UnitImportCSV.read(CSVFixture.bytes([])) }
        #expect(throws: UnitImportRefusal.empty) { try UnitImportCSV.read(CSVFixture.bytes([",,,,", "　,,"])) }
        #expect(throws: UnitImportRefusal.unreadable) { try UnitImportCSV.read([0x61, 0xFF, 0xFF, 0x0A]) }
        // What says that it is UTF-8 must be.
        #expect(throws: UnitImportRefusal.unreadable) { try UnitImportCSV.read([0xEF, 0xBB, 0xBF, 0xBD, 0xB9]) }
        let tooLarge = [UInt8](repeating: 0x2C, count: UnitImportCSV.bytesMax + 1)
        #expect(throws: UnitImportRefusal.tooLarge(bytesMax: UnitImportCSV.bytesMax)) {
            try UnitImportCSV.read(tooLarge)
        }
    }

    @Test func aWrongHeaderIsToldWithTheRightOne() throws {
        let refusal = UnitImportRefusal.header(
            missing: ["short_names", "kind"], unknown: ["名称"], twice: ["code"])
        let text = "code,名称,name,code,name_en,level,division,parent,second_parent,region_code\nx\n"
        #expect(throws: refusal) { try UnitImportCSV.read(Array(text.utf8)) }
        for sentence in [refusal.sentence.zh, refusal.sentence.en] {
            for word in [CSVFixture.header, "short_names", "名称"] { #expect(sentence.contains(word)) }
        }
    }

    @Test func readsEveryColumnInAnyOrder() throws {
        let expected = UnitRow(
            line: 2, code: "410882", name: "沁阳市总工会", shortNames: ["沁阳市总", "沁阳总"], nameEnglish: "Qinyang",
            kind: .federation, level: .county, division: .countyCity, parentCode: "410800", regionCode: "410882")
        #expect(try UnitImportCSV.read(CSVFixture.bytes([row])).rows == [expected])
        let turned = [CSVFixture.header, row].map {
            $0.split(separator: ",", omittingEmptySubsequences: false).reversed().joined(separator: ",")
        }
        #expect(try UnitImportCSV.read(Array(turned.joined(separator: "\r\n").utf8)).rows == [expected])
    }

    @Test func readsWhatSpreadsheetsWrite() throws {
        let text = CSVFixture.text([row])
        let expected = try UnitImportCSV.read(Array(text.utf8)).rows
        #expect(expected.count == 1)
        let gb18030 = try #require(text.data(using: String.Encoding(rawValue: 0x8000_0632)))
        #expect(try UnitImportCSV.read(Array(gb18030)).rows == expected)
        #expect(try UnitImportCSV.read([0xEF, 0xBB, 0xBF] + Array(text.utf8)).rows == expected)
        for ending in ["\r\n", "\r"] {
            #expect(try UnitImportCSV.read(Array(text.replacing("\n", with: ending).utf8)).rows == expected)
        }
        // Blank rows at the end, and none of the empty cells at the end of a row.
        #expect(try UnitImportCSV.read(Array((text + ",,,,,,,,,\n\n").utf8)).rows == expected)
        #expect(try UnitImportCSV.read(CSVFixture.bytes(["x,某厂工会,,,grassroots_union,workplace"])).rows.count == 1)
    }

    @Test func readsQuotedFieldsAndKeepsCountOfLines() throws {
        let rows = try UnitImportCSV.read(
            CSVFixture.bytes([
                #""a","某""厂"", 一部",,"two"#, #"lines",grassroots_union,workplace,,,,"#, "",
                #"b,5" 管厂,,,grassroots_union,workplace,,a,,"#,
            ])
        ).rows
        #expect(rows.map(\.name) == ["某\"厂\", 一部", "5\" 管厂"])
        #expect(rows.map(\.line) == [2, 5])
        #expect(rows.first?.nameEnglish == "two\nlines")
    }

    @Test func tellsWhatIsWrongWithSingleRows() throws {
        let sheet = try UnitImportCSV.read(
            CSVFixture.bytes([
                "a,甲,,,工会,workplace,,,,", "b,乙,,,federation,,区,,,", #""c"x,丙,,,federation,county,,,,"#,
                "d,丁,,,federation,county,,,,,多,了", #"e,戊,,"no end"#, "f,己,,,federation,county,,,,",
            ]))
        let problems = sheet.problems.first
        #expect(problems.map(\.line) == [2, 3, 3, 4, 5, 6])
        #expect(problems.map(\.column) == [.kind, .level, .division, nil, nil, nil])
        #expect(problems.first?.sentence.zh.contains("工会") == true)
        #expect(problems.first?.sentence.en.contains("grassroots_union") == true)
        #expect(sheet.rows.map(\.code) == ["c", "d"])
    }

    @Test func aRowThatCouldNotBeReadKeepsItsCells() throws {
        let sheet = try UnitImportCSV.read(
            CSVFixture.bytes(["a,甲,甲厂;老甲,,工会,workplace,,410800,,", "b,乙,,,federation,county,,,,"]))
        #expect(sheet.rows.map(\.code) == ["b"])
        let cells = sheet.cells(on: [2, 3, 4])
        #expect(cells.keys.sorted() == [2, 3])
        #expect(cells[2]?[.code] == "a" && cells[2]?[.name] == "甲" && cells[2]?[.shortNames] == "甲厂;老甲")
        #expect(cells[2]?[.kind] == "工会" && cells[2]?[.parent] == "410800" && cells[2]?[.division] == "")
        #expect(cells[3]?[.kind] == "federation")
    }

    @Test func asManyRowsKeepTheirCellsAsAreShown() throws {
        let sheet = try UnitImportCSV.read(
            CSVFixture.bytes((0..<1_000).map { "c\($0),名,,,工会,workplace,,,," }))
        let shown = Set(sheet.problems.first.map(\.line))
        #expect(shown.count == UnitImportProblems.shownMax)
        #expect(sheet.cells(on: shown).count == shown.count)
    }
}
