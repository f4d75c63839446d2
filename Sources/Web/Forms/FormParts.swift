package import Federation
package import Markup

/// The parts of a form: labelled fields with their errors beside them, and the summary of the errors above.
package struct FormParts: Sendable {
    package let language: Language
    package let errors: [String: Sentence]
    /// Set before the names to make ids, where a page has several forms.
    package let prefix: String

    package init(language: Language, errors: [String: Sentence], prefix: String = "") {
        self.language = language
        self.errors = errors
        self.prefix = prefix
    }

    package func id(_ name: String) -> String { prefix + name }

    /// A field of one line.
    package func text(
        _ name: String, _ title: Sentence, value: String, type: String = "text", note: Sentence? = nil,
        isCode: Bool = false, _ attributes: [Attribute] = []
    ) -> HTML {
        field(name, title, note: note) { marks in
            emptyElement(
                "input",
                [
                    .class(isCode ? "input input-code" : "input"), .id(id(name)), .name(name), .type(type),
                    // A password is never sent back.
                    type == "password" ? .none : .value(value),
                ] + attributes + marks)
        }
    }

    /// A field of several lines.
    package func area(
        _ name: String, _ title: Sentence, value: String, rows: Int, note: Sentence? = nil, isCode: Bool = true
    ) -> HTML {
        field(name, title, note: note) { marks in
            element(
                "textarea",
                [
                    .class(isCode ? "input input-code" : "input"), .id(id(name)), .name(name),
                    Attribute("rows", "\(rows)"), Attribute("spellcheck", "false"),
                ] + marks
            ) {
                // HTML drops one line break right after the tag.
                HTML("\n" + value)
            }
        }
    }

    package func choice(
        _ name: String, _ title: Sentence, options: [(value: String, text: Sentence)], chosen: String?,
        note: Sentence? = nil
    ) -> HTML {
        field(name, title, note: note) { marks in
            element("select", [.class("input"), .id(id(name)), .name(name)] + marks) {
                options.map { one in
                    option(.value(one.value), Attribute("selected", if: one.value == chosen)) { one.text[language] }
                }
            }
        }
    }

    /// A box to tick.
    package func check(_ name: String, _ title: Sentence, isChecked: Bool, value: String = "1", note: Sentence? = nil)
        -> HTML
    {
        label(.class("check")) {
            input(.type("checkbox"), .name(name), .value(value), .checked(isChecked))
            span {
                title[language]
                if let note {
                    group {
                        " "; small { note[language] }
                    }
                }
            }
        }
    }

    /// Several to tick, of the same name.
    package func checks(
        _ name: String, _ title: Sentence, options: [(value: String, text: Sentence)], chosen: Set<String>,
        note: Sentence? = nil
    ) -> HTML {
        boxes(name, title, note: note) {
            options.map { one in check(name, one.text, isChecked: chosen.contains(one.value), value: one.value) }
        }
    }

    /// Boxes that stand together under one title.
    package func boxes(
        _ name: String, _ title: Sentence, note: Sentence? = nil, @HTMLBuilder _ content: () -> HTML
    ) -> HTML {
        // Not a fieldset: browsers keep its legend out of the columns of a form.
        div(
            .class(errors[name] == nil ? "field" : "field wrong"), .id(id(name)), Attribute("role", "group"),
            .aria("labelledby", id(name) + "-title")
        ) {
            p(.class("label"), .id(id(name) + "-title")) { title[language] }
            div {
                content()
                if let note { p(.class("note")) { note[language] } }
                errorLine(name)
            }
        }
    }

    /// Label, control, note, error, in this order.
    package func field(
        _ name: String, _ title: Sentence, note: Sentence? = nil, _ control: ([Attribute]) -> HTML
    ) -> HTML {
        let error = errors[name]
        var described: [String] = []
        if note != nil { described.append(id(name) + "-note") }
        if error != nil { described.append(id(name) + "-error") }
        var marks: [Attribute] = []
        if error != nil { marks.append(.aria("invalid", "true")) }
        if !described.isEmpty { marks.append(.aria("describedby", described.joined(separator: " "))) }
        return div(.class(error == nil ? "field" : "field wrong")) {
            label(.for(id(name))) { title[language] }
            control(marks)
            if let note { p(.class("note"), .id(id(name) + "-note")) { note[language] } }
            if error != nil { errorLine(name) }
        }
    }

    /// The sentence under a field.
    package func errorLine(_ name: String) -> HTML {
        guard let error = errors[name] else { return .empty }
        return p(.class("error"), .id(id(name) + "-error")) {
            svg(.aria("hidden", "true")) { use(.href("#i-warn")) }
            span { error[language] }
        }
    }

    /// What is wrong, all of it, linked to the fields. Empty where nothing is.
    /// - Parameters:
    ///   - order: the fields as they stand on the page.
    ///   - kept: that nothing typed was lost.
    package func summary(_ order: [String], kept: Sentence = FormWords.kept, wayOn: Sentence? = nil) -> HTML {
        guard !errors.isEmpty else { return .empty }
        let named = order.filter { errors[$0] != nil }
        let whole = errors[""]
        return div(
            .class("error-summary"), Attribute("role", "alert"), Attribute("tabindex", "-1"), .data("focus", "")
        ) {
            h2 { (whole ?? FormWords.toPutRight(max(1, named.count)))[language] }
            if !named.isEmpty { p { kept[language] } }
            if let wayOn { p { wayOn[language] } }
            if !named.isEmpty {
                ul {
                    named.map { name in li { a(.href("#" + id(name))) { errors[name]?[language] ?? "" } } }
                }
            }
        }
    }
}

package enum FormWords {
    package static let kept = Sentence(zh: "你填的都在，改好再按一次。", en: "All you typed is here; put it right and press again.")
    static func toPutRight(_ count: Int) -> Sentence {
        Sentence(
            zh: "有 \(count) 处要改", en: count == 1 ? "One thing to put right" : "\(count) things to put right")
    }
}
