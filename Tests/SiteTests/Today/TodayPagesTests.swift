import Directives
import Federation
import Foundation
import Markup
import Testing

@testable import Site
@testable import Web

@Suite struct TodayPagesTests {
    /// 2020-02-05 09:42 in China.
    static let now = Moment(microseconds: 1_580_866_920_000_000)

    static let model = TodayModel(
        now: now,
        dues: [
            TodayDue(
                act: Sentence(zh: "签收通知", en: "Sign for a notice"), path: "/receipts/1", grade: .urgent,
                about: "Two notices", from: "Qinyang", minutes: 1,
                date: TodayDue.DateSet(at: now.adding(seconds: 138 * 60), by: "Qinyang")),
            TodayDue(
                act: Sentence(zh: "签收通知", en: "Sign for a notice"), path: "/receipts/2", about: "Another", minutes: 4),
        ], doneCount: 2, donePath: "/journal")

    private func page(_ model: TodayModel, _ language: Language = .chinese) -> String {
        let frame = Frame(
            language: language, unitName: "Xuan", personName: "Zhou Wu", isDemo: true, time: "09:42", address: "/today",
            csrf: "token")
        return TodayPages.page(model, in: frame).text
    }

    @Test func itSaysHowManyAndHowLong() {
        let html = page(Self.model)
        #expect(html.contains("今天 2 件，约 5 分钟"))
        #expect(html.contains("12:00 前") && html.contains("还有 2 小时 18 分") && html.contains("Qinyang所定"))
        #expect(html.contains("原文没有时限，不填"))
        #expect(html.contains("今天已办 2 件"))
        #expect(html.components(separatedBy: "btn-primary").count == 2)
        #expect(!html.contains(" style="))
    }

    @Test func nothingIsSaidToo() {
        let html = page(TodayModel(now: Self.now))
        #expect(html.contains("今天没有等你的事") && html.contains("class=\"empty\""))
        #expect(!html.contains("btn-primary"))
    }

    @Test func englishIsComplete() {
        for model in [Self.model, TodayModel(now: Self.now)] {
            let quotes = #/<span lang="zh-CN">[^<]*</span>|<button[^>]*lang="zh-CN".*?</button>/#
            let html = page(model, .english).replacing(quotes, with: "")
            #expect(html.matches(of: #/[\u{3000}-\u{303F}\u{3400}-\u{9FFF}\u{FF00}-\u{FFEF}]+/#).isEmpty)
        }
    }

    @Test func namesAreEscaped() {
        var model = Self.model
        model.dues[0].about = "<script>alert(1)</script>"
        model.dues[0].from = "<b>"
        #expect(!page(model).contains("<script>alert") && !page(model).contains("<b>送来"))
    }

    @Test func whatIsPastItsDateIsUrgent() {
        var due = Self.model.dues[1]
        #expect(!due.isUrgent(at: Self.now))
        due.date = TodayDue.DateSet(at: Self.now.adding(seconds: -1), by: "Qinyang")
        #expect(due.isUrgent(at: Self.now))
    }
}
