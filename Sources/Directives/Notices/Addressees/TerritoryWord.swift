/// A word for a kind of territory, as an addressee line writes it: 省, 自治区, 县, 街道.
package struct TerritoryWord: Sendable, Hashable {
    package let text: String
    /// True where it stood in brackets after another word, as 市 does in 县（市）: the same level, another kind.
    package let isAlternative: Bool

    package init(_ text: String, isAlternative: Bool = false) {
        self.text = text
        self.isAlternative = isAlternative
    }

    /// True for words that by themselves mean many territories, with no 各 before them. 市总工会 is one federation,
    /// 省辖市总工会 is every one of them.
    package var isCollective: Bool { Self.collective.contains(text) }

    /// True for 开发区 and its like, which have no fixed rank.
    var isZone: Bool { Self.zones.contains(text) }

    static let zones: Set<String> = [
        "示范区", "开发区", "经济开发区", "经开区", "高新区", "新区", "功能区", "管理区", "园区",
    ]

    private static let collective: Set<String> = ["省辖市", "设区市", "设区的市", "地级市", "县级市", "乡镇", "镇街"]
}

extension TerritoryWord {
    /// Every word the grammar knows. 市 and 区 mean different things under different issuers; `AddresseeDivisions` says which.
    static let all: [String] =
        [
            "省", "自治区", "直辖市", "新疆生产建设兵团", "兵团",
            "省辖市", "设区市", "设区的市", "地级市", "自治州", "州", "盟", "地区",
            "市", "县级市", "县", "自治县", "旗", "自治旗", "林区", "特区", "区", "市辖区",
            "乡", "民族乡", "镇", "街道", "街", "乡镇", "镇街",
        ] + zones.sorted()

    private static let byFirst: [Unicode.Scalar: [[Unicode.Scalar]]] = {
        var words: [Unicode.Scalar: [[Unicode.Scalar]]] = [:]
        for word in all.map({ Array($0.unicodeScalars) }) { words[word[0], default: []].append(word) }
        // Longest first, so that 自治区 is not read as a stranger followed by 区, nor 乡镇 as 乡.
        return words.mapValues { $0.sorted { $0.count > $1.count } }
    }()

    /// The longest word that begins at a place, or nil.
    static func word(in scalars: ArraySlice<Unicode.Scalar>) -> String? {
        guard let first = scalars.first, let words = byFirst[first] else { return nil }
        return words.first { scalars.starts(with: $0) }.map(String.init(scalars:))
    }
}
