/// What a column can hold on both engines. There is no floating point: money is fen, decimals are scaled integers.
package enum Value: Sendable, Hashable {
    case null
    case int(Int64)
    case text(String)
    case blob([UInt8])
}

/// A Swift type that one column holds.
package protocol ColumnValue: Sendable {
    /// The value as it is bound.
    var columnValue: Value { get }
    /// The value as it was read; nil where the column holds something else.
    init?(columnValue: Value)
}

extension Int64: ColumnValue {
    package var columnValue: Value { .int(self) }
    package init?(columnValue: Value) {
        guard case .int(let number) = columnValue else { return nil }
        self = number
    }
}

extension Int: ColumnValue {
    package var columnValue: Value { .int(Int64(self)) }
    package init?(columnValue: Value) {
        guard case .int(let number) = columnValue else { return nil }
        self.init(exactly: number)
    }
}

/// Stored as 0 or 1 on both engines, so that a condition reads the same.
extension Bool: ColumnValue {
    package var columnValue: Value { .int(self ? 1 : 0) }
    package init?(columnValue: Value) {
        guard case .int(let number) = columnValue, number == 0 || number == 1 else { return nil }
        self = number == 1
    }
}

extension String: ColumnValue {
    package var columnValue: Value { .text(self) }
    package init?(columnValue: Value) {
        guard case .text(let text) = columnValue else { return nil }
        self = text
    }
}

extension [UInt8]: ColumnValue {
    package var columnValue: Value { .blob(self) }
    package init?(columnValue: Value) {
        guard case .blob(let bytes) = columnValue else { return nil }
        self = bytes
    }
}

extension Optional: ColumnValue where Wrapped: ColumnValue {
    package var columnValue: Value { self?.columnValue ?? .null }
    package init?(columnValue: Value) {
        if case .null = columnValue {
            self = Optional<Wrapped>.none
        } else if let wrapped = Wrapped(columnValue: columnValue) {
            self = Optional<Wrapped>.some(wrapped)
        } else {
            return nil
        }
    }
}

/// Enumerations are stored by their word.
extension ColumnValue where Self: RawRepresentable, RawValue: ColumnValue {
    package var columnValue: Value { rawValue.columnValue }
    package init?(columnValue: Value) {
        guard let raw = RawValue(columnValue: columnValue) else { return nil }
        self.init(rawValue: raw)
    }
}
