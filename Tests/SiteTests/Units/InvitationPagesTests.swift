import Federation
import Foundation
import Markup
import Testing

@testable import Site
@testable import Web

@Suite struct InvitationPagesTests {
    private static let manners: [InvitationAcceptModel.Manner] = [
        .newcomer, .another(personName: "Zhou Wu"), .reset(personName: "Zhou Wu", login: "zhouwu"),
    ]

    private func accept(_ model: InvitationAcceptModel, _ language: Language = .chinese) -> String {
        InvitationPages.accept(model, in: PageSamples.frame(language, signedIn: false)).text
    }

    @Test(arguments: Language.allCases) func theyAreSound(_ language: Language) throws {
        let frame = PageSamples.frame(language)
        var pages = [
            InvitationPages.sheet(try PageSamples.sheet(language), in: frame).text,
            InvitationPages.list(PageSamples.invitations(language), in: frame).text,
            InvitationPages.code(
                InvitationCodeModel(path: "/invitations", errors: ["code": InvitationRefusal.unusable.sentence]),
                in: frame
            ).text,
        ]
        let unusable = ["": InvitationRefusal.unusable.sentence]
        let errors = unusable.merging(["password": PasswordRefusal.tooShort.sentence]) { first, _ in first }
        pages += Self.manners.map { accept(PageSamples.accept($0, language), language) }
        pages += Self.manners.dropFirst().map { accept(PageSamples.accept($0, language, errors: unusable), language) }
        pages.append(accept(PageSamples.accept(.newcomer, language, errors: errors), language))
        for html in pages {
            #expect(PageFaults.found(in: html) == [])
            if language == .english { #expect(PageFaults.chinese(in: html) == []) }
        }
    }

    @Test func aStripHasAllThatIsNeeded() throws {
        var model = try PageSamples.sheet(.chinese)
        model.lines[3].unitName = PageFaults.hostile
        let html = InvitationPages.sheet(model, in: PageSamples.frame(.chinese)).text
        #expect(html.components(separatedBy: "<li class=\"strip\">").count == 5)
        #expect(html.contains("<p class=\"strip-code\">HCVH-ZDQ3-8K0X</p>") && html.contains("不能用了"))
        #expect(html.components(separatedBy: "<path d=\"M0 0h7v7h-7z\">").count == 4)
        #expect(html.contains("viewBox=\"0 0 29 29\"") && html.contains("2月19日 09:42 前"))
        #expect(html.contains("另有 33 个单位没有发") && html.contains("class=\"print-foot\""))
        #expect(!html.contains("<script>alert") && html.contains(PageFaults.harmless))
    }

    @Test func whatANewcomerTypedIsKeptExceptThePassword() {
        var model = PageSamples.accept(
            .newcomer, .chinese,
            errors: ["login": PersonRefusal.loginTaken.sentence, "password": PasswordRefusal.tooShort.sentence])
        model.name = PageFaults.hostile
        model.inviterName = PageFaults.hostile
        model.isKnownPhone = true
        let html = accept(model)
        #expect(html.contains("value=\"\(PageFaults.harmless)\"") && html.contains("value=\"heyin\""))
        #expect(html.contains("name=\"known_phone\" value=\"1\" checked"))
        #expect(html.contains("href=\"#login\"") && html.contains("口令要再填一遍"))
        #expect(html.matches(of: #/type="password"[^>]*value=/#).isEmpty && !html.contains("<script>alert"))
        #expect(html.contains("<b>黄字号水泥厂工会 主要负责同志</b>"))
    }

    @Test func eachMannerAsksOnlyWhatItNeeds() {
        func asks(_ manner: InvitationAcceptModel.Manner) -> [String] {
            let html = accept(PageSamples.accept(manner, .chinese))
            return ["name", "login", "password"].filter { html.contains("id=\"\($0)\"") }
        }
        #expect(asks(.newcomer) == ["name", "login", "password"])
        #expect(asks(.another(personName: "Zhou Wu")) == [])
        #expect(asks(.reset(personName: "Zhou Wu", login: "zhouwu")) == ["password"])
    }

    @Test func onlyOpenOnesAreWithdrawn() {
        let frame = PageSamples.frame(.chinese)
        var model = PageSamples.invitations(.chinese)
        let html = InvitationPages.list(model, in: frame).text
        #expect(html.components(separatedBy: "/invitations/1/withdrawals").count == 2)
        #expect(html.contains("周戊 重设口令") && html.contains("过期") && html.contains("用过了"))
        model.rows = []
        #expect(InvitationPages.list(model, in: frame).text.contains("没有发出去的码"))
    }
}
