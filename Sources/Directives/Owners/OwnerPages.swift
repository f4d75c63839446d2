package import Federation
import Markup
import Web

/// Who answers for a notice at the reader's unit, and the form that names them.
package struct OwnersModel: Sendable {
    package var named: [(part: Owner.Part, person: String, title: Sentence)]
    /// Posts that can be named; empty for whoever may not.
    package var posts: [(id: PostID, words: String)]
    package var chosen: [Owner.Part: PostID]
    package var path: String
    package var act: ActID
    /// Where the reader was named and has not said that they know.
    package var acknowledge: (path: String, act: ActID)?
}

enum OwnerPages {
    static func section(_ model: OwnersModel, in frame: Frame) -> HTML {
        let language = frame.language
        return Markup.section(.class("section"), .id("owners")) {
            h2(.class("section-head")) { OwnerWords.head[language] }
            if let acknowledge = model.acknowledge {
                frame.postForm(acknowledge.path, act: acknowledge.act, [.class("banner")]) {
                    OwnerWords.told[language]
                    " "
                    button(.class("btn btn-small")) { OwnerWords.acknowledge[language] }
                }
            }
            if model.named.isEmpty { p(.class("second")) { OwnerWords.byDefault[language] } }
            ul(.class("rows")) {
                model.named.map { one in
                    li {
                        span { OwnerWords.part(one.part)[language] }
                        span { "\(one.person) \(one.title[language])" }
                    }
                }
            }
            if !model.posts.isEmpty { form(model, frame) }
        }
    }

    private static func form(_ model: OwnersModel, _ frame: Frame) -> HTML {
        let language = frame.language
        let parts = FormParts(language: language, errors: [:], prefix: "own-")
        let options =
            [(value: "", text: OwnerWords.nobody)]
            + model.posts.map { (value: "\($0.id)", text: Sentence(zh: $0.words, en: $0.words)) }
        return details(.class("more-act")) {
            summary { u { OwnerWords.name[language] } }
            frame.postForm(model.path, act: model.act, [.class("form")]) {
                Owner.Part.allCases.map { part in
                    parts.choice(
                        part.rawValue, OwnerWords.part(part), options: options,
                        chosen: model.chosen[part].map { "\($0)" })
                }
                p(.class("note")) { OwnerWords.note[language] }
                div(.class("acts")) { button(.class("btn")) { OwnerWords.name[language] } }
            }
        }
    }
}
