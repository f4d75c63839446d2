import Federation
import Markup
import Web

enum PeoplePages {
    static func list(_ model: PeopleModel, in frame: Frame) -> HTML {
        let language = frame.language
        return frame.page(
            title: PeopleWords.crumb[language], tab: .units,
            keys: [Frame.Key("J", "K", does: UnitWords.keyNext)]
        ) {
            UnitCrumbs.html(model.ancestors + [model.unit], last: PeopleWords.crumb[language], in: frame)
            div(.class("page-head")) {
                h1 { PeopleWords.head(model.unit.name)[language] }
                if let appointPath = model.appointPath {
                    span(.class("page-note page-note-right")) {
                        a(.class("btn btn-primary"), .href(appointPath)) { PeopleWords.appoint[language] }
                    }
                }
            }
            if model.present.isEmpty, model.coming.isEmpty, model.ended.isEmpty {
                UnitPages.empty(UnitWords.noPosts, UnitWords.noPostsNote, language)
            }
            section(PeopleWords.present, note: PeopleWords.presentNote, model.present, in: frame)
            section(PeopleWords.coming, note: nil, model.coming, in: frame)
            section(PeopleWords.ended, note: nil, model.ended, in: frame)
        }
    }

    private static func section(
        _ name: Sentence, note: Sentence?, _ posts: [PeoplePostShown], in frame: Frame
    ) -> HTML {
        guard !posts.isEmpty else { return .empty }
        let language = frame.language
        let hasActs = posts.contains { $0.endPath != nil || $0.substitutePath != nil || $0.code != nil }
        return Markup.section(.class("section")) {
            div(.class("section-head")) {
                h2 { name[language] }
                small { "\(posts.count)" }
                if let note { small { note[language] } }
            }
            table(.class("table stack"), .data("list", "")) {
                thead {
                    tr {
                        [UnitWords.person, UnitWords.post, UnitWords.held].map { name in
                            th(Attribute("scope", "col")) { name[language] }
                        }
                        if hasActs {
                            th(Attribute("scope", "col")) { span(.class("out")) { UnitWords.change[language] } }
                        }
                    }
                }
                tbody { posts.map { row($0, hasActs: hasActs, in: frame) } }
            }
        }
    }

    private static func row(_ post: PeoplePostShown, hasActs: Bool, in frame: Frame) -> HTML {
        let language = frame.language
        return tr(.data("item", "")) {
            th(.class("wide"), Attribute("scope", "row")) { post.personName }
            td(.data("label", UnitWords.post[language])) { title(post, language) }
            td(.class("second"), .data("label", UnitWords.held[language])) {
                PostDays.text(from: post.fromOn, to: post.toOn, language)
            }
            if hasActs { td(.class("num")) { acts(of: post, in: frame) } }
        }
    }

    /// The title, the role where it says more, and for whom one stands in.
    static func title(_ post: PeoplePostShown, _ language: Language) -> HTML {
        group {
            post.title[language]
            if let substitutes = post.substitutes {
                group {
                    " "; small { PeopleWords.standsIn(for: substitutes)[language] }
                }
            } else if post.title != post.role {
                group {
                    span(.class("dot"))
                    post.role[language]
                }
            }
        }
    }

    private static func acts(of post: PeoplePostShown, in frame: Frame) -> HTML {
        let language = frame.language
        let whose = span(.class("out")) { " \(post.personName) \(post.title[language])" }
        return div(.class("row-acts")) {
            if let path = post.substitutePath {
                a(.class("btn btn-small"), .href(path)) {
                    PeopleWords.substitute[language]
                    whose
                }
            }
            if let path = post.endPath {
                a(.class("btn btn-small"), .href(path)) {
                    (post.substitutes == nil ? PeopleWords.end : PeopleWords.endSubstitution)[language]
                    whose
                }
            }
            if let code = post.code {
                frame.postForm(code.path, act: code.act) {
                    button(.class("btn btn-small")) {
                        (post.hasPassword ? PeopleWords.newCode : PeopleWords.giveCode)[language]
                        whose
                    }
                }
            }
        }
    }
}
