/// Whom a sentence speaks to, read from the words in front of its verb.
struct ObligationSubject {
    var ink: Range<Int>
    var kinds: [ObligationKind]
    var levels: [ObligationLevel]
    /// Persons are named, not units: what only a body can do falls back to the unions.
    var isPersons: Bool
    /// Party and government bodies: what they did or do binds nobody here.
    var isOutside: Bool
    /// 有条件的……: binds whoever declares that it can.
    var isConditional: Bool
}

/// The issuer's place in the country, and whom its notice binds where a sentence names nobody.
struct ObligationAudience {
    enum Tier: Int { case nation, province, city, county, township }

    let isOfUnions: Bool
    let tier: Tier
    let addressed: ObligationBound

    init(_ text: ReaderText, title: Range<Int>?, addressees: Range<Int>?, issuers: [String]) {
        let head = [title, addressees].compactMap { $0 }
        isOfUnions =
            issuers.contains { $0.contains("工会") } || head.contains { text.contains("总工会", in: $0) }
            || addressees.map { text.contains("工会", in: $0) } ?? false
        tier = Self.tier(text, addressees: addressees, issuers: issuers)
        var bound = ObligationBound(kinds: [], levels: [])
        let reader = ObligationSubjects(isOfUnions: isOfUnions, tier: tier)
        for family in addressees.map({ Self.families(text, $0) }) ?? [] {
            guard let subject = reader.read(text, family) else { continue }
            bound.kinds += subject.kinds
            bound.levels += subject.levels
        }
        addressed = bound.inOrder
    }

    /// Every union under the issuer, or, among other bodies, those the notice is addressed to.
    var everyone: ObligationBound {
        guard isOfUnions else { return addressed }
        return ObligationBound(kinds: ObligationSubjects.unions, levels: ObligationSubjects.levels(under: tier))
    }

    /// Between the commas of an addressee line.
    private static func families(_ text: ReaderText, _ line: Range<Int>) -> [Range<Int>] {
        let commas = line.filter { text.ink[$0] == ReaderSign.comma }
        return zip([line.lowerBound] + commas.map { $0 + 1 }, commas + [line.upperBound]).map { $0..<$1 }
    }

    private static let nations: ReaderWords = ["中华", "全国", "国家", "国务院", "中央", "全总"]
    private static let provinces: ReaderWords = ["省", "自治区"]

    private static func tier(_ text: ReaderText, addressees: Range<Int>?, issuers: [String]) -> Tier {
        if let line = addressees {
            if text.contains("自治区", in: line.prefix(40)) { return .nation }
            if text.contains("街道", in: line.prefix(40)) || text.contains("各镇", in: line.prefix(40)) { return .county }
            let opening = line.prefix(24)
            for index in opening where text.has("各", at: index) {
                if text.has("各市", at: index) || text.has("各省辖市", at: index) || text.has("各设区", at: index) {
                    return .province
                }
                if text.has("各县", at: index) || text.has("各区", at: index) { return .city }
            }
        }
        guard let issuer = issuers.first else { return .nation }
        let name = ReaderText(issuer)
        let whole = 0..<name.count
        if nations.first(name, in: whole) != nil { return .nation }
        if provinces.first(name, in: whole) != nil { return .province }
        if name.contains("县", in: whole) || name.contains("区", in: whole) { return .county }
        return name.contains("市", in: whole) ? .city : .nation
    }
}

extension ObligationBound {
    /// Without repetitions, in the order of the enumerations.
    var inOrder: Self {
        let kinds = Set(kinds)
        let levels = Set(levels)
        return Self(
            kinds: ObligationKind.allCases.filter(kinds.contains),
            levels: levels.contains(.all) ? [.all] : ObligationLevel.allCases.filter(levels.contains))
    }
}

/// Reads the subject at the beginning of a stretch: items of a list, each ending in the word for a body or for persons.
struct ObligationSubjects {
    let isOfUnions: Bool
    let tier: ObligationAudience.Tier

