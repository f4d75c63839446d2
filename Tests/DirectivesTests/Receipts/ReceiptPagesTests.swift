import Federation
import Foundation
import Markup
import Testing

@testable import Directives

@Suite struct ReceiptPagesTests {
    static let paper = PaperExcerpt(
        title: "转发两个通知的通知", number: nil, addresseeLine: "各乡镇（街道）工会联合会：",
        body: ["现将通知转发给你们，请一并认真贯彻落实。"], signature: "沁阳市总工会", datedOn: "2020-02-04",
        contained: [
            PaperExcerpt.Contained(name: "Cover", path: "/notices/2"), .init(name: "Telegram", path: "/notices/3"),
        ],
        fullPath: "/notices/1")

    static let model = ReceiptModel(
        notice: PageModels.notice(), purpose: .action, from: "Qinyang", sentAt: PageModels.moment(4, 17),
        paper: paper, passed: [ReceiptModel.PassedDate(quote: "假期延长到2月2日", day: "2020-02-02")],
        turn: ReceiptModel.Turn(place: 1, count: 4, path: "/today"),
        sign: ReceiptModel.Sign(path: "/receipts/1/signatures", act: ActID(9), person: "Zhou Wu"),
        next: .relay(path: "/notices/1/dispatches/new", units: 41), now: PageModels.moment(5, 9, 43))

    private func page(_ model: ReceiptModel, _ language: Language = .chinese) -> String {
        ReceiptPages.page(model, in: PageModels.frame(language)).text
    }

