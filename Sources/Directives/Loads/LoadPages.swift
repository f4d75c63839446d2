import Federation
package import Markup
package import Web

/// What is asked of a unit, day by day, with who asked: in minutes, so that whoever asks sees what it costs.
package enum LoadPages {
    package static func page(_ model: LoadModel, in frame: Frame) -> HTML {
        let language = frame.language
        return frame.page(title: LoadWords.head(model.unit)[language], tab: model.isOwn ? .today : .units) {
            p(.class("crumbs")) { a(.href(model.unitPath)) { model.unit } }
            div(.class("page-head")) {
                h1 { LoadWords.head(model.unit)[language] }
                span(.class("page-note")) { LoadWords.note[language] }
            }
            p(.class("count-line")) {
                span(.class("count")) { LoadWords.minutes(model.thisWeek)[language] }
                span { LoadWords.thisWeek[language] }
                span(.class("dot")) { LoadWords.lastWeek(model.lastWeek)[language] }
                span(.class("dot")) { LoadWords.open(model.openMinutes)[language] }
            }
            div(.class("split")) {
                days(model, language)
                if !model.below.isEmpty { below(model, language) }
            }
        }
    }

    private static func days(_ model: LoadModel, _ language: Language) -> HTML {
        table(.class("table stack loads")) {
            thead {
                tr {
                    th(Attribute("scope", "col")) { LoadWords.day[language] }
                    th(Attribute("scope", "col"), .class("num")) { LoadWords.asked[language] }
                    th(Attribute("scope", "col")) { LoadWords.by[language] }
                    th(Attribute("scope", "col"), .class("num")) { LoadWords.spent[language] }
                }
            }
            tbody {
                model.days.map { day in
                    tr {
                        th(Attribute("scope", "row")) { TimeWords.day(day.day, language) }
                        td(.class("num"), .data("label", LoadWords.asked[language])) {
                            day.asked.grouped
                            if day.asked > 0 {
                                FractionBar.bar(done: 0, doing: day.asked, late: 0, of: model.peak)
                            }
                        }
                        td(.class("wide")) {
                            if day.askers.isEmpty { span(.class("quiet")) { LoadWords.nobody[language] } }
                            day.askers.enumerated().map { place, asker in
                                group {
                                    if place > 0 { " · " }
                                    "\(asker.name ?? LoadWords.earlier[language]) \(asker.minutes.grouped)"
                                }
                            }
                        }
                        td(.class("num"), .data("label", LoadWords.spent[language])) { day.spent.grouped }
                    }
                }
            }
        }
    }

    private static func below(_ model: LoadModel, _ language: Language) -> HTML {
        aside {
            div(.class("section-head")) {
                h2 { LoadWords.belowHead[language] }
                small { LoadWords.belowNote[language] }
            }
            ol(.class("rows")) {
                model.below.map { one in
                    li {
                        a(.href(one.path)) { one.unit }
                        span { LoadWords.minutes(one.minutes)[language] }
                    }
                }
            }
        }
    }
}
