package import Federation

/// One unit's own copy of a notice: open, read, sign.
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
    package var next: NextAct
    package var now: Moment

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
    }

    /// What follows the signature.
    package enum NextAct: Sendable {
        /// Units are below and it may go on to them.
        case relay(path: String, units: Int)
        /// It went on; the wall is at `path`.
        case relayed(path: String, units: Int, at: Moment)
        /// Units are below, but this post may not relay.
        case relayByAnother(units: Int)
        /// Nothing is below.
        case end
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
    /// The units above, nearest first.
    package var seenBy: [Seen] = []
    package var next: ReceiptModel.NextAct
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
