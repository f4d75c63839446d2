import Federation
import Markup
import Web

/// What a workers' group is shown, as a page for the printer that becomes a picture.
enum ExportPicture {
    static func html(_ group: ExportGroup) -> String {
        HTML.document(
            language: Language.chinese.tag,
            head: Markup.group {
                meta(Attribute("charset", "utf-8"))
                element("title", []) { group.title }
                element("style", []) { ExportStyle.picture }
            },
            body: Markup.group {
                group.warnings.map { warning in p(.class("warning")) { warning } }
                if let grade = group.grade { p { span(.class("badge")) { grade } } }
                h1(.class("name")) { group.title }
                if !group.source.isEmpty { p(.class("facts")) { group.source } }
                group.parts.map(part)
                p(.class("source")) { group.footer }
            }
        ).text
    }

    private static func part(_ part: ExportGroup.Part) -> HTML {
        Markup.group {
            if let title = part.title { h2(.class("carried")) { title } }
            ul(.class("headings")) { part.headings.map { heading in li { heading } } }
            if !part.asked.isEmpty {
                p(.class("label")) { ExportWords.askedLabel }
                ul(.class("asked")) { part.asked.map { quote in li { quote } } }
            }
        }
    }
}
