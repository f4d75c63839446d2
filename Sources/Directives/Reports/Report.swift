package import Federation

/// What a unit tells the level above about a notice (报告), in its own words and with figures that are frozen as it signs.
package struct Report: Sendable, Hashable {
    package enum State: String, Sendable, Hashable, CaseIterable {
        case draft, sent, accepted, returned

        /// Words can still be written.
        package var isOpen: Bool { self == .draft || self == .returned }
    }

    package var id: ReportID
    package var notice: NoticeID
    package var unit: UnitID
    /// The unit directly above, to which it goes.
    package var receiver: UnitID
    /// The first report of the unit about the notice is 1, a follow-up 2.
    package var ordinal: Int
    package var state: State
    /// The newest version; `signedVersion` is the one that went up.
    package var version: Int
    package var signedVersion: Int?
    package var sentAt: Moment?
    package var createdAt: Moment
    /// The office of the receiver to which the notice wants it sent: 办公室.
    package var office: String?
    /// That office as a unit, where it is one with people in it.
    package var officeUnit: UnitID?
    /// The last day that it speaks of, where reports come in a rhythm.
    package var coversOn: CivilDay?
    /// It says that nothing new happened, and nothing else.
    package var isZero = false
    /// The unit that wrote it down for one that is not on Muster.
    package var recordedBy: UnitID?
    /// The newest seal of the journal as it was signed.
    package var seal: SealHead?
}

package typealias ReportID = ID<Report>

/// One version of a report's words, with the figures of that moment.
package struct ReportVersion: Sendable, Hashable {
    package var version: Int
    package var body: String
    package var figures: ReportFigures
    package var person: PersonID
    package var post: PostID
    package var moment: Moment
}

/// Sums and their coverage, as they were; each branch that makes them is kept beside.
package struct ReportFigures: Sendable, Hashable, Codable {
    /// A part of a whole, in units; of `settled`, in units times duties.
    package struct Count: Sendable, Hashable, Codable {
        package var part: Int
        package var whole: Int

        package init(_ part: Int, of whole: Int) { (self.part, self.whole) = (part, whole) }

        package var isPartial: Bool { part < whole }
    }

    package struct Branch: Sendable, Hashable, Codable {
        package var name: String
        package var reached: Count
        package var signed: Count
        package var settled: Count
    }

    package var reached: Count
    package var signed: Count
    package var passedOn: Count
    package var settled: Count
    package var late: Int
    package var branches: [Branch]

    package init(
        reached: Count, signed: Count, passedOn: Count, settled: Count, late: Int, branches: [Branch] = []
    ) {
        (self.reached, self.signed, self.passedOn, self.settled) = (reached, signed, passedOn, settled)
        (self.late, self.branches) = (late, branches)
    }
}

/// Something that was done with a report, and stays.
package struct ReportFact: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable { case written, sent, accepted, returned }

    package var kind: Kind
    package var version: Int
    package var text: String?
    package var unit: UnitID
    package var person: PersonID
    package var moment: Moment
}

/// A unit as a signed report found it.
package struct ReportUnit: Sendable, Hashable, Codable {
    package enum State: Int, Sendable, Hashable, CaseIterable, Codable, Comparable {
        case unreached, reached, signed, passedOn

        package static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
    }

    package var name: String
    package var kind: UnitKind
    package var state: State
    package var isLate: Bool
    /// How many of the notice's duties it had settled.
    package var settled: Int
}

/// What somebody says of a draft beside its words.
package struct ReportRemark: Sendable, Hashable {
    package var version: Int
    package var text: String
    package var person: PersonID
    package var moment: Moment

    package static let textMax = 500
}

/// Words of a report from below, with their source.
package struct ReportQuote: Sendable, Hashable {
    package var place: Int
    package var source: ReportID
    package var sourceVersion: Int
    package var text: String
}

