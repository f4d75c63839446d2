import Federation

/// The unit that issues a notice, as its addressee line speaks of it: 市总, 本市, 焦作市.
struct AddresseeIssuer {
    let unit: Unit
    /// 焦作市, from 焦作市总工会; nil for a unit that is no territorial federation.
    let territory: String?
    /// Words of rank that mean this very unit when it writes them: 市 for a city.
    let ownWords: Set<String>
    private let ownNames: Set<String>
    private let areaNames: Set<String>

    init(_ unit: Unit) {
        self.unit = unit
        let territory = Self.territory(of: unit)
        self.territory = territory
        let words = unit.kind == .federation ? Self.words(of: unit, territory: territory) : []
        ownWords = words
        var names: Set<String> = [unit.name, "本会", "本级"]
        names.formUnion(unit.shortNames)
        var areas: Set<String> = []
        for word in words.union(territory.map { [$0] } ?? []) {
            names.formUnion([word + "总", word + "总工会"])
            areas.formUnion([word, word + "级", "全" + word, "本" + word, "我" + word])
        }
        if unit.level == .national {
            names.formUnion(["全总", "全国总工会"])
            areas.insert("全国")
        }
        ownNames = names
        areaNames = areas.subtracting(names)
    }

    var tier: AddresseeTier { unit.division.flatMap(AddresseeTier.init) ?? AddresseeTier(unit.level) }

    /// The tier of the territories that hang on the issuer directly.
    var tierBelow: AddresseeTier {
        switch tier {
        case .nation: .province
        case .province: unit.division == .municipality ? .county : .city
        case .city: .county
        case .county, .township: .township
        }
    }

    /// True where an owner written in the line is the issuer itself: 市总.
    func owns(_ owner: String) -> Bool { ownNames.contains(owner) }

    /// True where it is the issuer's area: 市, 全市. Its unions are the issuer's to address, its departments are not.
    func isArea(_ owner: String) -> Bool { areaNames.contains(owner) }

    /// Under which names a unit named in the line may stand in the register. The name as written comes first;
    /// names are completed by the issuer's territory and never shortened, since 市教育工会 cut to 教育工会 would be
    /// every county's.
    func candidates(for name: String) -> [String] {
        var candidates = [name]
        let add = { (text: String) in
            if !candidates.contains(text) { candidates.append(text) }
        }
        if unit.level == .national {
            if !["全国", "中国", "中华", "中央"].contains(where: name.hasPrefix) {
                add("中国" + name)
                add("全国" + name)
                add("中华全国" + name)
            }
        } else if let territory, !name.hasPrefix(territory) {
            let stem = Self.stem(of: territory)
            let word = ownWords.filter { territory.hasSuffix($0) && name.hasPrefix($0) }.max { $0.count < $1.count }
            if let word {
                add(territory.dropLast(word.count) + name)
            } else if !Self.namesAnotherRank(name) {
                add(territory + name)
                if stem != territory, !name.hasPrefix(stem) { add(stem + name) }
            }
        }
        if name.hasSuffix("总"), name.count > 1 { add(name + "工会") }
        return candidates
    }

    /// 省直工会 written by a city: a body of the province, which 焦作市 in front would turn into nonsense.
    private static func namesAnotherRank(_ name: String) -> Bool {
        let scalars = Array(name.unicodeScalars)[...]
        guard let word = TerritoryWord.word(in: scalars), !TerritoryWord.zones.contains(word) else { return false }
        let rest = scalars.dropFirst(word.unicodeScalars.count)
        return ["直", "总", "属", "级"].contains { rest.starts(with: $0) }
    }

    private static func territory(of unit: Unit) -> String? {
        guard unit.kind == .federation || unit.kind == .jointUnion else { return nil }
        for ending in ["总工会", "工会联合会"] where unit.name.hasSuffix(ending) && unit.name != ending {
            return String(unit.name.dropLast(ending.count))
        }
        return nil
    }

    private static func stem(of territory: String) -> String {
        for ending in ["省", "市", "县", "区", "州", "旗", "盟"] where territory.hasSuffix(ending) && territory.count > 2 {
            return String(territory.dropLast(ending.count))
        }
        return territory
    }

    private static func words(of unit: Unit, territory: String?) -> Set<String> {
        var words: Set<String> = []
        switch unit.division {
        case .province: words = ["省"]
        case .autonomousRegion: words = ["自治区", "区"]
        case .municipality, .prefectureCity, .countyCity: words = ["市"]
        case .corps: words = ["兵团"]
        case .county: words = ["县"]
        case .district: words = ["区"]
        case .zone: words = ["区", "示范区", "开发区", "新区"]
        case .townshipRural: words = ["乡"]
        case .town: words = ["镇"]
        case .street: words = ["街道"]
        case nil: break
        }
        guard let territory else { return words }
        // 凉山州 is registered as a prefecture-level city and still calls itself 州.
        for word in ["省", "自治区", "市", "县", "区", "州", "盟", "地区", "旗", "乡", "镇", "街道", "兵团"]
        where territory.hasSuffix(word) {
            words.insert(word)
        }
        if unit.division == .prefectureCity, !territory.hasSuffix("市") { words.remove("市") }
        return words
    }
}