    static let unions: [ObligationKind] = [.federation, .industrialUnion, .grassrootsUnion]

    /// How far the word for a body may stand behind the beginning of its item: 各省、自治区、直辖市及新疆生产建设兵团总工会.
    private static let reach = 24
    private static let innerReach = 12

    private enum Head {
        case unions, federation, industrialUnion, grassrootsUnion
        case department, institution, media
        case leader, member, cadre
        case outside, generic, body
    }

    private static let heads: [(Head, ReaderWords)] = [
        (.federation, ["总工会", "工会联合会", "地方工会", "城市工会"]),
        (.industrialUnion, ["产业工会", "行业工会", "省直工会", "市直工会"]),
        (.grassrootsUnion, ["基层工会", "企业工会", "单位工会", "工会委员会", "工会小组", "园区工会", "乡镇工会", "街道工会", "社区工会"]),
        (.unions, ["各级工会", "各级工会组织", "工会组织", "工会", "工会系统", "全省工会", "全市工会"]),
        (.department, ["部门", "处室", "科室", "宣传部门", "业务部门", "局", "厅"]),
        (.institution, ["直属单位", "事业单位", "直属机构", "职工服务中心", "服务中心", "文化宫"]),
        (.media, ["报刊", "新媒体", "媒体", "网站", "公众号"]),
        (.leader, ["领导干部", "主要负责同志", "主要负责人", "负责同志", "负责人", "一把手", "领导班子", "分管领导", "分管负责同志", "领导", "书记", "主席"]),
        (
            .member,
            [
                "党员", "党员干部", "共产党员", "党组织", "基层党组织", "党支部", "职工", "职工群众", "劳动模范", "劳模", "先进集体", "先进个人", "干部职工",
                "会员", "志愿者",
            ]
        ),
        (.cadre, ["工会干部", "干部", "工作人员"]),
        (
            .outside,
            [
                "党委", "政府", "党中央", "国务院", "总书记", "总理", "省委", "市委", "县委", "行政部门", "政府部门", "中央", "政治局", "常委", "我局",
                "我厅", "我委", "我会", "我办",
            ]
        ),
        (.generic, ["各地", "各单位", "各级", "各地区", "各市", "各县", "各区", "各镇", "各基层单位", "各下属单位"]),
        (
            .body,
            [
                "企业", "公司", "机构", "组织", "协会", "中心", "指挥部", "项目", "系统",
                "委员会", "领导小组", "各方", "医院", "学校", "高校", "单位", "社区", "街道", "两委",
            ]
        ),
    ]
    private static let joints: ReaderWords = ["、", "和", "及", "以及", "与", "特别是", "暨", "或"]
    private static let stops: ReaderWords = [
        "在", "对", "为", "按", "以", "从", "把", "将", "向", "通过", "根据", "结合", "已", "可", "能", "均", "都", "也", "是", "于", "被", "因",
        "到", "至", "还",
    ]
    /// 以 in these is no preposition.
    private static let stopNouns: ReaderWords = ["以上", "以下"]

    func read(_ text: ReaderText, _ range: Range<Int>) -> ObligationSubject? {
        // 组织各级工会开展…: it opens with a verb, though 组织 may be a body elsewhere.
        let opening = Self.head(text, at: range.lowerBound, in: range)
        if let verb = ObligationVerb.match(text, at: range.lowerBound), verb.length >= opening?.ink.count ?? 0 {
            return nil
        }
        var items: [[(head: Head, ink: Range<Int>)]] = [[]]
        var start = range.lowerBound
        var itemStart = start
        var end: Int?
        var bounds: [(ink: Range<Int>, heads: [(head: Head, ink: Range<Int>)])] = []
        while let found = next(text, from: start, in: range, reach: items[0].isEmpty ? Self.reach : Self.innerReach) {
            items[0].append(found)
            end = found.ink.upperBound
            start = found.ink.upperBound
            // 主要负责同志（含…）: what stands in parentheses belongs to the item.
            if start < range.upperBound, text.ink[start] == ReaderSign.open,
                let close = (start..<min(start + 30, range.upperBound)).first(where: {
                    text.ink[$0] == ReaderSign.close
                })
            {
                start = close + 1
            }
            if let joint = Self.joints.opening(text, start..<range.upperBound) {
                bounds.append((itemStart..<found.ink.upperBound, items[0]))
                items = [[]]
                start += joint.scalars.count
                itemStart = start
            }
        }
        if !items[0].isEmpty, let end { bounds.append((itemStart..<end, items[0])) }
        guard let end, !bounds.isEmpty else { return nil }
        return subject(text, range.lowerBound..<end, bounds)
    }

