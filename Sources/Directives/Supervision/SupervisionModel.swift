package import Federation

/// The notices that ask something, and what is stuck.
package struct SupervisionListModel: Sendable {
    package var notices: [Line]
    package var stuck: [StuckLine]
    package var now: Moment

    package struct Line: Sendable {
        package var notice: NoticeLine
        package var duties: Int
        package var standing: Standing
        package var path: String
    }
}

/// One of the things that need a leader.
package struct StuckLine: Sendable {
    /// The paper in which it came.
    package var notice: NoticeLine
    package var path: String
    package var branch: String
    package var branchPath: String
    package var duties: Int
    package var grade: Grade?
    package var standing: Standing
    package var since: Moment
    package var turn: Stuck.Turn
}

/// Obligations by branches.
package struct MatrixModel: Sendable {
    package var notice: NoticeLine
    package var banners: [NoticeBanner]
    package var sortingPath: String
    package var columns: [Column]
    package var groups: [Group]
    /// Only rows that are not all settled.
    package var isStuckOnly: Bool
    package var address: String
    package var csvPath: String
    /// The way to add to all of it; nil for whoever may not.
    var adding: AdditionPages.Form?

    package struct Column: Sendable, Hashable {
        package var name: String
        /// What it stands for in a link to a cell.
        package var place: Place

        package enum Place: Sendable, Hashable {
            case branch(UnitID)
            /// Units of a kind directly below, without any of their own below them.
            case kind(UnitKind, below: UnitID)
        }
    }

    /// The duties of one notice.
    package struct Group: Sendable {
        package var title: String
        package var path: String
        package var rows: [Row]
    }

    package struct Row: Sendable {
        package var obligation: ObligationID
        package var quote: String
        package var clause: String?
        package var role: ObligationRole
        package var dueAt: Moment?
        /// By column; nil where nobody is bound.
        package var cells: [Standing?]
        package var total: Standing
    }
}

/// One obligation: the sentence, whom it binds, how far each branch is, and the way to urge.
package struct ObligationModel: Sendable {
    package var line: ObligationLine
    package var matrixPath: String
    package var role: ObligationRole
    package var bound: ObligationBound
    package var condition: String?
    package var sort: Obligation.Sort
    package var proof: ObligationProof
    package var sorter: String
    package var total: Standing
    package var branches: [Branch]
    /// The branch that is shown, where it is not the reader's own unit, and the way to it.
    package var above: [(name: String, path: String)] = []
    package var branch: String?
    /// The last days on which it was settled, ISO, the earliest first.
    package var days: [CivilDay] = []
    package var tally = ObligationTally()
    package var sheetPath = ""
    package var latest: [Latest]
    package var additions: [AdditionLine] = []
    /// Who answers for it at the reader's unit: 赵甲 负总责.
    package var owners: [String] = []
    var adding: AdditionPages.Form?
    package var urge: UrgeForm?
    package var urged: (times: Int, last: Moment?)
    package var now: Moment

    package struct Branch: Sendable {
        package var name: String
        package var path: String
        package var standing: Standing
        package var tally = ObligationTally()
        /// The same picture of the branch.
        package var downPath: String?
    }

    package struct Latest: Sendable {
        package var unit: String
        package var path: String
        package var state: Assignment.State
        package var text: String?
        package var figure: Int?
        package var outOf: Int?
        package var at: Moment
    }

    package struct UrgeForm: Sendable {
        package var path: String
        package var act: ActID
        package var units: Int
        package var text: String
        package var errors: [String: Sentence] = [:]
    }
}

/// What units of a branch said in settling an obligation: how many on which day, and the sum of their figures beside how
/// many gave one.
package struct ObligationTally: Sendable, Hashable {
    package var days: [CivilDay: Int] = [:]
    package var figure = 0
    package var givers = 0

    package init() {}

    package static func + (one: Self, other: Self) -> Self {
        var sum = one
        sum.days.merge(other.days, uniquingKeysWith: +)
        sum.figure += other.figure
        sum.givers += other.givers
        return sum
    }
}

/// The units of one branch that an obligation binds.
package struct BranchModel: Sendable {
    package var line: ObligationLine
    package var name: String
    package var rows: [Row]
    package var nextPath: String?

    package struct Row: Sendable {
        package var unit: String
        package var path: String
        package var assignment: Assignment?
        /// The notice has come to it.
        package var isReached: Bool
        package var text: String?
        package var figure: Int?
        package var outOf: Int?
    }
}
