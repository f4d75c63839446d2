/// A piece of HTML. Text becomes part of it only escaped; raw text only from the source code itself.
package struct HTML: Sendable, Hashable {
    package private(set) var text: String

    package static let empty = HTML(verbatim: "")

    fileprivate init(verbatim text: String) { self.text = text }

    /// Text, escaped for content and for attributes alike.
    package init(_ text: String) { self.text = escaped(text) }

    /// Markup that stands in the source code, never made from input.
    package static func raw(_ markup: StaticString) -> HTML { HTML(verbatim: "\(markup)") }

    package static func + (left: HTML, right: HTML) -> HTML { HTML(verbatim: left.text + right.text) }

    package static func += (left: inout HTML, right: HTML) { left.text += right.text }

    /// As it stands on a page in this language: Chinese words on a page that is not Chinese say that they are.
    package func readable(in language: String) -> HTML {
        language.hasPrefix("zh") ? self : HTML(verbatim: ChineseMarking.marked(text))
    }

    /// A whole page.
    package static func document(language: String, head: HTML, body: HTML, bodyAttributes: [Attribute] = []) -> HTML {
        var page = HTML(verbatim: "<!doctype html>\n<html lang=\"")
        page += HTML(language)
        page += HTML(verbatim: "\">")
        page += element("head", []) { head }
        page += element("body", bodyAttributes) { body }.readable(in: language)
        return page + HTML(verbatim: "</html>\n")
    }
}

private func escaped(_ text: String) -> String {
    // Most text holds nothing to escape.
    guard text.utf8.contains(where: { $0 == 38 || $0 == 60 || $0 == 62 || $0 == 34 || $0 == 39 }) else { return text }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 32)
    for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "&"): bytes += Array("&amp;".utf8)
        case UInt8(ascii: "<"): bytes += Array("&lt;".utf8)
        case UInt8(ascii: ">"): bytes += Array("&gt;".utf8)
        case UInt8(ascii: "\""): bytes += Array("&quot;".utf8)
        case UInt8(ascii: "'"): bytes += Array("&#39;".utf8)
        default: bytes.append(byte)
        }
    }
    return String(decoding: bytes, as: UTF8.self)
}

/// An attribute of an element. There is no `style` and no `on…`: the content security policy forbids both.
package struct Attribute: Sendable, Hashable {
    fileprivate let text: String

    package init(_ name: StaticString, _ value: String) { text = " \(name)=\"\(escaped(value))\"" }

    /// Present or absent, without a value.
    package init(_ name: StaticString, if isPresent: Bool) { text = isPresent ? " \(name)" : "" }

    /// Nothing where there is no value.
    package init(_ name: StaticString, optional value: String?) {
        text = value.map { " \(name)=\"\(escaped($0))\"" } ?? ""
    }

    package static let none = Attribute("", if: false)
    package static func `class`(_ names: String) -> Attribute { Attribute("class", names) }
    package static func `class`(_ names: [String?]) -> Attribute {
        Attribute("class", names.compactMap { $0 }.joined(separator: " "))
    }
    package static func id(_ id: String) -> Attribute { Attribute("id", id) }
    package static func href(_ address: String) -> Attribute { Attribute("href", address) }
    package static func name(_ name: String) -> Attribute { Attribute("name", name) }
    package static func value(_ value: String) -> Attribute { Attribute("value", value) }
    package static func type(_ type: String) -> Attribute { Attribute("type", type) }
    package static func lang(_ language: String) -> Attribute { Attribute("lang", language) }
    package static func `for`(_ id: String) -> Attribute { Attribute("for", id) }
    package static func aria(_ name: StaticString, _ value: String) -> Attribute {
        Attribute(verbatimName: "aria-\(name)", value)
    }
    package static func data(_ name: StaticString, _ value: String) -> Attribute {
        Attribute(verbatimName: "data-\(name)", value)
    }
    package static func checked(_ isChecked: Bool) -> Attribute { Attribute("checked", if: isChecked) }

    private init(verbatimName name: String, _ value: String) { text = " \(name)=\"\(escaped(value))\"" }
}

/// Puts pieces one after another.
@resultBuilder
package enum HTMLBuilder {
    package static func buildExpression(_ html: HTML) -> HTML { html }
    package static func buildExpression(_ text: String) -> HTML { HTML(text) }
    package static func buildExpression(_ pieces: [HTML]) -> HTML { pieces.reduce(into: .empty) { $0 += $1 } }
    package static func buildBlock(_ pieces: HTML...) -> HTML { pieces.reduce(into: .empty) { $0 += $1 } }
    package static func buildOptional(_ html: HTML?) -> HTML { html ?? .empty }
    package static func buildEither(first html: HTML) -> HTML { html }
    package static func buildEither(second html: HTML) -> HTML { html }
    package static func buildArray(_ pieces: [HTML]) -> HTML { pieces.reduce(into: .empty) { $0 += $1 } }
}

/// Several pieces as one.
package func group(@HTMLBuilder _ content: () -> HTML) -> HTML { content() }

/// Any element that has an end.
package func element(_ name: StaticString, _ attributes: [Attribute], @HTMLBuilder _ content: () -> HTML) -> HTML {
    var html = "<\(name)"
    for attribute in attributes { html += attribute.text }
    html += ">"
    html += content().text
    html += "</\(name)>"
    return HTML(verbatim: html)
}

/// Any element that has none.
package func emptyElement(_ name: StaticString, _ attributes: [Attribute]) -> HTML {
    HTML(verbatim: "<\(name)" + attributes.map(\.text).joined() + ">")
}
