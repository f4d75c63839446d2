import Directives
import Testing

/// A report says no more than its figures cover, and is offered what has changed.
@Suite struct ReportRulesTests {
    private func figures(signed: Int = 30, of reached: Int = 60, settled: Int = 5, late: Int = 0) -> ReportFigures {
        ReportFigures(
            reached: .init(reached, of: 100), signed: .init(signed, of: reached), passedOn: .init(10, of: signed),
            settled: .init(settled, of: 20), late: late)
    }

    private let whole = ReportFigures(
        reached: .init(9, of: 9), signed: .init(9, of: 9), passedOn: .init(9, of: 9), settled: .init(18, of: 18),
        late: 0)

    @Test func wordsForAllAreChallengedWhereSomeAreMissing() {
        let body = "一、传达\n\n全部单位已签收。雨具已发放；各单位均已值班。"
        #expect(ReportRules.challenged(body, figures()) == ["全部单位已签收", "各单位均已值班"])
        #expect(ReportRules.challenged(body, whole).isEmpty, "where all is covered, all may be said")
        #expect(ReportRules.challenged("已签收 30 个。", figures()).isEmpty)
    }

    @Test func theOutlineCarriesTheFigures() {
        let outline = ReportRules.outline("关于防汛的通知", figures(late: 4))
        #expect(outline.contains("《关于防汛的通知》") && outline.contains("100 个单位中送到 60 个，签收 30 个"))
        #expect(outline.contains("逾期未签收 4 个") && outline.contains("要办 20 件次，已办结 5 件次"))
        #expect(ReportRules.challenged(outline, figures()).isEmpty, "what is offered is not challenged")
    }

    @Test func onlyWhatChangedIsOffered() {
        #expect(ReportRules.offered(figures(), since: nil).isEmpty)
        #expect(ReportRules.offered(figures(), since: figures()).isEmpty)
        let offered = ReportRules.offered(figures(signed: 42, late: 1), since: figures(late: 3))
        #expect(offered == ["签收由上次的 30 变为 42，增加 12。", "逾期未签收由上次的 3 变为 1，减少 2。"])
    }

    @Test func passagesAreParagraphs() {
        #expect(ReportRules.passages("一\n\n 二 \n") == ["一", "二"])
    }
}
