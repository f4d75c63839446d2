import Federation
package import Markup
package import Web

/// The handling sheet: what has happened in time, whose turn it is, and what this actor may do about it.
package enum HandlingPages {
    package static func page(_ model: HandlingModel, in frame: Frame) -> HTML {
        let language = frame.language
        return frame.page(title: HandlingWords.title(model.title)[language], tab: .notices) {
            p(.class("crumbs")) {
                a(.href(FrameRoutes.notices.path())) { HandlingWords.notices[language] }
                " / "
                HandlingWords.name[language]
            }
            div(.class("page-head")) {
                h1 { HandlingWords.name[language] }
                GradeBadge.html(model.grade, in: language)
                span(.class("page-note")) { a(.href(model.paperPath)) { model.title } }
            }
            sheet(model, in: frame)
        }
    }

    /// The sheet itself, as it also stands on a draft's page.
    package static func sheet(_ model: HandlingModel, in frame: Frame) -> HTML {
        let language = frame.language
        return group {
            if let typed = model.typed { HandlingFormPages.refused(typed, model, language) }
            div(.class("split")) {
                div {
                    HandlingFormPages.forms(model, in: frame)
                    past(model, language)
                }
                aside { turn(model, language) }
            }
        }
    }

    // MARK: what has happened

    private static func past(_ model: HandlingModel, _ language: Language) -> HTML {
        section(.class("section")) {
            h2(.class("section-head")) { HandlingWords.pastHead[language] }
            if model.lines.isEmpty {
                p(.class("quiet")) { HandlingWords.nothingYet[language] }
            } else {
                ol(.class("sheet-steps")) { model.lines.map { line($0, model.now, language) } }
            }
        }
    }

    private static func line(_ line: HandlingModel.Line, _ now: Moment, _ language: Language) -> HTML {
        li(.class(line.isOverruled ? "quiet" : "")) {
            p {
                b { line.did[language] }
                " "
                line.person
                if let post = line.post {
                    language == .chinese ? " " : ", "
                    span(.class("second")) { post[language] }
                }
                span(.class("note")) {
                    " "
                    TimeWords.short(line.at, language)
                    if let version = line.version {
                        span(.class("dot"))
                        HandlingWords.version(version)[language]
                    }
                    if line.isOverruled {
                        span(.class("dot"))
                        HandlingWords.returnedSince[language]
                    }
                }
            }
            if let text = line.text { p(.class("written"), .lang(Language.chinese.tag)) { text } }
            if let telephone = line.telephone {
                p(.class("note")) {
                    HandlingWords.byTelephone(
                        telephone.leader, TimeWords.short(telephone.at, language), by: line.person)[language]
                }
            }
            line.asks.map { one in p(.class("note")) { asked(one, language) } }
        }
    }

    private static func asked(_ ask: HandlingModel.Asked, _ language: Language) -> HTML {
        group {
            HandlingWords.asked(ask.kind, ask.name)[language]
            if let due = ask.dueAt {
                span(.class("dot"))
                HandlingWords.due(TimeWords.short(due, language))[language]
            }
            span(.class("dot"))
            switch ask.state {
            case .open: HandlingWords.waiting[language]
            case .dropped: HandlingWords.dropped[language]
            case .answered(let moment): HandlingWords.answered(TimeWords.short(moment, language))[language]
            }
        }
    }

    // MARK: whose turn it is

    private static func turn(_ model: HandlingModel, _ language: Language) -> HTML {
        section {
            h2(.class("section-head")) { HandlingWords.turnHead[language] }
            if model.turn.isEmpty {
                p(.class("second")) { (model.isClosed ? HandlingWords.ended : HandlingWords.nobodysTurn)[language] }
            } else {
                ul(.class("rows")) {
                    model.turn.map { ask in
                        li {
                            HandlingWords.asked(ask.kind, ask.name)[language]
                            if let due = ask.dueAt {
                                span(.class("note")) {
                                    HandlingWords.due(TimeWords.short(due, language))[language]
                                }
                            }
                        }
                    }
                }
            }
            if model.isOneStep { p(.class("note section-tight")) { HandlingFormWords.oneStep[language] } }
            if let path = model.settingsPath {
                p(.class("note section-tight")) { a(.href(path)) { HandlingFormWords.settings[language] } }
            }
        }
    }
}
