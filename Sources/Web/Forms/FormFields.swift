/// One name and one value of a form or a query.
package struct FormField: Sendable, Hashable {
    package let name: String
    package let value: String

    package init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}

/// What a form or a query says: fields in the order they came, where a name may come more than once.
package struct FormFields: Sendable, Equatable {
    /// More than any form of ours sends; a bound on what one request can make us hold.
    package static let countMax = 10_000

    package private(set) var fields: [FormField] = []
    private var values: [String: [String]] = [:]

    package init() {}

    /// - Throws: `FormRefusal.tooManyFields`.
    package init(_ fields: some Sequence<FormField>) throws {
        for field in fields { try append(field) }
    }

    package var isEmpty: Bool { fields.isEmpty }

    package func first(_ name: String) -> String? { values[name]?.first }

    package func all(_ name: String) -> [String] { values[name] ?? [] }

    package func contains(_ name: String) -> Bool { values[name] != nil }

    /// - Throws: `FormRefusal.tooManyFields`.
    package mutating func append(_ field: FormField) throws {
        guard fields.count < Self.countMax else { throw FormRefusal.tooManyFields }
        fields.append(field)
        values[field.name, default: []].append(field.value)
    }
}
