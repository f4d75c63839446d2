import Federation
import MusterTesting
import NIOCore
import Storage
import Testing

@testable import Site

/// A file of units with something wrong in it: said by row and column, and nothing half imported.
@Suite struct BadImportTests {
    private static let cases = TestDatabase.dialects.flatMap { dialect in Language.allCases.map { (dialect, $0) } }
    private static let header = UnitRow.header.joined(separator: ",")

    private static func row(_ code: String, _ name: String, below parent: String) -> String {
        let cells = [
            "code": code, "name": name, "kind": "grassroots_union", "level": "workplace", "parent": parent,
        ]
        return UnitRow.header.map { cells[$0] ?? "" }.joined(separator: ",")
    }

    @Test(arguments: cases) func wrongRowsAreShownAndNothingIsWritten(
        _ dialect: Dialect, _ language: Language
    ) async throws {
        try await TestSite.with(dialect) { site in
            let administrator = try await site.clerk("chujia", language)
            let (units, acts) = (try await site.count("unit"), try await site.journalled())
            let qinyang = DemoFederation.qinyangCode
            let good = Self.row("X-1", "云字号面粉厂工会", below: qinyang)
            let files: [(rows: [String], lines: [Int], words: Sentence)] = [
                (
                    [good, Self.row("X-1", "腾字号面粉厂工会", below: qinyang)], [3],
                    Sentence(zh: "编码和第 2 行重复。", en: "The code stands on line 2 already.")
                ),
                (
                    // A circle is told once, on its first row.
                    [good, Self.row("X-2", "一厂工会", below: "X-3"), Self.row("X-3", "二厂工会", below: "X-2")], [3],
                    Sentence(
                        zh: "上级绕成了一圈：X-2 → X-3 → X-2。", en: "The parents go round in a circle: X-2 → X-3 → X-2.")
                ),
                (
                    [Self.row("X-4", "三厂工会", below: "NOWHERE"), good], [2],
                    Sentence(
                        zh: "没有编码为 NOWHERE 的单位，文件里没有，已有的单位里也没有。",
                        en: "No unit has the code NOWHERE, neither in the file nor among those there are.")
                ),
                (
                    [Self.row("X-5", "四厂工会", below: DemoFederation.henanCode), good], [2],
                    Sentence(
                        zh: "410000 不在你单位之内，只能导入本单位以下的单位。",
                        en: "410000 is outside of your unit; only units below yours can be imported.")
                ),
                (
                    [good, Self.row("X-6", "", below: qinyang)], [3],
                    Sentence(zh: "名称没有填。", en: "Name is missing.")
                ),
            ]
            for (rows, lines, words) in files {
                let csv = ([Self.header] + rows).joined(separator: "\n") + "\n"
                let page = try await administrator.post("/unit-imports/checks", ["csv": csv])
                #expect(page.status == 422, "\(words.en)")
                #expect(page.contains(words[language]), "\(words.en)")
                for line in lines { #expect(page.contains("id=\"r\(line)\""), "\(words.en)") }
                #expect(page.contains("cell-wrong"), "\(words.en): the column is marked")
                #expect(!page.contains("action=\"/unit-imports\""), "\(words.en): nothing to press")
                #expect(page.contains("X-"), "what was given stays")
                let applied = try await administrator.post("/unit-imports", ["csv": csv])
                #expect(applied.status == 422, "\(words.en)")
            }
            #expect(try await site.count("unit") == units)
            #expect(try await site.journalled() == acts)
            // The same file without the wrong row goes in, once.
            let act = "\(site.federation.newActID())"
            for _ in 0..<2 {
                let page = try await administrator.post(
                    "/unit-imports", ["csv": "\(Self.header)\n\(good)\n", "act": act])
                #expect(page.status == 303)
            }
            #expect(try await site.count("unit") == units + 1)
            #expect(try await site.journalled() == acts + 1)
        }
    }

    @Test(arguments: cases) func filesThatAreNoTableAreNotTaken(_ dialect: Dialect, _ language: Language) async throws {
        try await TestSite.with(dialect) { site in
            let administrator = try await site.clerk("chujia", language)
            let units = try await site.count("unit")
            let row = Self.row("X-1", "云字号面粉厂工会", below: DemoFederation.qinyangCode)
            let shown: [(csv: String, refusal: UnitImportRefusal)] = [
                ("", .empty), ("\(Self.header)\n", .empty),
                (
                    "编码,name\n\(row)\n",
                    .header(
                        missing: UnitRow.header.filter { $0 != "name" }, unknown: ["编码"], twice: [])
                ),
                // A second column of primary parents.
                ("\(Self.header),parent\n\(row)\n", .header(missing: [], unknown: [], twice: ["parent"])),
            ]
            for (csv, refusal) in shown {
                for path in ["/unit-imports/checks", "/unit-imports"] {
                    let page = try await administrator.post(path, ["csv": csv])
                    #expect(page.status == 422, "\(path) \(csv.prefix(20))")
                    #expect(page.contains(refusal.sentence[language]), "\(path) \(csv.prefix(20))")
                }
            }
            let kept = try await administrator.post("/unit-imports/checks", ["csv": "编码,name\n\(row)\n"])
            #expect(kept.contains(row), "what was pasted stays")
            func upload(_ bytes: ByteBuffer) async throws -> TestPage {
                try await administrator.post(
                    "/unit-imports/checks",
                    bytes: MultipartForm.body([("csrf", administrator.csrf)], file: "units.csv", bytes),
                    type: MultipartForm.type)
            }
            let binary = try await upload(ByteBuffer(bytes: [0x50, 0x4B, 0x03, 0x04, 0xFF, 0xFF, 0x00, 0x81]))
            #expect(binary.status == 422)
            let large = try await upload(ByteBuffer(repeating: UInt8(ascii: ","), count: 50 << 20))
            #expect(large.status == 413)
            #expect(try await site.count("unit") == units)
        }
    }
}
