import Federation
package import Markup
package import Web

/// Everything that was done with a notice, one line each, in time; made to be printed too.
package enum ChainPages {
    package static func page(_ model: ChainModel, in frame: Frame) -> HTML {
        let language = frame.language
        return frame.page(
            title: ChainWords.title[language], tab: .notices, keys: [Frame.Key("/", does: ChainWords.show)]
        ) {
            p(.class("crumbs")) {
                a(.href(model.notice.listPath)) { ChainWords.notices[language] }
                " / "
                a(.href(model.notice.path), .lang(Language.chinese.tag)) { model.notice.title }
            }
            div(.class("page-head")) {
                h1 { ChainWords.title[language] }
                span(.class("page-note")) { ChainWords.scope(reachesBelow: model.reachesBelow)[language] }
                span(.class("page-note page-note-right view-links")) {
                    a(.href(model.csvPath)) { ChainWords.csv[language] }
                    button(.type("button"), .class("btn-link js-only"), .data("print", "")) {
                        ChainWords.print[language]
                    }
                }
            }
            // The head of a page is not printed without its notice.
            p(.class("second"), .lang(Language.chinese.tag)) { model.notice.title }
            filter(model, language)
            if model.rows.isEmpty {
                NoticeListRows.empty(ChainWords.nothing, ChainWords.nothingNote, language)
            } else {
                table(model, language)
            }
            more(model, language)
        }
    }

    private static func filter(_ model: ChainModel, _ language: Language) -> HTML {
        form(.class("form section-tight no-print"), Attribute("action", model.path), Attribute("role", "search")) {
            div(.class("input-row")) {
                div(.class("field")) {
                    label(.for("unit")) { ChainWords.unit[language] }
                    input(
                        .class("input"), .id("unit"), .name("unit"), .type("search"), .value(model.filter.unit),
                        Attribute("placeholder", ChainWords.unitHint[language]), .data("key", "/"))
                }
                choice(
                    "act", ChainWords.act, ChainLink.Act.allCases.map { ($0.rawValue, ChainWords.name($0)) },
                    model.filter.act?.rawValue, language)
                choice(
                    "level", ChainWords.level, UnitLevel.allCases.map { ($0.rawValue, $0.name) },
                    model.filter.level?.rawValue, language)
            }
            div(.class("acts")) {
                button(.class("btn")) { ChainWords.show[language] }
                if !model.filter.isEmpty { a(.class("btn"), .href(model.path)) { ChainWords.showAll[language] } }
            }
        }
    }

    private static func choice(
        _ name: String, _ title: Sentence, _ options: [(String, Sentence)], _ chosen: String?, _ language: Language
    ) -> HTML {
        div(.class("field")) {
            label(.for(name)) { title[language] }
            select(.class("input"), .id(name), .name(name)) {
                option(.value("")) { ChainWords.any[language] }
                options.map { value, words in
                    option(.value(value), Attribute("selected", if: value == chosen)) { words[language] }
                }
            }
        }
    }

    private static func table(_ model: ChainModel, _ language: Language) -> HTML {
        Markup.table(.class("table stack section-tight")) {
            thead {
                tr {
                    [ChainWords.when, ChainWords.unit, ChainWords.person, ChainWords.what].map { head in
                        th(Attribute("scope", "col")) { head[language] }
                    }
                }
            }
            tbody { model.rows.map { row($0, language) } }
        }
    }

    private static func row(_ row: ChainModel.Row, _ language: Language) -> HTML {
        tr {
            td(.class("nowrap")) { when(row, language) }
            th(Attribute("scope", "row")) { row.unit }
            td {
                row.person ?? ""
                if let post = row.post {
                    " "
                    small { post[language] }
                }
            }
            td(.class("wide")) {
                if let path = row.path { a(.href(path)) { row.act[language] } } else { row.act[language] }
                if let known = row.known {
                    " "
                    small { known[language] }
                }
                if let text = row.text { p(.class("second"), .lang(Language.chinese.tag)) { text } }
            }
        }
    }

    private static func when(_ row: ChainModel.Row, _ language: Language) -> HTML {
        group {
            if row.isDayOnly {
                TimeWords.day(Zone.day(row.at), language)
                " "
                small { ChainWords.dayOnly[language] }
            } else {
                TimeWords.short(row.at, language)
            }
        }
    }

    private static func more(_ model: ChainModel, _ language: Language) -> HTML {
        guard model.goesOn || model.morePath != nil else { return .empty }
        return p(.class("section-tight no-print")) {
            if model.goesOn { a(.href(QueryPath.with(model.path, model.filter.items))) { ChainWords.first[language] } }
            if let path = model.morePath {
                " "
                a(.href(path)) { ChainWords.more[language] }
            }
        }
    }
}

private enum QueryPath {
    static func with(_ path: String, _ items: [(String, String)]) -> String {
        items.isEmpty ? path : path + "?" + QueryString.encode(items)
    }
}
