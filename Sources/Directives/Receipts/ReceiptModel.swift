package import Federation

/// One unit's own copy of a notice: open, read, sign, and pass on.
package struct ReceiptModel: Sendable {
    package var notice: NoticeLine
    package var purpose: Purpose
    /// The unit it came from, and when it was sent.
    package var from: String
    package var sentAt: Moment
    package var paper: PaperExcerpt
    /// Dates in the text that had passed before it came here.
    package var passed: [PassedDate] = []
    /// Which of how many open things of today this is; nil outside Today.
    package var turn: Turn?
    /// Nil where this post may not sign.
    package var sign: Sign?
    package var signed: Signed?
    package var deadline: Deadline?
    package var urged: Urged?
    package var next: NextAct
    /// How far it has come.
    package var state: ReceiptState = .opened
    /// Nil where this post may not convey, or it is too early, or it was done.
    package var conveying: Conveying?
    package var filing: Filing?
    /// Where everything that this unit did with it is listed, and other pages about it.
    package var links: [NoticeLink] = []
    /// What became of it since, and of what it carries.
    package var banners: [NoticeBanner] = []
    /// Withdrawn or replaced: nobody signs for it any more.
    package var isEnded: Bool = false
    package var now: Moment

    /// What it asks of this unit; nil where it asks nothing.
    package var asked: Asked?

    /// Duties of the notice and of all it carries, the first of them in words.
    package struct Asked: Sendable {
        package static let shownMax = 6

        package var count: Int
        package var quotes: [String]
        package var minutes: Int
        package var path: String
    }

    package struct Turn: Sendable {
        package var place: Int
        package var count: Int
        package var path: String
    }

    /// What the button does, and as whom.
    package struct Sign: Sendable {
        package var path: String
        package var act: ActID
        package var person: String
    }

    package struct Signed: Sendable {
        package var person: String
        package var post: Sentence?
        package var at: Moment
        /// The journal entry's number as shown.
        package var journal: String?
        /// Where another unit wrote it down (代签收); `person` is who did.
        package var recorded: Recorded?
    }

    /// What is known of a signature that another unit wrote down.
    package struct Recorded: Sendable {
        package var unit: String
        package var channel: ReceiptFact.Channel?
        package var isDayOnly: Bool
    }

    /// By when it is to be signed for, and who set that.
    package struct Deadline: Sendable {
        package var at: Moment
        package var setBy: String
        /// Signed after it, or not signed and past it.
        package var isLate: Bool
    }

    /// How often the unit was urged to sign, and the last words.
    package struct Urged: Sendable {
        package var times: Int
        package var last: Moment
        package var by: String
        package var text: String
    }

    /// What follows the signature.
    package enum NextAct: Sendable {
        /// Units are below and it may go on to them; at `path` the addressees are looked at and changed.
        case relay(path: String, units: Int, quick: QuickRelay? = nil)
        /// It went on; the wall is at `path`.
        case relayed(path: String, units: Int, at: Moment)
        /// Units are below, but this post may not relay.
        case relayByAnother(units: Int)
        /// Units are below, and it may not go on to them now: why, and where that is settled.
        case held(Sentence, NoticeLink?)
        /// Nothing is below.
        case end
    }

    /// The customary line reaches whom it names and leaves nothing open: one press sends it on.
    package struct QuickRelay: Sendable {
        package var path: String
        package var act: ActID
        package var line: String
        package var phrases: [Phrase]
        /// Units directly below that the line does not reach.
        package var unreached: Int = 0

        package var count: Int { phrases.reduce(0) { $0 + $1.units } }

        package struct Phrase: Sendable {
            package var text: String
            package var units: Int
        }
    }

    /// The form that says how the workers were told.
    package struct Conveying: Sendable {
        package var path: String
        package var act: ActID
        package var form: ConveyanceForm
        package var errors: [String: Sentence] = [:]
    }

    /// The form that files the notice.
    package struct Filing: Sendable {
        package var path: String
        package var act: ActID
        package var reason = ""
        package var errors: [String: Sentence] = [:]
    }

    package struct PassedDate: Sendable {
        /// The words of the notice.
        package var quote: String
        /// ISO.
        package var day: String
    }
}

/// The part of a notice that stands before what it carries, as printed.
package struct PaperExcerpt: Sendable {
    package var title: String
    package var number: String?
    package var addresseeLine: String?
    /// Paragraphs in order.
    package var body: [String]
    /// True where the body goes on; the whole is at `fullPath`.
    package var isCut: Bool = false
    package var signature: String?
    /// ISO.
    package var datedOn: String?
    package var contained: [Contained] = []
    package var fullPath: String

    /// A notice that this one carries.
    package struct Contained: Sendable {
        package var name: String
        package var path: String
    }
}

/// The page after signing: what was saved, who can see it now, what comes next.
package struct SignedSlipModel: Sendable {
    package var noticeTitle: String
    package var receiptPath: String
    package var todayPath: String
    package var person: String
    package var at: Moment
    package var journal: String?
    package var recorded: ReceiptModel.Recorded?
    /// The units above, nearest first.
    package var seenBy: [Seen] = []
    package var next: ReceiptModel.NextAct
    /// Offered here where nothing is below.
    package var conveying: ReceiptModel.Conveying?
    /// How many duties of the notice are open here; they come next.
    package var asked = 0
    /// The next open thing of today.
    package var nextDue: NextDue?

    package struct Seen: Sendable {
        package var unit: String
        /// 41 个单位里的第 36 个
        package var signed: Int
        package var total: Int
    }

    package struct NextDue: Sendable {
        package var path: String
        package var minutes: Int
    }
}

/// Everything that was done with one unit's copy of a notice.
package struct ReceiptFactsModel: Sendable {
    package var notice: NoticeLine
    package var purpose: Purpose
    package var receiptPath: String
    package var from: String
    package var sentAt: Moment
    /// In the order it was written.
    package var rows: [Row]

    package struct Row: Sendable {
        package var kind: ReceiptFact.Kind
        package var at: Moment
        package var isDayOnly: Bool
        package var person: String
        package var post: Sentence?
        package var note: String?
        package var people: Int?
        package var channel: ReceiptFact.Channel?
        /// The unit that wrote it down for this one, and when.
        package var recordedBy: String?
        package var recordedAt: Moment
    }
}

/// The page on which a sender writes down for others that they were told.
package struct ReceiptRecordModel: Sendable {
    package var notice: NoticeLine
    package var wallPath: String
    package var sentAt: Moment
    package var path: String
    package var act: ActID
    package var form: ReceiptRecordForm
    package var errors: [String: Sentence] = [:]
    /// Not on Muster: nobody there can sign.
    package var absent: [Waiting]
    /// They could sign themselves.
    package var others: [Waiting]
    /// How many have not signed; the lists hold the first of them.
    package var count: Int
    /// ISO: no later day can be chosen.
    package var today: String

    package struct Waiting: Sendable {
        package var id: UnitID
        package var name: String
        package var state: ReceiptState
        package var isLate: Bool
    }
}
