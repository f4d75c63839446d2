import Federation
import Markup
import Testing

@testable import Directives
@testable import Web

@Suite struct UrgeTests {
    private func waiting(_ number: Int, urged: UrgedSoFar? = nil) -> UrgeModel.Waiting {
        UrgeModel.Waiting(
            id: UnitID(Int64(number)), name: "Unit \(number)", state: .sent, isLate: false, urged: urged)
    }

    private func model(_ form: UrgeForm = UrgeForm(text: "签收")) -> UrgeModel {
        UrgeModel(
            notice: PageModels.notice(), wallPath: "/dispatches/1", sentAt: PageModels.moment(4, 16),
            path: "/dispatches/1/urges", act: ActID(1), form: form,
            units: [waiting(1, urged: UrgedSoFar(times: 1, last: PageModels.moment(5, 9, 12))), waiting(2)],
            byTelephone: [waiting(3)], count: 3,
            past: [UrgeModel.Past(at: PageModels.moment(4, 18), person: "Sun Bing", text: "签收", units: 3)],
            now: PageModels.now)
    }

    private func page(_ model: UrgeModel, _ language: Language = .chinese) -> String {
        UrgePages.page(model, in: PageModels.frame(language)).text
    }

    private func unsigned(_ phrases: [Int]) -> [Delivery] {
        phrases.enumerated().map { place, phrase in
            let id = Int64(place + 1)
            return Delivery(
                phrase: phrase, purpose: .action, unitName: "Unit", unitCode: "\(id)", level: .county,
                path: TreePath("00001"),
                receipt: Receipt(
                    id: ReceiptID(id), notice: NoticeID(1), unit: UnitID(id), purpose: .action, state: .sent,
                    urgency: .none, sentAt: PageModels.now))
        }
    }

    @Test func itReachesThoseItIsFor() throws {
        let some = unsigned([0, 0, 2])
        #expect(try UrgeRules.reached(by: .unsigned, some).count == 3)
        #expect(try UrgeRules.reached(by: .branch(2), some).map(\.receipt.unit) == [UnitID(3)])
        // A unit that has signed since is left in peace.
        #expect(try UrgeRules.reached(by: .chosen([UnitID(1), UnitID(9)]), some).map(\.receipt.unit) == [UnitID(1)])
    }

    @Test func nobodyIsRefused() {
        let some = unsigned([0])
        #expect(throws: UrgeRefusal.nobody) { try UrgeRules.reached(by: .unsigned, []) }
        #expect(throws: UrgeRefusal.nobody) { try UrgeRules.reached(by: .branch(1), some) }
        #expect(throws: UrgeRefusal.nobodyChosen) { try UrgeRules.reached(by: .chosen([]), some) }
        #expect(throws: UrgeRefusal.nobody) { try UrgeRules.reached(by: .chosen([UnitID(9)]), some) }
    }

    @Test func itIsSeenBeforePressingWhomItReaches() {
        let html = page(model())
        #expect(html.contains("催办还没有签的 3 个单位") && html.contains(">催办 3 个单位</button>"))
        #expect(html.contains("催过 1 次，上次09:12") && html.contains("没有催过"))
        #expect(html.contains("还没有用众志的，打电话催"))
        #expect(html.contains("孙") == false && html.contains("Sun Bing，3 个单位"))
        #expect(PageChecks.count("type=\"checkbox\" name=\"unit\"", in: html) == 3)
        PageChecks.keepsTheHouse(html)
    }

    @Test func whatWasTickedAndTypedStays() throws {
        let sent = try FormFields([
            FormField(name: "text", value: PageChecks.hostile), FormField(name: "scope", value: "chosen"),
            FormField(name: "unit", value: "\(UnitID(2))"), FormField(name: "unit", value: "nonsense"),
        ])
        let form = UrgeForm(sent)
        #expect(form.scope == .chosen([UnitID(2)]))
        var model = model(form)
        model.errors = ["text": UrgeRefusal.textMissing.sentence]
        let html = page(model)
        #expect(PageChecks.count(" checked", in: html) >= 1)
        #expect(html.contains("写一句催办的话。") && html.contains("aria-invalid=\"true\""))
        PageChecks.keepsTheHouse(html)
    }

    @Test func whenAllHaveSignedThereIsNoForm() {
        var model = model()
        (model.units, model.byTelephone, model.count) = ([], [], 0)
        let html = page(model)
        #expect(html.contains("都签收了，没有要催的单位。") && !html.contains("<textarea"))
    }

    @Test func englishIsComplete() {
        var model = model(UrgeForm(text: ""))
        model.past[0].text = ""
        #expect(PageChecks.chinese(in: page(model, .english)) == [])
    }
}
