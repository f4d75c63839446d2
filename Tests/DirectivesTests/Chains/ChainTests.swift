import Federation
import Testing

@testable import Directives

/// A chain is read on from where it was left, and goes into a spreadsheet as words.
@Suite struct ChainTests {
    @Test func aCursorComesBackFromTheAddress() {
        let cursor = ChainCursor(moment: Moment(microseconds: 1_580_000_000_000_000), order: -5)
        #expect(ChainCursor(cursor.text) == cursor)
        #expect(ChainCursor("") == nil && ChainCursor("x-1") == nil && ChainCursor("12") == nil)
    }

    @Test func whatAPersonWroteIsNoFormula() {
        let row = ChainModel.Row(
            at: Moment(microseconds: 0), isDayOnly: true, unit: "沁阳市总工会", level: .county, person: "李丁", post: nil,
            act: Sentence(zh: "签收", en: "Signed for"), text: "=1+1, \"是\"")
        let lines = ChainCSV.text(of: [row], .chinese).split(separator: "\n").map(String.init)
        #expect(lines.count == 2)
        #expect(lines[1] == "1970-01-01,沁阳市总工会,县,李丁,,签收,,\"'=1+1, \"\"是\"\"\"")
    }

    @Test func aStepKnownToTheDaySaysHowItIsKnown() {
        let link = ChainLink(
            act: .received, word: "signed", moment: Moment(microseconds: 0), order: 1, unit: UnitID(1),
            channel: "telephone", recordedAt: Moment(microseconds: 0), isDayOnly: true)
        let known = ChainWords.known(link, by: nil)
        #expect(known?.zh.hasPrefix("电话，") == true)
        #expect(known?.en.hasPrefix("by telephone, written down") == true)
    }
}
