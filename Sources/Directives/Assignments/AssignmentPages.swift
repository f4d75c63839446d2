import Federation
package import Markup
package import Web

/// What one unit did about one sentence: how it stands, what happened, and the way to give it back.
package enum AssignmentPages {
    package static func page(_ model: AssignmentModel, in frame: Frame) -> HTML {
        let language = frame.language
        let title = AssignmentWords.title(model.unit)
        return frame.page(title: title[language], tab: .duties, isNarrow: true) {
            p(.class("crumbs")) {
                a(.href(model.obligation.notice.path), .lang(Language.chinese.tag)) { model.obligation.notice.title }
                " / "
                a(.href(model.obligation.path)) { AssignmentWords.backToSentence[language] }
            }
            div(.class("page-head")) { h1 { title[language] } }
            sentence(model.obligation, in: language)
            section(.class("section")) {
                h2(.class("section-head")) { AssignmentWords.state[language] }
                standing(model.standing, language)
                if let day = model.boundSince {
                    p(.class("note")) { AssignmentWords.boundSince(TimeWords.day(day, language))[language] }
                }
            }
            section(.class("section")) {
                h2(.class("section-head")) { AssignmentWords.factsHead[language] }
                if model.facts.isEmpty { p(.class("second")) { AssignmentWords.noFacts[language] } }
                ol(.class("sheet-steps")) { model.facts.map { fact($0, language) } }
            }
            if !model.evidence.isEmpty { evidence(model.evidence, language) }
            if let giveBack = model.giveBack { self.giveBack(giveBack, frame) }
        }
    }

    /// The sentence marked in its paragraph, on paper.
    static func sentence(_ line: ObligationLine, in language: Language) -> HTML {
        div(.class("paper strip-paper")) {
            p(.class("note")) {
                a(.href(line.placePath)) { Quoted.html(line.notice.title, in: language) }
                if let clause = line.clause {
                    " · "
                    Quoted.html(clause, in: language)
                }
            }
            div(.class("paper-body"), .lang(Language.chinese.tag)) {
                p(.class("flush")) {
                    line.before
                    mark(.class("mark selected")) { line.quote }
                    line.after
                }
            }
        }
    }

    private static func standing(_ standing: AssignmentModel.Standing, _ language: Language) -> HTML {
        switch standing {
        case .notBound: p { AssignmentWords.notBound[language] }
        case .notReached: p { AssignmentWords.notReached[language] }
        case .owed(let state, let isReturned, let since):
            p {
                b { AssignmentWords.state(state, isReturned: isReturned)[language] }
                if let since { " · \(AssignmentWords.since(TimeWords.short(since, language))[language])" }
            }
        }
    }

    private static func fact(_ fact: AssignmentModel.Fact, _ language: Language) -> HTML {
        li {
            b { AssignmentWords.fact(fact.kind)[language] }
            " "
            small {
                TimeWords.short(fact.at, language)
                " · "
                fact.person
                if let unit = fact.unit { " · \(unit)" }
            }
            if let figure = fact.figure { p { b { AssignmentWords.figures(figure, of: fact.outOf) } } }
            if fact.isConveyance { p(.class("second")) { AssignmentWords.byConveyance[language] } }
            if let path = fact.filePath { p { a(.href(path)) { AssignmentWords.fileLink[language] } } }
            if let text = fact.text { p(.class("written")) { Quoted.html(text, in: language) } }
        }
    }

    private static func evidence(_ evidence: [Evidence], _ language: Language) -> HTML {
        section(.class("section")) {
            div(.class("section-head")) {
                h2 { AssignmentWords.evidenceHead[language] }
                small { AssignmentWords.evidenceNote[language] }
            }
            ul(.class("rows")) {
                evidence.map { one in
                    li {
                        span { AssignmentWords.evidence(one.kind, people: one.people)[language] }
                        span {
                            if let text = one.text {
                                group {
                                    Quoted.html(text, in: language); " · "
                                }
                            }
                            TimeWords.short(one.at, language)
                        }
                    }
                }
            }
        }
    }

    private static func giveBack(_ model: AssignmentModel.GiveBack, _ frame: Frame) -> HTML {
        let language = frame.language
        let parts = FormParts(language: language, errors: model.errors)
        return frame.postForm(model.path, act: model.act, [.class("form section")]) {
            h2(.class("section-head")) {
                (model.isOwn ? AssignmentWords.reopenHead : AssignmentWords.giveBackHead)[language]
            }
            parts.text(
                "reason", model.isOwn ? AssignmentWords.reason : AssignmentWords.giveBackReason, value: model.reason,
                note: model.isOwn ? AssignmentWords.reasonNote : AssignmentWords.giveBackNote,
                [Attribute("maxlength", "\(AssignmentRefusal.textMax)")])
            div(.class("acts")) {
                button(.class("btn")) {
                    (model.isOwn ? AssignmentWords.reopen : AssignmentWords.giveBack)[language]
                }
            }
        }
    }
}
