package import Directives
package import Federation

/// What this post's unit owes today, in the order to do it in.
package struct TodayModel: Sendable {
    package var now: Moment
    package var dues: [TodayDue] = []
    /// Settled since midnight.
    package var doneCount: Int = 0
    package var donePath: String?
    /// Minutes that were asked in the last seven days, and where it is seen by whom.
    package var week: (minutes: Int, path: String)?

    package var minutes: Int { dues.reduce(0) { $0 + $1.minutes } }
}

/// One thing that was settled today.
package struct TodayDone: Sendable {
    package var act: Sentence
    package var path: String
    package var about: String
    package var at: Moment
}

/// One thing to do, with what it takes and whose date it is.
package struct TodayDue: Sendable {
    /// 签收通知
    package var act: Sentence
    package var path: String
    package var grade: Grade?
    /// The notice's title, or what the act is about.
    package var about: String
    /// The unit it comes from.
    package var from: String?
    package var minutes: Int
    /// What else is settled there: 要办 5 件.
    package var also: Sentence?
    package var date: DateSet?
    /// Said on the working day before, on the day, and after.
    package var reminder: Reminder?

    /// A date and the unit that set it.
    package struct DateSet: Sendable {
        package var at: Moment
        package var by: String
    }
}
