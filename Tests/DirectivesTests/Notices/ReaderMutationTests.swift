import Directives
import Foundation
import Testing

/// The same paper, typed, copied or scanned otherwise, is read the same.
@Suite struct ReaderMutationTests {
    struct Change: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var make: @Sendable (String) -> String
    }

    private static func perLine(_ change: (Int, Substring) -> String, _ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map(change).joined(separator: "\n")
    }

    static let changes = [
        Change(testDescription: "blank lines between all lines") { text in
            text.split(separator: "\n").joined(separator: "\n\n")
        },
        Change(testDescription: "every line indented") { text in
            perLine({ _, line in "　　" + line.drop { $0.isWhitespace } }, text)
        },
        Change(testDescription: "spaces at the ends of lines") { text in perLine({ _, line in line + "  " }, text) },
        Change(testDescription: "the line breaks of another system") { text in
            text.replacing("\n", with: "\r\n")
        },
        Change(testDescription: "page numbers between lines") { text in
            perLine({ row, line in row % 6 == 5 ? "\(line)\n— \(row / 6 + 1) —" : String(line) }, text)
        },
        Change(testDescription: "square brackets in numbers") { text in
            text.replacing("〔", with: "[").replacing("〕", with: "]").replacing("﹝", with: "[")
                .replacing("﹞", with: "]")
        },
        Change(testDescription: "half-width punctuation") { text in
            text.replacing("（", with: "(").replacing("）", with: ")").replacing("：", with: ":")
                .replacing("，", with: ",").replacing("；", with: ";")
        },
        Change(testDescription: "spaces inside dates") { text in
            text.replacing(/(\d+)年(\d+)月(\d+)日/) { "\($0.1) 年 \($0.2) 月 \($0.3) 日" }
        },
        Change(testDescription: "a web page around it") { text in
            """
            首页 > 政务公开 > 通知公告
            索引号：000012345/2020-00012 分类：综合
            发布时间：2020-02-14 10:22 来源：本站 浏览次数：123 字号：[大 中 小]
            \(text)
            【打印本页】【关闭窗口】
            上一篇：关于开展送温暖活动的通知
            下一篇：关于做好春节慰问工作的通知

            """
        },
    ]

    @Test(arguments: changes)
    func theFieldsOfTheAnnotatedNoticesStay(change: Change) throws {
        let names = [
            "000", "002", "003", "007", "012", "016", "019", "024", "027", "101", "112", "117", "129", "136",
        ]
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "shared/notices")
        guard FileManager.default.fileExists(atPath: folder.path) else {
            print("skipped: \(folder.path) is not there")
            return
        }
        for name in names {
            let text = try String(contentsOf: folder.appending(path: "\(name).txt"), encoding: .utf8)
            let plain = try NoticeReader().read(text).get()
            let changed = try NoticeReader().read(change.make(text)).get()
            #expect(fields(changed) == fields(plain), "\(name)")
        }
    }

    /// What was read, white space and the width of punctuation aside.
    private func fields(_ notice: ReadNotice) -> [String] {
        let own: [String?] =
            [notice.title, notice.number, notice.grade, notice.date, notice.printedDate, notice.signature]
            + [notice.cc, notice.note, notice.telegram?.sender, notice.telegram?.machineNumber]
        let lists =
            [notice.issuers, notice.addressees?.phrases ?? [], notice.attachments]
            + [notice.clauses.map(\.heading), notice.reports.map(\.quote)]
        return (own.map { $0 ?? "—" } + lists.map { $0.joined(separator: "|") }).map { words in
            String(
                words.precomposedStringWithCompatibilityMapping.filter { !$0.isWhitespace && !"[]〔〕﹝﹞".contains($0) })
        } + notice.forwarded.flatMap { [$0.relation.rawValue] + fields($0.notice) }
    }
}
