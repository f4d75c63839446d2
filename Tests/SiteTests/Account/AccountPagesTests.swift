import Federation
import Foundation
import Markup
import Testing

@testable import Site
@testable import Web

@Suite struct AccountPagesTests {
    private func page(_ model: AccountModel, _ language: Language = .chinese) -> String {
        AccountPages.page(model, in: PageSamples.frame(language)).text
    }

    @Test(arguments: Language.allCases) func itIsSound(_ language: Language) {
        #expect(PageFaults.found(in: page(PageSamples.account(language), language)) == [])
    }

    @Test func englishIsComplete() {
        #expect(PageFaults.chinese(in: page(PageSamples.account(.english), .english)) == [])
    }

    @Test func onlyTheOtherPostsCanBeChosen() {
        let html = page(PageSamples.account(.chinese))
        #expect(!html.contains("name=\"post\" value=\"P1\""))
        #expect(html.contains("name=\"post\" value=\"P2\"") && html.contains("name=\"post\" value=\"P3\""))
        #expect(html.contains("代 钱乙 副主席") && html.contains("2020年2月1日起，2020年2月10日止"))
    }

    @Test func everySessionCanBeSignedOut() {
        let html = page(PageSamples.account(.chinese))
        for id in ["S2", "S3"] { #expect(html.contains("action=\"/sessions/\(id)/close\"")) }
        #expect(html.contains("就在这里") && html.contains("自己的手机") && html.contains("另一台机器"))
    }

    @Test func someoneWithoutPostIsToldWhatToDo() {
        var model = PageSamples.account(.chinese)
        model.posts = []
        #expect(page(model).contains("class=\"empty\"") && page(model).contains("现在没有职务"))
        model = PageSamples.account(.chinese)
        model.posts[0].isActing = false
        #expect(page(model).contains("选一个"))
    }

    @Test func namesAreEscaped() {
        var model = PageSamples.account(.chinese)
        model.name = PageFaults.hostile
        model.login = PageFaults.hostile
        model.posts[1].unitName = PageFaults.hostile
        model.posts[2].substitutes = PageFaults.hostile
        model.sessions[0].postTitle = Sentence(zh: PageFaults.hostile, en: "")
        let html = page(model)
        #expect(!html.contains("<script>alert") && PageFaults.found(in: html) == [])
        #expect(html.components(separatedBy: PageFaults.harmless).count > 5)
    }
}
