package import Federation

/// What a unit asks of the reports about a notice: how often they come, by which outline, and why.
package struct ReportAsking: Sendable, Hashable {
    package var id: ReportAskingID
    package var notice: NoticeID
    package var unit: UnitID
    package var rhythm: ReportRhythm?
    /// Who reports in this rhythm: all below, or those directly below.
    package var depth: DueScope.Depth
    /// The heads by which reports are written, one to a line; 【签收】 and others are filled with figures.
    package var outline: String?
    package var reason: String
    package var moment: Moment
}

package typealias ReportAskingID = ID<ReportAsking>

/// What is typed where a unit asks for reports.
package struct ReportAskingForm: Sendable, Hashable {
    /// Empty for no rhythm.
    package var rhythm: String
    package var outline: String
    package var reason: String

    package init(rhythm: String = "", outline: String = "", reason: String = "") {
        (self.rhythm, self.outline, self.reason) = (rhythm, outline, reason)
    }

    package static let outlineMax = 4_000
    package static let reasonMax = 500
}

/// A report that came by telephone, as typed.
package struct ReportRecordForm: Sendable, Hashable {
    package var unit: UnitID?
    package var channel: ReceiptFact.Channel?
    package var day: String
    package var body: String

    package init(unit: UnitID? = nil, channel: ReceiptFact.Channel? = nil, day: String, body: String = "") {
        (self.unit, self.channel, self.day, self.body) = (unit, channel, day, body)
    }
}

/// A stretch of days for which reports are asked.
package struct ReportPeriod: Sendable, Hashable {
    package var id: ReportPeriodID
    package var notice: NoticeID
    /// Who asks.
    package var unit: UnitID
    package var first: CivilDay
    package var last: CivilDay
    package var dueAt: Moment

    package var days: ClosedRange<CivilDay> { first...last }
}

package typealias ReportPeriodID = ID<ReportPeriod>

package enum ReportAskingRefusal: Refusal {
    case reasonMissing
    case tooLong
    case rhythmUnknown
    case nothingAsked

    package var code: String {
        switch self {
        case .reasonMissing: "report_asking.reason_missing"
        case .tooLong: "report_asking.too_long"
        case .rhythmUnknown: "report_asking.rhythm_unknown"
        case .nothingAsked: "report_asking.nothing_asked"
        }
    }

    package var manner: RefusalManner { .invalid }

    package var sentence: Sentence {
        switch self {
        case .reasonMissing: Sentence(zh: "写明为什么要；下面每个单位都看得到。", en: "Give the reason; every unit below reads it.")
        case .tooLong:
            Sentence(
                zh: "提纲最多 \(ReportAskingForm.outlineMax) 个字，理由最多 \(ReportAskingForm.reasonMax) 个字。",
                en:
                    "At most \(ReportAskingForm.outlineMax) characters of outline and \(ReportAskingForm.reasonMax) of reason."
            )
        case .rhythmUnknown: Sentence(zh: "选一样：多久报一次。", en: "Choose how often.")
        case .nothingAsked: Sentence(zh: "选多久报一次，或写一份提纲。", en: "Choose how often, or write an outline.")
        }
    }

    /// The field it is about.
    package var field: String {
        switch self {
        case .reasonMissing: "asking_reason"
        case .tooLong, .nothingAsked: "outline"
        case .rhythmUnknown: "rhythm"
        }
    }
}
