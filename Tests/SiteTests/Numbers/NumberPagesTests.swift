import Federation
import Markup
import Testing

@testable import Site
@testable import Web

@Suite struct NumberPagesTests {
    private static let unit = NamedPath(name: "Jiaozuo", path: "/units/1")

    private static func entry(_ number: Int, _ fate: NumberFate, _ reason: String?) -> NumberRowShown {
        .entry(
            NumberEntryShown(
                number: number, text: "焦工发〔2020〕\(number)号", fate: fate, reason: reason,
                paper: fate == .drawn ? NamedPath(name: "On duty", path: "/notices/1") : nil, personName: "Sun Bing",
                moment: PageSamples.now, voidPath: fate == .voided ? nil : "/number-series/1?void=\(number)#void-number"
            ))
    }

    private static func register(errors: [String: Sentence] = [:]) -> NumberRegisterModel {
        var model = NumberRegisterModel(
            unit: unit, listPath: "/units/1/number-series", series: "焦工发〔2020〕", next: "焦工发〔2020〕9号")
        model.rows = [
            entry(1, .drawn, nil), .unused(from: 2, to: 4), entry(5, .entered, "by hand"), entry(6, .reserved, nil),
            entry(7, .voided, PageFaults.hostile), .unused(from: 8, to: 8),
        ]
        for decision in NumberDecision.allCases {
            model.decisions[decision] = PageSamples.target("/number-series/1/\(decision.rawValue)")
        }
        model.errors = errors
        model.typed = errors.isEmpty ? nil : .void
        return model
    }

    private static func pages(_ language: Language) -> [String] {
        let frame = PageSamples.frame(language)
        let list = NumberSeriesListModel(
            unit: unit,
            rows: [
                NumberSeriesShown(
                    word: "焦工发", year: 2020, next: "焦工发〔2020〕9号", counts: [.drawn: 3, .voided: 1],
                    path: "/number-series/1")
            ], start: PageSamples.target("/units/1/number-series"), form: NumberStartForm(year: 2020),
            errors: ["word": NumberRefusal.wordUnusable.sentence])
        return [
            NumberPages.list(list, in: frame), NumberPages.register(register(), in: frame),
            NumberPages.register(
                register(errors: ["reason": NumberRefusal.reasonMissing.sentence]), in: frame),
        ].map(\.text)
    }

    @Test(arguments: Language.allCases) func theyAreSound(_ language: Language) {
        for page in Self.pages(language) { #expect(PageFaults.found(in: page) == []) }
    }

    @Test func englishIsCompleteButForTheNumbersThemselves() {
        for page in Self.pages(.english) {
            let words = page.replacing(#/焦工发(〔2020〕(\d+号)?)?/#, with: "")
            #expect(PageFaults.chinese(in: words) == [])
        }
    }

    @Test func everyFateAndEveryGapIsSaid() {
        let html = Self.pages(.chinese)[1]
        for word in ["已用", "手工登记", "预留", "作废", "2 到 4 号没有用过", "8 号没有用过"] { #expect(html.contains(word)) }
        #expect(!html.contains("<script>alert"))
    }

    @Test func anErrorStandsAtItsOwnForm() {
        let html = Self.pages(.chinese)[2]
        #expect(html.contains("id=\"void-reason-error\"") && !html.contains("id=\"reserve-reason-error\""))
    }
}
