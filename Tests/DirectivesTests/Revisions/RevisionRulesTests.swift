import Directives
import Testing

/// Where words stand, and how stretches are cut and joined.
@Suite struct RevisionRulesTests {
    private let text = "一、要备好雨具，\n  要关好门窗。二、要关好电源。"

    private func words(_ ranges: [ReadRange]) -> String { ranges.map(text.scalars).joined(separator: "|") }

    @Test func lineBreaksDoNotCount() throws {
        #expect(try words(RevisionRules.place(of: "雨具，要关好门", in: text)) == "雨具，\n  要关好门")
    }

    @Test func wordsThatAreNotThereAreRefused() {
        for wrong in ["", " \n", "要备好雨衣", "要关好门窗。二、要关好电源。三、"] {
            #expect(throws: RevisionRefusal.self) { try RevisionRules.place(of: wrong, in: text) }
        }
        #expect(throws: RevisionRefusal.self, "twice") { try RevisionRules.place(of: "要关好", in: text) }
    }

    @Test func withinAStretchTheyAreUnique() throws {
        let first = try RevisionRules.place(of: "一、要备好雨具，要关好门窗。", in: text)
        #expect(try words(RevisionRules.place(of: "要关好", in: text, within: first)) == "要关好")
    }

    @Test func cuttingAndJoiningLoseNothing() throws {
        let whole = try RevisionRules.place(of: "要备好雨具，要关好门窗", in: text)
        let place = try #require(try RevisionRules.place(of: "要关好门", in: text).first?.start)
        let (before, after) = RevisionRules.cut(whole, at: place)
        #expect(words(before).contains("雨具") && !words(before).contains("门窗") && words(after) == "要关好门窗")
        #expect(RevisionRules.joined(after, before) == whole)
        #expect(!RevisionRules.overlap(before, after) && RevisionRules.overlap(whole, after))
    }
}