package enum ReportRefusal: Refusal {
    case noLevelAbove
    case openAlready
    case notOpen
    case bodyMissing
    case bodyTooLong
    case reasonMissing
    case notSent
    case saysMore([String])
    case passageUnknown
    case notAddressed
    case remarkMissing
    case unitMissing
    case dayUnreadable
    case dayAhead
    case channelMissing

    package static let bodyMax = 20_000
    package static let reasonMax = 1_000

    package var code: String {
        switch self {
        case .noLevelAbove: "report.no_level_above"
        case .openAlready: "report.open_already"
        case .notOpen: "report.not_open"
        case .bodyMissing: "report.body_missing"
        case .bodyTooLong: "report.body_too_long"
        case .reasonMissing: "report.reason_missing"
        case .notSent: "report.not_sent"
        case .saysMore: "report.says_more"
        case .passageUnknown: "report.passage_unknown"
        case .notAddressed: "report.not_addressed"
        case .remarkMissing: "report.remark_missing"
        case .unitMissing: "report.unit_missing"
        case .dayUnreadable: "report.day_unreadable"
        case .dayAhead: "report.day_ahead"
        case .channelMissing: "report.channel_missing"
        }
    }

    package var manner: RefusalManner {
        switch self {
        case .bodyMissing, .bodyTooLong, .reasonMissing, .saysMore, .passageUnknown, .remarkMissing,
            .unitMissing, .dayUnreadable, .dayAhead, .channelMissing:
            .invalid
        case .noLevelAbove, .openAlready, .notOpen, .notSent, .notAddressed: .conflict
        }
    }

    package var sentence: Sentence {
        switch self {
        case .noLevelAbove:
            Sentence(zh: "本单位上面没有单位，不用报。", en: "No unit stands above yours; there is nobody to report to.")
        case .openAlready:
            Sentence(
                zh: "这份公文已有一份没有报出的报告，接着写那一份。", en: "A report about this notice is open already; go on with that one.")
        case .notOpen:
            Sentence(
                zh: "已经报出的不能改；另写一份续报，或等上级退回。",
                en: "What was sent is not changed; write a follow-up, or wait until it is returned.")
        case .bodyMissing: Sentence(zh: "报告还没有内容。", en: "The report says nothing yet.")
        case .bodyTooLong:
            Sentence(zh: "最多 \(Self.bodyMax) 个字，删短一些。", en: "At most \(Self.bodyMax) characters; make it shorter.")
        case .reasonMissing: Sentence(zh: "写明退回的原因。", en: "Say why it is returned.")
        case .notSent: Sentence(zh: "这份报告不在等你们处理。", en: "This report does not wait for your unit.")
        case .saysMore(let sentences):
            Sentence(
                zh: "有 \(sentences.count) 句比数字说得多：数字没有到全部。改这几句，或勾上“照样报出”。",
                en:
                    "\(sentences.count) sentence\(sentences.count == 1 ? " says" : "s say") more than the figures cover. Change them, or tick that it is to go all the same."
            )
        case .passageUnknown: Sentence(zh: "选一段下级报上来的话。", en: "Choose a passage that was reported from below.")
        case .remarkMissing:
            Sentence(
                zh: "写明意见，最多 \(ReportRemark.textMax) 个字。",
                en: "Write the remark, \(ReportRemark.textMax) characters at most.")
        case .unitMissing: Sentence(zh: "选是哪个单位报来的。", en: "Choose which unit reported.")
        case .dayUnreadable:
            Sentence(zh: "没有这一天。写成 2020-02-05 这样。", en: "There is no such day. Write it like 2020-02-05.")
        case .dayAhead: Sentence(zh: "这一天还没有到，只记已经报来的。", en: "That day is still to come; record only what has come.")
        case .channelMissing: Sentence(zh: "选一样：怎么报来的。", en: "Choose how it came.")
        case .notAddressed:
            Sentence(
                zh: "这份公文没有送到本单位，先登记或等上级送来。",
                en: "This notice has not come to your unit; register it first, or wait until it is sent.")
        }
    }

    /// The field it is about.
    package var field: String? {
        switch self {
        case .bodyMissing, .bodyTooLong, .saysMore: "body"
        case .reasonMissing: "reason"
        case .passageUnknown: "passage"
        case .remarkMissing: "remark"
        case .unitMissing: "unit"
        case .dayUnreadable, .dayAhead: "day"
        case .channelMissing: "channel"
        case .noLevelAbove, .openAlready, .notOpen, .notSent, .notAddressed: nil
        }
    }
}
