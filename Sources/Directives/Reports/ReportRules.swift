import Federation

/// What a report may be offered to say, and where it says more than is known.
package enum ReportRules {
    /// Words that claim all of something.
    private static let allWords = ["全部", "所有", "均已", "都已", "全覆盖", "100%", "百分之百", "无一", "逐一", "全体"]

    /// The sentences that claim all while a figure covers less.
    package static func challenged(_ body: String, _ figures: ReportFigures) -> [String] {
        guard [figures.reached, figures.signed, figures.settled].contains(where: \.isPartial) else { return [] }
        return sentences(body).filter { sentence in allWords.contains { sentence.contains($0) } }
    }

    package static func sentences(_ body: String) -> [String] {
        body.split { "。；！\n".contains($0) }.map(\.trimmed).filter { !$0.isEmpty }
    }

    /// Paragraphs that another report can quote.
    package static func passages(_ body: String) -> [String] {
        body.split(whereSeparator: \.isNewline).map(\.trimmed).filter { !$0.isEmpty }
    }

    /// Words to begin with: what the notice asked and what the figures say. A person writes the rest.
    package static func outline(_ title: String, _ figures: ReportFigures) -> String {
        ([
            "现将《\(title)》的落实情况报告如下。", "一、传达部署", words(figures.reached, figures), "二、落实情况",
            settled(figures), "三、问题和打算",
        ] as [String?]).compactMap(\.self).joined(separator: "\n\n") + "\n"
    }

    private static func words(_ reached: ReportFigures.Count, _ figures: ReportFigures) -> String {
        "\(reached.whole) 个单位中送到 \(reached.part) 个，签收 \(figures.signed.part) 个"
            + (figures.passedOn.part > 0 ? "，转发或传达 \(figures.passedOn.part) 个" : "")
            + (figures.late > 0 ? "，逾期未签收 \(figures.late) 个。" : "。")
    }

    private static func settled(_ figures: ReportFigures) -> String? {
        guard figures.settled.whole > 0 else { return nil }
        return "要办 \(figures.settled.whole) 件次，已办结 \(figures.settled.part) 件次。"
    }

    /// Sentences offered where a figure is another than in the report before.
    package static func offered(_ figures: ReportFigures, since before: ReportFigures?) -> [String] {
        guard let before else { return [] }
        let changes: [(String, Int, Int)] = [
            ("签收", figures.signed.part, before.signed.part), ("送到", figures.reached.part, before.reached.part),
            ("办结", figures.settled.part, before.settled.part), ("逾期未签收", figures.late, before.late),
        ]
        return changes.filter { $0.1 != $0.2 }.map { name, now, then in
            "\(name)由上次的 \(then) 变为 \(now)，\(now > then ? "增加" : "减少") \(abs(now - then))。"
        }
    }
}
