import Federation
import Markup
import Web

/// The notice as a page for the printer: GB/T 9704-2012 in HTML and CSS. It holds no address, so that there is
/// nothing to fetch, and all words are escaped by their type.
enum ExportSheet {
    static func html(_ notice: ExportNotice) -> String {
        let paper = ExportPaper(notice.text, notice.reading)
        return HTML.document(
            language: Language.chinese.tag,
            head: group {
                meta(Attribute("charset", "utf-8"))
                element("title", []) { notice.title }
                element("style", []) { ExportStyle.faces + ExportStyle.paper }
                element("style", []) { HTML(ExportStyle.measures) }
            },
            body: group {
                if !notice.warnings.isEmpty { div(.class("warning")) { notice.warnings.joined(separator: " ") } }
                paper.paragraphs.map(paragraph)
            }
        ).text
    }

    private static func paragraph(_ paragraph: ExportPaper.Paragraph) -> HTML {
        let classes = [
            paragraph.kind.rawValue, paragraph.startsPage ? "new" : nil, paragraph.isRed ? "red" : nil,
            paragraph.isRuled ? "ruled" : nil,
            paragraph.kind == .mark ? "z\(ExportMark.points(paragraph.text))" : nil,
            paragraph.rightHalves > 0 ? "r\(paragraph.rightHalves)" : nil,
        ]
        if paragraph.kind == .title { return h1(.class(classes)) { title(paragraph.lines) } }
        if paragraph.kind == .printing { return p(.class(classes)) { printing(paragraph.text) } }
        return p(.class(classes)) {
            paragraph.runs.map { run in
                run.face == .fang ? HTML(run.text) : span(.class(run.face.rawValue)) { run.text }
            }
        }
    }

    private static func printing(_ text: String) -> HTML {
        guard let (who, when) = ExportPaper.printed(text) else { return HTML(text) }
        return HTML(who + " ") + span(.class("end")) { when }
    }

    private static func title(_ lines: [String]) -> [HTML] {
        lines.enumerated().map { $0.offset == 0 ? HTML($0.element) : br() + HTML($0.element) }
    }
}
