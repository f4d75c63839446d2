/// One item of an addressee line, taken apart: `[owner] [各] [levels] head [（variants）]`.
///
/// Nothing here depends on who issued the notice; `AddresseeMeaning` brings the issuer in.
package struct AddresseeItem: Sendable, Hashable {
    /// How the owner holds what it owns.
    package enum Link: Sendable, Hashable {
        /// 机关: its own office.
        case office
        /// 直属, 所属, 属: directly under it.
        case direct
    }

    /// The item without white space.
    package var text: String
    /// Where it stands in the line, in Unicode scalars; several where a line break splits it.
    package var ranges: [Range<Int>]
    /// Whose subordinates are meant, as written: 市, 市总, 省总工会. Nil where the item does not say.
    package var owner: String?
    package var link: Link?
    /// 各 stands in it.
    package var isEvery = false
    /// The kinds of territory named, in order.
    package var territories: [TerritoryWord] = []
    /// What kind of body: 总工会, 产业工会, 部门. Empty where the item has to borrow the next one's.
    package var head = ""
    /// Other names of the head, in brackets after it: 局 and 委 in 厅（局、委）.
    package var variants: [String] = []
    /// A named body tied to the territories by 及 or 和: 济源示范区总工会 in 各省辖市及济源示范区总工会.
    package var addition: String?
    /// True where the owner stands before 各 or 直属, so that the next item of its family may inherit it.
    package var lendsOwner = false
}

extension AddresseeItem {
    /// True where the item has no head of its own and so borrows the next one's: 各省, 自治区, 龙岩高新区.
    var isHeadless: Bool {
        if addition != nil { return false }
        if !territories.isEmpty && head.isEmpty { return true }
        if link != nil && head.isEmpty { return false }
        let bare = Self.withoutTrailingBrackets(Array(text.unicodeScalars)[...])
        return Self.placeEndings.contains { bare.ends(with: $0) }
    }

    /// True for territories with nothing else, or with a head that is a union's: 直辖市总工会.
    var isTerritorial: Bool {
        !territories.isEmpty && addition == nil && (head.isEmpty || AddresseeHead(rawValue: head) != nil)
    }

    /// True for a phrase of many that is no list of territories: 各产业工会, 市属基层工会.
    var isMany: Bool { isEvery || owner != nil || link != nil }

    /// True where territories alone mean every one of them: after 各, with alternatives in brackets, or run together
    /// (县市区总工会). 新区街道工会 is the union of a street called 新区.
    var isCollective: Bool {
        if isEvery || territories.contains(where: { $0.isCollective || $0.isAlternative }) { return true }
        return territories.count > 1 && territories.allSatisfy { $0.text.unicodeScalars.count == 1 }
    }

    /// True for territories in a list of them: all but 高新区 in 各县（市）区、高新区总工会, which is that one zone's name,
    /// since an issuer's zones are few and each is called by its kind.
    var isListed: Bool {
        guard !territories.isEmpty else { return false }
        // 各省会城市 names no 省: what follows the territories has to be understood too.
        guard isTerritorial || addition != nil else { return false }
        return isEvery || !territories.allSatisfy(\.isZone)
    }

    /// True for 林业局 but not for 龙岩市林业局: an office that names neither owner nor place, so that it can only
    /// be one more office of the territories listed before it.
    var isBareOffice: Bool {
        guard !isEvery, owner == nil, territories.isEmpty, link == nil else { return false }
        return endsAsOffice && !text.unicodeScalars.contains { Self.placeScalars.contains($0) }
    }

    /// True where the head is an office of government rather than a union.
    var endsAsOffice: Bool {
        let bare = Self.withoutTrailingBrackets(Array(text.unicodeScalars)[...])
        return Self.officeEndings.contains { bare.ends(with: $0) }
    }

    private static let placeEndings = ["省", "市", "县", "区", "州", "旗", "盟", "乡", "镇", "街道", "街", "兵团", "产业", "系统"]
    private static let placeScalars: Set<Unicode.Scalar> = ["省", "市", "县", "区", "州", "旗", "盟", "乡", "镇"]
    private static let officeEndings = ["局", "委", "厅", "办", "处"]

    static func withoutTrailingBrackets(_ scalars: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
        let pairs = BracketPairs(scalars)
        var rest = scalars
        while let last = rest.indices.last, BracketPairs.closes(rest[last]), let start = pairs.partner[last] {
            rest = rest[..<start]
        }
        return rest
    }
}

extension AddresseeItem {
    /// Takes an item apart. Every text has a reading; what is not understood stays in `head`.
    init(scalars: [Unicode.Scalar], ranges: [Range<Int>]) {
        self.init(text: String(scalars: scalars), ranges: ranges)
        let all = scalars[...]
        let pairs = BracketPairs(all)
        if let every = Self.firstEvery(in: all, pairs) {
            isEvery = true
            readOwner(all[..<every])
            readTail(all[(every + 1)...], pairs)
        } else if !readCollective(all) {
            readTail(all, pairs)
        }
    }

    /// The first 各 outside brackets.
    private static func firstEvery(in scalars: ArraySlice<Unicode.Scalar>, _ pairs: BracketPairs) -> Int? {
        var position = scalars.startIndex
        while position < scalars.endIndex {
            if scalars[position] == "各" { return position }
            if BracketPairs.opens(scalars[position]), let close = pairs.partner[position] { position = close }
            position += 1
        }
        return nil
    }

