package import Federation

/// The way of a notice through the levels, in time.
package struct RelayLine: Sendable {
    package var levels: [Level]
    /// Dates that the notice names and that passed on its way.
    package var expired: [Expired] = []
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
        /// Every signature of the units of this level that is known to the minute, in any order.
        package var signatures: [Moment] = []
        /// The ISO days of those known only to the day.
        package var signedDays: [String] = []
        /// When it was sent to them.
        package var sentAt: Moment?
        /// Of how many; 0 for a level that does not sign.
        package var total: Int = 0
        /// From sending to signing.
        package var medianSeconds: Int64?
        package var slowestSeconds: Int64?
        package var waits = Waits()

        /// How many have signed.
        package var signed: Int { signatures.count + signedDays.count }
    }

    /// Where it waits now: what a level has not signed for, and what it has signed for and not passed on.
    package struct Waits: Sendable {
        package var unsigned: Int = 0
        package var unrelayed: Int = 0
        /// The one that has had it longest.
        package var longest: Longest?

        package init() {}
    }

    package struct Longest: Sendable {
        package var name: String
        package var since: Moment
    }

    package struct Expired: Sendable {
        /// The words of the notice.
        package var quote: String
        /// ISO.
        package var day: String
        /// The first on the way down to send it after that day, a unit by its name; or the first level of which `units`
        /// got it after that day.
        package var level: String
        package var units: Int?
        /// The ISO day on which it was sent, or first arrived.
        package var reachedOn: String
    }

    /// How exactly a moment is known: what happened before Muster is known to the day.
    package enum Known: Sendable {
        case moment(Moment)
        /// An ISO day.
        case day(String)
    }
}
