import Markup
import Federation
import Web

/// A cover on paper as it will go out, without marks; what it carries is folded beneath.
enum DraftPaperDrawing {
    static func html(_ draft: DraftPaper, _ language: Language) -> HTML {
        let blocks = NoticePaper(draft.text, draft.reading).blocks
        let cover = blocks.filter { $0.path.isEmpty && $0.kind != .rest }
        return article(.class("paper full"), .lang(Language.chinese.tag), .aria("label", PaperWords.paper[language])) {
            div(.class("paper-body")) {
                cover.map(block)
                draft.reading.forwarded.enumerated().map { place, carried in
                    details(.class("fold")) {
                        summary {
                            span(.class("fold-what")) {
                                u { carried.notice.title ?? "" }
                            }
                        }
                        blocks.filter { $0.path.first == place && $0.kind != .part && $0.kind != .rest }.map(block)
                    }
                }
            }
        }
    }

    private static func block(_ block: PaperBlock) -> HTML {
        switch block.kind {
        case .letterhead: p(.class("paper-head")) { block.text }
        case .title: h2(.class("paper-title")) { block.text }
        case .addressees, .flush: p(.class("flush")) { block.text }
        case .telegramMark: p(.class("telegram-kind flush")) { block.text }
        case .telegram: p(.class("telegram")) { block.runs.map { run in span { run.text } } }
        case .clause: p(.class("level1")) { block.text }
        case .subclause: p(.class("level2")) { block.text }
        case .body: p { block.runs.map(run) }
        case .signature: p(.class("sign")) { block.text }
        case .date: p(.class("sign date")) { block.text }
        case .part, .rest: .empty
        }
    }

    private static func run(_ run: PaperBlock.Run) -> HTML {
        guard let face = run.face else { return HTML(run.text) }
        return span(.class(face == .clause ? "level1" : "level2")) { run.text }
    }
}
