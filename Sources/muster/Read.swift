import ArgumentParser
import Directives
import Federation
import Foundation

struct Read: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Read a notice and print what was found in it.")

    @Argument(help: "A text file in UTF-8, UTF-16 or GB18030; - for standard input.")
    var file: String

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() throws {
        try Exit.translating {
            let data =
                file == "-"
                ? FileHandle.standardInput.readDataToEndOfFile()
                : try Data(
                    contentsOf: URL(fileURLWithPath: file))
            let text = try NoticeDecoding.text(from: Array(data)).mapError(NoticeRefusal.unreadable).get()
            let notice = try NoticeReader().read(text).mapError(NoticeRefusal.unreadable).get()
            if json {
                print(try notice.json())
            } else {
                for line in Self.summary(notice, depth: 0) { print(line) }
            }
        }
    }

    private static func summary(_ notice: ReadNotice, depth: Int) -> [String] {
        let indent = String(repeating: "    ", count: depth)
        let language = Exit.language
        var lines: [String] = [indent + (notice.title ?? "—")]
        for field in NoticeField.allCases where field != .title {
            guard let value = field.value(in: notice) else { continue }
            lines.append("\(indent)  \(field.name[language])  \(value)")
        }
        for clause in notice.clauses { lines.append("\(indent)  \(clause.numeral)\(clause.heading)") }
        for date in notice.dates where date.passed {
            lines.append(
                indent + "  "
                    + Sentence(zh: "已过期：\(date.text)", en: "passed before it was sent: \(date.text)")[language])
        }
        for inner in notice.forwarded {
            lines.append("\(indent)  \(inner.relation.rawValue)")
            lines += summary(inner.notice, depth: depth + 1)
        }
        return lines
    }
}
