import Federation

/// A notice in a few lines for a workers' group: its own words, quoted, under labels of ours. It names no person.
package struct ExportGroup: Sendable, Hashable {
    /// One notice of the paper: the paper itself, or one it carries.
    package struct Part: Sendable, Hashable {
        /// The title of a carried notice with its number; nil for the paper itself.
        package var title: String?
        /// The headings of its outermost clauses.
        package var headings: [String] = []
        /// What it asks of workplaces and of workers.
        package var asked: [String] = []

        var isEmpty: Bool { headings.isEmpty && asked.isEmpty && title == nil }
    }

    package private(set) var title: String
    package private(set) var grade: String?
    package private(set) var issuers: String
    package private(set) var number: String?
    /// As printed: 2020年2月4日.
    package private(set) var date: String?
    package private(set) var parts: [Part]
    package private(set) var warnings: [String]

    /// Lines of one notice; a group reads no more.
    private static let headingsMax = 8
    private static let askedMax = 5
    /// Signs of one line.
    private static let signsMax = 60

    package init(_ notice: ExportNotice) {
        let reading = notice.reading
        title = notice.title
        grade = reading.grade ?? reading.urgency.grade?.rawValue
        issuers = reading.issuers.joined(separator: "、")
        number = reading.number
        date = reading.date.flatMap(Self.printed)
        warnings = notice.warnings
        parts =
            ([Self.part(reading, title: nil)]
            + reading.forwarded.map { forwarded in
                Self.part(forwarded.notice, title: forwarded.notice.title)
            }).filter { !$0.isEmpty }
    }

    private static func part(_ notice: ReadNotice, title: String?) -> Part {
        var part = Part(title: title.map { $0 + (notice.number.map { "（\($0)）" } ?? "") })
        part.headings = notice.clauses.prefix(headingsMax).map { short($0.numeral + firstSentence($0.heading)) }
        part.asked = notice.obligations.filter(bindsWorkplaces).map { $0.quote.trimmed }
            .filter { !namesSomebody($0) && $0.count <= signsMax * 2 }.prefix(askedMax).map(\.self)
        return part
    }

    /// A duty of the unions of workplaces or of the workers themselves, and of nobody above them.
    private static func bindsWorkplaces(_ proposal: ObligationProposal) -> Bool {
        let kinds = proposal.bound.kinds
        return proposal.sort == .duty && !kinds.isEmpty && kinds.allSatisfy { $0 == .grassrootsUnion || $0 == .member }
    }

    /// A telephone number or a contact does not go into a group.
    private static func namesSomebody(_ quote: String) -> Bool {
        if quote.contains("联系人") || quote.contains("电话") { return true }
        var run = 0
        for scalar in quote.unicodeScalars {
            run = scalar.properties.numericType == .decimal || scalar == "-" ? run + 1 : 0
            if run >= 7 { return true }
        }
        return false
    }

    private static func firstSentence(_ text: String) -> String {
        String(text.prefix { !"。；;".contains($0) }).trimmed
    }

    /// Cut at a comma where it is long, and said to be cut.
    private static func short(_ text: String) -> String {
        guard text.count > signsMax else { return text }
        let cut = text.prefix(signsMax)
        return String(cut.lastIndex { "，、：".contains($0) }.map { cut[..<$0] } ?? cut) + "…"
    }

    private static func printed(_ iso: String) -> String? {
        let parts = iso.split(separator: "-").compactMap { Int($0) }
        return parts.count == 3 ? "\(parts[0])年\(parts[1])月\(parts[2])日" : nil
    }

    // MARK: As text

    /// 焦作市总工会　焦工发〔2020〕3号　2020年2月4日
    package var source: String {
        [issuers, number ?? "", date ?? ""].filter { !$0.isEmpty }.joined(separator: "　")
    }

    package var text: String {
        var lines = warnings.map { "【\($0)】" }
        lines.append((grade.map { "【\($0)】" } ?? "") + title)
        if !source.isEmpty { lines.append(source) }
        for part in parts {
            if let title = part.title { lines += ["", "▍" + title] } else { lines.append("") }
            lines += part.headings
            if !part.asked.isEmpty {
                if !part.headings.isEmpty { lines.append("") }
                lines.append(ExportWords.askedLabel + "：")
                lines += part.asked.map { "· " + $0 }
            }
        }
        return (lines + ["", footer]).joined(separator: "\n")
    }

    /// 来源：… 原文在众志。
    package var footer: String { ExportWords.source(source.isEmpty ? title : source) }
}