    /// 市总机关 → owner 市总, its office; 省直属 → owner 省, directly under it.
    private mutating func readOwner(_ scalars: ArraySlice<Unicode.Scalar>) {
        var rest = scalars
        if let before = rest.before(suffix: "机关") {
            link = .office
            rest = before
        } else {
            for word in Self.directWords {
                guard let before = rest.before(suffix: word) else { continue }
                link = .direct
                rest = before
                break
            }
        }
        // 地方各级工会: the word narrows nothing for an issuer that can only speak downward.
        let whose = String(scalars: rest)
        if !whose.isEmpty, whose != "地方" {
            owner = whose
            lendsOwner = true
        }
    }

    /// 市属基层工会, 直属单位, 基层工会: many bodies with no 各. False where the text is something else.
    private mutating func readCollective(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
        for word in Self.collectiveHeads {
            guard let base = scalars.before(suffix: word) else { continue }
            var trial = self
            trial.readOwner(base)
            let saysWhose = trial.owner.map(Self.isGenericOwner) ?? true
            // A name before the head with neither 属 nor 直属 between them is part of a name (东风厂基层工会).
            guard trial.link != nil || saysWhose else { return false }
            trial.head = word
            self = trial
            return true
        }
        return false
    }

    /// True for 市, 省总, 全国, 全市: an owner written by its level, not by its name.
    static func isGenericOwner(_ text: String) -> Bool {
        var rest = Array(text.unicodeScalars)[...]
        for ending in ["总工会", "总"] {
            guard let before = rest.before(suffix: ending), !before.isEmpty else { continue }
            rest = before
            break
        }
        if ["全国", "全", "中华全国"].contains(String(scalars: rest)) { return true }
        if let first = rest.first, rest.count > 1, ["全", "本", "我"].contains(first) { rest = rest.dropFirst() }
        return TerritoryWord.word(in: rest)?.unicodeScalars.count == rest.count
    }

    /// What follows 各, or the whole item where there is none: territories, then the head.
    private mutating func readTail(_ scalars: ArraySlice<Unicode.Scalar>, _ pairs: BracketPairs) {
        var rest = scalars
        // 有关省（自治区、直辖市）is still a list of territories, though nobody can tell which.
        if let after = rest.after(prefix: "有关") ?? rest.after(prefix: "相关") { rest = after }
        if isEvery, owner == nil, let after = rest.after(prefix: "全国") {
            owner = "全国"
            rest = after
        }
        rest = readTerritories(rest, pairs)
        if isEvery { rest = readLink(rest) }
        if !territories.isEmpty {
            for joint in Self.joints {
                guard let named = rest.after(prefix: joint), !named.isEmpty else { continue }
                addition = String(scalars: named)
                return
            }
        }
        if let last = rest.indices.last, BracketPairs.closes(rest[last]), let start = pairs.partner[last],
            start > rest.startIndex
        {
            variants = rest[(start + 1)..<last].split(whereSeparator: Self.separates).map(String.init(scalars:))
            rest = rest[..<start]
        }
        // One form of brackets, so that 产业(系统)工会 is the word it is meant to be.
        head = String(scalars: rest.map { BracketPairs.opens($0) ? "（" : BracketPairs.closes($0) ? "）" : $0 })
    }

    /// Reads territory words, their alternatives in brackets and 及 between them; returns what is left.
    private mutating func readTerritories(
        _ scalars: ArraySlice<Unicode.Scalar>, _ pairs: BracketPairs
    ) -> ArraySlice<Unicode.Scalar> {
        var rest = scalars
        while let first = rest.first {
            if let word = TerritoryWord.word(in: rest) {
                territories.append(TerritoryWord(word))
                rest = rest.dropFirst(word.unicodeScalars.count)
            } else if !territories.isEmpty, BracketPairs.opens(first), let close = pairs.partner[rest.startIndex],
                let words = Self.alternatives(rest[(rest.startIndex + 1)..<close])
            {
                territories += words
                rest = rest[(close + 1)...]
            } else if !territories.isEmpty,
                let after = Self.joints.lazy.compactMap({ rest.after(prefix: $0) }).first,
                TerritoryWord.word(in: after) != nil
            {
                rest = after
            } else {
                break
            }
        }
        return rest
    }

    /// The words of （市、区）, or nil where anything else stands there.
    private static func alternatives(_ scalars: ArraySlice<Unicode.Scalar>) -> [TerritoryWord]? {
        var words: [TerritoryWord] = []
        var rest = scalars
        while let first = rest.first {
            if let word = TerritoryWord.word(in: rest) {
                words.append(TerritoryWord(word, isAlternative: true))
                rest = rest.dropFirst(word.unicodeScalars.count)
            } else if separates(first) {
                rest = rest.dropFirst()
            } else {
                return nil
            }
        }
        return words.isEmpty ? nil : words
    }

    /// 直属 after 各; and 市属, 市直 after 各, where 市 is the owner and no list of territories.
    private mutating func readLink(_ scalars: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
        for word in Self.directWords {
            guard let after = scalars.after(prefix: word) else { continue }
            if territories.count == 1, owner == nil {
                owner = territories[0].text
                territories = []
            }
            guard territories.isEmpty else { return scalars }
            link = .direct
            return after
        }
        if territories.count == 1, owner == nil, let after = scalars.after(prefix: "直"), after.first != "管" {
            owner = territories[0].text + "直"
            territories = []
            return after
        }
        if territories.isEmpty, let after = scalars.after(prefix: "机关"), !after.isEmpty {
            link = .office
            return after
        }
        return scalars
    }

    static func separates(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "、" || scalar == "，" || scalar == "," || scalar == "/"
    }

    private static let directWords = ["直属", "所属", "下属", "属"]
    static let joints = ["以及", "及", "和", "与"]
    /// Longest first, so that 企事业单位 is not read as 事业单位 owned by 企.
    private static let collectiveHeads = [
        "企事业单位工会", "产业工会", "基层工会", "企事业单位", "事业单位", "单位", "机构", "部门", "部室", "处室", "科室",
    ]
}
