import Federation
import Markup
import Testing

@testable import Directives

/// Walls of many units, of units recorded by others, and the panel to urge from.
@Suite struct WallDepthTests {
    private func page(_ model: WallModel, _ language: Language = .chinese) -> String {
        WallPages.page(model, in: PageModels.frame(language)).text
    }

    /// 5,000 units in 20 branches, in counts.
    private func large() -> WallModel {
        var model = PageModels.wall(branches: [])
        model.branches = (0..<20).map { place in
            WallModel.Branch(
                key: "b\(place)", name: "Branch \(place)", path: "/dispatches/1/branches/\(place)",
                counts: WallModel.Counts(undelivered: 10, sent: 30, opened: 20, signed: 170, relayed: 20))
        }
        model.waitingCount = 1_200
        return model
    }

    @Test func fiveThousandUnitsAreABranchEachWithItsFraction() {
        let html = page(large())
        #expect(large().counts.total == 5_000)
        #expect(PageChecks.count("class=\"fraction\"", in: html) == 20)
        #expect(PageChecks.count("<a class=\"sq ", in: html) == 0)
        #expect(html.contains("<b>190</b><span class=\"of\"> / 250</span>"))
        #expect(PageChecks.count("href=\"/dispatches/1/branches/", in: html) == 20, "every branch opens down")
        #expect(html.utf8.count < 60_000)
        PageChecks.keepsTheHouse(html)
    }

    @Test func whatAnotherRecordedIsHatchedAndSaid() {
        var model = PageModels.wall(branches: [("All", "SSO")])
        model.branches[0].units[0].isRecorded = true
        model.branches[0].counts = WallModel.Counts(model.branches[0].units)
        let html = page(model)
        #expect(html.contains("：已签收（代签收）\"") && html.contains("代签收（斜线）"))
        #expect(PageChecks.count("#sq-recorded\"", in: html) == 2, "the square and its legend")
        #expect(!page(PageModels.wall()).contains("#sq-recorded\""))
    }

    @Test func whoSignedLateKeepsTheCorner() {
        let model = PageModels.wall(branches: [("All", "Ss")], isLateKnown: true)
        let html = page(model)
        #expect(model.counts.late == 0 && model.counts.lateSigned == 1)
        #expect(html.contains("1 个迟签") && html.contains("#sq-signed-late\"") && html.contains("：已签收，迟签\""))
        #expect(!html.contains("个逾期"))
    }

    @Test func notReachedSaysWhereItIsStuck() {
        var model = large()
        model.stuckAt = 2
        #expect(page(model).contains("200 个还没有发到（停在 2 个上级单位）"))
        #expect(page(model, .english).contains("200 not reached yet (stuck at 2 units above)"))
    }

    @Test func theNumberOfThoseUrgedIsOnTheButton() {
        var model = PageModels.wall()
        #expect(!page(model).contains("催办 18 个单位"))
        model.urge = WallModel.Urge(
            path: "/dispatches/1/urges", choosePath: "/dispatches/1/urges/new", act: ActID(1), text: PageChecks.hostile)
        let html = page(model)
        #expect(html.contains("<span data-row=\"urge\">催办 18 个单位</span>"))
        #expect(html.contains("action=\"/dispatches/1/urges\"") && html.contains("data-key=\"U\""))
        PageChecks.keepsTheHouse(html)
        model.urge?.text = ""
        #expect(PageChecks.chinese(in: page(model, .english)) == [])
    }

    @Test func howOftenAUnitWasUrgedStandsBesideIt() {
        var model = PageModels.wall()
        model.waiting[0].urged = UrgedSoFar(times: 2, last: PageModels.moment(4, 16))
        #expect(page(model).contains("催过 2 次，上次昨天 16:00"))
        #expect(page(model, .english).contains("urged 2 times, last yesterday 16:00"))
    }

    @Test func anEventSendsTheButtonsNumberButNotTheWords() {
        var model = PageModels.wall()
        model.urge = WallModel.Urge(
            path: "/dispatches/1/urges", choosePath: "/dispatches/1/urges/new", act: ActID(1), text: "words")
        let fragments = WallPages.fragments(model, in: PageModels.frame(.chinese))
        let urge = fragments.first { $0.key == "urge" }?.html.text
        #expect(urge == "<span data-row=\"urge\">催办 18 个单位</span>")
        #expect(!fragments.contains { $0.html.text.contains("<textarea") })
    }

    @Test func aBranchIsATableOfItsUnits() {
        var branch = PageModels.wall().branches[0]
        branch.units[0].passedOn = WallModel.PassedOn(path: "/dispatches/2", signed: 8, total: 12)
        branch.units[1].passedOn = WallModel.PassedOn(path: nil, signed: 1, total: 3)
        branch.name = PageChecks.hostile
        let model = WallBranchModel(
            notice: PageModels.notice(), wallPath: "/dispatches/1", branch: branch, hasDeadline: false,
            urgePath: "/dispatches/1/urges/new?branch=0", morePath: "/dispatches/1/branches/0?after=200")
        let html = WallPages.branchPage(model, in: PageModels.frame(.chinese)).text
        #expect(PageChecks.count("<tr data-item=\"\">", in: html) == 10)
        #expect(html.contains("<a href=\"/dispatches/2\">8 / 12</a>") && html.contains(">1 / 3<"))
        #expect(html.contains("催办 2 个单位") && html.contains("?after=200"))
        PageChecks.keepsTheHouse(html)
    }
}
