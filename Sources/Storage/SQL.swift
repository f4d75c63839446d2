/// A statement whose values are bound by construction: an interpolated value never becomes text of the statement.
///
///     let found = try db.query("select id from unit where code = \(code)")
///
/// Written once for both engines. Where they must differ, two named statements stand side by side.
package struct SQL: Sendable, ExpressibleByStringInterpolation {
    enum Part: Sendable {
        case text(String)
        case value(Value)
        /// Whether what stands before it is among these.
        case membership([Value])
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

        /// Whether what stands before it is one of these. An empty list matches nothing.
        package mutating func appendInterpolation(in values: [some ColumnValue]) {
            parts.append(.membership(values.map(\.columnValue)))
        }
    }

    package static func + (left: SQL, right: SQL) -> SQL {
        var joined = left
        joined.parts += right.parts
        return joined
    }

    package static func += (left: inout SQL, right: SQL) { left.parts += right.parts }

    /// The statement's text with numbered places, and the values that go there.
    ///
    /// SQLite numbers `$1` by first appearance, so it gets `?1`; PostgreSQL gets `$1`. SQLite takes a list value by value;
    /// PostgreSQL as one, so that lists of all lengths are one statement, which it need not plan anew.
    func rendered(for dialect: Dialect) -> (text: String, values: [Value]) {
        var text = ""
        var values: [Value] = []
        func place(_ value: Value) {
            values.append(value)
            text.append(dialect == .sqlite ? "?" : "$")
            text += String(values.count)
        }
        for part in parts {
            switch part {
            case .text(let piece): text += piece
            case .value(let value): place(value)
            case .membership(let list):
                switch dialect {
                // Of an empty one nobody knows the type.
                case _ where list.isEmpty: text += "in (null)"
                case .sqlite:
                    text += "in ("
                    for (number, value) in list.enumerated() {
                        if number > 0 { text += ", " }
                        place(value)
                    }
                    text += ")"
                case .postgresql:
                    text += "= any("
                    place(PostgreSQLArray.literal(list))
                    text += PostgreSQLArray.cast(of: list) + ")"
                }
            }
        }
        return (text, values)
    }
}
