import Federation
import Testing

@testable import Directives

/// What is typed and what is printed meet in one form, and are found where they stand in the print.
@Suite struct SearchTextTests {
    @Test func numbersAreAlikeHoweverTheirYearIsBracketed() {
        let typed = ["焦工发[2020]41号", "焦工发〔2020〕41号", "焦工发【2020】41号", "焦工发(2020)41号", "焦工发（2020） 41号"]
        #expect(Set(typed.map { SearchText($0).words }).count == 1)
    }

    @Test func widthCaseAndBreaksMakeNoDifference() {
        #expect(SearchText("ＡＢＣ１２").words == SearchText("abc12").words)
        #expect(SearchText("口\n　罩").words == "口罩")
        #expect(SearchText("发 熱 Clinic").words == "发熱clinic")
    }

    @Test func aWordIsFoundAcrossALineBreakInThePrint() {
        let text = "请各单位备好口\n罩和消毒液。"
        #expect(SearchText(text).ranges(of: ["口罩"]).map { text.scalars($0) } == ["口\n罩"])
    }

    @Test func placesThatOverlapAreOnePlace() {
        let text = "值班值班表"
        let found = SearchText(text).ranges(of: ["值班", "班值", "值班表"]).map { text.scalars($0) }
        #expect(found == ["值班", "值班表"])
    }

    @Test func anExcerptBeginsBeforeItsFirstPlaceAndSaysWhatIsCut() {
        let text = String(repeating: "甲", count: 300) + "口罩" + String(repeating: "乙", count: 300)
        let excerpt = SearchExcerpt(of: text, finding: ["口罩"], before: 10, length: 30)
        #expect(excerpt.isCutBefore && excerpt.isCutAfter)
        #expect(
            excerpt.runs.map(\.text) == [String(repeating: "甲", count: 10), "口罩", String(repeating: "乙", count: 18)])
        #expect(excerpt.runs.map(\.isFound) == [false, true, false])
    }

    @Test func anExcerptOfWhatIsOnlyInTheTitleIsTheBeginning() {
        let excerpt = SearchExcerpt(of: "各县总工会：\n\n现通知如下。", finding: ["口罩"], before: 10, length: 30)
        #expect(excerpt.runs.map(\.text) == ["各县总工会： 现通知如下。"])
        #expect(!excerpt.isCutBefore && !excerpt.isCutAfter)
    }

    @Test func whatCannotBeLookedForIsSaidAtItsField() {
        let wrong = SearchQuery(text: String(repeating: "字 ", count: 9), from: "昨天", to: "2020-02-30")
        #expect(SearchRules.wrongs(in: wrong).map(\.field) == ["q", "from", "to"])
        #expect(SearchRules.wrongs(in: SearchQuery(from: "2020-02-04", to: "2020-02-03")).map(\.field) == ["to"])
        #expect(SearchRules.wrongs(in: SearchQuery(text: "口罩", from: "2020-02-04")).isEmpty)
    }
}
