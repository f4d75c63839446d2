/// A statement whose values are bound by construction: an interpolated value never becomes text of the statement.
///
///     let found = try db.query("select id from unit where code = \(code)")
///
/// Written once for both engines. Where they must differ, two named statements stand side by side.
package struct SQL: Sendable, ExpressibleByStringInterpolation {
    enum Part: Sendable {
        case text(String)
        case value(Value)
    }

    var parts: [Part]

    package init(stringLiteral text: String) { parts = [.text(text)] }

    package init(stringInterpolation: StringInterpolation) { parts = stringInterpolation.parts }

    /// Text that is not known to the compiler. Only for statements that are themselves data: migrations, probes.
    package init(unchecked text: String) { parts = [.text(text)] }

    package struct StringInterpolation: StringInterpolationProtocol {
        var parts: [Part] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            parts.reserveCapacity(interpolationCount * 2 + 1)
        }

        package mutating func appendLiteral(_ text: String) { parts.append(.text(text)) }

        package mutating func appendInterpolation(_ value: some ColumnValue) { parts.append(.value(value.columnValue)) }

        /// An absent value is NULL.
        package mutating func appendInterpolation<Content: ColumnValue>(_ value: Content?) {
            parts.append(.value(value.columnValue))
        }

        package mutating func appendInterpolation(_ sql: SQL) { parts += sql.parts }

        /// A parenthesised list of bound values, for `in`. An empty list matches nothing.
        package mutating func appendInterpolation(list values: [some ColumnValue]) {
            guard !values.isEmpty else { return parts.append(.text("(null)")) }
            parts.append(.text("("))
            for (place, value) in values.enumerated() {
                if place > 0 { parts.append(.text(", ")) }
                parts.append(.value(value.columnValue))
            }
            parts.append(.text(")"))
        }
    }

    package static func + (left: SQL, right: SQL) -> SQL {
        var joined = left
        joined.parts += right.parts
        return joined
    }

    package static func += (left: inout SQL, right: SQL) { left.parts += right.parts }

    /// The statement's text with numbered places behind `mark`, and the values that go there.
    ///
    /// SQLite numbers `$1` by first appearance, so it gets `?1`; PostgreSQL gets `$1`.
    func rendered(mark: Character) -> (text: String, values: [Value]) {
        var text = ""
        var values: [Value] = []
        for part in parts {
            switch part {
            case .text(let piece): text += piece
            case .value(let value):
                values.append(value)
                text.append(mark)
                text += String(values.count)
            }
        }
        return (text, values)
    }
}
