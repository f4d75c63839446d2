package import Federation

/// Who has a dispatch, who has signed, who has not.
package struct WallModel: Sendable {
    package var notice: NoticeLine
    package var issuedAt: Moment
    /// By when to sign, where a unit has set a date; without one nothing is ever late.
    package var deadline: Deadline?
    package var view: View = .squares
    package var depth: Depth = .own
    /// This page in its views, and other depths or orders: 本级 84, 到县以下 612, 换成表格, CSV.
    package var links: [ViewLink] = []
    /// Where server-sent events come from; nil where nothing changes any more.
    package var livePath: String?
    package var branches: [Branch]
    /// Units that have not signed, the first few; `waitingCount` says how many there are.
    package var waiting: [WallUnit] = []
    package var waitingCount: Int
    package var waitingPath: String?
    /// Where it is written down that some of them were told (代签收); nil where this post may not.
    package var recordPath: String?
    /// Nil where this post may not urge, or nobody is left to.
    package var urge: Urge?
    /// What was sent to urge them, the newest first.
    package var urged: [UrgeModel.Past] = []
    /// At how many units above them the units not reached yet wait.
    package var stuckAt: Int = 0
    /// The next page of the plain table.
    package var morePath: String?
    /// Phrases that were kept without sending, units that were left out: shown to whoever reads the wall.
    package var leftOut: [LeftOut] = []
    package var relay: RelayLine?
    /// What became of the notice since, and of what it carries.
    package var banners: [NoticeBanner] = []
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

    /// How far down the wall looks.
    package enum Depth: Sendable {
        /// The units it was sent to.
        case own
        /// These and all below them, reached or not.
        case all
    }

    /// The panel to urge from.
    package struct Urge: Sendable {
        package var path: String
        package var choosePath: String
        package var act: ActID
        package var text: String
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
        /// Signed for by another unit, which wrote it down (代签收).
        package var isRecorded: Bool = false
        package var sentAt: Moment?
        package var openedAt: Moment?
        package var signedAt: Moment?
        /// Of the signature nothing but the day is known.
        package var isSignedOnADay: Bool = false
        package var signer: String?
        /// What it sent on, and how many of those have signed.
        package var passedOn: PassedOn?
        package var urged: UrgedSoFar?
    }

    package struct PassedOn: Sendable {
        /// The wall of its sending; nil where it is not this reader's.
        package var path: String?
        package var signed: Int
        package var total: Int
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
        /// Of those that signed, how many after the date, and how many another unit recorded.
        package var lateSigned = 0
        package var recorded = 0
        /// Copies, which are not signed for and not in `total`.
        package var information = 0

        package init() {}

        package init(
            undelivered: Int = 0, sent: Int = 0, opened: Int = 0, signed: Int = 0, relayed: Int = 0, conveyed: Int = 0,
            filed: Int = 0, lateSent: Int = 0, lateOpened: Int = 0, lateSigned: Int = 0, recorded: Int = 0,
            information: Int = 0
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
            self.lateSigned = lateSigned
            self.recorded = recorded
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

/// One branch of a wall, unit by unit.
package struct WallBranchModel: Sendable {
    package var notice: NoticeLine
    package var wallPath: String
    package var branch: WallModel.Branch
    package var hasDeadline: Bool
    package var urgePath: String?
    package var morePath: String?
}

extension WallModel.Counts {
    package static func + (left: Self, right: Self) -> Self {
        Self(
            undelivered: left.undelivered + right.undelivered, sent: left.sent + right.sent,
            opened: left.opened + right.opened, signed: left.signed + right.signed,
            relayed: left.relayed + right.relayed,
            conveyed: left.conveyed + right.conveyed, filed: left.filed + right.filed,
            lateSent: left.lateSent + right.lateSent, lateOpened: left.lateOpened + right.lateOpened,
            lateSigned: left.lateSigned + right.lateSigned, recorded: left.recorded + right.recorded,
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
            if unit.isLate, unit.state?.isSigned == true { lateSigned += 1 }
            if unit.isRecorded { recorded += 1 }
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
