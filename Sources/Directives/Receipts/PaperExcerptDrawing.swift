import Federation
import Markup
import Web

/// The beginning of a notice on paper, as printed: white, black ink, a serif. Chinese in either language of the page.
enum PaperExcerptDrawing {
    static func html(_ paper: PaperExcerpt, in language: Language) -> HTML {
        article(.class("paper"), .lang(Language.chinese.tag)) {
            if let number = paper.number { p(.class("note")) { number } }
            h1(.class("paper-title")) { paper.title }
            div(.class("paper-body")) {
                if let line = paper.addresseeLine { p(.class("flush")) { line } }
                paper.body.map { paragraph in p { paragraph } }
                if paper.isCut { p(.lang(language.tag)) { ReceiptWords.goesOn[language] } }
                if let signature = paper.signature { p(.class("sign")) { signature } }
                if let day = paper.datedOn { p(.class("sign date")) { TimeWords.day(day, .chinese) } }
            }
            p(.class("paper-foot"), .lang(language.tag)) {
                if !paper.contained.isEmpty {
                    ReceiptWords.inside[language]
                    paper.contained.enumerated().map { place, notice in
                        group {
                            place == 0 ? " " : (language == .chinese ? "、" : ", ")
                            a(.href(notice.path)) { notice.name }
                        }
                    }
                    span(.class("dot")) {}
                }
                a(.href(paper.fullPath)) { ReceiptWords.whole[language] }
            }
        }
    }
}
