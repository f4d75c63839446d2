import Federation
import Foundation
import Markup
import Testing

@testable import Directives

@Suite struct AddresseesPagesTests {
    private func page(_ model: AddresseesModel, _ language: Language = .chinese) -> String {
        AddresseesPages.page(model, in: PageModels.frame(language)).text
    }

    @Test func everyUnitHasATickAndIsKnown() {
        let html = page(PageModels.addressees())
        // 84 by phrases and one by hand; a copy is not ticked.
        #expect(PageChecks.count("name=\"unit\"", in: html) == 85)
        #expect(PageChecks.count("name=\"known\"", in: html) == 85)
        #expect(html.contains("name=\"unit\" value=\"0:\(UnitID(1))\" checked"))
        #expect(html.contains("<input type=\"hidden\" name=\"added\""))
        #expect(PageChecks.count("type=\"checkbox\" name=\"added\"", in: html) == 2)
        PageChecks.keepsTheHouse(html)
    }

    @Test func theButtonSaysHowMany() {
        var model = PageModels.addressees()
        #expect(page(model).contains("分送 · <span data-total=\"\">85</span> 个单位"))
        model.phrases[0].units[0].isSent = false
        #expect(page(model).contains("分送 · <span data-total=\"\">84</span> 个单位"))
        #expect(page(model).contains("去掉 1"))
        model.manner = .relay
        #expect(page(model).contains("转给 <span data-total=\"\">84</span> 个单位"))
        #expect(page(model).contains("转给下级"))
    }

    @Test func anUnresolvedPhraseAsksForOneOfFour() {
        let html = page(PageModels.addressees())
        for choice in ["name", "create", "keep", "remove"] {
            #expect(html.contains("name=\"choice-1\" value=\"\(choice)\""))
        }
        #expect(html.contains("value=\"keep\" checked") && html.contains("value=\"still being set up\""))
        #expect(html.contains("6 个对上了") && html.contains("② 没有对上"))
        #expect(!html.contains("name=\"choice-0\""))
    }

    @Test func enterInAFieldChecksAndNeverSends() throws {
        let html = page(PageModels.addressees())
        let form = try #require(html.range(of: "id=\"addressees\""))
        let first = try #require(html[form.upperBound...].range(of: "<button"))
        #expect(html[first.upperBound...].prefix(120).contains("formaction=\"/notices/1/addressee-checks\""))
    }

    @Test func errorsStandBesideTheirFieldsAndAboveAll() {
        var model = PageModels.addressees()
        let sentence = Sentence(zh: "写一句理由。", en: "Say why.")
        model.errors = ["reason-1", "name-1", "add", "line", "copy_line", "exclusion_reason", "choice-1"].map {
            AddresseesModel.FieldError(field: $0, sentence: sentence)
        }
        let html = page(model)
        #expect(html.contains("error-summary") && html.contains("你填的都在"))
        for error in model.errors {
            #expect(html.contains("href=\"#\(error.field)\""))
            #expect(html.contains(" id=\"\(error.field)\""))
            #expect(html.contains("id=\"\(error.field)-error\""))
        }
        PageChecks.keepsTheHouse(html)
    }

    @Test func englishIsComplete() {
        var model = PageModels.addressees()
        model.phrases[1].choice = nil
        model.phrases[1].candidates = [AddresseesModel.Listed(unit: UnitID(99), name: "Two", code: "2")]
        for manner in Dispatch.Manner.allCases {
            model.manner = manner
            // The words of the line itself stay as they are.
            let line = model.line + model.copyLine
            #expect(PageChecks.chinese(in: page(model, .english)).filter { !line.contains($0) } == [])
        }
    }

    @Test func namesAreEscaped() {
        var model = PageModels.addressees { _ in PageChecks.hostile }
        model.line = PageChecks.hostile
        model.phrases[0].text = PageChecks.hostile
        model.phrases[1].keepReason = PageChecks.hostile
        model.exclusionReason = PageChecks.hostile
        PageChecks.keepsTheHouse(page(model))
    }

    @Test func anEmptyLineOpensItsField() {
        var model = PageModels.addressees(manner: .relay)
        model.phrases = []
        #expect(page(model).contains("<details class=\"line-edit\" open>"))
    }

    @Test func numbersRunOn() {
        #expect([0, 19, 20, 34, 35, 49, 50].map(PhraseNumber.text) == ["①", "⑳", "㉑", "㉟", "㊱", "㊿", "(51)"])
    }
}
