package import Storage

extension ID: ColumnValue {
    package var columnValue: Value { .int(raw) }
    package init?(columnValue: Value) {
        guard case .int(let raw) = columnValue else { return nil }
        self.init(raw)
    }
}

extension Moment: ColumnValue {
    package var columnValue: Value { .int(microseconds) }
    package init?(columnValue: Value) {
        guard case .int(let microseconds) = columnValue else { return nil }
        self.init(microseconds: microseconds)
    }
}

extension TreePath: ColumnValue {
    package var columnValue: Value { .text(text) }
    package init?(columnValue: Value) {
        guard case .text(let text) = columnValue else { return nil }
        self.init(text)
    }
}

extension UnitKind: ColumnValue {}
extension UnitLevel: ColumnValue {}
extension Division: ColumnValue {}
extension Language: ColumnValue {}
extension Role: ColumnValue {}
extension Reach: ColumnValue {}
