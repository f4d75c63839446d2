package import Federation

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

    /// What a zero report says.
    package static let zero = "本期没有新的情况。"

    /// An outline of a unit that receives reports, its words between brackets filled with figures.
    package static func filled(_ outline: String, _ figures: ReportFigures) -> String {
        let values: [(String, Int)] = [
            ("单位", figures.reached.whole), ("送到", figures.reached.part), ("签收", figures.signed.part),
            ("转发", figures.passedOn.part), ("逾期", figures.late), ("要办", figures.settled.whole),
            ("办结", figures.settled.part),
        ]
        let filled = values.reduce(outline) { text, one in
            text.replacing("【\(one.0)】", with: "\(one.1)")
        }
        return filled.split(separator: "\n", omittingEmptySubsequences: true).map { String($0).trimmed }
            .joined(separator: "\n\n") + "\n"
    }

    /// The words that an outline can carry between brackets.
    package static let outlineWords = ["单位", "送到", "签收", "转发", "逾期", "要办", "办结"]

    /// The office that an addressee names behind a unit's own name: 办公室 of 省总工会办公室; nil where it names none, or
    /// another unit.
    package static func office(in addressee: String, of unit: Unit) -> String? {
        let names = ([unit.name] + unit.shortNames + [levelName(unit)].compactMap(\.self))
        guard !names.contains(addressee) else { return nil }
        return names.filter { addressee.hasPrefix($0) && addressee.count > $0.count }
            .max { $0.count < $1.count }.map { String(addressee.dropFirst($0.count)).trimmed }
    }

    /// How papers of a federation call the one of a level without its place: 省总工会.
    private static func levelName(_ unit: Unit) -> String? {
        guard unit.kind == .federation else { return nil }
        switch unit.level {
        case .national: return "全国总工会"
        case .province: return "省总工会"
        case .city: return "市总工会"
        case .county: return "县总工会"
        case .township, .workplace: return nil
        }
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
