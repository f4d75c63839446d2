/// A header value of the shape `value; name=token; name="quoted"`, as RFC 9110, 5.6.6 has it.
struct HeaderParameters {
    /// In lower case.
    let value: String
    /// Names in lower case; values as bytes, because a file's name arrives as raw UTF-8.
    let parameters: [String: [UInt8]]

    /// Nil where it has not that shape, or gives a parameter twice.
    init?(_ bytes: [UInt8]) {
        var rest = bytes[...]
        guard let value = Self.word(Self.take(from: &rest) { $0 != UInt8(ascii: ";") }) else { return nil }
        var parameters: [String: [UInt8]] = [:]
        while rest.popFirst() != nil {
            Self.skipSpace(&rest)
            // A semicolon at the end is tolerated, as everybody does.
            if rest.isEmpty { break }
            guard let name = Self.word(Self.take(from: &rest) { $0 != UInt8(ascii: "=") }),
                rest.popFirst() != nil, let text = Self.parameter(&rest)
            else { return nil }
            Self.skipSpace(&rest)
            guard rest.isEmpty || rest.first == UInt8(ascii: ";"), parameters.updateValue(text, forKey: name) == nil
            else { return nil }
        }
        self.value = value
        self.parameters = parameters
    }

    private static func parameter(_ rest: inout ArraySlice<UInt8>) -> [UInt8]? {
        guard rest.first == UInt8(ascii: "\"") else {
            let token = trimmed(take(from: &rest) { $0 != UInt8(ascii: ";") })
            return token.isEmpty ? nil : Array(token)
        }
        rest.removeFirst()
        var text: [UInt8] = []
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "\"") { return text }
            // Only these two can be escaped: some browsers send the backslashes of a Windows path as they are.
            if byte == UInt8(ascii: "\\"), let next = rest.first,
                next == UInt8(ascii: "\"") || next == UInt8(ascii: "\\")
            {
                text.append(next)
                rest.removeFirst()
            } else {
                text.append(byte)
            }
        }
        return nil
    }

    private static func take(
        from rest: inout ArraySlice<UInt8>, while isTaken: (UInt8) -> Bool
    ) -> ArraySlice<UInt8> {
        let taken = rest.prefix(while: isTaken)
        rest = rest[taken.endIndex...]
        return taken
    }

    private static func skipSpace(_ rest: inout ArraySlice<UInt8>) {
        rest = rest.drop(while: isSpace)
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var bytes = bytes.drop(while: isSpace)
        while let last = bytes.last, isSpace(last) { bytes.removeLast() }
        return bytes
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

    /// Printable ASCII without spaces, in lower case.
    private static func word(_ bytes: ArraySlice<UInt8>) -> String? {
        let bytes = trimmed(bytes)
        guard !bytes.isEmpty, bytes.allSatisfy({ (0x21...0x7E).contains($0) }) else { return nil }
        return String(decoding: bytes, as: UTF8.self).lowercased()
    }
}
