package import Federation

/// The notices that wait for a unit: to be signed, under way, sent and not yet signed by all.
package struct NoticeListModel: Sendable {
    package var links: [WallModel.ViewLink] = []
    package var received: [Received] = []
    package var underWay: [UnderWay] = []
    package var sent: [Sent] = []
    /// How many have come in all.
    package var receivedCount: Int
    /// Where a new paper is read; nil where this post may not.
    package var readPath: String?
    /// The union at a workplace: one narrow column, nothing to issue.
    package var isWorkplace: Bool = false

    /// Not signed yet.
    package struct Received: Sendable {
        package var title: String
        package var path: String
        package var grade: Grade?
        /// That it no longer holds.
        package var ended: Sentence?
        package var state: ReceiptState
        package var purpose: Purpose = .action
        package var isLate: Bool = false
        package var from: String
        package var number: String?
        package var at: Moment
        /// By when to sign and whose date it is; nil where nobody set one.
        package var due: DateSet?
    }

    /// Signed or registered here, and something is still to do.
    package struct UnderWay: Sendable {
        package var title: String
        package var path: String
        package var grade: Grade?
        /// That it no longer holds.
        package var ended: Sentence?
        package var state: ReceiptState
        /// 本单位; 河南省总工会
        package var from: String
        package var number: String?
        /// How many notices it carries.
        package var contains: Int = 0
        /// How far it has come: 核对主送
        package var step: Sentence
        /// What to do next, and where.
        package var next: Sentence?
        package var nextPath: String?
    }

    /// Sent by this unit.
    package struct Sent: Sendable {
        package var title: String
        package var path: String
        package var wallPath: String
        package var grade: Grade?
        /// That it no longer holds.
        package var ended: Sentence?
        package var manner: Dispatch.Manner
        package var at: Moment
        package var total: Int
        package var signed: Int
        package var opened: Int = 0
        package var late: Int = 0
    }

    /// A date and the unit that set it.
    package struct DateSet: Sendable {
        package var at: Moment
        package var by: String
    }
}
