import Federation
import Markup
import Testing

@testable import Directives

@Suite struct DraftPagesTests {
    private static func content(_ title: String) -> DraftContent {
        DraftContent(
            title: title, opening: "现将通知转发给你们，请认真贯彻落实。",
            addressees: AddresseesForm(line: "各县（市）区总工会", copyLine: ""), carried: [NoticeID(3)])
    }

    private static func model(_ title: String = "河阳市总工会转发通知的通知") throws -> DraftPageModel {
        let content = content(title)
        let draft = Draft(
            id: DraftID(7), unit: UnitID(1), state: .drafting, version: 2, person: PersonID(1),
            startedAt: PageModels.moment(4, 9))
        var model = DraftPageModel(
            draft: draft, form: DraftForm(base: 2, content: content),
            paper: DraftPaper(
                content, by: "河阳市总工会", carrying: [try ForwardedPapers.carried(ForwardedPapers.province)]),
            addressees: AddresseesModel(
                notice: PageModels.notice(), manner: .issue, sendPath: "/s", checkPath: "/c", act: ActID(1),
                suggestPath: "/units.json?q=", line: content.line, phrases: []),
            carried: [
                .init(id: NoticeID(3), title: "防汛通知", issuer: "中原省总工会", number: "中工发〔2020〕12号", path: "/notices/3")
            ],
            saved: .init(version: 2, person: "Sun Bing", at: PageModels.moment(4, 9)), listPath: "/drafts",
            versionsPath: "/drafts/7/versions", handling: .init(path: "/drafts/7/handling"))
        model.edit = .init(savePath: "/drafts/7/versions", checkPath: "/drafts/7/addressees", act: ActID(2))
        model.submit = .init(
            target: .init(path: "/drafts/7/submissions", act: ActID(3)),
            leaders: [.init(post: PostID(5), name: "Qian Yi, Vice-Chair")])
        model.signOffPath = "/drafts/7/sign-offs"
        model.drop = .init(path: "/drafts/7/drops", act: ActID(4))
        return model
    }

    private func page(_ model: DraftPageModel, _ language: Language = .chinese) -> String {
        DraftPages.page(model, in: PageModels.frame(language)).text
    }

    @Test func theFormStandsBesideThePaper() throws {
        let html = page(try Self.model())
        #expect(html.contains("name=\"base\" value=\"2\"") && html.contains("action=\"/drafts/7/versions\""))
        #expect(html.contains("class=\"paper-title\"") && html.contains("河阳市总工会转发通知的通知"))
        #expect(html.contains("中原省总工会关于做好防汛值守工作的通知"), "what it carries is folded beneath")
        PageChecks.keepsTheHouse(html)
        PageChecks.keepsTheHouse(page(try Self.model(PageChecks.hostile)))
    }

    @Test func bothTextsStandSideBySide() throws {
        var model = try Self.model()
        model.errors = ["": DraftRefusal.stale(newest: 3).sentence]
        model.conflict = .init(
            saved: .init(version: 3, person: "Qian Yi", at: PageModels.moment(4, 10)),
            rows: [.init(name: DraftWords.closing, typed: "特此通知。", theirs: "")])
        let html = page(model)
        #expect(html.contains("Qian Yi 2月4日 10:00 存的第 3 版") && html.contains("你写的"))
        #expect(!html.contains("/drafts/7/submissions"), "first the two are made one")
        PageChecks.keepsTheHouse(html)
    }

    @Test func issuedNothingIsWritten() throws {
        var model = try Self.model()
        (model.edit, model.submit, model.signOffPath, model.drop) = (nil, nil, nil, nil)
        model.draft.state = .issued
        model.issued = .init(noticePath: "/notices/9", number: "河工发〔2020〕7号")
        let html = page(model)
        #expect(html.contains("href=\"/notices/9\"") && !html.contains("<textarea"))
        PageChecks.keepsTheHouse(html)
    }

    @Test func inEnglishOnlyThePapersWordsAreChinese() throws {
        var model = try Self.model()
        model.form.content.opening = ""
        #expect(PageChecks.chinese(in: page(model, .english)) == [])
    }
}
