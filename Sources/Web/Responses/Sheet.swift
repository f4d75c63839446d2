import CXLSXWriter
import Foundation

/// A table as it is taken along: as CSV or as a workbook, at the same address with another ending.
package struct Sheet: Sendable, Hashable {
    package enum Cell: Sendable, Hashable {
        case text(String)
        case number(Int)
        /// Not known, or not asked; never zero.
        case none

        var words: String {
            switch self {
            case .text(let text): text
            case .number(let number): "\(number)"
            case .none: ""
            }
        }
    }

    package enum Format: String, Sendable, Hashable, CaseIterable {
        case csv, xlsx

        package var mediaType: String {
            switch self {
            case .csv: "text/csv; charset=utf-8"
            case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            }
        }
    }

    package var heads: [String]
    package var rows: [[Cell]]

    package init(heads: [String], rows: [[Cell]]) { (self.heads, self.rows) = (heads, rows) }

    /// With the mark by which spreadsheets know that it is UTF-8.
    package var csv: String {
        "\u{FEFF}" + ([heads] + rows.map { $0.map(\.words) }).map(CSVText.line).joined()
    }

    /// - Throws: `SheetFault` where the workbook could not be written.
    package func bytes(_ format: Format) throws -> [UInt8] {
        switch format {
        case .csv: Array(csv.utf8)
        case .xlsx: try workbook()
        }
    }

    /// Words stay words: nothing is ever written as a formula.
    private func workbook() throws -> [UInt8] {
        var name = Array((FileManager.default.temporaryDirectory.path + "/muster-XXXXXX").utf8CString)
        guard let made = mkdtemp(&name) else { throw SheetFault() }
        let folder = URL(filePath: String(cString: made), directoryHint: .isDirectory)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(component: "table.xlsx")
        guard let book = workbook_new(file.path) else { throw SheetFault() }
        guard let page = workbook_add_worksheet(book, nil) else { throw SheetFault() }
        let bold = workbook_add_format(book)
        format_set_bold(bold)
        for (column, head) in heads.enumerated() {
            worksheet_write_string(page, 0, lxw_col_t(column), Self.fitting(head), bold)
        }
        for (place, row) in rows.enumerated() {
            for (column, cell) in row.enumerated() {
                switch cell {
                case .text(let text):
                    worksheet_write_string(page, lxw_row_t(place + 1), lxw_col_t(column), Self.fitting(text), nil)
                case .number(let number):
                    worksheet_write_number(page, lxw_row_t(place + 1), lxw_col_t(column), Double(number), nil)
                case .none: break
                }
            }
        }
        worksheet_freeze_panes(page, 1, 1)
        worksheet_set_column(page, 0, 0, 28, nil)
        guard workbook_close(book) == LXW_NO_ERROR else { throw SheetFault() }
        return Array(try Data(contentsOf: file))
    }

    /// A cell of a workbook holds so many signs; what XML cannot carry is left out.
    private static func fitting(_ text: String) -> String {
        String(
            text.unicodeScalars.lazy.filter { $0.value >= 0x20 || $0 == "\n" || $0 == "\t" }.prefix(32_000)
                .reduce(into: String.UnicodeScalarView()) { $0.append($1) })
    }
}

/// The disk did not take a workbook.
package struct SheetFault: Error, Sendable {}

extension Reply {
    /// A table as a file.
    package static func sheet(_ sheet: Sheet, as format: Sheet.Format, name: String) throws -> Reply {
        .file(try sheet.bytes(format), mediaType: format.mediaType, name: "\(name).\(format.rawValue)")
    }
}
