/// What a file is, by its first bytes: never by its name, nor by what the sender says.
package enum OriginalKind: String, Sendable, CaseIterable {
    case docx, pdf, jpeg, png

    package var mediaType: String {
        switch self {
        case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case .pdf: "application/pdf"
        case .jpeg: "image/jpeg"
        case .png: "image/png"
        }
    }

    package var isPicture: Bool { self == .jpeg || self == .png }

    /// What a tool expects the file to be called.
    var suffix: String { rawValue }

    /// - Returns: nil for what is none of them and may be text.
    /// - Throws: `OriginalRefusal` for a kind that is known and not taken.
    package static func of(_ bytes: [UInt8]) throws -> OriginalKind? {
        func starts(_ signature: [UInt8], at place: Int = 0) -> Bool {
            bytes.count >= place + signature.count && bytes[place..<place + signature.count].elementsEqual(signature)
        }
        // A PDF may have up to a kilobyte of something else in front.
        if Array("%PDF-".utf8).withUnsafeBufferPointer({ bytes.prefix(1024).contains($0) }) { return .pdf }
        if starts([0xFF, 0xD8, 0xFF]) { return .jpeg }
        if starts([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .png }
        if starts([0x50, 0x4B, 0x03, 0x04]) || starts([0x50, 0x4B, 0x05, 0x06]) { return .docx }
        if starts([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
            // A DOCX with a password is wrapped in the container of the old format.
            let name = Array("EncryptedPackage".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
            throw name.withUnsafeBufferPointer { bytes.contains($0) }
                ? OriginalRefusal.encrypted : OriginalRefusal.oldOffice
        }
        if starts(Array("{\\rtf".utf8)) { throw OriginalRefusal.oldOffice }
        let others: [([UInt8], Int)] = [
            (Array("ftyp".utf8), 4), (Array("GIF8".utf8), 0), (Array("BM".utf8), 0), (Array("WEBP".utf8), 8),
            (Array("II*\0".utf8), 0), (Array("MM\0*".utf8), 0),
        ]
        if bytes.contains(0), others.contains(where: { starts($0.0, at: $0.1) }) { throw OriginalRefusal.otherPicture }
        return nil
    }
}

extension Collection<UInt8> {
    /// Whether a short run of bytes stands anywhere in this one.
    func contains(_ run: UnsafeBufferPointer<UInt8>) -> Bool {
        withContiguousStorageIfAvailable { bytes in
            guard let first = run.first, bytes.count >= run.count else { return false }
            return (0...bytes.count - run.count).contains { place in
                bytes[place] == first && bytes[place..<place + run.count].elementsEqual(run)
            }
        } ?? Array(self).contains(run)
    }
}

/// How large a picture is, from its head, before anything unpacks it.
enum PictureSize {
    /// More than any phone takes; unpacked it needs half a gigabyte.
    static let pixelsMax = 120_000_000

    /// - Returns: width × height; nil where the head does not tell.
    static func pixels(_ bytes: [UInt8], _ kind: OriginalKind) -> Int? {
        switch kind {
        case .png: bytes.count >= 24 ? number(bytes, 16, 4) * number(bytes, 20, 4) : nil
        case .jpeg: jpeg(bytes)
        case .docx, .pdf: nil
        }
    }

    private static func number(_ bytes: [UInt8], _ place: Int, _ length: Int) -> Int {
        bytes[place..<place + length].reduce(0) { $0 << 8 | Int($1) }
    }

    /// Walks the segments to the frame's head (ITU T.81, B.2.2).
    private static func jpeg(_ bytes: [UInt8]) -> Int? {
        var place = 2
        while place + 9 <= bytes.count {
            guard bytes[place] == 0xFF else { return nil }
            let marker = bytes[place + 1]
            switch marker {
            case 0xFF: place += 1
            case 0x01, 0xD0...0xD8: place += 2
            case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
                return number(bytes, place + 5, 2) * number(bytes, place + 7, 2)
            case 0xD9, 0xDA: return nil
            default: place += 2 + number(bytes, place + 2, 2)
            }
        }
        return nil
    }
}
