/// The part of an address after its question mark.
package enum QueryString {
    /// One name or value, as it stands in a query: space is `%20`, which reads the same in a path.
    package static func encoded(_ text: String) -> String { PercentCoding.encode(text) }

    /// `a=1&b=2`, in the order given; empty where there are no items.
    package static func encode(_ items: [(String, String)]) -> String {
        items.map { "\(encoded($0.0))=\(encoded($0.1))" }.joined(separator: "&")
    }

    package static func encode(_ fields: FormFields) -> String {
        encode(fields.fields.map { ($0.name, $0.value) })
    }

    /// - Throws: `FormRefusal`.
    package static func decode(_ query: some StringProtocol) throws -> FormFields {
        try FormFields(urlEncoded: query.utf8)
    }
}
