import Federation
import Markup

/// A field that was read, as a row beside the paper.
struct ReadingRow {
    enum Flag {
        case inferred, unsure, blank, passed, absent

        var name: Sentence {
            switch self {
            case .inferred: ReadingWords.inferred
            case .unsure: ReadingWords.unsure
            case .blank: ReadingWords.blank
            case .passed: ReadingWords.passed
            case .absent: ReadingWords.absent
            }
        }

        /// The class that colours it and the drawing that shapes it.
        var mark: String {
            switch self {
            case .inferred: "inferred"
            case .unsure, .blank: "unsure"
            case .passed: "passed"
            case .absent: "absent"
            }
        }

        func html(_ words: Sentence, in language: Language) -> HTML {
            span(.class("flag \(mark)")) {
                svg(.aria("hidden", "true")) { use(.href("#i-\(mark)")) }
                words[language]
            }
        }
    }

    var name: Sentence
    /// The number of its mark on the paper.
    var number: Int?
    /// The mark is another row's: the issuer stands inside the title.
    var isShared = false
    var value: HTML
    var notes: [HTML] = []
    var flag: Flag?
    var needsDecision = false
    /// A link at the row's end, in the flag's place.
    var more: HTML = .empty
    /// The fields that this row shows and that can be corrected here.
    var fields: [NoticePlace] = []
}

/// The rows of one notice, and of those inside it.
struct ReadingGroup {
    var path: [Int]
    var tag: Sentence
    var title: String
    /// Its own page.
    var link: String?
    var grade: Grade?
    var rows: [ReadingRow]
    var inner: [ReadingGroup]

    var all: [ReadingRow] { rows + inner.flatMap(\.all) }

    /// The same with only the rows that need a decision; nil where there are none.
    var onlyDecisions: ReadingGroup? {
        var group = self
        group.rows = rows.filter(\.needsDecision)
        group.inner = inner.compactMap(\.onlyDecisions)
        return group.rows.isEmpty && group.inner.isEmpty ? nil : group
    }
}

/// A title short enough for a head: what it quotes left out, else its middle.
enum ShortTitle {
    static func of(_ title: String, issuer: String?, kind: String?) -> String {
        guard title.count > 26 else { return title }
        let outer = withoutQuotes(title)
        if outer.count <= 26 { return outer }
        if let issuer, let kind, title.hasPrefix(issuer) {
            return title.hasSuffix("的\(kind)") ? "\(issuer)…的\(kind)" : "\(issuer)…\(kind)"
        }
        return "\(outer.prefix(18))…\(outer.suffix(6))"
    }

    /// 转发《…》、《…》的通知
    private static func withoutQuotes(_ title: String) -> String {
        var (out, depth) = ("", 0)
        for sign in title {
            if sign == "》" { depth = max(0, depth - 1) }
            if depth == 0 { out.append(sign) }
            if sign == "《" {
                if depth == 0 { out.append("…") }
                depth += 1
            }
        }
        return depth == 0 ? out : title
    }
}

/// Days between ISO dates.
enum DayCount {
    static func from(_ first: String?, to last: String?) -> Int? {
        guard let first = first.flatMap(number), let last = last.flatMap(number) else { return nil }
        return last - first
    }

    /// Days since a day long ago, in the Gregorian calendar.
    private static func number(_ iso: String) -> Int? {
        let parts = iso.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3, (1...12).contains(parts[1]), (1...31).contains(parts[2]), (1...9999).contains(parts[0])
        else { return nil }
        // Years begin in March, so that the leap day is a year's last.
        let year = parts[1] <= 2 ? parts[0] - 1 : parts[0]
        let month = (parts[1] + 9) % 12
        return year * 365 + year / 4 - year / 100 + year / 400 + (month * 306 + 5) / 10 + parts[2] - 1
    }
}
