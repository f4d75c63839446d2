import Federation
import Markup
import Testing

@testable import Site
@testable import Web

@Suite struct JournalPagesTests {
    private func page(_ model: JournalModel, _ language: Language = .chinese) -> String {
        JournalPages.page(model, in: PageSamples.frame(language)).text
    }

    @Test(arguments: Language.allCases) func theyAreSound(_ language: Language) {
        let html = page(PageSamples.journal(language), language)
        let seals = JournalPages.seals(PageSamples.seals, in: PageSamples.frame(language)).text
        #expect(PageFaults.found(in: html) == [] && PageFaults.found(in: seals) == [])
        if language == .english { #expect(PageFaults.chinese(in: html + seals) == []) }
    }

    @Test func everyVerbHasItsOwnWords() {
        let words = Verb.allCases.map { VerbWords.name(of: $0) }
        #expect(Set(words.map(\.zh)).count == Verb.allCases.count && Set(words.map(\.en)).count == Verb.allCases.count)
        #expect(VerbWords.name(of: "receipt.sign").zh == "签收")
        #expect(VerbWords.name(of: "tomorrow.come").en == "tomorrow.come")
    }

    @Test func itSaysWhoDidWhatToWhat() {
        let html = page(PageSamples.journal(.chinese))
        #expect(html.contains("<b>邀请</b>") && html.contains("8 份，14 天有效，主要负责同志"))
        #expect(html.contains("持邀请码的人") && html.contains("系统") && html.contains("未封存"))
        #expect(html.contains("612 个单位，基层 600") && html.contains("4,121"))
        #expect(html.contains("href=\"/journal?after=0A5C5\""))
        #expect(html.contains("51d0 e2c8 … 7a02"))
    }

    @Test func anEmptyJournalSaysSo() {
        let html = page(JournalModel(rows: []))
        #expect(html.contains("这里还没有记下什么") && html.contains("还没有封存过"))
    }

    @Test func sealsCanBeComparedByEyeAndInFull() {
        let html = JournalPages.seals(PageSamples.seals, in: PageSamples.frame(.chinese)).text
        #expect(html.contains("4121:51d0e2c8a9b77a02") && html.contains("9f3c 77a1 … b1c8"))
        #expect(html.contains("muster-seal-public-1 0a1b2c3d4e5f6071") && html.contains("href=\"/seals?after=4110\""))
        #expect(SealShort.text("abc") == "abc")
    }

    @Test func namesAreEscaped() {
        var model = PageSamples.journal(.chinese)
        model.unitName = PageFaults.hostile
        model.rows[0].actor = .person(
            name: PageFaults.hostile, post: PageFaults.hostile, substitutes: PageFaults.hostile)
        model.rows[0].subjectName = PageFaults.hostile
        model.rows[4].verb = PageFaults.hostile
        model.rows[4].subjectKind = PageFaults.hostile
        model.rows[4].detail = [.init(name: PageFaults.hostile, value: PageFaults.hostile)]
        let html = page(model)
        #expect(!html.contains("<script>alert") && PageFaults.found(in: html) == [])
    }

    @Test(arguments: [
        (0, "0"), (999, "999"), (1_000, "1,000"), (-1_234, "-1,234"), (-123, "-123"), (2_500_000, "2,500,000"),
    ])
    func figuresAreGrouped(_ number: Int, _ text: String) {
        #expect(Figures.grouped(number) == text)
    }
}
