import Federation
import Markup
import Testing
import Web

@testable import Directives

@Suite struct HandlingPagesTests {
    private static let people = [
        HandlingModel.Choice(id: PostID(1), person: "Sun Bing", title: Sentence(zh: "办公室文书", en: "Office Clerk")),
        HandlingModel.Choice(id: PostID(2), person: "Qian Yi", title: Sentence(zh: "副主席", en: "Vice-Chair")),
    ]

    static func model() -> HandlingModel {
        let waiting = HandlingModel.Asked(kind: .instruct, name: "Qian Yi", state: .open)
        var model = HandlingModel(
            title: "Notice of flood duty", grade: .urgent, paperPath: "/notices/1", now: PageModels.moment(5, 9, 42))
        model.lines = [
            .init(did: HandlingWords.registered, person: "Sun Bing", at: PageModels.moment(5, 8)),
            .init(
                did: HandlingWords.step(.returned, isDraft: false, isEnd: false), person: "Qian Yi",
                post: Sentence(zh: "副主席", en: "Vice-Chair"), at: PageModels.moment(5, 8, 40), text: "Who is on duty?",
                isReturn: true),
            .init(
                did: HandlingWords.step(.proposed, isDraft: false, isEnd: false), person: "Sun Bing",
                at: PageModels.moment(5, 9), text: PageChecks.hostile, asks: [waiting]),
        ]
        model.turn = [waiting]
        model.forms = [
            .init(
                act: .instruct, path: "/notices/1/instructions", id: ActID(5),
                asked: HandlingFormWords.askedBy("Sun Bing", "For your instruction"), posts: people),
            .init(act: .giveBack, path: "/handling-asks/3/returns", id: ActID(6)),
            .init(
                act: .circulate, path: "/notices/1/circulations", id: ActID(7), kinds: [.read, .countersign],
                posts: people),
            .init(
                act: .telephone, path: "/notices/1/telephone-instructions", id: ActID(8), posts: people, leaders: people
            ),
            .init(act: .discharge, path: "/notices/1/discharges", id: ActID(9)),
        ]
        model.isMyTurn = true
        model.seen = 2
        return model
    }

    private func page(_ model: HandlingModel, _ language: Language = .chinese) -> String {
        HandlingPages.page(model, in: PageModels.frame(language)).text
    }

    @Test func whatHappenedStandsInTimeAndOneButtonIsMain() {
        let html = page(Self.model())
        PageChecks.keepsTheHouse(html)
        #expect(PageChecks.count("btn-primary", in: html) == 1)
        #expect(html.contains("轮到你：批办") && html.contains("Sun Bing请你办：For your instruction"))
        #expect(html.contains("请Qian Yi批办"))
        let places = ["登记", "退回", "拟办"].map { word in html.firstRange(of: "<b>\(word)</b>")?.lowerBound }
        #expect(places.allSatisfy { $0 != nil } && places.compactMap(\.self) == places.compactMap(\.self).sorted())
        #expect(PageChecks.count("name=\"seen\" value=\"2\"", in: html) == 5)
    }

    @Test func bothLanguagesAreWhole() {
        var model = Self.model()
        model.isOneStep = true
        model.settingsPath = "/settings"
        let html = HandlingPages.page(model, in: PageModels.frame(.english)).readable(in: Language.english.tag).text
        #expect(PageChecks.chinese(in: html) == [])
        PageChecks.keepsTheHouse(html)
    }

    @Test func whatWasTypedStaysWithItsErrorBesideIt() {
        var model = Self.model()
        var form = HandlingForm()
        (form.text, form.posts, form.due) = ("Find out who is on duty", ["\(PostID(2))"], "yesterday")
        model.typed = .init(
            path: "/notices/1/instructions", form: form, errors: ["due": HandlingRefusal.dayUnreadable.sentence])
        let html = page(model)
        #expect(html.contains("Find out who is on duty</textarea>") && html.contains("value=\"yesterday\""))
        #expect(html.contains("id=\"f0-due-error\"") && html.contains("href=\"#f0-due\""))
        #expect(html.contains("value=\"\(PostID(2))\" checked"))
        PageChecks.keepsTheHouse(html)
    }

    @Test func whatWasTypedStaysWhereItsFormIsGone() {
        var model = Self.model()
        var form = HandlingForm()
        form.text = "I agree with this"
        model.typed = .init(
            path: "/handling-asks/4/answers", form: form, errors: ["": HandlingRefusal.alreadyAnswered.sentence])
        let html = page(model)
        #expect(html.contains("这一步已经有人办了") && html.contains("I agree with this"))
        PageChecks.keepsTheHouse(html)
    }

    @Test func aRefusedFormStandsOpen() {
        var model = Self.model()
        model.typed = .init(
            path: "/handling-asks/3/returns", form: HandlingForm(),
            errors: ["text": HandlingRefusal.textMissing.sentence])
        let html = page(model)
        #expect(PageChecks.count("<details class=\"more-act\" open", in: html) == 1)
        #expect(html.contains("id=\"f1-text-error\""))
    }

    @Test(arguments: [Language.chinese, .english]) func settingsShowTheirErrors(_ language: Language) throws {
        var form = UnitSettingsForm(UnitSettings())
        form.hours[.urgent] = PageChecks.hostile
        let model = UnitSettingsModel(
            unit: "Jiaozuo", revisePath: "/settings", act: ActID(4), form: form, errors: form.read().errors)
        let html = UnitSettingsPages.page(model, in: PageModels.frame(language)).readable(in: language.tag).text
        #expect(html.contains("id=\"hours_t-error\"") && html.contains("&lt;script&gt;"))
        PageChecks.keepsTheHouse(html)
        if language == .english { #expect(PageChecks.chinese(in: html) == []) }
        var reader = model
        reader.revisePath = nil
        let still = UnitSettingsPages.page(reader, in: PageModels.frame(language)).text
        #expect(!still.contains("btn-primary") && still.contains("<fieldset class=\"form form-desk\" disabled"))
    }
}
