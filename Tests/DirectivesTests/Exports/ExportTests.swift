import Foundation
import Testing

@testable import Directives

/// What a notice is taken along as: whole, in the standard's layout, and with nothing added.
@Suite struct ExportTests {
    static func notice(_ text: String, warnings: [String] = []) throws -> ExportNotice {
        let reading = try PaperTexts.read(text)
        return ExportNotice(text: text, reading: reading, title: reading.title ?? "", warnings: warnings)
    }

    static func ink(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.properties.isWhitespace }))
    }

    @Test func theTextIsWhole() async throws {
        for (name, text) in PaperTexts.all {
            guard let notice = try? Self.notice(text) else { continue }
            let file = try await ExportActs.file(of: notice, as: .text)
            #expect(String(decoding: file.bytes, as: UTF8.self) == text, "\(name)")
            #expect(Self.ink(ExportPaper(text, notice.reading).paragraphs.map(\.text).joined()) == Self.ink(text))
        }
    }

    @Test func aFileIsNamedByItsTitle() throws {
        #expect(ExportFile([], .pdf, title: "关于 A/B 的“通知”").name == "关于_A_B_的“通知”.pdf")
        #expect(ExportFile([], .text, title: String(repeating: "字", count: 200)).name.count == 64)
        #expect(ExportFile([], .docx, title: "").name == "notice.docx")
    }

    @Test func aWithdrawnNoticeSaysSoOnEveryFile() async throws {
        let notice = try Self.notice(PaperTexts.sample, warnings: ["已撤回"])
        let text = String(decoding: try await ExportActs.file(of: notice, as: .text).bytes, as: UTF8.self)
        #expect(text == "【已撤回】\n\n" + PaperTexts.sample)
        #expect(try DocxReader.text(try await ExportActs.file(of: notice, as: .docx).bytes).hasPrefix("已撤回\n"))
        #expect(ExportSheet.html(notice).contains("<div class=\"warning\">已撤回</div>"))
        #expect(ExportGroup(notice).text.hasPrefix("【已撤回】\n"))
    }

    // MARK: The layout

    @Test func theRedHeadBelongsToDocumentsWithANumber() throws {
        let cover = ExportPaper(PaperTexts.sample, try PaperTexts.read(PaperTexts.sample)).paragraphs
        #expect(cover.filter(\.isRed).map(\.text) == ["河阳市总工会"])
        #expect(cover.filter(\.isRuled).map(\.text) == ["河工发〔2026〕17号"])
        // The telegram inside has a mark of its kind and a number, and no red.
        #expect(cover.contains { $0.kind == .telegramMark && $0.text == "内部明电" && !$0.isRed })
        let unnumbered = PaperTexts.sample.replacing("河工发〔2026〕17号\n", with: "")
        let bare = ExportPaper(unnumbered, try PaperTexts.read(unnumbered)).paragraphs
        #expect(!bare.contains { $0.isRed || $0.isRuled })
    }

    @Test func aCarriedNoticeBeginsOnAPageOfItsOwn() throws {
        let paper = ExportPaper(PaperTexts.sample, try PaperTexts.read(PaperTexts.sample)).paragraphs
        #expect(paper.filter(\.startsPage).map(\.kind) == [.telegramMark])
        #expect(paper.filter { $0.kind == .copies }.count == 2)
        #expect(paper.filter { $0.kind == .printing }.count == 1)
        #expect(paper.filter { $0.kind == .note }.map(\.text) == ["（此件公开发布）"])
    }

    @Test func theDateBeginsTwoCharactersBehindTheSignature() throws {
        let paper = ExportPaper(PaperTexts.sample, try PaperTexts.read(PaperTexts.sample)).paragraphs
        let place = try #require(paper.firstIndex { $0.kind == .signature })
        let (signature, date) = (paper[place], paper[place + 1])
        // 河阳市总工会 is 12 halves wide, 2026年7月20日 is 13.
        #expect(date.rightHalves == 4)
        #expect(signature.rightHalves + 12 == date.rightHalves + 13 + 4)
    }

    @Test func aLongTitleBreaksWhereItsWordsEnd() {
        let title = "河阳市总工会转发《中原省总工会关于组织动员广大职工全力做好当前防汛抗洪抢险救灾工作的紧急通知》的通知"
        let lines = ExportTitle.lines(title)
        #expect(lines.joined() == title)
        #expect(lines.allSatisfy { $0.count <= ExportTitle.widthMax })
        #expect(lines.allSatisfy { line in !"》、，的".contains(where: { line.first == $0 }) })
        #expect(ExportTitle.lines("关于做好节日值班工作的通知") == ["关于做好节日值班工作的通知"])
        // As the paper prints it, where that fits.
        #expect(ExportTitle.lines("关于组织动员广大职工 做好防汛工作的通知") == ["关于组织动员广大职工", "做好防汛工作的通知"])
        for count in 0..<200 {
            let long = String(repeating: "字", count: count)
            #expect(ExportTitle.lines(long).joined() == long)
        }
    }

    // MARK: For a workers' group

    @Test func theGroupReadsOnlyWordsOfTheNotice() throws {
        for (name, text) in PaperTexts.all {
            guard let notice = try? Self.notice(text) else { continue }
            let group = ExportGroup(notice)
            let all = Self.plain(text)
            for line in group.text.split(separator: "\n") {
                for words in Self.ownWords(line) {
                    #expect(all.contains(Self.plain(words)), "\(name): \(words)")
                }
            }
            #expect(group.text.count <= 2_600, "\(name)")
            #expect(group.text.hasSuffix("原文在众志。"))
        }
    }

    /// Without what the reader writes in one way and papers in several: 〔2020〕 and [2020], 、 between issuers.
    private static func plain(_ text: String) -> String {
        ink(text).filter { !"：:、〔〕﹝﹞[]［］()（）【】".contains($0) }
    }

    /// What a line takes from the notice: without our labels, and parted where something was left out.
    private static func ownWords(_ line: Substring) -> [String] {
        var words = String(line)
        for label in ["来源：", "。原文在众志。", ExportWords.askedLabel + "：", "▍", "· ", "【", "】"] {
            words = words.replacing(label, with: "　")
        }
        // A number that stands only in the cover is put behind the title it belongs to.
        return words.replacing(/[（]([^（）]*〔\d{4}〕[^（）]*)[）]$/) { "　\($0.1)" }
            .split { "…　".contains($0) }.map(String.init)
    }

    @Test func noPersonAndNoTelephoneGoesIntoAGroup() throws {
        let text = ExportGroup(try Self.notice(PaperTexts.sample)).text
        #expect(!text.contains("钱乙") && !text.contains("0000") && !text.contains("赵甲"))
    }
}
