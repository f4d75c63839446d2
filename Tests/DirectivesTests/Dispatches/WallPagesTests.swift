import Federation
import Markup
import Testing

@testable import Directives

@Suite struct WallPagesTests {
    private func page(_ model: WallModel, _ language: Language = .chinese) -> String {
        WallPages.page(model, in: PageModels.frame(language)).text
    }

    @Test func eightyFourUnitsAreEightyFourLinks() {
        let html = page(PageModels.wall())
        #expect(PageChecks.count("<a class=\"sq ", in: html) == 84)
        for number in 1...84 { #expect(html.contains("aria-label=\"Unit \(number)：")) }
        PageChecks.keepsTheHouse(html)
    }

    @Test func theCountIsSaid() {
        let html = page(PageModels.wall())
        #expect(html.contains("<span class=\"count\">66<span class=\"of\"> / 84 已签收</span></span>"))
        #expect(html.contains("其中 12 个已转发到下级"))
        #expect(html.contains("18 个等待"))
        #expect(html.contains("8 / 10") && html.contains("38 / 51") && html.contains("4 / 4"))
        #expect(html.contains("还没有签的 18 个") && html.contains("另 10 个"))
    }

    @Test func nothingIsLateWithoutADeadline() {
        let html = page(PageModels.wall())
        #expect(!html.contains("逾期"))
        let late = page(PageModels.wall(isLateKnown: true))
        #expect(late.contains("5 个逾期") && late.contains("本单位所定，原文没有"))
        #expect(PageChecks.count("#sq-delivered-late\"", in: late) >= 4)
    }

    @Test func everyStateIsShownInWords() {
        let html = page(PageModels.wall(branches: [("All", "RSODU")]))
        for words in ["已转发到下级", "已签收", "已打开，未签收", "已送达，未打开", "没有送到"] { #expect(html.contains("：\(words)\"")) }
    }

    @Test func englishIsComplete() {
        for view in [WallModel.View.squares, .states, .table] {
            var model = PageModels.wall(isLateKnown: true, view: view)
            model.relay = PageModels.relay()
            model.leftOut = [WallModel.LeftOut(words: "示范区总工会", reason: nil, isPhrase: true)]
            #expect(PageChecks.chinese(in: page(model, .english)) == [])
        }
    }

    @Test func namesAreEscaped() {
        for view in [WallModel.View.squares, .table] {
            var model = PageModels.wall(view: view) { _ in PageChecks.hostile }
            model.notice.title = PageChecks.hostile
            model.branches[0].name = PageChecks.hostile
            model.relay = PageModels.relay()
            model.relay?.levels[0].name = PageChecks.hostile
            PageChecks.keepsTheHouse(page(model))
        }
    }

    @Test func aRowSentLaterIsTheRowOfThePage() {
        let model = PageModels.wall()
        let html = page(model)
        for branch in model.branches {
            let row = WallPages.row(branch, model.rowStyle, .chinese).text
            #expect(row.hasPrefix("<tr data-row=\"\(branch.key)\">"))
            #expect(html.contains(row))
        }
        for piece in [
            WallPages.count(model.counts, hasDeadline: false, .chinese),
            WallPages.legend(model.counts, hasDeadline: false, .chinese), WallPages.waiting(model, .chinese),
        ] {
            #expect(piece.text.contains(" data-row=\""))
            #expect(html.contains(piece.text))
        }
    }

    @Test func eventsComeFromTheLivePath() {
        var model = PageModels.wall()
        #expect(!page(model).contains("data-live"))
        model.livePath = "/dispatches/1/events"
        #expect(page(model).contains("data-live=\"/dispatches/1/events\""))
    }

    @Test func byStateTheUnsignedStandFirst() {
        let units = PageModels.wall(branches: [("All", "RSODU")]).branches[0].units.byState
        #expect(units.map(\.state) == [nil, .sent, .opened, .signed, .relayed])
    }

    @Test func thePlainTableHasEveryUnit() {
        let html = page(PageModels.wall(view: .table))
        #expect(PageChecks.count("<tr data-item=\"\">", in: html) == 84)
        #expect(html.contains("2月4日 16:30"))
    }

    @Test func twoThousandReceiptsStaySmall() {
        let branches = (0..<12).map { (name: "Branch \($0)", states: String(repeating: "SSSSSSSSOD", count: 17)) }
        let model = PageModels.wall(branches: branches) { "一个名字很长很长的基层工会委员会 \($0)" }
        #expect(model.counts.total == 2_040)
        let html = page(model)
        #expect(html.utf8.count < 400_000)
        #expect(html.contains("url(#run-signed)") && html.contains("id=\"run-signed\""))
        PageChecks.keepsTheHouse(html)
    }

    @Test func theMostLinksOnOneWallStaySmall() {
        let model = PageModels.wall(branches: [("One", String(repeating: "S", count: 1_500))]) {
            "一个名字很长的基层工会委员会 \($0)"
        }
        #expect(model.rowStyle.layout.isOneLinkPerUnit)
        #expect(page(model).utf8.count < 450_000)
    }

    @Test func twoAndAHalfMillionUnitsAreCounts() {
        let branches = (0..<32).map { number in
            WallModel.Branch(
                key: "p\(number)", name: "Province \(number)",
                counts: WallModel.Counts(
                    undelivered: 3, sent: 900, opened: 6_000, signed: 60_000, relayed: 10_000, conveyed: 472))
        }
        var model = PageModels.wall(branches: [])
        model.branches = branches
        model.waitingCount = model.counts.total - model.counts.hasSigned
        let html = page(model)
        #expect(model.counts.total == 2_476_000)
        #expect(html.utf8.count < 200_000)
        #expect(html.contains("2,476,000") && html.contains("一格"))
        PageChecks.keepsTheHouse(html)
    }

    @Test func aBranchInCountsOnlyIsDrawnInRuns() {
        var model = PageModels.wall(branches: [("All", "SSO")])
        model.branches[0].units = []
        #expect(!model.rowStyle.layout.isOneLinkPerUnit)
        #expect(page(model).contains("url(#run-opened)"))
    }
}
