import Federation
import Foundation
import Markup
import Testing

@testable import Site
@testable import Web

@Suite struct SignInPagesTests {
    private func page(_ model: SignInModel, _ language: Language = .chinese) -> String {
        SignInPages.page(model, in: PageSamples.frame(language, signedIn: false)).text
    }

    @Test(arguments: Language.allCases) func itIsSound(_ language: Language) {
        #expect(PageFaults.found(in: page(PageSamples.signIn(), language)) == [])
        let errors = ["": SignInRefusal.wrong.sentence, "login": SignInRefusal.wrong.sentence]
        #expect(PageFaults.found(in: page(PageSamples.signIn(errors: errors, isDemo: false), language)) == [])
    }

    @Test func englishIsComplete() {
        #expect(PageFaults.chinese(in: page(PageSamples.signIn(), .english)) == [])
        #expect(page(PageSamples.signIn(), .english).contains("Zhou Wu"))
        let wrong = PageSamples.signIn(errors: ["": SignInRefusal.slowDown(seconds: 30).sentence], isDemo: false)
        #expect(PageFaults.chinese(in: page(wrong, .english)) == [])
    }

    @Test func whatWasTypedIsKeptExceptThePassword() {
        var model = PageSamples.signIn(errors: ["": SignInRefusal.wrong.sentence], isDemo: false)
        model.login = PageFaults.hostile
        model.isKnownPhone = true
        model.next = "/notices/1?a=1&b=2"
        model.wayOn = SignInRefusal.wrong.wayOn
        let html = page(model)
        #expect(html.contains("value=\"\(PageFaults.harmless)\"") && !html.contains("<script>alert"))
        #expect(html.contains("name=\"known_phone\" value=\"1\" checked"))
        #expect(html.contains("name=\"next\" value=\"/notices/1?a=1&amp;b=2\""))
        #expect(html.contains("账号或口令不对") && html.contains("忘了口令") && html.contains("role=\"alert\""))
        #expect(html.matches(of: #/type="password"[^>]*value=/#).isEmpty)
    }

    @Test func everyoneOfTheCastCanBeEnteredAs() throws {
        let model = PageSamples.signIn()
        let html = page(model)
        let demo = try #require(model.demo)
        for person in demo.groups.flatMap(\.people) {
            let act = try #require(demo.acts[person.login])
            #expect(
                html.contains(
                    "name=\"act\" value=\"\(act)\"><input type=\"hidden\" name=\"login\" value=\"\(person.login)\">"))
            #expect(html.contains(person.name) && html.contains(person.intro.zh))
        }
        #expect(html.components(separatedBy: "action=\"/demo-sessions\"").count == demo.acts.count + 1)
    }

    @Test func withoutTheDemoNobodyCanBeEnteredAs() {
        let html = page(PageSamples.signIn(isDemo: false))
        #expect(!html.contains("demo-sessions") && !html.contains("class=\"cast\"") && !html.contains("fed-drawing"))
        #expect(html.contains("href=\"/invitations\""))
    }

    @Test(arguments: [
        FederationCounts(), FederationCounts(provinces: 5, cities: 3, counties: 1, grassroots: 7, chain: 2),
    ])
    func oneSquareIsOneUnit(_ counts: FederationCounts) {
        let html = FederationDrawing(counts: counts, language: .chinese).html.text
        func squares(_ name: String) -> Int {
            html.matches(of: #/<path class="([^"]*)" d="([^"]*)"/#).filter { $0.1 == name }
                .reduce(0) { $0 + $1.2.count { $0 == "z" } }
        }
        let all = counts.nation + counts.provinces + counts.cities + counts.counties + counts.grassroots
        #expect(squares("f-unit") + squares("f-path") == all)
        #expect(squares("f-path") == 4 + counts.chain)
    }

    @Test func theDarkChainHasFortyOne() {
        let html = FederationDrawing(counts: FederationCounts(), language: .english).html.text
        let dark = html.matches(of: #/class="f-path" d="([^"]*)"/#).map { $0.1.count { $0 == "z" } }
        #expect(dark == [1, 1, 1, 1, 41])
        // Compact: 672 squares in less than 12 kB.
        #expect(html.utf8.count < 12_000)
    }
}
