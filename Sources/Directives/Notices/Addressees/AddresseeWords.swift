import Federation

/// The sentences of reading and resolving an addressee line, in both languages.
enum AddresseeWords {
    /// 本市以下 · 县级（县、县级市、区）· 总工会
    static func children(
        _ kinds: [UnitKind], divisions: [Division], levels: [UnitLevel], issuer: AddresseeIssuer
    ) -> Sentence {
        let here = Here(issuer)
        if divisions.isEmpty && levels.isEmpty {
            switch kinds {
            case [.industrialUnion]:
                return Sentence(zh: "\(here.zh)产业工会", en: "Industrial unions of \(here.en)")
            case [.grassrootsUnion]:
                return Sentence(zh: "直属本级的基层工会", en: "Grassroots unions directly under this unit")
            case [.department]:
                return Sentence(zh: "本级机关 · 部门", en: "This unit's own office · departments")
            case [.institution]:
                return Sentence(zh: "本级 · 事业单位和直属单位", en: "This unit's own institutions")
            default:
                break
            }
        }
        return scope(
            Sentence(zh: "\(here.zh)以下", en: "Below \(here.en)"), kinds, divisions: divisions, levels: levels)
    }

    static func descendants(
        _ kinds: [UnitKind], divisions: [Division], levels: [UnitLevel], issuer: AddresseeIssuer
    ) -> Sentence {
        let here = Here(issuer)
        return scope(
            Sentence(zh: "\(here.zh)以下，不限直接下级", en: "Anywhere below \(here.en)"),
            kinds, divisions: divisions, levels: levels)
    }

    private static func scope(
        _ place: Sentence, _ kinds: [UnitKind], divisions: [Division], levels: [UnitLevel]
    ) -> Sentence {
        let middle = divisions.isEmpty ? names(of: levels) : territories(divisions)
        let bodies = kinds == AddresseeHead.unions ? Sentence(zh: "工会", en: "unions of every kind") : names(of: kinds)
        let parts = [place, middle, bodies].compactMap { $0 }
        return Sentence(zh: parts.map(\.zh).joined(separator: " · "), en: parts.map(\.en).joined(separator: " · "))
    }

    static func named(_ name: String) -> Sentence {
        Sentence(zh: "点名的单位：\(clipped(name))", en: "A unit named in the line: \(clipped(name))")
    }

    static func several(_ reasons: [Sentence]) -> Sentence {
        joined(reasons)
    }

    /// “市总”由第 5 个短语承前 · 本级 · 事业单位
    static func carried(_ owner: AddresseePhrase.CarriedOwner?, _ reason: Sentence) -> Sentence {
        guard let owner else { return reason }
        return Sentence(
            zh: "“\(clipped(owner.text))”由第 \(owner.phrase + 1) 个短语承前 · \(reason.zh)",
            en: "“\(clipped(owner.text))” carried over from phrase \(owner.phrase + 1) · \(reason.en)")
    }

    static func unspecific(_ word: String) -> Sentence {
        Sentence(
            zh: "写了“\(word)”，没有写明是哪些单位，请指定",
            en: "It says “\(word)”, which does not tell which units; please name them")
    }

    static let mixedOwners = Sentence(
        zh: "这几项写的不是同一个上级，合不成一个短语，请分开写",
        en: "These items name different owners and cannot be one phrase; please write them apart")

    static func foreignOwner(_ owner: String, issuer: String) -> Sentence {
        Sentence(
            zh: "“\(clipped(owner))”不是发文单位（\(issuer)），它的下属不由本单位分送",
            en: "“\(clipped(owner))” is not the issuer (\(issuer)); what belongs to it is not the issuer's to address")
    }

    static func areaNotUnit(_ owner: String, issuer: String) -> Sentence {
        Sentence(
            zh: "“\(clipped(owner))”指地方，不是发文单位（\(issuer)）；如果是本单位的部门或事业单位，请写明",
            en: "“\(clipped(owner))” is the area, not the issuer (\(issuer)); please say so if its own bodies are meant"
        )
    }

    static func noHead(_ phrase: String) -> Sentence {
        Sentence(
            zh: "“\(clipped(phrase))”只写了地方，没有写是什么单位",
            en: "“\(clipped(phrase))” names places but not what kind of unit")
    }

    static func halfWord(_ item: String) -> Sentence {
        Sentence(
            zh: "“\(clipped(item))”话没有说完，看不出是哪类单位，请改写",
            en: "“\(clipped(item))” is incomplete and does not tell a kind of unit; please reword it")
    }

