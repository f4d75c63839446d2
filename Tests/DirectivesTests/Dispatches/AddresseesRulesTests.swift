import Federation
import Testing

@testable import Directives

@Suite struct AddresseesRulesTests {
    @Test func aPhraseIsPutAtTheEndAsAFamilyOfItsOwn() {
        #expect(AddresseesRules.adding("各产业工会", to: "") == "各产业工会")
        #expect(AddresseesRules.adding("各产业工会", to: "各县（市）区总工会：") == "各县（市）区总工会，各产业工会")
        #expect(AddresseesRules.adding(" ", to: "各县（市）区总工会：") == "各县（市）区总工会：")
    }

    @Test(arguments: [
        (0, "市各产业工会，市总机关各部门："), (1, "各县（市）区总工会、市总机关各部门："), (2, "各县（市）区总工会、市各产业工会："),
        (9, "各县（市）区总工会、市各产业工会，市总机关各部门："),
    ]) func aPhraseGoesWithTheSignThatPartedIt(_ place: Int, _ left: String) {
        let line = "各县（市）区总工会、市各产业工会，市总机关各部门："
        #expect(AddresseesRules.removing(place, from: line) == left)
    }

    @Test func theLastPhraseLeavesNothing() {
        #expect(AddresseesRules.removing(0, from: "各县（市）区总工会：") == "")
    }

    @Test func whatIsAddedCanBeRemoved() {
        let line = "各县（市）区总工会"
        let longer = AddresseesRules.adding("机关各部门", to: line)
        #expect(AddresseesRules.removing(1, from: longer) == line)
    }

    @Test func aChoiceBelongsToItsWords() {
        var form = AddresseesForm(line: "", copyLine: "")
        #expect(form.choicePlace("甲", at: 1) == 1)
        form.shownPhrases = [0: "甲", 1: "乙"]
        #expect(form.choicePlace("甲", at: 0) == 0)
        #expect(form.choicePlace("甲", at: 1) == 0)
        #expect(form.choicePlace("丙", at: 1) == nil)
    }
}
