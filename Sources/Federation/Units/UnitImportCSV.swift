import Foundation

/// Reads a file of units: CSV as RFC 4180 has it, in UTF-8 with or without a mark, or in GB18030, which is what
/// spreadsheets write in China. Lines may end in CR LF, LF or CR.
package enum UnitImportCSV {
    package static let bytesMax = 64 << 20
    package static let rowsMax = 200_000

    /// - Throws: `UnitImportRefusal` where the file as a whole cannot be read. What is wrong with single rows stands in
    ///   the sheet's problems.
    package static func read(_ bytes: [UInt8]) throws -> UnitImportSheet {
        guard bytes.count <= bytesMax else { throw UnitImportRefusal.tooLarge(bytesMax: bytesMax) }
        let (records, faults) = CSVRecord.records(in: try utf8(bytes))
        guard let head = records.first else { throw UnitImportRefusal.empty }
        let columns = try columns(head.fields)
        guard records.count > 1 else { throw UnitImportRefusal.empty }
        guard records.count - 1 <= rowsMax else { throw UnitImportRefusal.tooManyRows(max: rowsMax) }
        var sheet = UnitImportSheet(rows: [])
        sheet.rows.reserveCapacity(records.count - 1)
        for fault in faults { sheet.problems.add(fault.line, nil, UnitImportWords.sentence(of: fault.kind)) }
        for record in records.dropFirst() { sheet.add(record, columns: columns) }
        return sheet
    }

    private static func utf8(_ bytes: [UInt8]) throws -> [UInt8] {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        if bytes.starts(with: mark) {
            let rest = bytes.dropFirst(mark.count)
            guard String(validating: rest, as: UTF8.self) != nil else { throw UnitImportRefusal.unreadable }
            return Array(rest)
        }
        // Chinese text in GB18030 is never well-formed UTF-8 by chance for longer than a word or two.
        if String(validating: bytes, as: UTF8.self) != nil { return bytes }
        let gb18030 = String.Encoding(rawValue: 0x8000_0632)
        guard let text = String(data: Data(bytes), encoding: gb18030) else { throw UnitImportRefusal.unreadable }
        return Array(text.utf8)
    }

    /// The column of each field, in any order.
    private static func columns(_ head: [String]) throws -> [UnitField: Int] {
        let names = head.map(UnitImportSheet.trimmed)
        var columns: [UnitField: Int] = [:]
        var unknown: [String] = []
        var twice: [String] = []
        for (place, name) in names.enumerated() {
            if let field = UnitField(rawValue: name) {
                if columns[field] != nil { twice.append(name) }
                columns[field] = place
            } else if !name.isEmpty {
                unknown.append(String(name.prefix(40)))
            }
        }
        let missing = UnitField.allCases.filter { columns[$0] == nil }.map(\.rawValue)
        guard missing.isEmpty, unknown.isEmpty, twice.isEmpty else {
            throw UnitImportRefusal.header(missing: missing, unknown: Array(unknown.prefix(20)), twice: twice)
        }
        return columns
    }
}
