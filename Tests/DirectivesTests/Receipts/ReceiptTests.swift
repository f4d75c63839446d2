import Federation
import Testing
import Web

@testable import Directives

/// What may follow what, and what a form of the receipt may say.
@Suite struct ReceiptTests {
    private static let sent = PageModels.moment(4, 17)
    private static let later = PageModels.moment(5, 9)

    private func receipt(_ purpose: Purpose = .action) -> Receipt {
        Receipt(
            id: ReceiptID(1), notice: NoticeID(1), unit: UnitID(1), purpose: purpose, state: .sent,
            urgency: Urgency(0), sentAt: Self.sent)
    }

    @Test func nothingIsPassedOnBeforeItIsSigned() throws {
        let receipt = receipt()
        #expect(throws: ReceiptRefusal.notSigned) { try receipt.relayed(at: Self.later) }
        #expect(throws: ReceiptRefusal.notSigned) { try receipt.conveyed(at: Self.later) }
        #expect(throws: ReceiptRefusal.notSigned) { try receipt.filed(at: Self.later) }
        #expect(try receipt.signed(at: Self.later).conveyed(at: Self.later).state == .conveyed)
    }

    @Test func aCopyIsFiledWithoutASignature() throws {
        let copy = receipt(.information)
        #expect(throws: ReceiptRefusal.forInformation) { try copy.signed(at: Self.later) }
        #expect(throws: ReceiptRefusal.forInformation) { try copy.recorded(at: Self.later) }
        #expect(try copy.filed(at: Self.later).state == .filed)
    }

    @Test func theFurthestStateStandsAndTheFirstMoment() throws {
        let signed = try receipt().signed(at: Self.sent)
        let conveyed = try signed.conveyed(at: Self.later)
        let relayed = try conveyed.relayed(at: Self.later.adding(seconds: 60))
        #expect(relayed.state == .conveyed && relayed.passedOnAt == Self.later)
        #expect(try signed.relayed(at: Self.sent).conveyed(at: Self.later).state == .conveyed)
        #expect(try relayed.filed(at: Self.later).state == .conveyed, "what goes on counts for more")
        #expect(try signed.filed(at: Self.later).state == .filed)
    }

    @Test func whatWasRecordedForAUnitWasNotOpenedByIt() throws {
        let recorded = try receipt().recorded(at: Self.later)
        #expect(recorded.state == .signed && recorded.signedAt == Self.later && recorded.openedAt == nil)
        let joined = recorded.opened(at: Self.later.adding(seconds: 60))
        #expect(joined.state == .signed && joined.openedAt == Self.later.adding(seconds: 60))
        #expect(try joined.signed(at: Self.later.adding(seconds: 120)) == joined, "the first signature stands")
    }

    @Test(arguments: [
        ("", "", ReceiptRefusal.wordsMissing), ("  ", "3", .wordsMissing), ("班前会传达", "三十", .peopleUnreadable),
        ("班前会传达", "-1", .peopleUnreadable), ("班前会传达", "1000001", .peopleUnreadable),
    ])
    func aConveyanceSaysHowAndPerhapsHowMany(words: String, people: String, refusal: ReceiptRefusal) {
        #expect(throws: refusal) { try ConveyanceForm(words: words, people: people).telling() }
    }

    @Test func nobodyCountedIsNotNobody() throws {
        #expect(try ConveyanceForm(words: "职工群传达").telling().people == nil)
        #expect(try ConveyanceForm(words: "职工群传达", people: " 0 ").telling().people == 0)
    }
}

/// Which hour may be written down for another unit. The notice went out on 4 February at 17:00; it is the 5th, 09:42.
@Suite struct ReceiptRecordFormTests {
    private func form(_ day: String, _ time: String) -> ReceiptRecordForm {
        var form = ReceiptRecordForm(day: day)
        (form.units, form.channel, form.time) = ([UnitID(1)], .telephone, time)
        return form
    }

    private static let dispatch = Dispatch(
        id: DispatchID(1), notice: NoticeID(1), from: UnitID(1), parent: nil, manner: .issue, addresseeLine: "",
        copyLine: nil, recipients: 1, copies: 0, person: PersonID(1), post: PostID(1),
        issuedAt: PageModels.moment(4, 17).adding(seconds: 20))

    private func codes(_ form: ReceiptRecordForm) -> [String] {
        guard case .failure(let faults) = form.telling(of: Self.dispatch, now: PageModels.now) else { return [] }
        return faults.all.map(\.code)
    }

    @Test(arguments: [
        ("", "", "day_missing"), ("2020-02-30", "", "day_unreadable"), ("昨天", "", "day_unreadable"),
        ("2020-02-05", "25:00", "time_unreadable"), ("2020-02-05", "九点", "time_unreadable"),
        ("2020-02-05", "09:43", "in_the_future"), ("2020-02-06", "", "in_the_future"),
        ("2020-02-04", "16:59", "before_sending"), ("2020-02-03", "", "before_sending"),
    ])
    func hoursThatCannotBeAreRefused(day: String, time: String, code: String) {
        #expect(codes(form(day, time)) == ["receipt.record_" + code])
    }

    @Test func allThatIsWrongIsSaidAtOnce() {
        #expect(
            codes(ReceiptRecordForm(day: "")) == [
                "receipt.record_nobody_chosen", "receipt.record_channel_missing", "receipt.record_day_missing",
            ])
    }

    @Test func theMinuteOfTheSendingIsNotBeforeIt() throws {
        let telling = try form("2020-02-04", "17:00").telling(of: Self.dispatch, now: PageModels.now).get()
        #expect(telling.happenedAt == Self.dispatch.issuedAt && !telling.isDayOnly)
    }

    @Test func onlyTheDayIsKeptAsADay() throws {
        let first = try form("2020-02-04", "").telling(of: Self.dispatch, now: PageModels.now).get()
        #expect(first.isDayOnly && first.happenedAt == Self.dispatch.issuedAt, "never before the sending")
        let second = try form("2020-02-05", " ").telling(of: Self.dispatch, now: PageModels.now).get()
        #expect(second.isDayOnly && second.happenedAt == PageModels.moment(5, 0))
    }
}
