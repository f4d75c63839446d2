package import Federation
package import Web

/// What is said no to where receipts are written down for others (代签收).
package enum ReceiptRecordRefusal: Refusal {
    case nobodyChosen
    case nobodyLeft
    case channelMissing
    case dayMissing
    case dayUnreadable
    case timeUnreadable
    case inTheFuture
    case beforeSending(at: Moment)

    package var code: String {
        switch self {
        case .nobodyChosen: "receipt.record_nobody_chosen"
        case .nobodyLeft: "receipt.record_nobody_left"
        case .channelMissing: "receipt.record_channel_missing"
        case .dayMissing: "receipt.record_day_missing"
        case .dayUnreadable: "receipt.record_day_unreadable"
        case .timeUnreadable: "receipt.record_time_unreadable"
        case .inTheFuture: "receipt.record_in_the_future"
        case .beforeSending: "receipt.record_before_sending"
        }
    }

    package var manner: RefusalManner {
        switch self {
        case .nobodyLeft: .conflict
        default: .invalid
        }
    }

    /// The form's field that it is about.
    package var field: String {
        switch self {
        case .nobodyChosen: "unit"
        case .channelMissing: "channel"
        case .dayMissing, .dayUnreadable, .inTheFuture, .beforeSending: "day"
        case .timeUnreadable: "time"
        case .nobodyLeft: ""
        }
    }

    package var sentence: Sentence {
        switch self {
        case .nobodyChosen: Sentence(zh: "勾上已经告知的单位。", en: "Tick the units that were told.")
        case .nobodyLeft:
            Sentence(
                zh: "这些单位都签收了，不用再代记。没有记下什么。",
                en: "These units have all signed; nothing needs to be recorded, and nothing was.")
        case .channelMissing: Sentence(zh: "选一样：怎么告知的。", en: "Choose how they were told.")
        case .dayMissing: Sentence(zh: "写上是哪一天告知的。", en: "Give the day on which they were told.")
        case .dayUnreadable:
            Sentence(zh: "没有这一天。写成 2020-02-05 这样。", en: "There is no such day. Write it like 2020-02-05.")
        case .timeUnreadable:
            Sentence(
                zh: "没有这个钟点。写成 15:30 这样；不记得就空着。",
                en: "There is no such hour. Write it like 15:30, or leave it empty if it is not known.")
        case .inTheFuture:
            Sentence(zh: "这个时间还没有到，只记已经告知的。", en: "That is still to come; record only what has happened.")
        case .beforeSending(let moment):
            Sentence(
                zh: "公文 \(TimeWords.short(moment, .chinese)) 才分送，告知不会比它早。",
                en: "The notice was sent only on \(TimeWords.short(moment, .english)); nobody was told before.")
        }
    }
}

/// Which units were told, how and when, as it was typed.
package struct ReceiptRecordForm: Sendable, Hashable {
    package var units: Set<UnitID> = []
    package var channel: ReceiptFact.Channel?
    package var day: String
    /// Empty where only the day is known.
    package var time = ""
    package var note = ""

    package init(day: String) { self.day = day }

    package init(_ fields: FormFields) {
        units = Set(fields.all("unit").compactMap { UnitID($0) })
        channel = fields.first("channel").flatMap(ReceiptFact.Channel.init)
        day = String((fields.first("day") ?? "").prefix(Self.figuresMax))
        time = String((fields.first("time") ?? "").prefix(Self.figuresMax))
        note = String((fields.first("note") ?? "").prefix(Receipt.noteMax))
    }

    private static let figuresMax = 20

    /// What it says, or everything that is wrong with it in the order of the fields.
    func telling(of dispatch: Dispatch, now: Moment) -> Result<ReceiptFact.Telling, ReceiptRecordFaults> {
        var faults: [ReceiptRecordRefusal] = []
        if units.isEmpty { faults.append(.nobodyChosen) }
        if channel == nil { faults.append(.channelMissing) }
        var telling = ReceiptFact.Telling(note: note.trimmed.isEmpty ? nil : note.trimmed)
        telling.channel = channel
        telling.isDayOnly = time.trimmed.isEmpty
        do throws(ReceiptRecordRefusal) {
            telling.happenedAt = try happened(since: dispatch.issuedAt, now: now)
        } catch {
            faults.append(error)
        }
        return faults.isEmpty ? .success(telling) : .failure(ReceiptRecordFaults(all: faults))
    }

    /// The moment, or one of the day where only that is known: its first, yet never before the sending.
    private func happened(since sentAt: Moment, now: Moment) throws(ReceiptRecordRefusal) -> Moment {
        let (day, time) = (day.trimmed, time.trimmed)
        guard !day.isEmpty else { throw .dayMissing }
        guard let midnight = Zone.moment(typed: "\(day)T00:00") else { throw .dayUnreadable }
        guard !time.isEmpty else {
            guard day <= Zone.day(now) else { throw .inTheFuture }
            guard day >= Zone.day(sentAt) else { throw .beforeSending(at: sentAt) }
            return max(midnight, sentAt)
        }
        guard let moment = Zone.moment(typed: "\(day)T\(time)") else { throw .timeUnreadable }
        guard moment <= now else { throw .inTheFuture }
        // An hour is typed to the minute: the minute of the sending is not before it.
        guard moment.adding(seconds: 60) > sentAt else { throw .beforeSending(at: sentAt) }
        return max(moment, sentAt)
    }
}

/// Everything that is wrong with such a form; said at its fields.
package struct ReceiptRecordFaults: Error, Sendable {
    package var all: [ReceiptRecordRefusal]

    var sentences: [String: Sentence] {
        all.reduce(into: [:]) { $0[$1.field] = $0[$1.field] ?? $1.sentence }
    }
}