    private func next(
        _ text: ReaderText, from start: Int, in range: Range<Int>, reach: Int
    ) -> (head: Head, ink: Range<Int>)? {
        var index = start
        var depth = 0
        let limit = min(start + reach, range.upperBound)
        while index < limit {
            let sign = text.ink[index]
            if sign == ReaderSign.comma || sign == ReaderSign.colon { return nil }
            if sign == ReaderSign.open || sign == 0x201C { depth += 1 }
            if sign == ReaderSign.close || sign == 0x201D { depth = max(0, depth - 1) }
            if depth == 0 {
                if let found = Self.head(text, at: index, in: range) { return found }
                if stopsName(text, at: index) { return nil }
            }
            index += 1
        }
        return nil
    }

    private static func head(_ text: ReaderText, at index: Int, in range: Range<Int>) -> (head: Head, ink: Range<Int>)?
    {
        var best: (head: Head, length: Int)?
        for (head, words) in heads {
            guard let word = words.match(text, at: index), index + word.scalars.count <= range.upperBound,
                word.scalars.count > best?.length ?? 0
            else { continue }
            best = (head, word.scalars.count)
        }
        return best.map { ($0.head, index..<index + $0.length) }
    }

    private func stopsName(_ text: ReaderText, at index: Int) -> Bool {
        if Self.stopNouns.match(text, at: index) != nil { return false }
        if Self.stops.match(text, at: index) != nil { return true }
        if ObligationWords.modals.match(text, at: index) != nil, ObligationPart.isModal(text, at: index) { return true }
        return ObligationVerb.match(text, at: index) != nil
            || ObligationWords.manners.match(text, at: index).map { $0.scalars.count > 1 } ?? false
    }

    // MARK: What the items bind

    private func subject(
        _ text: ReaderText, _ ink: Range<Int>, _ items: [(ink: Range<Int>, heads: [(head: Head, ink: Range<Int>)])]
    ) -> ObligationSubject {
        var kinds: [ObligationKind] = []
        var levels: [ObligationLevel] = []
        var sawCadre = false
        var isOutside = false
        var isPersons = true
        var isOwn = false
        for item in items {
            guard let last = item.heads.last else { continue }
            switch last.head {
            case .outside: isOutside = true
            case .cadre: sawCadre = true
            case .leader:
                kinds.append(.leader)
                if let owner = item.heads.dropLast().last, owner.head != .unions { kinds += named(owner.head) }
            default: kinds += named(last.head)
            }
            if last.head != .leader, last.head != .member, last.head != .cadre { isPersons = false }
            // 省总机关各部门、各直属单位: the owner of the first is the owner of the next.
            isOwn = self.isOwn(text, item.ink, last.head) || isOwn && text.starts(item.ink, with: "各")
            levels += isOwn ? [Self.own(tier)] : self.levels(text, item.ink, last.head)
        }
        if kinds.isEmpty, sawCadre { kinds = [.member] }
        if kinds.contains(where: { $0 != .leader && $0 != .member }) { isPersons = false }
        let bound = ObligationBound(kinds: kinds, levels: levels).inOrder
        return ObligationSubject(
            ink: ink, kinds: bound.kinds, levels: bound.levels, isPersons: isPersons,
            isOutside: isOutside && bound.kinds.isEmpty && isOfUnions,
            isConditional: ObligationWords.ableOnes.first(text, in: ink.prefix(8)) != nil)
    }

