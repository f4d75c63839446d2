/// What the reader understood of one notice, with the place in the text beside every field.
///
/// Nothing here is invented: what the paper does not print is nil or empty, and what was only
/// concluded from another place (a number printed in the cover alone) says so in `fields`.
package struct ReadNotice: Sendable, Hashable {
    /// The whole title on one line, without the line breaks of the print.
    package var title: String?
    /// The kind of paper named at the end of the title: 通知, 意见, 报告, …
    package var kind: String?
    /// 发文字号 with brackets 〔〕 and without spaces: `豫工发电〔2020〕3号`.
    package var number: String?
    /// 特提, 特急, 加急 or 平急.
    package var grade: String?
    package var medium: ReadMedium = .document
    package var telegram: ReadTelegram?
    /// Issuing bodies by full name, the lead body first.
    package var issuers: [String] = []
    /// The name printed over the date; of a joint paper all names, joined with 、.
    package var signature: String?
    /// 成文日期 as an ISO date: `2020-02-04`.
    package var date: String?
    /// The day of printing in the footer (…印发), an ISO date.
    package var printedDate: String?
    package var addressees: ReadAddressees?
    package var clauses: [ReadClause] = []
    /// Names of the listed attachments as printed, without their numbers.
    package var attachments: [String] = []
    /// 抄送, without its label.
    package var cc: String?
    /// 附注 such as 此件公开发布, without its parentheses.
    package var note: String?
    package var reports: [ReadReport] = []
    package var dates: [ReadDate] = []
    /// What the clauses ask, of whom: proposals, for a person to decide.
    package var obligations: [ObligationProposal] = []
    package var cites: [ReadCite] = []
    package var forwarded: [ReadForwarded] = []
    /// Where each field was read, by the field's name: `title`, `telegram.sender`.
    package var fields: [String: ReadField] = [:]
    package var unsure: [ReadDoubt] = []
    /// This notice's own text, without the notices inside it: two ranges where they lie between.
    package var range: [ReadRange] = []

    package init() {}
}

/// Unicode scalars of the input, from `start` up to but not including `end`. Travels as `[start, end]`.
package struct ReadRange: Sendable, Hashable {
    package var start: Int
    package var end: Int

    package init(_ start: Int, _ end: Int) {
        self.start = start
        self.end = end
    }
}

package enum ReadMedium: String, Sendable, Hashable, Codable {
    case document, telegram
}

/// The head of a fax telegram (内部明电, 密码电报).
package struct ReadTelegram: Sendable, Hashable {
    package var mark: String?
    /// 发电单位.
    package var sender: String?
    /// 签批盖章: who let it go out.
    package var signOff: String?
    /// ××机发…号, given by the cipher office on sending. Empty when it is printed but not filled in.
    package var machineNumber: String?

    package init() {}
}

package struct ReadAddressees: Sendable, Hashable, Codable {
    /// The line without its colon.
    package var line: String
    /// Its items. An item that borrows the head or the owner of its neighbour stays with it.
    package var phrases: [String]
}

/// A numbered clause with everything under it.
package struct ReadClause: Sendable, Hashable, Codable {
    /// The numeral as printed: 一、 （二） 3.
    package var numeral: String
    /// The heading, or the first sentence when the clause has no line of its own for one.
    package var heading: String
    /// 1 is the outermost numbering of this notice, whatever signs it uses.
    package var level: Int
    /// The clause from its numeral to the next clause of its level.
    package var ranges: [ReadRange]
    package var clauses: [ReadClause]
}

/// A sentence that asks for a report.
package struct ReadReport: Sendable, Hashable {
    /// At most 120 characters.
    package var quote: String
    package var ranges: [ReadRange]
    /// To whom, in the words of the text; nil where it only says 报告.
    package var to: String?
    /// By when, in the words of the text: 及时, 3月31日前.
    package var by: String?
    /// How often, in the words of the text: 每周, 每日.
    package var cadence: String?
}

/// A day named in the running text.
package struct ReadDate: Sendable, Hashable {
    package var text: String
    package var ranges: [ReadRange]
    /// ISO. A missing year is the one that brings the day nearest to the notice's own date.
    package var date: String?
    /// Still ahead, or a term, when the notice was written, and over when the outermost cover was dated.
    /// A day the notice itself tells of as past is not flagged.
    package var passed: Bool
}

/// A paper that the notice refers to: by title, by number, or by both.
package struct ReadCite: Sendable, Hashable {
    /// As printed between 《 》.
    package var title: String?
    package var number: String?
    /// Every place where it is named.
    package var ranges: [ReadRange]
}

package enum ReadRelation: String, Sendable, Hashable, Codable {
    case forward = "转发"
    case issue = "印发"
    case endorse = "批转"
    case attachment = "附件"
}

/// A notice inside another.
package struct ReadForwarded: Sendable, Hashable {
    package var relation: ReadRelation
    package var notice: ReadNotice
}

package struct ReadField: Sendable, Hashable, Codable {
    package enum How: String, Sendable, Hashable, Codable {
        /// It stands in the text at these ranges.
        case printed
        /// It was concluded from the text at these ranges.
        case inferred
        /// A person set it; the reader itself never says so.
        case corrected
    }

    package var ranges: [ReadRange]
    package var how: How
}

/// A field the reader is not sure of, and why, in both languages.
package struct ReadDoubt: Sendable, Hashable, Codable {
    package struct Reason: Sendable, Hashable, Codable {
        package var zh: String
        package var en: String
    }

    package var field: String
    package var reason: Reason
}
