import Federation

/// How a notice goes on: the line it is customarily sent with, and what the time it took means for what it says.
enum RelayRules {
    /// The addressee line a unit would write to all that hang directly on it, in the genre's words.
    /// - Parameter children: the working units directly below.
    static func customaryLine(of sender: Unit, children: [Unit]) -> String {
        let (unions, organs) = customaryPhrases(of: sender, children: children)
        return [unions.joined(separator: "、"), organs.joined(separator: "、")].filter { !$0.isEmpty }
            .joined(separator: "，")
    }

    /// The phrases of that line: those for unions below, and those for the unit's own departments and institutions.
    static func customaryPhrases(of sender: Unit, children: [Unit]) -> (unions: [String], organs: [String]) {
        var unions: [String] = []
        var organs: [String] = []
        func add(_ phrase: String, to list: inout [String], where isIt: (Unit) -> Bool) {
            if children.contains(where: isIt) { list.append(phrase) }
        }
        let provinces: Set<Division> = [.province, .autonomousRegion, .municipality]
        let counties: Set<Division> = [.county, .countyCity, .district]
        func isFederation(_ unit: Unit, _ divisions: Set<Division>) -> Bool {
            unit.kind == .federation && unit.division.map(divisions.contains) ?? false
        }
        add("各省、自治区、直辖市总工会", to: &unions) { isFederation($0, provinces) }
        add("各省辖市总工会", to: &unions) { isFederation($0, [.prefectureCity]) }
        if sender.level == .city {
            add("各县（市）区总工会", to: &unions) { isFederation($0, counties) }
        }
        add("各产业工会", to: &unions) { $0.kind == .industrialUnion }
        add("各乡镇（街道）工会联合会", to: &unions) { $0.kind == .jointUnion }
        add("各直属基层工会", to: &unions) { $0.kind == .grassrootsUnion }
        add("机关各部门", to: &organs) { $0.kind == .department }
        add("各直属单位", to: &organs) { $0.kind == .institution }
        return (unions, organs)
    }

    /// A date that a notice names, with its words.
    struct Statement: Sendable, Hashable {
        var quote: String
        /// ISO.
        var day: String
    }

    /// The dates that the notice and what it carries name as still to come, or that a cover found passed; what a paper
    /// tells of as past is none of them.
    static func statements(of notice: Notice) -> [Statement] {
        let papers = [notice.reading] + notice.reading.forwarded.map(\.notice)
        var seen: Set<Statement> = []
        return papers.flatMap { paper in
            paper.dates.compactMap { date -> Statement? in
                guard let day = date.date, date.passed || day >= paper.date ?? notice.datedOn ?? day else { return nil }
                return Statement(quote: date.text, day: day)
            }
        }.filter { seen.insert($0).inserted }
    }

    /// Each date at the first place on the way down where the notice was sent on, or arrived, after it.
    /// - Parameters:
    ///   - sent: the units that sent it, from above down to the sender itself, with the moment.
    ///   - levels: the levels below by name, with the moments their units got it.
    static func expired(
        _ statements: [Statement], sent: [(name: String, at: Moment)],
        levels: [(name: String, reached: [Moment])]
    ) -> [RelayLine.Expired] {
        statements.compactMap { statement in
            if let (name, at) = sent.first(where: { Zone.day($0.at) > statement.day }) {
                return RelayLine.Expired(
                    quote: statement.quote, day: statement.day, level: name, units: nil, reachedOn: Zone.day(at))
            }
            for (name, moments) in levels {
                let after = moments.map(Zone.day).filter { $0 > statement.day }
                guard let first = after.min() else { continue }
                return RelayLine.Expired(
                    quote: statement.quote, day: statement.day, level: name, units: after.count, reachedOn: first)
            }
            return nil
        }
    }

    /// The middle one; of an even number the lesser of the two. `values` is in order.
    static func median<Value>(_ values: [Value]) -> Value? {
        values.isEmpty ? nil : values[(values.count - 1) / 2]
    }
}
