import Federation
package import Markup
package import Web

/// Notices that a search found: each with the place where what was looked for stands.
package enum SearchPages {
    package static func page(_ model: SearchModel, in frame: Frame) -> HTML {
        let language = frame.language
        return frame.page(
            title: SearchWords.title[language], tab: .notices,
            keys: [
                Frame.Key("J", "K", does: NoticeListWords.keyNext), Frame.Key("↵", does: NoticeListWords.keyOpen),
                Frame.Key("/", does: SearchWords.title),
            ]
        ) {
            div(.class("page-head")) {
                h1 { SearchWords.head(model.query.text)[language] }
                span(.class("page-note page-note-right view-links")) {
                    a(.href(model.path)) { SearchWords.back[language] }
                }
            }
            FieldErrors.summary(model.errors, head: SearchWords.errorHead, note: SearchWords.errorNote, in: language)
            form(model.path, model.query, errors: model.errors, language)
            if model.errors.isEmpty { found(model, language) }
        }
    }

    /// The field that stands on the list of notices too.
    static func form(
        _ path: String, _ query: SearchQuery, errors: [AddresseesModel.FieldError] = [], _ language: Language
    ) -> HTML {
        let isNarrowed = SearchQuery(text: query.text) != query
        return Markup.form(.class("form section-tight"), Attribute("action", path), Attribute("role", "search")) {
            div(.class("input-row")) {
                label(.class("out"), .for("notice-q")) { SearchWords.label[language] }
                input(
                    .class("input"), .id("notice-q"), .name("q"), .type("search"), .value(query.text),
                    Attribute("placeholder", SearchWords.hint[language]), .data("key", "/"))
                button(.class("btn")) { SearchWords.find[language] }
            }
            FieldErrors.below(errors.first { $0.field == "q" }, id: "q-error", in: language)
            details(Attribute("open", if: isNarrowed || !errors.isEmpty)) {
                summary(.class("note")) { u { SearchWords.narrower[language] } }
                div(.class("input-row section-tight")) {
                    field("issuer", SearchWords.issuer, query.issuer, errors, language)
                    grades(query.grade, language)
                    field("from", SearchWords.from, query.from, type: "date", errors, language)
                    field("to", SearchWords.to, query.to, type: "date", errors, language)
                }
            }
        }
    }

    private static func field(
        _ name: String, _ title: Sentence, _ value: String, type: String = "text",
        _ errors: [AddresseesModel.FieldError], _ language: Language
    ) -> HTML {
        let error = errors.first { $0.field == name }
        // A browser shows nothing of a day that is none: as plain text it stays to be put right.
        return div(.class(error == nil ? "field" : "field wrong")) {
            label(.for(name)) { title[language] }
            input(
                .class("input"), .id(name), .name(name), .type(error == nil ? type : "text"), .value(value),
                error == nil ? .none : .aria("invalid", "true"),
                error == nil ? .none : .aria("describedby", "\(name)-error"))
            FieldErrors.below(error, id: "\(name)-error", in: language)
        }
    }

    private static func grades(_ chosen: Grade?, _ language: Language) -> HTML {
        div(.class("field")) {
            label(.for("grade")) { SearchWords.grade[language] }
            select(.class("input"), .id("grade"), .name("grade")) {
                option(.value("")) { SearchWords.anyGrade[language] }
                Grade.allCases.map { grade in
                    option(
                        .value(grade.rawValue), .lang(Language.chinese.tag), Attribute("selected", if: grade == chosen)
                    ) { grade.rawValue }
                }
            }
        }
    }

    // MARK: What was found

    private static func found(_ model: SearchModel, _ language: Language) -> HTML {
        section(.class("section")) {
            NoticeListRows.sectionHead(SearchWords.notice, SearchWords.order, language)
            if model.rows.isEmpty {
                NoticeListRows.empty(SearchWords.nothing, SearchWords.nothingNote, language)
            } else {
                ol(.class("found"), .data("list", "")) { model.rows.map { row($0, language) } }
            }
            if let path = model.morePath {
                p(.class("section-tight")) { a(.href(path)) { SearchWords.more[language] } }
            }
        }
    }

    private static func row(_ row: SearchModel.Row, _ language: Language) -> HTML {
        li(.data("item", "")) {
            h3 {
                if let grade = row.grade {
                    GradeBadge.html(grade, in: language)
                    " "
                }
                a(.href(row.path), .lang(Language.chinese.tag), .data("open", "")) { runs(row.title) }
                if let ended = row.ended { EndedFlag.html(ended, language) }
            }
            p(.class("second")) {
                span(.lang(Language.chinese.tag)) { runs(row.issuer) }
                span(.class("dot")) {}
                if let number = row.number {
                    span(.lang(Language.chinese.tag)) { runs(number) }
                } else {
                    SearchWords.noNumber[language]
                }
                span(.class("dot")) {}
                row.datedOn.map { TimeWords.day($0, language) } ?? SearchWords.noDate[language]
            }
            p(.lang(Language.chinese.tag)) {
                if row.text.isCutBefore { "……" }
                runs(row.text)
                if row.text.isCutAfter { "……" }
            }
        }
    }

    private static func runs(_ excerpt: SearchExcerpt) -> [HTML] {
        excerpt.runs.map { run in run.isFound ? mark { run.text } : HTML(run.text) }
    }
}

/// That a notice in a list no longer holds, as icon and word.
enum EndedFlag {
    static func html(_ ended: Sentence, _ language: Language) -> HTML {
        group {
            " "
            span(.class("flag passed")) {
                svg(.aria("hidden", "true")) { use(.href("#i-passed")) }
                ended[language]
            }
        }
    }
}
