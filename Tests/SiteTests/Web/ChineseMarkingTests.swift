import Markup
import Testing

@Suite struct ChineseMarkingTests {
    private func english(_ html: HTML) -> String { html.readable(in: "en").text }

    @Test func chineseWordsOnAnEnglishPageSaySo() {
        let sent = element("p", []) { "Sent by 孙丙, at 9" }
        #expect(english(sent) == "<p>Sent by <span lang=\"zh-CN\">孙丙</span>, at 9</p>")
        #expect(english(HTML("工发电〔2020〕3号 · 2")) == "<span lang=\"zh-CN\">工发电〔2020〕3号</span> · 2")
    }

    @Test func whatSaysItsLanguageIsLeft() {
        let quoted = element("p", [.lang("zh-CN")]) {
            element("p", []) { "甲" }
            "乙"
        }
        #expect(english(quoted + HTML("丙")) == quoted.text + "<span lang=\"zh-CN\">丙</span>")
        let within = element("p", [.lang("zh-CN")]) { element("b", [.lang("en")]) { "by 丁" } }
        #expect(english(within).contains("by <span lang=\"zh-CN\">丁</span>"))
    }

    @Test(arguments: ["textarea", "title", "option"])
    func whatHoldsNoElementsIsLeft(_ name: String) {
        let html =
            switch name {
            case "textarea": element("textarea", []) { "全文" }
            case "title": element("title", []) { "全文" }
            default: element("option", []) { "全文" }
            }
        #expect(english(html) == html.text)
    }

    @Test func attributesAreLeft() {
        let field = emptyElement("input", [.value("焦作")])
        #expect(english(field) == field.text)
    }

    @Test func wordsOfADrawingAreMarkedAsADrawingMay() {
        #expect(english(element("text", []) { "现在" }) == "<text><tspan lang=\"zh-CN\">现在</tspan></text>")
    }

    @Test func whatIsMarkedIsNotMarkedAgain() {
        let once = element("li", []) { "Sent by 孙丙" }.readable(in: "en")
        #expect(once.readable(in: "en") == once)
    }

    @Test func aWholeEnglishPageIsMarked() {
        let body = element("h1", []) { "焦作市总工会" }
        let page = HTML.document(language: "en", head: element("title", []) { "沁阳" }, body: body).text
        #expect(page.contains("<title>沁阳</title>"))
        #expect(page.contains("<h1><span lang=\"zh-CN\">焦作市总工会</span></h1>"))
    }

    @Test func aChinesePageStaysAsItIs() {
        let html = element("p", []) { "孙丙" }
        #expect(html.readable(in: "zh-CN") == html)
    }
}
