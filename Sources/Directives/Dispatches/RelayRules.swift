import Federation

/// The addressee line a unit would write to all that hang directly on it, in the genre's words.
enum RelayRules {
    /// - Parameter children: the working units directly below.
    static func customaryLine(of sender: Unit, children: [Unit]) -> String {
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
        return [unions.joined(separator: "、"), organs.joined(separator: "、")].filter { !$0.isEmpty }
            .joined(separator: "，")
    }
}
