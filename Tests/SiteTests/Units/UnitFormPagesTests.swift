import Federation
import Markup
import Testing

@testable import Site
@testable import Web

@Suite struct UnitImportPagesTests {
    private func page(_ model: UnitImportModel, _ language: Language = .chinese) -> String {
        UnitImportPages.page(model, in: PageSamples.frame(language)).text
    }

    @Test(arguments: Language.allCases, [true, false]) func itIsSound(_ language: Language, _ isSound: Bool) throws {
        let model = try PageSamples.importing(language, isSound: isSound)
        #expect(PageFaults.found(in: page(model, language)) == [])
        var start = model
        start.dryRun = nil
        start.errors = ["csv": UnitImportRefusal.empty.sentence, "file": UnitImportRefusal.unreadable.sentence]
        #expect(PageFaults.found(in: page(start, language)) == [])
    }

    @Test func englishIsComplete() throws {
        var model = try PageSamples.importing(.english, isSound: true)
        model.text = ""
        #expect(PageFaults.chinese(in: page(model, .english)) == [])
        model.dryRun = nil
        #expect(PageFaults.chinese(in: page(model, .english)) == [])
        // What the file itself says stays as it is.
        model = try PageSamples.importing(.english, isSound: false)
        model.text = ""
        #expect(Set(PageFaults.chinese(in: page(model, .english))) == ["盈字号铝材厂工会", "辰字号印刷厂工会", "企业工会"])
    }

    @Test func nothingCanBeWrittenBeforeItFits() throws {
        let bad = page(try PageSamples.importing(.chinese, isSound: false))
        #expect(!bad.contains("btn-primary") && bad.contains("有 204 处对不上，一行也没有写"))
        let good = page(try PageSamples.importing(.chinese, isSound: true))
        #expect(good.contains("导入 2 个单位") && good.contains("name=\"csv\" value=\"a\nb\""))
    }

    @Test func theWrongCellIsMarked() throws {
        let html = page(try PageSamples.importing(.chinese, isSound: false))
        #expect(html.contains("<td class=\"code nowrap cell-wrong\" data-label=\"上级\">410899</td>"))
        #expect(html.contains("<td class=\"cell-wrong\" data-label=\"名称\">（空）</td>"))
        #expect(html.contains("href=\"#r2\"") && html.contains("<tr id=\"r4\">"))
        #expect(html.contains("先显示 3 处，一共 204 处"))
    }

    @Test func theHeaderIsDocumented() throws {
        var model = try PageSamples.importing(.chinese, isSound: true)
        model.dryRun = nil
        model.text = "\n</textarea>\(PageFaults.hostile)"
        let html = page(model)
        for field in UnitField.allCases { #expect(html.contains(">\(field.rawValue)</th>")) }
        for kind in UnitKind.allCases { #expect(html.contains(">\(kind.rawValue)</span>")) }
        #expect(html.contains(UnitRow.header.joined(separator: ",")))
        #expect(html.contains("enctype=\"multipart/form-data\""))
        // One line break is the parser's, the next is what was typed.
        #expect(html.contains(">\n\n&lt;/textarea&gt;") && !html.contains("<script>alert"))
    }
}

@Suite struct UnitChangePagesTests {
    private func page(_ model: UnitChangeModel, _ language: Language = .chinese) -> String {
        UnitChangePages.page(model, in: PageSamples.frame(language)).text
    }

    @Test(arguments: Language.allCases, UnitChangeModel.Change.allCases)
    func theyAreSound(_ language: Language, _ change: UnitChangeModel.Change) {
        let html = page(PageSamples.change(change, language), language)
        #expect(PageFaults.found(in: html) == [])
        if language == .english { #expect(PageFaults.chinese(in: html) == []) }
    }

    @Test func whatWasTypedIsKept() {
        var model = PageSamples.change(
            .move, .chinese,
            errors: ["parent": UnitRefusal.parentUnknown.sentence, "day": UnitRefusal.dayAhead.sentence])
        model.parent = PageFaults.hostile
        model.line = .industrial
        model.day = "2021-01-01"
        model.unit.name = PageFaults.hostile
        let html = page(model)
        #expect(html.contains("value=\"\(PageFaults.harmless)\"") && html.contains("value=\"2021-01-01\""))
        #expect(html.contains("value=\"industrial\" selected") && html.contains("有 2 处要改"))
        #expect(html.contains("href=\"#parent\"") && html.contains("aria-describedby=\"parent-note parent-error\""))
        #expect(!html.contains("<script>alert") && PageFaults.found(in: html) == [])
    }

    @Test func eachChangeAsksOnlyWhatItNeeds() {
        func asks(_ change: UnitChangeModel.Change) -> [String] {
            let html = page(PageSamples.change(change, .chinese))
            return ["parent", "line", "day"].filter { html.contains(" name=\"\($0)\"") }
        }
        #expect(asks(.move) == ["parent", "line", "day"] && asks(.secondLine) == ["parent", "line", "day"])
        #expect(asks(.merge) == ["parent", "day"])
        #expect(asks(.close) == ["day"] && asks(.endSecondLine) == ["day"])
        #expect(page(PageSamples.change(.move, .chinese)).contains("移动 58 个单位"))
    }
}
