/// One record of a CSV text (RFC 4180), which may go over several lines where a quoted field does.
struct CSVRecord {
    /// The line on which it begins, counted from 1.
    var line: Int
    var fields: [String]
}

/// What is wrong with the form of a record.
struct CSVFault {
    enum Kind {
        /// A quoted field that nothing ends: the rest of the text was inside it.
        case unclosedQuote
        /// Text after the quotation mark that ended a field.
        case textAfterQuote
    }

    var line: Int
    var kind: Kind
}

extension CSVRecord {
    private enum State { case start, plain, quoted, ended }

    private static let quote = UInt8(ascii: "\"")
    private static let comma = UInt8(ascii: ",")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    /// The records of a well-formed UTF-8 text, without those in which every field is blank.
    /// A quotation mark within a field that does not begin with one stands for itself, as spreadsheets have it.
    static func records(in text: [UInt8]) -> (records: [CSVRecord], faults: [CSVFault]) {
        var records: [CSVRecord] = []
        var faults: [CSVFault] = []
        var record = CSVRecord(line: 1, fields: [])
        var field: [UInt8] = []
        var state = State.start
        var line = 1
        var faultyLine = 0

        func endField() {
            record.fields.append(String(decoding: field, as: UTF8.self))
            field.removeAll(keepingCapacity: true)
            state = .start
        }
        func endRecord() {
            endField()
            if !record.isBlank { records.append(record) }
            record.fields.removeAll(keepingCapacity: true)
        }

        var place = 0
        while place < text.count {
            let byte = text[place]
            place += 1
            let next = place < text.count ? text[place] : nil
            let endsLine = byte == lineFeed || byte == carriageReturn && next != lineFeed
            if endsLine { line += 1 }
            switch (state, byte) {
            case (.quoted, quote) where next == quote:
                field.append(quote)
                place += 1
            case (.quoted, quote): state = .ended
            case (.quoted, _): field.append(byte)
            case (.start, quote): state = .quoted
            case (_, comma): endField()
            case (_, carriageReturn) where !endsLine: break
            case (_, lineFeed), (_, carriageReturn):
                endRecord()
                record.line = line
            case (.ended, _):
                if faultyLine != record.line { faults.append(CSVFault(line: record.line, kind: .textAfterQuote)) }
                faultyLine = record.line
            default:
                field.append(byte)
                state = .plain
            }
        }
        if state == .quoted {
            faults.append(CSVFault(line: record.line, kind: .unclosedQuote))
        } else if state != .start || !record.fields.isEmpty {
            endRecord()
        }
        return (records, faults)
    }

    private var isBlank: Bool { fields.allSatisfy { $0.unicodeScalars.allSatisfy(\.properties.isWhitespace) } }
}
