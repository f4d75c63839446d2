/// Lists as PostgreSQL writes them: quoted elements between braces, NULL where there is none.
enum PostgreSQLArray {
    static let numbers = "bigint[]"
    static let texts = "text[]"
    static let bytes = "bytea[]"

    /// What the server must be told that a list is, by its first element.
    static func cast(of list: [Value]) -> String {
        switch list.first {
        case .text: "::\(texts)"
        case .blob: "::\(bytes)"
        case .int, .null, nil: "::\(numbers)"
        }
    }

    static func literal(_ values: [Value]) -> Value {
        var text = "{"
        for (place, value) in values.enumerated() {
            if place > 0 { text += "," }
            switch value {
            case .null: text += "NULL"
            case .int(let number): text += String(number)
            case .text(let element): text += quoted(element)
            case .blob(let bytes): text += quoted(String(decoding: hex(bytes), as: UTF8.self))
            }
        }
        return .text(text + "}")
    }

    private static func quoted(_ element: String) -> String {
        var text = "\""
        for character in element.unicodeScalars {
            if character == "\"" || character == "\\" { text += "\\" }
            text.unicodeScalars.append(character)
        }
        return text + "\""
    }

    /// Bytes as the server reads them in text.
    static func hex(_ bytes: [UInt8]) -> [UInt8] {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = [UInt8(ascii: "\\"), UInt8(ascii: "x")]
        text.reserveCapacity(bytes.count * 2 + 2)
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return text
    }
}