    static func notAUnion(_ phrase: String) -> Sentence {
        Sentence(
            zh: "“\(clipped(phrase))”不是名册里有的单位类别，请指定",
            en: "“\(clipped(phrase))” is no kind of unit in the register; please name the units")
    }

    static func ambiguousTerritory(_ phrase: String) -> Sentence {
        Sentence(
            zh: "“\(clipped(phrase))”里的“市”或“区”有两种读法，请写明是哪一级",
            en: "“市” or “区” in “\(clipped(phrase))” can be read in two ways; please say which level is meant")
    }

    static func notBelow(_ divisions: [Division], issuer: AddresseeIssuer) -> Sentence {
        let names = names(of: divisions)
        return Sentence(
            zh: "\(names.zh)不在\(Here(issuer).zh)以下，不由本单位分送",
            en: "Not below \(Here(issuer).en) and so not the issuer's to address: \(names.en)")
    }

    static func noLevelBelow(_ phrase: String, issuer: AddresseeIssuer) -> Sentence {
        Sentence(
            zh: "“\(clipped(phrase))”所指的级别都不在\(Here(issuer).zh)以下",
            en: "None of the levels in “\(clipped(phrase))” lies below \(Here(issuer).en)")
    }

    static func whichUnions(_ phrase: String) -> Sentence {
        Sentence(
            zh: "“\(clipped(phrase))”没有写明是总工会、产业工会还是基层工会，请指定",
            en: "“\(clipped(phrase))” does not say federations, industrial unions or grassroots unions; please choose")
    }

    static func whichUnits(_ phrase: String) -> Sentence {
        Sentence(
            zh: "“\(clipped(phrase))”没有写明是哪类单位，请指定",
            en: "“\(clipped(phrase))” does not say which kind of unit; please choose")
    }

    static func strangeVariant(_ variant: String) -> Sentence {
        Sentence(
            zh: "括号里的“\(clipped(variant))”看不懂，请指定单位",
            en: "“\(clipped(variant))” in the brackets was not understood; please name the units")
    }

    static func itself(_ name: String) -> Sentence {
        Sentence(zh: "“\(clipped(name))”就是发文单位自己", en: "“\(clipped(name))” is the issuer itself")
    }

    static func nobody(_ reason: Sentence) -> Sentence {
        Sentence(zh: "名册里一个也没有：\(reason.zh)", en: "Nobody in the register: \(reason.en)")
    }

    static func notFound(_ name: String, candidates: [String]) -> Sentence {
        let others = candidates.dropFirst()
        let also =
            others.isEmpty
            ? Sentence(zh: "", en: "")
            : Sentence(
                zh: "（也找过\(others.map { "“\(clipped($0))”" }.joined(separator: "、"))）",
                en: " (also looked for \(others.map { "“\(clipped($0))”" }.joined(separator: ", ")))")
        return Sentence(
            zh: "名册里没有叫“\(clipped(name))”的单位\(also.zh)",
            en: "No unit in the register is called “\(clipped(name))”\(also.en)")
    }

    static func ambiguousName(_ name: String, count: Int) -> Sentence {
        Sentence(
            zh: "有 \(count) 个单位可以叫“\(clipped(name))”，请选定一个",
            en: "\(count) units may be called “\(clipped(name))”; please choose one")
    }

    static func tooManyNames(_ limit: Int) -> Sentence {
        Sentence(
            zh: "一行里点名超过 \(limit) 个单位，这一个没有查，请分开写",
            en: "The line names more than \(limit) units and this one was not looked up; please split the line")
    }

    /// Several sentences as one. Only the first are written out, since a hostile line could hold a million.
    static func joined(_ sentences: [Sentence]) -> Sentence {
        guard sentences.count > 1 else { return sentences.first ?? Sentence(zh: "", en: "") }
        let shown = sentences.prefix(20)
        let rest = sentences.count - shown.count
        return Sentence(
            zh: shown.map(\.zh).joined(separator: "；") + (rest > 0 ? "；另有 \(rest) 项" : ""),
            en: shown.map(\.en).joined(separator: "; ") + (rest > 0 ? "; and \(rest) more" : ""))
    }

    /// How a sentence calls the issuer's own area.
    private struct Here {
        let zh: String
        let en: String

