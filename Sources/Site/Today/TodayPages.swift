import Directives
import Federation
package import Markup
package import Web

/// Today: what is owed, to whom, by when, how many minutes it takes; the first thing has the button.
package enum TodayPages {
    package static func page(_ model: TodayModel, in frame: Frame) -> HTML {
        let language = frame.language
        let words = TodayWords.head(model.dues.count, minutes: model.minutes)
        return frame.page(
            title: words[language], tab: .today, isNarrow: true,
            keys: model.dues.isEmpty
                ? [] : [Frame.Key("J", "K", does: TodayWords.keyNext), Frame.Key("↵", does: TodayWords.open)]
        ) {
            div(.class("today-head")) {
                p { TimeWords.full(model.now, language) }
                h1 { words[language] }
            }
            if model.dues.isEmpty {
                div(.class("empty")) { p { TodayWords.nothingNote[language] } }
            } else {
                ol(.class("dues"), .data("list", "")) {
                    model.dues.enumerated().map { place, due in
                        item(due, isFirst: place == 0, now: model.now, language)
                    }
                }
            }
            p(.class("today-foot")) {
                span {
                    TodayWords.done(model.doneCount)[language]
                    if let path = model.donePath, model.doneCount > 0 {
                        " "
                        a(.href(path)) { TodayWords.look[language] }
                    }
                }
                if let week = model.week, week.minutes > 0 {
                    a(.href(week.path)) { TodayWords.week(week.minutes)[language] }
                } else if model.dues.count > 1 {
                    span { TodayWords.order[language] }
                }
            }
        }
    }

    /// What was settled since midnight; where it can be taken back, its page offers it.
    package static func settled(_ done: [TodayDone], in frame: Frame) -> HTML {
        let language = frame.language
        return frame.page(title: TodayWords.done(done.count)[language], tab: .today, isNarrow: true) {
            p(.class("crumbs")) { a(.href(FrameRoutes.today.path())) { TodayWords.today[language] } }
            div(.class("page-head")) { h1 { TodayWords.done(done.count)[language] } }
            ol(.class("rows faded")) {
                done.map { one in
                    li {
                        span {
                            a(.href(one.path)) { one.act[language] }
                            small { "\(TimeWords.clock(one.at)) · \(one.about)" }
                        }
                    }
                }
            }
        }
    }

    private static func item(_ due: TodayDue, isFirst: Bool, now: Moment, _ language: Language) -> HTML {
        li(.class(due.isUrgent(at: now) ? "due urgent" : "due"), .data("item", "")) {
            h2(.class("due-title")) {
                GradeBadge.html(due.grade, in: language)
                a(.href(due.path), .data("open", "")) { due.act[language] }
            }
            span(.class("due-minutes")) { TodayWords.minutes(due.minutes)[language] }
            p(.class("due-what")) {
                if let from = due.from { TodayWords.from(from, due.about)[language] } else { due.about }
            }
            if let also = due.also { p(.class("due-what")) { also[language] } }
            when(due, now, language)
            div(.class("due-acts")) {
                a(
                    .class(isFirst ? "btn btn-primary" : "btn"), .href(due.path),
                    .aria("label", TodayWords.openNamed(due.act)[language])
                ) { TodayWords.open[language] }
            }
        }
    }

    private static func when(_ due: TodayDue, _ now: Moment, _ language: Language) -> HTML {
        p(.class("due-when")) {
            if let date = due.date {
                b { TodayWords.by(short(date.at, now, language))[language] }
                " "
                let left = (date.at.microseconds - now.microseconds) / 1_000_000
                (left < 0 ? TodayWords.passed : TodayWords.left(left))[language]
                if !date.by.isEmpty {
                    group {
                        span(.class("dot")) {}
                        TodayWords.setBy(date.by)[language]
                    }
                }
                if let reminder = due.reminder {
                    group {
                        " "
                        span(.class(reminder == .dayBefore ? "flag unsure" : "flag passed")) {
                            TodayWords.reminder(reminder)[language]
                        }
                    }
                }
            } else {
                TodayWords.noDate[language]
            }
        }
    }

    /// Of today the clock is enough.
    private static func short(_ moment: Moment, _ now: Moment, _ language: Language) -> String {
        Zone.day(moment) == Zone.day(now) ? TimeWords.clock(moment) : TimeWords.short(moment, language)
    }
}

extension TodayDue {
    /// Solid red grades, and what is past its date.
    func isUrgent(at now: Moment) -> Bool {
        if let date, date.at < now { return true }
        return grade == .urgent || grade == .extreme
    }
}
