package import Federation
package import Web

/// How and when a paper from outside came to a unit (来文).
package struct NoticeArrival: Sendable, Hashable {
    package var channel: ReceiptFact.Channel?
    package var at: Moment?
    /// Only the day of `at` is known.
    package var isDayOnly = false
}

/// The same as it is typed; empty where the paper was simply typed in here.
package struct NoticeArrivalForm: Sendable, Hashable {
    package var channel = ""
    package var day = ""
    package var time = ""

    package init() {}

    package init(_ form: FormFields) {
        func field(_ name: String) -> String { String((form.first(name) ?? "").trimmed.prefix(20)) }
        (channel, day, time) = (field("arrival_channel"), field("arrival_day"), field("arrival_time"))
    }

    package var isEmpty: Bool { channel.isEmpty && day.isEmpty && time.isEmpty }

    /// - Returns: nil where nothing is typed.
    /// - Throws: `NoticeArrivalRefusal`, which names the field.
    package func arrival(now: Moment) throws(NoticeArrivalRefusal) -> NoticeArrival? {
        guard !isEmpty else { return nil }
        var arrival = NoticeArrival(channel: ReceiptFact.Channel(rawValue: channel))
        guard channel.isEmpty || arrival.channel != nil else { throw .channelUnknown }
        guard !day.isEmpty else {
            guard time.isEmpty else { throw .dayMissing }
            return arrival
        }
        guard let midnight = Zone.moment(typed: "\(day)T00:00") else { throw .dayUnreadable }
        arrival.isDayOnly = time.isEmpty
        guard let moment = time.isEmpty ? midnight : Zone.moment(typed: "\(day)T\(time)") else { throw .timeUnreadable }
        guard moment <= now else { throw .inTheFuture }
        arrival.at = moment
        return arrival
    }
}

package enum NoticeArrivalRefusal: Refusal {
    case channelUnknown
    case dayMissing
    case dayUnreadable
    case timeUnreadable
    case inTheFuture

    package var code: String {
        switch self {
        case .channelUnknown: "notice.arrival_channel_unknown"
        case .dayMissing: "notice.arrival_day_missing"
        case .dayUnreadable: "notice.arrival_day_unreadable"
        case .timeUnreadable: "notice.arrival_time_unreadable"
        case .inTheFuture: "notice.arrival_in_the_future"
        }
    }

    package var manner: RefusalManner { .invalid }

    /// The form's field that it is about.
    package var field: String {
        switch self {
        case .channelUnknown: "arrival_channel"
        case .dayMissing, .dayUnreadable, .inTheFuture: "arrival_day"
        case .timeUnreadable: "arrival_time"
        }
    }

    package var sentence: Sentence {
        switch self {
        case .channelUnknown: Sentence(zh: "来文渠道选一样，或者空着。", en: "Choose how it came, or leave it empty.")
        case .dayMissing: Sentence(zh: "写了钟点，也写上是哪一天。", en: "There is an hour; give the day too.")
        case .dayUnreadable:
            Sentence(zh: "没有这一天。写成 2020-02-05 这样。", en: "There is no such day. Write it like 2020-02-05.")
        case .timeUnreadable:
            Sentence(
                zh: "没有这个钟点。写成 15:30 这样；不记得就空着。",
                en: "There is no such hour. Write it like 15:30, or leave it empty if it is not known.")
        case .inTheFuture: Sentence(zh: "这个时间还没有到；写收到的时间。", en: "That is still to come; write when it came.")
        }
    }
}
