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

    /// The fields, then what it asks, then what a person should look at; the notices inside it indented under it.
    private static func summary(_ notice: ReadNotice, depth: Int) -> [String] {
        let language = Exit.language
        var lines: [String] = []
        func line(_ zh: String, _ en: String, _ value: String?) {
            guard let value, !value.isEmpty else { return }
            lines.append("  \(Sentence(zh: zh, en: en)[language])  \(value)")
        }
        lines.append(notice.title ?? "—")
        for field in NoticeField.allCases where field != .title {
            if let value = field.value(in: notice) { lines.append("  \(field.name[language])  \(value)") }
        }
        line("附件", "Attachments", notice.attachments.joined(separator: "；"))
        for clause in notice.clauses { lines.append("  \(clause.numeral)\(clause.heading)") }
        for report in notice.reports { line("要求报告", "Report", report.quote) }
        for cite in notice.cites {
            let number = cite.number.map { cite.title == nil ? $0 : "（\($0)）" } ?? ""
            line("引用", "Cites", (cite.title.map { "《\($0)》" } ?? "") + number)
        }
        for date in notice.dates where date.passed { line("已过期", "Passed before it was sent", date.text) }
        for doubt in notice.unsure {
            line("请核对", "Please check", language == .english ? doubt.reason.en : doubt.reason.zh)
        }
        for inner in notice.forwarded {
            lines.append("  \(inner.relation.rawValue)")
            lines += summary(inner.notice, depth: 1)
        }
        return lines.map { String(repeating: "    ", count: depth) + $0 }
    }
}
