import Federation
import Markup
import Web

/// What an import brought in.
struct ImportedModel: Sendable {
    var unit: NamedPath
    var ancestors: [NamedPath] = []
    var units: Int
    /// Without a principal and without an open code to become it.
    var uninvited: Int
    /// Issues a code for each of them, as many as fit one sheet.
    var invite: FormTarget?
}

enum ImportedPages {
    static func page(_ model: ImportedModel, in frame: Frame) -> HTML {
        let language = frame.language
        let now = min(model.uninvited, InvitationRules.batchMax)
        return frame.page(title: ImportedWords.head(model.units)[language], tab: .units) {
            UnitCrumbs.html(model.ancestors + [model.unit], last: UnitImportPageWords.crumb[language], in: frame)
            div(.class("page-head")) { h1 { ImportedWords.head(model.units)[language] } }
            section {
                div(.class("section-head")) { h2 { ImportedWords.next[language] } }
                p(.class("section-tight")) { ImportedWords.uninvited(model.uninvited)[language] }
                if let invite = model.invite {
                    frame.postForm(invite.path, act: invite.act) {
                        div(.class("acts")) {
                            button(.class("btn btn-primary"), .data("key", "Ctrl+Enter")) {
                                ImportedWords.invite(now)[language]
                            }
                            a(.class("btn"), .href(model.unit.path)) { ImportedWords.later(model.unit.name)[language] }
                        }
                    }
                    p(.class("note section-tight")) { InvitationWords.note[language] }
                    if now < model.uninvited {
                        p(.class("note")) { ImportedWords.inParts(InvitationRules.batchMax)[language] }
                    }
                } else {
                    div(.class("acts")) {
                        a(.class("btn btn-primary"), .href(model.unit.path)) {
                            ImportedWords.later(model.unit.name)[language]
                        }
                    }
                }
            }
        }
    }
}

enum ImportedWords {
    static func head(_ units: Int) -> Sentence {
        Sentence(
            zh: "导入了 \(Figures.grouped(units)) 个单位",
            en: units == 1 ? "1 unit was imported" : "\(Figures.grouped(units)) units were imported")
    }
    static let next = Sentence(zh: "请他们进来", en: "Let them in")
    static func uninvited(_ units: Int) -> Sentence {
        units == 0
            ? Sentence(
                zh: "每个单位都有主要负责同志了，或者有没用过的码。",
                en: "Each of them has a principal, or a code that is not used yet.")
            : Sentence(
                zh: "\(Figures.grouped(units)) 个单位还没有人，也没有码。",
                en: "At \(Figures.grouped(units)) there is nobody yet, and no code.")
    }
    static func invite(_ units: Int) -> Sentence {
        Sentence(
            zh: "给 \(Figures.grouped(units)) 个单位印邀请单",
            en: units == 1 ? "Print 1 invitation" : "Print \(Figures.grouped(units)) invitations")
    }
    static func inParts(_ max: Int) -> Sentence {
        Sentence(
            zh: "一次最多 \(Figures.grouped(max)) 张，印完回到这一页再印下面的。",
            en: "At most \(Figures.grouped(max)) at a time; come back to this page for the next.")
    }
    static func later(_ unit: String) -> Sentence { Sentence(zh: "去\(unit)", en: "Go to \(unit)") }
}
