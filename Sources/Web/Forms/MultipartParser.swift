package import NIOCore

/// How much a multipart form may hold.
package struct MultipartLimits: Sendable {
    /// No setting may ask for more for one file that is held in memory.
    package static let fileBytesCeiling = 50 << 20

    /// Bytes of all text fields together.
    package let textBytesMax: Int
    /// Bytes of each file; 0 where none is taken.
    package let fileBytesMax: Int
    package let filesMax: Int
    /// Bytes of the whole body, with what separates its parts.
    package let totalBytesMax: Int

    package init(
        textBytesMax: Int = 16 << 20, fileBytesMax: Int = 4 << 20, filesMax: Int = 20, totalBytesMax: Int = 96 << 20
    ) {
        precondition(fileBytesMax <= Self.fileBytesCeiling, "a file in a form is at most 50 MB")
        self.textBytesMax = textBytesMax
        self.fileBytesMax = fileBytesMax
        self.filesMax = filesMax
        self.totalBytesMax = totalBytesMax
    }
}

/// What the parser has found. A file's bytes come in pieces, one file after the other.
package enum MultipartEvent: Sendable, Equatable {
    case field(FormField)
    case fileBegan(UploadHead)
    case fileBytes([UInt8])
    case fileEnded
}

/// Reads multipart/form-data (RFC 7578) as it arrives, in chunks cut anywhere, in linear time.
///
/// It holds one text field, one part's head, and of a file only what the present chunk brought.
/// A parser that has thrown is not fed again.
package struct MultipartParser: Sendable {
    private enum Place {
        case preamble
        case part(MultipartPart)
        /// Right after a delimiter: padding and a line end, or the hyphens that end the form.
        case delimiterTail
        case delimiterCarriageReturn
        case closingHyphen
        case head
        case epilogue
    }

    private static let headBytesMax = 16 << 10
    private static let (carriageReturn, lineFeed, hyphen) = (UInt8(0x0D), UInt8(0x0A), UInt8(ascii: "-"))

    private let limits: MultipartLimits
    /// CR LF - - boundary. Its only CR is in front, which is what makes the search linear.
    private let delimiter: [UInt8]
    /// How much of the delimiter has been seen; these bytes are held back.
    private var matched: Int
    private var place = Place.preamble

    private var headLines: [[UInt8]] = []
    private var line: [UInt8] = []
    private var headBytes = 0

    /// A text field so far, or what the present chunk brought of a file.
    private var content: [UInt8] = []
    private var fileBytes = 0
    private var isFileAnnounced = false

    private var textBytes = 0
    private var totalBytes = 0
    private var files = 0
    private var parts = 0

    /// - Parameter boundary: 1 to 70 characters of RFC 2046, 5.1.1.
    /// - Throws: `UploadRefusal.broken`.
    package init(boundary: String, limits: MultipartLimits = MultipartLimits()) throws {
        let isAllowed: (UInt8) -> Bool = { byte in
            PercentCoding.isUnreserved(byte) && byte != UInt8(ascii: "~") || "'()+,/:=? ".utf8.contains(byte)
        }
        guard (1...70).contains(boundary.utf8.count), boundary.utf8.allSatisfy(isAllowed), boundary.last != " " else {
            throw UploadRefusal.broken
        }
        self.limits = limits
        delimiter = Array("\r\n--\(boundary)".utf8)
        // The first delimiter may stand at the very start, as if a line had just ended.
        matched = 2
    }

    /// - Throws: `UploadRefusal`, `FormRefusal`, as soon as something is wrong or too much.
    package mutating func feed(_ chunk: [UInt8]) throws -> [MultipartEvent] {
        try chunk.withUnsafeBytes { try feed($0) }
    }

    package mutating func feed(_ chunk: ByteBuffer) throws -> [MultipartEvent] {
        try chunk.withUnsafeReadableBytes { try feed($0) }
    }

    package mutating func feed(_ chunk: UnsafeRawBufferPointer) throws -> [MultipartEvent] {
        totalBytes += chunk.count
        guard totalBytes <= limits.totalBytesMax else {
            throw UploadRefusal.formTooLarge(limitBytes: limits.totalBytesMax)
        }
        var events: [MultipartEvent] = []
        var at = 0
        while at < chunk.count {
            switch place {
            case .preamble, .part: at = try search(chunk, from: at, &events)
            case .epilogue: at = chunk.count
            default:
                try step(chunk[at])
                at += 1
            }
        }
        flushFile(&events)
        return events
    }

    /// Says that the body has ended.
    /// - Throws: `UploadRefusal.broken` where it was cut short.
    package func finish() throws {
        guard case .epilogue = place else { throw UploadRefusal.broken }
    }

    // MARK: - Content

    /// Looks for the delimiter from `start` on; what is not part of it is content.
    private mutating func search(
        _ chunk: UnsafeRawBufferPointer, from start: Int, _ events: inout [MultipartEvent]
    ) throws -> Int {
        var at = start
        while at < chunk.count {
            if matched == 0 {
                let run = at
                while at < chunk.count, chunk[at] != Self.carriageReturn { at += 1 }
                try take(chunk[run..<at])
                if at < chunk.count {
                    matched = 1
                    at += 1
                }
            } else if chunk[at] == delimiter[matched] {
                matched += 1
                at += 1
                if matched == delimiter.count {
                    matched = 0
                    try endPart(&events)
                    place = .delimiterTail
                    return at
                }
            } else {
                // What was held back has no CR but its first byte, so no delimiter can begin within it.
                let held = delimiter[..<matched]
                matched = 0
                try take(held)
            }
        }
        return at
    }

    private mutating func take(_ bytes: some Collection<UInt8>) throws {
        switch place {
        case .part(.text):
            textBytes += bytes.count
            guard textBytes <= limits.textBytesMax else {
                throw UploadRefusal.formTooLarge(limitBytes: limits.textBytesMax)
            }
            content.append(contentsOf: bytes)
        case .part(.file):
            fileBytes += bytes.count
            guard fileBytes <= limits.fileBytesMax else {
                throw UploadRefusal.tooLarge(limitBytes: limits.fileBytesMax)
            }
            content.append(contentsOf: bytes)
        default: break
        }
    }

    private mutating func endPart(_ events: inout [MultipartEvent]) throws {
        guard case .part(let part) = place else { return }
        switch part {
        case .text(let name):
            events.append(.field(FormField(name: name, value: try FormFields.text(content))))
            content = []
        case .file(let head):
            // A file input in which nothing was chosen arrives as an empty file without a name.
            guard fileBytes > 0 || !head.filename.isEmpty else { return }
            if content.isEmpty { announce(head, &events) }
            flushFile(&events)
            events.append(.fileEnded)
        }
    }

    private mutating func flushFile(_ events: inout [MultipartEvent]) {
        guard case .part(.file(let head)) = place, !content.isEmpty else { return }
        announce(head, &events)
        events.append(.fileBytes(content))
        content = []
    }

    private mutating func announce(_ head: UploadHead, _ events: inout [MultipartEvent]) {
        guard !isFileAnnounced else { return }
        isFileAnnounced = true
        events.append(.fileBegan(head))
    }

    // MARK: - Between parts

    private mutating func step(_ byte: UInt8) throws {
        switch (place, byte) {
        case (.delimiterTail, Self.hyphen): place = .closingHyphen
        case (.delimiterTail, Self.carriageReturn): place = .delimiterCarriageReturn
        case (.delimiterTail, UInt8(ascii: " ")), (.delimiterTail, UInt8(ascii: "\t")): break
        case (.closingHyphen, Self.hyphen): place = .epilogue
        case (.delimiterCarriageReturn, Self.lineFeed):
            (place, headLines, line, headBytes) = (.head, [], [], 0)
        case (.head, Self.lineFeed): try endLine()
        case (.head, _):
            headBytes += 1
            guard headBytes <= Self.headBytesMax else { throw UploadRefusal.broken }
            line.append(byte)
        default: throw UploadRefusal.broken
        }
    }

    private mutating func endLine() throws {
        guard line.popLast() == Self.carriageReturn, !line.contains(Self.carriageReturn) else {
            throw UploadRefusal.broken
        }
        guard line.isEmpty else {
            headLines.append(line)
            line = []
            return
        }
        let part = try MultipartPart(lines: headLines)
        parts += 1
        guard parts <= FormFields.countMax else { throw FormRefusal.tooManyFields }
        if case .file(let head) = part, !head.filename.isEmpty {
            files += 1
            guard files <= limits.filesMax else { throw UploadRefusal.tooManyFiles(limit: limits.filesMax) }
        }
        (place, content, fileBytes, isFileAnnounced) = (.part(part), [], 0, false)
    }
}