    @Test func oneButtonSigns() {
        let html = page(Self.model)
        #expect(PageChecks.count("btn-primary", in: html) == 1)
        #expect(
            html.contains("action=\"/receipts/1/signatures\"") && html.contains("name=\"act\" value=\"\(ActID(9))\""))
        #expect(html.contains("记为：Zhou Wu，2月5日 09:43。签收只表示收到。"))
        #expect(html.contains("第 1 件，共 4 件"))
        // What follows is offered after the signature.
        #expect(!html.contains("转给下级 41"))
        PageChecks.keepsTheHouse(html)
    }

    @Test func whatIsInsideIsLinked() {
        let html = page(Self.model)
        #expect(html.contains("里面有") && html.contains("href=\"/notices/2\"") && html.contains("href=\"/notices/3\""))
        #expect(html.contains("假期延长到2月2日") && html.contains("2020年2月2日"))
    }

    @Test func signedItSaysWhoAndGoesOn() {
        var model = Self.model
        model.signed = ReceiptModel.Signed(
            person: "Zhou Wu", post: Sentence(zh: "主席", en: "chair"), at: PageModels.moment(5, 9, 43), journal: "18,231"
        )
        let html = page(model)
        #expect(html.contains("2月5日 09:43，Zhou Wu（主席）") && html.contains("日志 18,231"))
        #expect(html.contains("转给下级 41 个单位") && !html.contains("<form class=\"act-bar\""))
        #expect(PageChecks.count("btn-primary", in: html) == 1)
        model.next = .end
        #expect(page(model).contains("到此为止"))
        model.next = .relayed(path: "/dispatches/5", units: 41, at: PageModels.moment(5, 10))
        #expect(page(model).contains("已转给下级 41 个单位") && page(model).contains("href=\"/dispatches/5\""))
        model.next = .relayByAnother(units: 41)
        #expect(page(model).contains("由文书转给下级"))
        model.next = .held(
            DispatchRefusal.leaderNeeded.sentence,
            NoticeLink(name: Sentence(zh: "去办理单", en: "Sheet"), path: "/notices/1/handling"))
        #expect(page(model).contains("领导批办以后才能直送") && page(model).contains("href=\"/notices/1/handling\""))
        #expect(PageChecks.count("btn-primary", in: page(model)) == 0)
    }

    private static let quick = ReceiptModel.NextAct.relay(
        path: "/notices/1/dispatches/new", units: 41,
        quick: .init(
            path: "/notices/1/dispatches", act: ActID(10), line: "各直属基层工会",
            phrases: [.init(text: "各直属基层工会", units: 33)], unreached: 8))
    private static let conveying = ReceiptModel.Conveying(
        path: "/receipts/1/conveyances", act: ActID(11), form: ConveyanceForm(words: "班前会传达"))

    private static var passing: ReceiptModel {
        var model = Self.model
        model.signed = ReceiptModel.Signed(person: "Zhou Wu", post: nil, at: PageModels.now, journal: nil)
        model.conveying = conveying
        model.filing = ReceiptModel.Filing(path: "/receipts/1/filings", act: ActID(12))
        model.deadline = ReceiptModel.Deadline(at: PageModels.moment(5, 9), setBy: "Qinyang", isLate: true)
        model.links = [NoticeLink(name: ReceiptWords.facts, path: "/receipts/1/facts", note: ReceiptWords.factsNote(3))]
        model.next = quick
        return model
    }

    @Test func onePressRelaysToTheCustomaryLine() {
        let html = page(Self.passing)
        #expect(html.contains("action=\"/notices/1/dispatches\"") && html.contains("value=\"各直属基层工会\""))
        #expect(html.contains("转给下级 33 个单位") && html.contains("还有 8 个不在这一行里"))
        #expect(html.contains("href=\"/notices/1/dispatches/new\""), "the addressees can be changed")
        #expect(html.contains("Qinyang所定") && html.contains("迟签"))
        PageChecks.keepsTheHouse(html)
    }

    @Test func whereNothingIsBelowTheWorkersAreTold() {
        var model = Self.passing
        model.next = .end
        model.conveying?.errors = ["people": ReceiptRefusal.peopleUnreadable.sentence]
        let html = page(model)
        #expect(html.contains("value=\"班前会传达\"") && html.contains("职工群传达、公告栏张贴、广播传达"))
        #expect(html.contains("id=\"people-error\"") && !html.contains("到此为止"))
        #expect(PageChecks.count("btn-primary", in: html) == 1)
        PageChecks.keepsTheHouse(html)
        for language in Language.allCases {
            PageChecks.keepsTheHouse(page(model, language))
            if language == .english { #expect(PageChecks.chinese(in: page(model, language)) == []) }
        }
    }

    @Test func whatAnotherUnitWroteDownSaysSo() {
        var model = Self.passing
        model.signed = ReceiptModel.Signed(
            person: "Sun Bing", post: nil, at: PageModels.moment(5, 0), journal: nil,
            recorded: .init(unit: "Jiaozuo", channel: .telephone, isDayOnly: true))
        model.urged = ReceiptModel.Urged(times: 2, last: PageModels.moment(5, 8), by: "Jiaozuo", text: "请尽快签收。")
        let html = page(model)
        #expect(html.contains("已代签收") && html.contains("JiaozuoSun Bing代签收：电话告知，2020年2月5日，不知钟点"))
        #expect(html.contains("sq-recorded") && !html.contains("请尽快签收"), "what is signed is urged no more")
        #expect(PageChecks.chinese(in: page(model, .english)) == [])
        model.signed = nil
        #expect(page(model).contains("催过 2 次") && page(model).contains("请尽快签收。"))
        #expect(PageChecks.chinese(in: page(model, .english)) == [])
    }

    @Test func everythingDoneIsListed() {
        func row(_ kind: ReceiptFact.Kind, recordedBy: String? = nil) -> ReceiptFactsModel.Row {
            ReceiptFactsModel.Row(
                kind: kind, at: PageModels.moment(5, 9), isDayOnly: recordedBy != nil, person: "Zhou Wu", post: nil,
                note: kind == .conveyed ? "班前会传达" : nil, people: kind == .conveyed ? 120 : nil, channel: .fax,
                recordedBy: recordedBy, recordedAt: PageModels.now)
        }
        let model = ReceiptFactsModel(
            notice: PageModels.notice(), purpose: .action, receiptPath: "/receipts/1", from: "Qinyang",
            sentAt: PageModels.moment(4, 17),
            rows: [row(.signed, recordedBy: "Qinyang"), row(.opened), row(.relayed), row(.conveyed), row(.filed)])
        let html = ReceiptFactsPages.page(model, in: PageModels.frame(.chinese)).text
        #expect(html.contains("传真告知，2020年2月5日，不知钟点") && html.contains("2月5日 09:42 记下"))
        #expect(html.contains("班前会传达") && html.contains("120 人"))
        PageChecks.keepsTheHouse(html)
        #expect(PageChecks.chinese(in: ReceiptFactsPages.page(model, in: PageModels.frame(.english)).text) == [])
    }

    @Test func thoseWhoCannotSignStandFirst() throws {
        func waiting(_ id: Int64, _ name: String) -> ReceiptRecordModel.Waiting {
            .init(id: UnitID(id), name: name, state: .sent, isLate: false)
        }
        var form = ReceiptRecordForm(day: "2020-02-05")
        form.units = [UnitID(2)]
        var model = ReceiptRecordModel(
            notice: PageModels.notice(), wallPath: "/dispatches/1", sentAt: PageModels.moment(4, 17),
            path: "/dispatches/1/records", act: ActID(1), form: form, absent: [waiting(2, "Mill")],
            others: [waiting(3, PageChecks.hostile)], count: 3, today: "2020-02-05")
        model.errors = ["day": ReceiptRecordRefusal.inTheFuture.sentence]
        let html = ReceiptRecordPages.page(model, in: PageModels.frame(.chinese)).text
        let (first, second) = (try #require(html.range(of: "不在众志上</h2>")), try #require(html.range(of: "在众志上，还没有签收")))
        #expect(first.lowerBound < second.lowerBound)
        #expect(html.contains("id=\"day-error\"") && html.contains("还有 1 个"))
        #expect(PageChecks.count(" checked", in: html) == 1)
        PageChecks.keepsTheHouse(html)
        #expect(PageChecks.chinese(in: ReceiptRecordPages.page(model, in: PageModels.frame(.english)).text) == [])
    }

    @Test func aCopyIsNotSignedFor() {
        var model = Self.model
        model.purpose = .information
        model.next = .end
        let html = page(model)
        #expect(html.contains("只告知，不须签收") && !html.contains("act-bar"))
    }

    @Test func aPostThatMayNotSignIsTold() {
        var model = Self.model
        model.sign = nil
        #expect(page(model).contains("这个职务不签收"))
    }

    @Test func theSlipSaysWhatWasSavedAndWhatComesNext() {
        var slip = SignedSlipModel(
            noticeTitle: "转发两个通知的通知", receiptPath: "/receipts/1", todayPath: "/today", person: "Zhou Wu",
            at: PageModels.moment(5, 9, 43), journal: "18,231",
            seenBy: [SignedSlipModel.Seen(unit: "Qinyang", signed: 36, total: 41)], next: .end,
            nextDue: SignedSlipModel.NextDue(path: "/receipts/2", minutes: 1))
        let html = SignedSlipPages.page(slip, in: PageModels.frame(.chinese)).text
        #expect(html.contains("已签收，已存好") && html.contains("41 个单位，已签 36 个") && html.contains("下一件 · 1 分钟"))
        PageChecks.keepsTheHouse(html)
        for next in [ReceiptModel.NextAct.end, .relay(path: "/x", units: 1)] {
            slip.next = next
            for due in [slip.nextDue, nil] {
                slip.nextDue = due
                for language in Language.allCases {
                    let html = SignedSlipPages.page(slip, in: PageModels.frame(language)).text
                    #expect(PageChecks.count("btn-primary", in: html) == 1)
                    if language == .english { #expect(PageChecks.chinese(in: html) == []) }
                }
            }
        }
    }

    @Test func englishIsComplete() {
        var model = Self.model
        #expect(PageChecks.chinese(in: page(model, .english)) == [])
        model.signed = ReceiptModel.Signed(person: "Zhou Wu", post: nil, at: PageModels.now, journal: nil)
        for next in [ReceiptModel.NextAct.end, .relayByAnother(units: 1), .relay(path: "/", units: 1)] {
            model.next = next
            #expect(PageChecks.chinese(in: page(model, .english)) == [])
        }
    }

    @Test func namesAreEscaped() {
        var model = Self.model
        model.from = PageChecks.hostile
        model.paper.title = PageChecks.hostile
        model.paper.body = [PageChecks.hostile]
        model.paper.contained[0].name = PageChecks.hostile
        model.passed[0].quote = PageChecks.hostile
        PageChecks.keepsTheHouse(page(model))
    }

    @Test func everyStateHasASquareAndWords() {
        for language in Language.allCases {
            for state in ReceiptState.allCases {
                #expect(!ReceiptWords.state(state)[language].isEmpty)
                #expect(ReceiptSquare.svg(state: state).text.contains("#sq-\(state.mark)\""))
            }
        }
        #expect(ReceiptSquare.svg(state: nil).text.contains("#sq-undelivered"))
        #expect(ReceiptSquare.svg(state: .sent, late: true).text.contains("#sq-delivered-late"))
        #expect(ReceiptSquare.svg(state: .signed, purpose: .information).text.contains("#sq-info"))
        #expect(ReceiptSquare.svg(state: .filed, late: true).text.contains("#sq-filed\""))
    }
}
