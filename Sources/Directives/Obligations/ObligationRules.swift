package import Federation

/// What follows from a proposal before a person has decided anything.
package enum ObligationRules {
    /// Study, publicity and mobilisation begin as guidance: a notice must not turn into a hundred forms for a workplace.
    static func sort(_ proposal: ObligationProposal) -> Obligation.Sort {
        switch proposal.role {
        case .study, .publish, .mobilise: .guidance
        case .lead, .assist, .supervise, .report: proposal.sort == .duty ? .duty : .guidance
        }
    }

    /// Which kinds and levels of unit a clause binds. What addresses leaders, members or the union's media binds offices;
    /// a workplace is bound where the clause names the grassroots alone, or asks all unions alike to assist, supervise or
    /// report: what all of them are to lead is led from the offices.
    package static func binding(of bound: ObligationBound, _ role: ObligationRole) -> Binding {
        let isForAll = bound.kinds.contains(.grassrootsUnion) && bound.kinds.contains(.federation)
        let asksWorkplaces = !isForAll || role != .lead
        var kinds: Set<UnitKind> = []
        for kind in bound.kinds {
            switch kind {
            case .federation: kinds.insert(.federation)
            case .industrialUnion: kinds.formUnion([.industrialUnion, .organsUnion])
            case .grassrootsUnion: kinds.formUnion(asksWorkplaces ? [.grassrootsUnion, .jointUnion] : [.jointUnion])
            case .department: kinds.insert(.department)
            case .institution: kinds.insert(.institution)
            case .leader, .member, .unionMedia:
                kinds.formUnion([.federation, .industrialUnion, .organsUnion, .department, .institution])
            }
        }
        let levels = bound.levels.contains(.all) ? UnitLevel.allCases : bound.levels.compactMap(\.unitLevel)
        return Binding(kinds: kinds, levels: levels)
    }

    /// What suffices to show it. A figure is asked only where the words name a thing or a number.
    package static func proof(_ role: ObligationRole, _ quote: String) -> ObligationProof {
        if items(in: quote).count >= 3 { return .checklist }
        if role == .study || role == .publish || role == .mobilise { return .conveyance }
        return things(in: quote).isEmpty ? .sentence : .figure
    }

    /// The things and numbers that the words name.
    package static func things(in quote: String) -> [String] { things.filter { quote.contains($0) } }

    private static let things = ["口罩", "消毒液", "洗手液", "防护用品", "专项资金", "资金投入", "专线", "人数"]

    /// The heads of a list that can be ticked one by one: phrases of one length that begin with the same two signs, three at
    /// least, as 坚守岗位、坚守阵地、坚守职责.
    package static func items(in text: String) -> [String] {
        let phrases = text.split { "、，；。：…".contains($0) }.map(String.init)
        var (items, run): ([String], [String]) = ([], [])
        func close() {
            if run.count >= 3 { items += run }
            run = []
        }
        for phrase in phrases {
            let words = String(phrase.suffix(4))
            let isWhole = phrase.count == 4 || run.isEmpty
            if let last = run.last, isWhole, last.prefix(2) == words.prefix(2) {
                run.append(words)
            } else {
                close()
                if words.count == 4 { run = [words] }
            }
        }
        close()
        return items
    }
}

extension ObligationLevel {
    fileprivate var unitLevel: UnitLevel? {
        switch self {
        case .all: nil
        case .national: .national
        case .province: .province
        case .city: .city
        case .county: .county
        case .township: .township
        case .workplace: .workplace
        }
    }
}

package enum ObligationRefusal: Refusal {
    case sortedAbove(String)
    case allocated
    case nothingToAllocate
    case nobodyBound

    package var code: String {
        switch self {
        case .sortedAbove: "obligation.sorted_above"
        case .allocated: "obligation.allocated"
        case .nothingToAllocate: "obligation.nothing_to_allocate"
        case .nobodyBound: "obligation.nobody_bound"
        }
    }

    package var manner: RefusalManner { .conflict }

    package var sentence: Sentence {
        switch self {
        case .sortedAbove(let unit):
            Sentence(
                zh: "\(unit)已经分过类，下级照此办理。没有改动。",
                en: "\(unit) has sorted this notice already, and the levels below follow. Nothing was changed.")
        case .allocated:
            Sentence(
                zh: "已经分解下去的要先收回，再改分类。没有改动。",
                en: "What is allocated has to be taken back before it is sorted anew. Nothing was changed.")
        case .nothingToAllocate:
            Sentence(
                zh: "没有要分解的事项：先把要办的句子归为“要办”。",
                en: "There is nothing to allocate: first sort the sentences that are duties.")
        case .nobodyBound:
            Sentence(zh: "这些句子不约束本单位和下级的任何单位。", en: "These sentences bind no unit here or below.")
        }
    }
}
