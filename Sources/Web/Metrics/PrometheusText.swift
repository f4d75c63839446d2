/// The types of the exposition format that we print.
enum PrometheusKind: String {
    case counter, gauge, summary, histogram
}

/// Names, labels and numbers as the exposition format wants them.
enum PrometheusText {
    /// Letters, digits, underscores and colons; the endings are the customary ones.
    static func name(_ label: String, _ kind: PrometheusKind) -> String {
        let name = word(label, orColon: true)
        let ending =
            switch kind {
            case .counter: "_total"
            case .histogram: "_seconds"
            case .gauge, .summary: ""
            }
        return name.hasSuffix(ending) ? name : name + ending
    }

    /// `{a="1",b="2"}` sorted by name, or nothing. A name given twice counts once, the first time.
    static func labels(_ dimensions: [(String, String)]) -> String {
        guard !dimensions.isEmpty else { return "" }
        var values: [String: String] = [:]
        for (name, value) in dimensions {
            var name = word(name, orColon: false)
            // `le` and `quantile` belong to histograms and summaries, and two underscores to Prometheus itself.
            if ["le", "quantile"].contains(name) || name.hasPrefix("__") { name = "label_\(name)" }
            if values[name] == nil { values[name] = value }
        }
        let pairs = values.sorted { $0.key < $1.key }.map { "\($0.key)=\"\(escapedValue($0.value))\"" }
        return "{\(pairs.joined(separator: ","))}"
    }

    /// The labels with one more at the end.
    static func labels(_ labels: String, adding name: String, _ value: String) -> String {
        labels.isEmpty ? "{\(name)=\"\(value)\"}" : "\(labels.dropLast()),\(name)=\"\(value)\"}"
    }

    static func number(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value > 0 ? "+Inf" : "-Inf" }
        let text = value.description
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    static func escapedHelp(_ text: String) -> String { escaped(text, quotes: false) }

    private static func escapedValue(_ text: String) -> String { escaped(text, quotes: true) }

    private static func escaped(_ text: String, quotes: Bool) -> String {
        // Scalars, not characters: a line feed after a carriage return is one character in Swift.
        var escaped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": escaped.append(contentsOf: "\\\\".unicodeScalars)
            case "\n": escaped.append(contentsOf: "\\n".unicodeScalars)
            case "\"" where quotes: escaped.append(contentsOf: "\\\"".unicodeScalars)
            default: escaped.append(scalar)
            }
        }
        return String(escaped)
    }

    private static func word(_ text: String, orColon: Bool) -> String {
        let bytes = text.utf8.map { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                byte
            case UInt8(ascii: ":") where orColon: byte
            default: UInt8(ascii: "_")
            }
        }
        let word = String(decoding: bytes, as: UTF8.self)
        return word.first.map { $0.isNumber } ?? true ? "_\(word)" : word
    }
}
