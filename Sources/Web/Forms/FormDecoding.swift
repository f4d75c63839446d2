extension FormFields {
    /// Reads `application/x-www-form-urlencoded` (URL Standard, 5.1), but refuses what is not UTF-8.
    /// - Throws: `FormRefusal`.
    package init(urlEncoded bytes: some Sequence<UInt8>) throws {
        self.init()
        for pair in Array(bytes).split(separator: UInt8(ascii: "&")) {
            let equals = pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.endIndex
            try append(
                FormField(
                    name: try Self.word(pair[..<equals]), value: try Self.word(pair[equals...].dropFirst())))
        }
    }

    /// What a person typed.
    /// - Throws: `FormRefusal.notText`.
    static func text(_ bytes: some Collection<UInt8>) throws -> String {
        guard !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) else { throw FormRefusal.notText }
        return text
    }

    private static func word(_ bytes: ArraySlice<UInt8>) throws -> String {
        try text(PercentCoding.decode(bytes, plusIsSpace: true))
    }
}
