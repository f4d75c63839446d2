package import Federation

/// Who has a dispatch, who has signed, who has not.
package struct WallModel: Sendable {
    package var notice: NoticeLine
    package var issuedAt: Moment
    /// By when to sign, where a unit has set a date; without one nothing is ever late.
    package var deadline: Deadline?
    package var view: View = .squares
    /// This page in its views, and other depths or orders: 本级 84, 到县以下 612, 换成表格, CSV.
    package var links: [ViewLink] = []
    /// Where server-sent events come from; nil where nothing changes any more.
    package var livePath: String?
    package var branches: [Branch]
    /// Units that have not signed, the first few; `waitingCount` says how many there are.
    package var waiting: [WallUnit] = []
    package var waitingCount: Int
    package var waitingPath: String?
    /// The next page of the plain table.
    package var morePath: String?
    /// Phrases that were kept without sending, units that were left out: shown to whoever reads the wall.
    package var leftOut: [LeftOut] = []
    package var relay: RelayLine?
    package var now: Moment
    /// Width of the column of squares, in CSS pixels: beside the legend, and where the wall takes the whole width.
    package var columnWidth: Int = 640
    package var wideColumnWidth: Int = 990

    package enum View: Sendable {
        /// Squares in the order of unit codes, so that a square never moves.
        case squares
        /// Squares by state.
        case states
        /// A plain table.
        case table
    }

    package struct Deadline: Sendable {
        package var at: Moment
        /// 本单位所定，原文没有
        package var setBy: Sentence
    }

    package struct ViewLink: Sendable {
        package var name: Sentence
        package var path: String
        package var isCurrent: Bool = false
    }

    package struct Branch: Sendable {
        /// Names its row on the page: letters, digits, hyphens; the same in the page and in an event.
        package var key: String
        package var name: String
        /// Where the branch opens further.
        package var path: String?
        /// 上一级未签收，尚未下发
        package var note: Sentence?
        package var counts: Counts
        /// Its units by code; may be empty where the wall is too large for one link each.
        package var units: [WallUnit] = []
        package var medianSeconds: Int64?
    }

    /// A unit's receipt.
    package struct WallUnit: Sendable {
        package var id: UnitID
        package var name: String
        /// The receipt, or the unit.
        package var path: String
        /// Nil where no delivery has reached it.
        package var state: ReceiptState?
        package var purpose: Purpose = .action
        package var isLate: Bool = false
        package var sentAt: Moment?
        package var openedAt: Moment?
        package var signedAt: Moment?
        package var signer: String?
    }

    /// How many units stand where. Each unit for action is in exactly one of the first seven.
    package struct Counts: Sendable, Hashable {
        package var undelivered = 0
        package var sent = 0
        package var opened = 0
        package var signed = 0
        package var relayed = 0
        package var conveyed = 0
        package var filed = 0
        /// Of those not signed, how many are late and had not been opened, or had.
        package var lateSent = 0
        package var lateOpened = 0
        /// Copies, which are not signed for and not in `total`.
        package var information = 0

        package init() {}

        package init(
            undelivered: Int = 0, sent: Int = 0, opened: Int = 0, signed: Int = 0, relayed: Int = 0, conveyed: Int = 0,
            filed: Int = 0, lateSent: Int = 0, lateOpened: Int = 0, information: Int = 0
        ) {
            self.undelivered = undelivered
            self.sent = sent
            self.opened = opened
            self.signed = signed
            self.relayed = relayed
            self.conveyed = conveyed
            self.filed = filed
            self.lateSent = lateSent
            self.lateOpened = lateOpened
            self.information = information
        }

        package var total: Int { undelivered + sent + opened + hasSigned }
        /// Signed, or further.
        package var hasSigned: Int { signed + relayed + conveyed + filed }
        package var late: Int { lateSent + lateOpened }
    }

    package struct LeftOut: Sendable {
        /// The phrase or the unit, as written.
        package var words: String
        package var reason: String?
        package var isPhrase: Bool
    }
}

/// The way of a notice through the levels, in time.
package struct RelayLine: Sendable {
    package var levels: [Level]
    package var now: Moment

    package struct Level: Sendable {
        /// 河南省总工会; 县（市）区总工会等
        package var name: String
        /// What it did: 电报签发; 转发，84 个单位. The median is said by the drawing.
        package var note: Sentence?
        package var issued: Known?
        /// When the next level had it; with `isWaiting`, it waits still.
        package var passedOnAt: Moment?
        package var isWaiting: Bool = false
        /// Every signature of the units of this level, in any order.
        package var signatures: [Moment] = []
        /// When it was sent to them.
        package var sentAt: Moment?
        /// Of how many; 0 for a level that does not sign.
        package var total: Int = 0
    }

    /// How exactly a moment is known: what happened before Muster is known to the day.
    package enum Known: Sendable {
        case moment(Moment)
        /// An ISO day.
        case day(String)
    }
}

extension WallModel.Counts {
    package static func + (left: Self, right: Self) -> Self {
        Self(
            undelivered: left.undelivered + right.undelivered, sent: left.sent + right.sent,
            opened: left.opened + right.opened, signed: left.signed + right.signed,
            relayed: left.relayed + right.relayed,
            conveyed: left.conveyed + right.conveyed, filed: left.filed + right.filed,
            lateSent: left.lateSent + right.lateSent, lateOpened: left.lateOpened + right.lateOpened,
            information: left.information + right.information)
    }

    /// The counts of units that are listed one by one.
    package init(_ units: [WallModel.WallUnit]) {
        self.init()
        for unit in units {
            guard unit.purpose == .action else {
                information += 1
                continue
            }
            switch unit.state {
            case nil: undelivered += 1
            case .sent: sent += 1
            case .opened: opened += 1
            case .signed: signed += 1
            case .relayed: relayed += 1
            case .conveyed: conveyed += 1
            case .filed: filed += 1
            }
            // What has not reached a unit is not its lateness.
            if unit.isLate, unit.state == .sent { lateSent += 1 }
            if unit.isLate, unit.state == .opened { lateOpened += 1 }
        }
    }

    /// As the layout divides squares: late ones stand apart from those that merely wait.
    package var squares: [WallLayout.State: Int] {
        [
            .late: late, .undelivered: undelivered, .delivered: max(0, sent - lateSent),
            .opened: max(0, opened - lateOpened), .signed: signed + filed, .relayed: relayed + conveyed,
        ]
    }
}
