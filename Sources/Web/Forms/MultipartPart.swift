/// What the sender says of a file in a form.
package struct UploadHead: Sendable, Equatable {
    /// The form field's name.
    package let name: String
    /// The last component only, without characters that are not seen or that turn the direction of writing.
    package let filename: String
    /// `type/subtype` in lower case as the sender claims it; never proof of what the bytes are.
    package let mediaType: String

    package init(name: String, filename: String, mediaType: String) {
        self.name = name
        self.filename = filename
        self.mediaType = mediaType
    }
}

/// A file of a form, whole.
package struct UploadedFile: Sendable, Equatable {
    package let name: String
    package let filename: String
    package let mediaType: String
    package let bytes: [UInt8]

    package init(name: String, filename: String, mediaType: String, bytes: [UInt8]) {
        self.name = name
        self.filename = filename
        self.mediaType = mediaType
        self.bytes = bytes
    }
}

/// The head of one part of a multipart form (RFC 7578, 4).
enum MultipartPart {
    case text(name: String)
    case file(UploadHead)

    /// - Parameter lines: header lines without their line ends.
    init(lines: [[UInt8]]) throws {
        var headers: [String: [UInt8]] = [:]
        for line in lines {
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > 0,
                line[..<colon].allSatisfy({ (0x21...0x7E).contains($0) })
            else { throw UploadRefusal.broken }
            let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
            guard headers.updateValue(Array(line[(colon + 1)...]), forKey: name) == nil else {
                throw UploadRefusal.broken
            }
        }
        guard let disposition = headers["content-disposition"].flatMap(HeaderParameters.init),
            disposition.value == "form-data", let name = disposition.parameters["name"]
        else { throw UploadRefusal.broken }

        let coding = headers["content-transfer-encoding"].flatMap(HeaderParameters.init)?.value
        guard ["7bit", "8bit", "binary", nil].contains(coding) else { throw UploadRefusal.broken }

        let fieldName = try Self.unescaped(name)
        guard let filename = try Self.filename(disposition) else {
            self = .text(name: fieldName)
            return
        }
        let mediaType = headers["content-type"].flatMap(HeaderParameters.init)?.value
        self = .file(
            UploadHead(
                name: fieldName, filename: Self.shown(filename),
                mediaType: mediaType.flatMap(Self.checked) ?? "application/octet-stream"))
    }

    private static func filename(_ disposition: HeaderParameters) throws -> String? {
        let parameters = disposition.parameters
        // RFC 7578 forbids `filename*`, but some clients send it and nothing else.
        if let extended = parameters["filename*"], parameters["filename"] == nil {
            let parts = extended.split(separator: UInt8(ascii: "'"), maxSplits: 2, omittingEmptySubsequences: false)
            guard parts.count == 3, String(decoding: parts[0], as: UTF8.self).lowercased() == "utf-8" else {
                throw UploadRefusal.broken
            }
            return try FormFields.text(PercentCoding.decode(parts[2], plusIsSpace: false))
        }
        return try parameters["filename"].map(unescaped)
    }

    /// The HTML standard escapes quotation marks and line ends this way, and nothing else.
    private static func unescaped(_ bytes: [UInt8]) throws -> String {
        let escapes: [([UInt8], UInt8)] = [
            (Array("%22".utf8), UInt8(ascii: "\"")), (Array("%0D".utf8), 0x0D), (Array("%0A".utf8), 0x0A),
        ]
        var text: [UInt8] = []
        var rest = bytes[...]
        while let byte = rest.first {
            if byte == UInt8(ascii: "%"), let (escape, meant) = escapes.first(where: { rest.starts(with: $0.0) }) {
                text.append(meant)
                rest = rest.dropFirst(escape.count)
            } else {
                text.append(byte)
                rest = rest.dropFirst()
            }
        }
        return try FormFields.text(text)
    }

    /// A path is cut to its last component, and nothing is left that would make a name look like another.
    private static func shown(_ filename: String) -> String {
        let scalars = filename.unicodeScalars
        let begin = scalars.lastIndex { $0 == "/" || $0 == "\\" }.map { scalars.index(after: $0) }
        var shown = String.UnicodeScalarView()
        for scalar in scalars[(begin ?? scalars.startIndex)...] {
            switch scalar.value {
            case 0..<0x20, 0x7F...0x9F, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: break
            default: shown.append(scalar)
            }
        }
        return String(shown)
    }

    private static func checked(_ mediaType: String) -> String? {
        let halves = mediaType.split(separator: "/", omittingEmptySubsequences: false)
        let isToken: (Substring) -> Bool = { half in
            !half.isEmpty
                && half.utf8.allSatisfy { PercentCoding.isUnreserved($0) || "!#$&^+*'`|%".utf8.contains($0) }
        }
        return halves.count == 2 && halves.allSatisfy(isToken) ? mediaType : nil
    }
}
