import Federation

/// How deep a kind of territory lies. Unlike `UnitLevel` it tells where a territory hangs by law: a district of 北京
/// and a district of 焦作 are one tier, though the first hangs on a province.
enum AddresseeTier: Int, Comparable, CaseIterable {
    case nation, province, city, county, township

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

    init(_ level: UnitLevel) {
        switch level {
        case .national: self = .nation
        case .province: self = .province
        case .city: self = .city
        case .county: self = .county
        case .township, .workplace: self = .township
        }
    }

    /// Nil for zones, which are whatever hangs on the issuer.
    init?(_ division: Division) {
        switch division {
        case .province, .autonomousRegion, .municipality, .corps: self = .province
        case .prefectureCity: self = .city
        case .county, .countyCity, .district: self = .county
        case .townshipRural, .town, .street: self = .township
        case .zone: return nil
        }
    }

    /// The tier a 级 names: 县 in 县级以上. Nil for words that name none.
    init?(grade word: String) {
        switch word {
        case "省", "自治区", "直辖市": self = .province
        case "市", "州", "地区", "盟", "省辖市", "设区市", "地级市": self = .city
        case "县", "区", "旗", "县级市": self = .county
        case "乡", "镇", "街道", "乡镇", "镇街": self = .township
        default: return nil
        }
    }

    var level: UnitLevel {
        switch self {
        case .nation: .national
        case .province: .province
        case .city: .city
        case .county: .county
        case .township: .township
        }
    }
}

/// What territory words mean under one issuer, tier by tier.
///
/// 市 is a municipality beside 省, a prefecture-level city under a province and a county-level city beside 县;
/// 区 is an autonomous region, a district or nothing at all. Where the words leave it open, there is no answer.
enum AddresseeDivisions {
    struct Tiered: Equatable {
        var tier: AddresseeTier
        var divisions: [Division]
    }

    /// The divisions of a phrase's words, in the order written; nil where a word can be read in two ways.
    static func of(_ words: [TerritoryWord], under issuer: AddresseeIssuer) -> [Tiered]? {
        let context = Context(words, issuer: issuer)
        var isAfterCounty = false
        var tiers: [Tiered] = []
        for word in words {
            guard let divisions = plain[word.text] ?? context.reading(of: word, isAfterCounty: isAfterCounty) else {
                return nil
            }
            if Context.countyWords.contains(word.text) { isAfterCounty = true }
            for division in divisions {
                let tier = AddresseeTier(division) ?? issuer.tierBelow
                if let known = tiers.firstIndex(where: { $0.tier == tier }) {
                    if !tiers[known].divisions.contains(division) { tiers[known].divisions.append(division) }
                } else {
                    tiers.append(Tiered(tier: tier, divisions: [division]))
                }
            }
        }
        return tiers
    }

    private static let plain: [String: [Division]] = {
        var words: [String: [Division]] = [
            "省": [.province], "自治区": [.autonomousRegion], "直辖市": [.municipality],
            "兵团": [.corps], "新疆生产建设兵团": [.corps],
            "县级市": [.countyCity], "市辖区": [.district],
            "乡": [.townshipRural], "民族乡": [.townshipRural], "镇": [.town], "街道": [.street], "街": [.street],
            "乡镇": [.townshipRural, .town], "镇街": [.town, .street],
        ]
        for word in ["省辖市", "设区市", "设区的市", "地级市", "自治州", "州", "盟", "地区"] { words[word] = [.prefectureCity] }
        for word in ["县", "自治县", "旗", "自治旗", "林区", "特区"] { words[word] = [.county] }
        for word in TerritoryWord.zones { words[word] = [.zone] }
        return words
    }()

    /// What else the phrase names, which decides what 市 and 区 are.
    private struct Context {
        let issuer: AddresseeIssuer
        let hasProvince: Bool
        let hasCounty: Bool
        let hasCity: Bool
        let hasDistrict: Bool

        static let countyWords: Set<String> = ["县", "自治县", "旗", "自治旗", "县级市", "市辖区"]

        init(_ words: [TerritoryWord], issuer: AddresseeIssuer) {
            self.issuer = issuer
            hasProvince = words.contains { $0.text == "省" }
            hasCounty = words.contains { Self.countyWords.contains($0.text) }
            hasCity = words.contains { $0.text == "市" || $0.text == "直辖市" }
            hasDistrict = words.contains { $0.text == "区" || $0.text == "自治区" }
        }

        func reading(of word: TerritoryWord, isAfterCounty: Bool) -> [Division]? {
            switch word.text {
            case "市": city(word, isAfterCounty: isAfterCounty)
            case "区": district(word)
            default: nil
            }
        }

        private func city(_ word: TerritoryWord, isAfterCounty: Bool) -> [Division]? {
            // 各省（区、市） and 各省（市） mean municipalities; 各省、市 may also mean provinces and their cities.
            if hasProvince && !hasCounty { return word.isAlternative || hasDistrict ? [.municipality] : nil }
            if issuer.tierBelow > .city { return [.countyCity] }
            // 县（市） and 县市区: it stands with the county and is of its rank. 市、县 goes down from rank to rank.
            if hasCounty && (isAfterCounty || word.isAlternative) { return [.countyCity] }
            // 各市（区） of a province: do the districts stand beside the cities or below them?
            if hasDistrict && !hasCounty { return nil }
            return [.prefectureCity]
        }

        private func district(_ word: TerritoryWord) -> [Division]? {
            if hasProvince && !hasCounty { return hasCity || word.isAlternative ? [.autonomousRegion] : nil }
            // A nation that says only 区 may mean its regions or its districts.
            if issuer.tierBelow == .province && !hasCounty { return nil }
            return [.district]
        }
    }
}
