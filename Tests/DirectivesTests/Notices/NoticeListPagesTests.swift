import Federation
import Markup
import Testing

@testable import Directives

@Suite struct NoticeListPagesTests {
    static let model = NoticeListModel(
        received: [
            NoticeListModel.Received(
                title: "关于报送情况的通知", path: "/receipts/1", grade: .urgent, state: .sent, isLate: true, from: "Province",
                number: "豫工发电〔2020〕5号", at: PageModels.moment(4, 18),
                due: NoticeListModel.DateSet(at: PageModels.moment(5, 8, 30), by: "Province")),
            NoticeListModel.Received(
                title: "关于做好准备的通知", path: "/receipts/2", grade: nil, state: .opened, from: "Province", number: nil,
                at: PageModels.moment(5, 8, 40)),
        ],
        underWay: [
            NoticeListModel.UnderWay(
                title: "转发两个通知的通知", path: "/notices/3", grade: .mild, state: .signed, from: "City", number: nil,
                contains: 2, step: Sentence(zh: "核对主送", en: "checking the line"),
                next: Sentence(zh: "核对 84 个单位", en: "check 84 units"), nextPath: "/notices/3/dispatches/new")
        ],
        sent: [
            NoticeListModel.Sent(
                title: "摸底的通知", path: "/notices/4", wallPath: "/dispatches/4", grade: .urgent, manner: .issue,
                at: PageModels.moment(3, 10), total: 84, signed: 79, opened: 2, late: 1)
        ], receivedCount: 6, readPath: "/papers/new")

    private func page(_ model: NoticeListModel, _ language: Language = .chinese) -> String {
        NoticeListPages.page(model, in: PageModels.frame(language)).text
    }

    @Test func threeListsAndOneButton() {
        let html = page(Self.model)
        #expect(PageChecks.count("<tr data-item=\"\">", in: html) == 4)
        #expect(html.contains("收到 6 件，2 件还没有签收"))
        #expect(html.contains("<b>79</b><span class=\"of\"> / 84</span>"))
        #expect(html.contains("Province所定") && html.contains("没有人定期限") && html.contains("文号未印"))
        #expect(html.contains("读一份公文"))
        PageChecks.keepsTheHouse(html)
    }

    @Test func whatIsEmptySaysSo() {
        let html = page(NoticeListModel(receivedCount: 0))
        #expect(PageChecks.count("class=\"empty\"", in: html) == 3)
        #expect(!html.contains("读一份公文"))
        let workplace = page(NoticeListModel(receivedCount: 0, isWorkplace: true))
        #expect(PageChecks.count("class=\"empty\"", in: workplace) == 1)
        #expect(workplace.contains("desk narrow"))
    }

    @Test func englishIsComplete() {
        #expect(PageChecks.chinese(in: page(Self.model, .english)) == [])
        #expect(PageChecks.chinese(in: page(NoticeListModel(receivedCount: 1), .english)) == [])
    }

    @Test func titlesAreEscaped() {
        var model = Self.model
        model.received[0].title = PageChecks.hostile
        model.received[0].from = PageChecks.hostile
        model.sent[0].title = PageChecks.hostile
        PageChecks.keepsTheHouse(page(model))
    }

    @Test func aFractionIsNeverRoundedToAllOrNothing() {
        func bar(_ done: Int, _ late: Int, of total: Int) -> String {
            FractionBar.html(done: done, late: late, of: total).text
        }
        #expect(bar(1, 0, of: 10_000).contains("class=\"bar-done\" x=\"0\" width=\"1\""))
        #expect(bar(9_999, 0, of: 10_000).contains("class=\"bar-done\" x=\"0\" width=\"99\""))
        #expect(bar(84, 0, of: 84).contains("width=\"100\""))
        #expect(bar(0, 1, of: 10_000).contains("class=\"bar-late\" x=\"97\" width=\"3\""))
        #expect(!bar(0, 0, of: 0).contains("bar-done"))
        #expect(1_234_567.grouped == "1,234,567" && 999.grouped == "999" && (-1_000).grouped == "-1,000")
    }
}
