import Federation
import Foundation
import Markup
import Testing

@testable import Directives
@testable import Web

/// What a reader sees between two tags.
private func plain(_ html: String) -> String {
    html.replacing(#/<[^>]*>/#, with: "")
}

@Suite struct ReadingPagesTests {
    private func reading(_ text: String = PaperTexts.sample) throws -> ReadingModel {
        ReadingModel(text: text, reading: try PaperTexts.read(text))
    }

    private func draft(_ reading: ReadingModel, _ language: Language = .chinese) -> String {
        let model = DraftModel(
            reading: reading, registerPath: "/notices", act: ActID(5), readPath: "/readings", pastePath: "/notices/new",
            listPath: "/notices", readAt: PageModels.moment(4, 15, 31), milliseconds: 6)
        return ReadingPages.page(model, in: PageModels.frame(language)).text
    }

    private func notice(_ reading: ReadingModel) -> NoticeModel {
        NoticeModel(
            reading: reading, grade: .urgent, path: "/notices/1", listPath: "/notices",
            registered: NoticeModel.Registered(person: "Sun Bing", at: PageModels.moment(4, 15, 40)),
            now: PageModels.now)
    }

    private func page(_ model: NoticeModel, _ language: Language = .chinese) -> String {
        NoticePages.page(model, in: PageModels.frame(language)).text
    }

    /// Chinese outside of what is marked as such; values of fields are the paper's words.
    private func chinese(_ html: String) -> [String] {
        PageChecks.chinese(in: html.replacing(#/ value="[^"]*"/#, with: ""))
    }

    // MARK: Pasting

    @Test func aRefusedTextStaysInItsField() {
        let refusal = NoticeRefusal.unreadable(.notANotice)
        for language in Language.allCases {
            let model = PasteModel(
                readPath: "/readings", listPath: "/notices", samplePath: "/notices/new?sample=flood",
                text: PageChecks.hostile, errors: [.init(field: "text", sentence: refusal.sentence)])
            let html = PastePages.page(model, in: PageModels.frame(language)).text
            PageChecks.keepsTheHouse(html)
            #expect(html.contains("&lt;script&gt;alert"))
            #expect(html.contains(##"href="#text""##) && html.contains(#"id="text-error""#))
            #expect(PageChecks.count(refusal.sentence[language], in: html) == 2)
            #expect(html.contains(#"enctype="multipart/form-data""#))
            #expect(html.contains("/notices/new?sample=flood"))
            if language == .english { #expect(chinese(html) == []) }
        }
    }

    // MARK: Before registering

    @Test func everyMarkHasItsRowAndEveryRowItsMark() throws {
        for text in [PaperTexts.sample, PaperTexts.mission].compactMap({ $0 }) {
            let html = draft(try reading(text))
            PageChecks.keepsTheHouse(html)
            let marks = Set(html.matches(of: #/id="m(\d+)"/#).map { String($0.1) })
            let rows = Set(html.matches(of: #/id="f(\d+)"/#).map { String($0.1) })
            #expect(!marks.isEmpty && marks == rows)
            let links = Set(html.matches(of: ##/href="#([fm]\d+)"/##).map { String($0.1) })
            #expect(links == Set(marks.map { "m\($0)" } + rows.map { "f\($0)" }))
        }
    }

    @Test func theMissionsFieldsSayWhatIsNotCertain() throws {
        guard let text = PaperTexts.mission else { return }
        var model = try reading(text)
        model.isIssuedHere = true
        model.addressees = .init(units: 84)
        let html = draft(model)
        #expect(html.contains(#"class="mark inferred""#) && html.contains(#"class="mark passed""#))
        let words = plain(html)
        for phrase in [
            "5 个短语 → 84 个单位", "“春节假期延长到2月2日”", "封面日期 2020年2月4日 时已过 2 天", "到封面日期隔 5 天",
            "文号只印在转发它的通知里", "原文未印，不填", "→ 全总", "只看要我决定的 3 处", "转发二", "主送、正文五条",
            "核对主送 84 个单位",
        ] {
            #expect(words.contains(phrase), "\(phrase)")
        }
        model.onlyDecisions = true
        let only = draft(model)
        #expect(PageChecks.count("data-decide", in: only) == 3)
        #expect(PageChecks.count("field-row", in: only) == 3)
    }

    @Test func englishIsComplete() throws {
        for text in [PaperTexts.sample, PaperTexts.mission].compactMap({ $0 }) {
            var model = try reading(text)
            #expect(chinese(draft(model, .english)) == [])
            model.corrections = [
                .init(place: .init(.number), value: "甲〔2020〕1号"), .init(place: .init(.cc), value: nil),
            ]
            model.errors = [.init(field: "field.date", sentence: Sentence(zh: "错", en: "wrong"))]
            #expect(chinese(draft(model, .english)) == [])
        }
    }

    @Test func theTextTravelsUnchangedAndHidden() throws {
        let text = "\n\n" + PaperTexts.sample + "\n"
        let html = draft(try reading(text))
        let field = try #require(html.firstMatch(of: #/<textarea name="text"[^>]* hidden>\n([^<]*)<\/textarea>/#))
        #expect(String(field.1) == text)
        // One form registers; reading again is the same form sent elsewhere.
        #expect(PageChecks.count(#"name="text""#, in: html) == 1)
        #expect(html.contains(#"formaction="/readings""#))
    }

    @Test func everyFieldOfTheTopNoticeIsSentOnce() throws {
        var model = try reading()
        model.corrections = [.init(place: .init(.grade), value: "特急"), .init(place: .init([0], .date), value: nil)]
        for only in [false, true] {
            model.onlyDecisions = only
            let names = draft(model).matches(of: #/ name="field\.([a-z]+)"/#).map { String($0.1) }
            #expect(Set(names).count == names.count)
            #expect(names.contains("grade"), "a correction goes along, shown or not")
            #expect(draft(model).contains(#"name="field.0.date""#))
            if !only { #expect(Set(names) == Set(NoticeField.allCases.map(\.rawValue))) }
        }
    }

    @Test func aCorrectionPointsAtItsWordsInTheText() throws {
        var model = try reading(
            "玄字号纺织厂工会关于防汛的通知\n各分会：\n请做好防汛。\n特此通知\n玄字号纺织厂工会委员会\n二〇二六年六月三日\n")
        model.corrections = [
            .init(place: .init(.signature), value: "玄字号纺织厂工会委员会"), .init(place: .init(.date), value: "2026-06-03"),
            .init(place: .init(.cc), value: "不在文中"),
        ]
        let fields = ReadingFields(model, in: .chinese)
        func words(_ field: NoticeField) -> [String]? {
            fields.shown.fields[field.readerName]?.ranges.map { model.text.scalars($0) }
        }
        #expect(words(.signature) == ["玄字号纺织厂工会委员会"])
        #expect(words(.date) == ["二〇二六年六月三日"])
        #expect(words(.cc) == [])
    }

    @Test func whatWasTypedStaysWhereItIsWrong() throws {
        var model = try reading()
        model.typed = [.init(.date): "2月4日\"", .init(.grade): "很急"]
        model.errors = [.init(field: "field.date", sentence: NoticeRefusal.dateUnreadable().sentence)]
        let html = draft(model)
        PageChecks.keepsTheHouse(html)
        #expect(html.contains(#"value="2月4日&quot;""#))
        #expect(html.contains(#"<option value="很急" lang="zh-CN" selected>"#))
        #expect(html.contains(##"href="#field.date""##) && html.contains(#"id="field.date""#))
        #expect(PageChecks.count(#"<details class="fix" open>"#, in: html) == 1)
    }

    @Test func hostileTextIsOnlyText() throws {
        let text = """
            甲市总工会关于\(PageChecks.hostile)工作的通知

            各县总工会\(PageChecks.hostile)：

            一、\(PageChecks.hostile)

            请及时向市总工会报告\(PageChecks.hostile)。

            甲市总工会

            2020年2月4日
            """
        var model = try reading(text)
        model.corrections = [.init(place: .init(.number), value: PageChecks.hostile, person: PageChecks.hostile)]
        for language in Language.allCases {
            PageChecks.keepsTheHouse(draft(model, language))
            PageChecks.keepsTheHouse(page(notice(model), language))
        }
    }

    @Test func fourMegabytesAreDrawnInLinearTime() throws {
        let clause = "一、工作要求\n" + String(repeating: "各级工会要及时向省总工会报告情况<&>，做好值班安排。", count: 20) + "\n"
        func model(_ count: Int) throws -> ReadingModel {
            try reading("甲市总工会关于防汛工作的通知\n各县总工会：\n" + String(repeating: clause, count: count) + "甲市总工会\n2020年2月4日")
        }
        func seconds(_ model: ReadingModel) -> Double {
            ContinuousClock().measure { _ = draft(model) } / .seconds(1)
        }
        let whole = (4 * 1024 * 1024 - 4096) / clause.utf8.count
        let (small, large) = (seconds(try model(whole / 8)), seconds(try model(whole)))
        #expect(large < small * 24 + 0.2, "\(small) s, then \(large) s")
    }

    // MARK: Registered

    @Test func theUnitThatEnteredItCorrectsAndSends() throws {
        var model = notice(try reading())
        model.correct = .init(path: "/notices/1/corrections", act: ActID(7))
        model.send = .init(path: "/notices/1/dispatches/new", manner: .issue, units: 84)
        model.reading.containedPaths = ["/notices/2"]
        model.reading.corrections = [
            .init(place: .init(.number), value: "河工发〔2026〕18号", person: "孙丙", at: PageModels.moment(4, 15, 50))
        ]
        let html = page(model)
        PageChecks.keepsTheHouse(html)
        #expect(html.contains(#"action="/notices/1/corrections""#) && html.contains(#"name="act""#))
        #expect(html.contains(#"href="/notices/2""#))
        let words = plain(html)
        #expect(words.contains("核对主送，分送 84 个单位"))
        #expect(words.contains("本单位改正 · 孙丙 · 2月4日 15:50"))
        #expect(words.contains("原来读作 “河工发〔2026〕17号”"))
        #expect(!html.contains(#"name="text""#), "the text never changes")
        #expect(chinese(page(model, .english)) == [], "a name is what it is, and says which language it is")
    }

    @Test func anotherUnitReadsAndSigns() throws {
        var model = notice(try reading())
        model.registered.unit = "City"
        model.receipt = .init(
            path: "/receipts/1", state: .opened, isLate: true, from: "City", sentAt: PageModels.moment(4, 16, 30),
            due: .init(at: PageModels.moment(5, 9), by: "City"), maySign: true)
        model.send = .init(path: "/notices/1/dispatches/new", manner: .relay, units: 41)
        let html = page(model)
        PageChecks.keepsTheHouse(html)
        #expect(!html.contains(#"name="field."#) && !html.contains(#"class="fix""#))
        #expect(html.contains(#"class="btn btn-primary" href="/receipts/1""#), "signing comes before sending on")
        #expect(plain(html).contains("City所定，原文没有"))
        #expect(chinese(page(model, .english)) == [])

        model.receipt?.maySign = false
        model.receipt?.state = .signed
        #expect(page(model).contains(#"class="btn btn-primary" href="/notices/1/dispatches/new""#))
        model.send = nil
        #expect(!page(model).contains("btn-primary"))
    }

    @Test func whoHasItIsCounted() throws {
        var model = notice(try reading())
        model.dispatches = [
            .init(
                wallPath: "/dispatches/1", manner: .issue, at: PageModels.moment(4, 16, 30), total: 84, signed: 66,
                opened: 9, late: 2)
        ]
        model.covers = [PageModels.notice(PageChecks.hostile)]
        let html = page(model)
        PageChecks.keepsTheHouse(html)
        #expect(plain(html).contains("66 / 84") && plain(html).contains("2 个逾期"))
        #expect(html.contains(#"href="/dispatches/1""#))
        #expect(chinese(page(model, .english)) == [])
    }

    @Test func titlesAreShortenedByWhatTheyQuote() {
        let quoted = "甲市总工会转发《乙省总工会关于组织动员广大职工全力做好工作的紧急通知》的通知"
        #expect(ShortTitle.of(quoted, issuer: "甲市总工会", kind: "通知") == "甲市总工会转发《…》的通知")
        let long = "甲市总工会关于组织动员广大职工全力做好当前防汛抗洪抢险救灾工作的通知"
        #expect(ShortTitle.of(long, issuer: "甲市总工会", kind: "通知") == "甲市总工会…的通知")
        #expect(ShortTitle.of("短题", issuer: nil, kind: nil) == "短题")
    }

    @Test func daysAreCountedOverMonthsAndLeapYears() {
        #expect(DayCount.from("2020-02-28", to: "2020-03-01") == 2)
        #expect(DayCount.from("2019-12-31", to: "2020-01-01") == 1)
        #expect(DayCount.from("2020-02-04", to: "2020-01-30") == -5)
        #expect(DayCount.from("2000-01-01", to: "2020-01-01") == 7305)
        #expect(DayCount.from("soon", to: "2020-01-01") == nil)
    }
}