    /// 各级工会 in front of persons says only where they belong; a named kind of unit is bound with its leader.
    private func named(_ head: Head) -> [ObligationKind] {
        switch head {
        case .unions: Self.unions
        case .federation: [.federation]
        case .industrialUnion: [.industrialUnion]
        case .grassrootsUnion: [.grassrootsUnion]
        case .department: [.department]
        case .institution: [.institution]
        case .media: [.unionMedia]
        case .leader: [.leader]
        case .member: [.member]
        case .generic: isOfUnions ? Self.unions : []
        case .cadre, .outside, .body: []
        }
    }

    static func levels(under tier: ObligationAudience.Tier) -> [ObligationLevel] {
        switch tier {
        case .nation: [.all]
        case .province: [.province, .city, .county, .township, .workplace]
        case .city: [.city, .county, .township, .workplace]
        case .county: [.county, .township, .workplace]
        case .township: [.township, .workplace]
        }
    }

    private static func own(_ tier: ObligationAudience.Tier) -> ObligationLevel {
        switch tier {
        case .nation: .national
        case .province: .province
        case .city: .city
        case .county: .county
        case .township: .township
        }
    }

    private static let ownOrgans: ReaderWords = ["全总", "省总", "市总", "县总", "区总", "机关各", "厅机关", "局机关"]

    /// The departments, institutions and Party members of the issuer's own house.
    private func isOwn(_ text: ReaderText, _ ink: Range<Int>, _ head: Head) -> Bool {
        switch head {
        case .department, .institution, .leader: Self.ownOrgans.first(text, in: ink) != nil
        default: text.starts(ink, with: "机关各级")
        }
    }
    private static let workplaces: ReaderWords = ["基层工会", "企业", "基层单位", "车间", "劳动模范", "劳模", "项目", "公司"]

    private func levels(_ text: ReaderText, _ ink: Range<Int>, _ head: Head) -> [ObligationLevel] {
        if head == .outside { return [] }
        if text.contains("县级以上", in: ink) { return [.province, .city, .county].filter { isUnder($0) } }
        if text.contains("省级以上", in: ink) { return [.national, .province].filter { isUnder($0) } }
        if text.contains("各级", in: ink) { return Self.levels(under: tier) }
        if Self.workplaces.first(text, in: ink) != nil { return [.workplace] }
        if text.contains("基层", in: ink) { return [.workplace] }
        if text.contains("全国产业", in: ink) { return [.national] }
        if text.contains("乡", in: ink) || text.contains("镇", in: ink) || text.contains("街道", in: ink) {
            return [.township]
        }
        return area(text, ink) ?? Self.levels(under: tier)
    }

    private func isUnder(_ level: ObligationLevel) -> Bool {
        tier == .nation || Self.levels(under: tier).contains(level)
    }

    /// 各市, 省各产业工会, 各县（市、区）: the first word for an area.
    private func area(_ text: ReaderText, _ ink: Range<Int>) -> [ObligationLevel]? {
        for index in ink {
            if text.has("省辖市", at: index) || text.has("设区市", at: index) || text.has("城市", at: index) { return [.city] }
            if text.has("示范区", at: index) { return tier == .province ? [.city] : [.county] }
            if text.has("全省", at: index) || text.has("全市", at: index) || text.has("全县", at: index) { return nil }
            if text.has("省", at: index) || text.has("自治区", at: index) { return [.province] }
            if text.has("市", at: index) { return [.city] }
            if text.has("县", at: index) || text.has("区", at: index), !text.has("地区", at: index - 1) { return [.county] }
        }
        return nil
    }
}
