import Federation
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
