import Federation
package import Markup
package import Web

/// The notices that ask something, how far each is, and the ten things that need a leader.
package enum SupervisionPages {
    package static func list(_ model: SupervisionListModel, in frame: Frame) -> HTML {
        let language = frame.language
        return frame.page(title: SupervisionWords.title[language], tab: .duties) {
            div(.class("page-head")) {
                h1 { SupervisionWords.head[language] }
                span(.class("view-links page-note-right no-print")) {
                    a(.href(MonthRoutes.list.path())) { MonthWords.link[language] }
                }
            }
            if model.notices.isEmpty {
                div(.class("empty")) {
                    p { b { SupervisionWords.nothing[language] } }
                    p { SupervisionWords.nothingNote[language] }
                    p { a(.href(FrameRoutes.notices.path())) { SupervisionWords.notices[language] } }
                }
            } else {
                div(.class("split side-wide")) {
                    notices(model, language)
                    stuck(model, language)
                }
            }
        }
    }

    private static func notices(_ model: SupervisionListModel, _ language: Language) -> HTML {
        ol(.class("rows"), .data("list", "")) {
            model.notices.map { line in
                li(.data("item", "")) {
                    span {
                        GradeBadge.html(line.notice.grade, in: language)
                        " "
                        a(.href(line.path), .data("open", ""), .lang(Language.chinese.tag)) { line.notice.title }
                        " "
                        small { SupervisionWords.duties(line.duties)[language] }
                    }
                    StandingDrawing.html(line.standing, in: language)
                }
            }
        }
    }

    private static func stuck(_ model: SupervisionListModel, _ language: Language) -> HTML {
        section {
            div(.class("section-head")) {
                h2 { SupervisionWords.stuckHead[language] }
                small { SupervisionWords.stuckNote[language] }
            }
            if model.stuck.isEmpty { p(.class("second")) { SupervisionWords.noStuck[language] } }
            stuckLines(model.stuck, language)
        }
    }

    static func stuckLines(_ stuck: [StuckLine], _ language: Language) -> HTML {
        ol(.class("sheet-steps")) {
            stuck.map { one in
                li {
                    GradeBadge.html(one.grade, in: language)
                    " "
                    b {
                        a(.href(one.branchPath)) { SupervisionWords.turn(one.turn, one.branch)[language] }
                    }
                    p(.class("second clip")) { a(.href(one.path)) { Quoted.html(one.notice.title, in: language) } }
                    small {
                        SupervisionWords.duties(one.duties)[language]
                        " · "
                        SupervisionWords.left(one.standing)[language]
                        " · "
                        SupervisionWords.since(TimeWords.short(one.since, language))[language]
                    }
                }
            }
        }
    }
}

/// A fraction of the units that are bound, with what is under way, overdue, or out of reach.
enum StandingDrawing {
    static func html(_ standing: Standing, in language: Language) -> HTML {
        span(.class("standing")) {
            FractionBar.html(
                done: standing.settled, doing: standing.underWay, late: standing.late, of: standing.bound)
            if standing.unreached > 0 { small { SupervisionWords.notReached(standing.unreached)[language] } }
            if standing.declined > 0 { small { SupervisionWords.declined(standing.declined)[language] } }
        }
    }
}