        init(_ issuer: AddresseeIssuer) {
            let unit = issuer.unit
            switch (unit.kind, unit.division) {
            case (.federation, _) where unit.level == .national: (zh, en) = ("全国", "the nation")
            case (.federation, .province): (zh, en) = ("本省", "this province")
            case (.federation, .autonomousRegion): (zh, en) = ("本自治区", "this region")
            case (.federation, .municipality), (.federation, .prefectureCity), (.federation, .countyCity):
                (zh, en) = issuer.ownWords.contains("市") ? ("本市", "this city") : ("本地", "this prefecture")
            case (.federation, .county): (zh, en) = ("本县", "this county")
            case (.federation, .district): (zh, en) = ("本区", "this district")
            default: (zh, en) = ("本级", "this unit")
            }
        }
    }

    /// 县级（县、县级市、区）; a single division stands alone.
    private static func territories(_ divisions: [Division]) -> Sentence {
        let names = names(of: divisions)
        let tiers = Set(divisions.compactMap(AddresseeTier.init))
        guard divisions.count > 1, tiers.count == 1, let tier = tiers.first else { return names }
        let level = name(of: tier.level)
        return Sentence(zh: "\(level.zh)（\(names.zh)）", en: "\(level.en) (\(names.en))")
    }

    private static func names(of divisions: [Division]) -> Sentence {
        let names = divisions.map(name(of:))
        return Sentence(zh: names.map(\.zh).joined(separator: "、"), en: names.map(\.en).joined(separator: ", "))
    }

    private static func names(of kinds: [UnitKind]) -> Sentence {
        let names = kinds.map(name(of:))
        return Sentence(zh: names.map(\.zh).joined(separator: "、"), en: names.map(\.en).joined(separator: ", "))
    }

    private static func names(of levels: [UnitLevel]) -> Sentence? {
        guard !levels.isEmpty else { return nil }
        let names = levels.map(name(of:))
        return Sentence(zh: names.map(\.zh).joined(separator: "、"), en: names.map(\.en).joined(separator: ", "))
    }

    private static func name(of level: UnitLevel) -> Sentence {
        switch level {
        case .national: Sentence(zh: "全国", en: "national level")
        case .province: Sentence(zh: "省级", en: "province level")
        case .city: Sentence(zh: "市级", en: "city level")
        case .county: Sentence(zh: "县级", en: "county level")
        case .township: Sentence(zh: "乡镇（街道）级", en: "township level")
        case .workplace: Sentence(zh: "基层", en: "workplaces")
        }
    }

    private static func name(of division: Division) -> Sentence {
        switch division {
        case .province: Sentence(zh: "省", en: "provinces")
        case .autonomousRegion: Sentence(zh: "自治区", en: "autonomous regions")
        case .municipality: Sentence(zh: "直辖市", en: "municipalities")
        case .corps: Sentence(zh: "新疆生产建设兵团", en: "the XPCC")
        case .prefectureCity: Sentence(zh: "省辖市", en: "prefecture-level cities")
        case .zone: Sentence(zh: "示范区、开发区等", en: "zones")
        case .county: Sentence(zh: "县", en: "counties")
        case .countyCity: Sentence(zh: "县级市", en: "county-level cities")
        case .district: Sentence(zh: "区", en: "districts")
        case .townshipRural: Sentence(zh: "乡", en: "townships")
        case .town: Sentence(zh: "镇", en: "towns")
        case .street: Sentence(zh: "街道", en: "subdistricts")
        }
    }

    private static func name(of kind: UnitKind) -> Sentence {
        switch kind {
        case .federation: Sentence(zh: "总工会", en: "federations")
        case .industrialUnion: Sentence(zh: "产业工会", en: "industrial unions")
        case .organsUnion: Sentence(zh: "直属机关工会", en: "unions of public organs")
        case .jointUnion: Sentence(zh: "工会联合会", en: "joint unions")
        case .grassrootsUnion: Sentence(zh: "基层工会", en: "grassroots unions")
        case .department: Sentence(zh: "部门", en: "departments")
        case .institution: Sentence(zh: "事业单位和直属单位", en: "institutions")
        }
    }

    /// A quotation short enough for a sentence; the whole phrase stands beside it on the page.
    private static func clipped(_ text: String) -> String {
        let scalars = text.unicodeScalars
        let end = scalars.index(scalars.startIndex, offsetBy: 40, limitedBy: scalars.endIndex) ?? scalars.endIndex
        if end == scalars.endIndex { return text }
        return String(scalars[..<end]) + "…"
    }
}
