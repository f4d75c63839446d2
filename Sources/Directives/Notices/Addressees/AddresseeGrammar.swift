/// An addressee line (主送, 抄送) taken apart into phrases.
///
///     line := group ("，" group)* "："          group := item (("、" | "及") item)*
///     item := [owner] ["各"] [territories] head [ "（" variants "）" ]
///
/// Every scalar of the line is either in exactly one phrase or a separator, so nothing written is ever left out.
/// Reading takes time linear in the length of the line, whatever it holds.
package struct AddresseeLine: Sendable, Hashable {
    package let text: String
    package let phrases: [AddresseePhrase]

    package init(_ text: String) {
        self.text = text
        var reader = AddresseeReader(Array(text.unicodeScalars))
        phrases = reader.phrases()
    }
}

/// What one part of the line asks for: an item, or several that share a head (各省、自治区、直辖市总工会).
package struct AddresseePhrase: Sendable, Hashable {
    /// The phrase without white space.
    package let text: String
    /// Where it stands in the line, `[start, end)` in Unicode scalars; several where a line break splits it.
    package let ranges: [Range<Int>]
    /// Never empty.
    package let items: [AddresseeItem]
    /// The families of a line (territorial, industrial, own office) are counted from 0; ， parts them.
    package let family: Int
    /// The owner inherited from an earlier phrase of the family: 市总 for 各事业单位 after 市总机关各部门.
    package let carriedOwner: CarriedOwner?

    package struct CarriedOwner: Sendable, Hashable {
        package let text: String
        /// Which phrase of the line it comes from, counted from 0.
        package let phrase: Int
    }
}

/// Reads a line once, from left to right.
private struct AddresseeReader {
    let scalars: [Unicode.Scalar]
    let pairs: BracketPairs
    private var done: [AddresseePhrase] = []
    private var pending: [AddresseeItem] = []
    private var family = 0
    private var lender: AddresseePhrase.CarriedOwner?

    init(_ scalars: [Unicode.Scalar]) {
        self.scalars = scalars
        pairs = BracketPairs(scalars[...])
    }

    mutating func phrases() -> [AddresseePhrase] {
        var start = afterLabel()
        var position = start
        while position < scalars.count {
            let scalar = scalars[position]
            if BracketPairs.opens(scalar), let close = pairs.partner[position] {
                position = close + 1
            } else if scalar == "、" {
                endItem(start..<position)
                position += 1
                start = position
            } else if let joint = joint(at: position, after: start) {
                endItem(start..<position)
                position += joint
                start = position
            } else if Self.endsFamily(scalar) {
                endItem(start..<position)
                endFamily()
                position += 1
                start = position
            } else {
                position += 1
            }
        }
        endItem(start..<scalars.count)
        endFamily()
        return done
    }

    /// Where the units begin: a line moved to the foot of a paper starts with 主送： or 抄送：.
    private func afterLabel() -> Int {
        for label in ["主送机关", "主送", "抄送机关", "抄送", "抄报", "分送"] {
            guard let rest = scalars[...].after(prefix: label), let colon = rest.first else { continue }
            if colon == "：" || colon == ":" { return rest.startIndex + 1 }
        }
        return 0
    }

    /// The length of a 及 or 和 that parts two whole items as 、 does, or nil: 各产业工会和直属单位, but neither
    /// 中央和国家机关 nor 部门和单位, where it stands inside one.
    private func joint(at position: Int, after start: Int) -> Int? {
        let rest = scalars[position...]
        guard let word = AddresseeItem.joints.first(where: { rest.starts(with: $0) }) else { return nil }
        let before = scalars[start..<position]
        let after = rest.dropFirst(word.unicodeScalars.count)
        let length = word.unicodeScalars.count
        if before.ends(with: "工会") { return length }
        let partsBodies = ["部门", "部室", "处室", "科室", "单位"].contains { before.ends(with: $0) }
        return partsBodies && ["各", "直属", "所属"].contains { after.starts(with: $0) } ? length : nil
    }

    private static func endsFamily(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "，", ",", "；", ";", "。", "：", ":": true
        default: false
        }
    }

    private mutating func endItem(_ range: Range<Int>) {
        let ranges = inked(range)
        guard !ranges.isEmpty else { return }
        let item = AddresseeItem(scalars: ranges.flatMap { scalars[$0] }, ranges: ranges)
        if let last = pending.last, !last.isHeadless, !(item.isBareOffice && pending.contains(office: last)) {
            endPhrase()
        }
        pending.append(item)
    }

    private mutating func endFamily() {
        endPhrase()
        family += 1
        lender = nil
    }

    private mutating func endPhrase() {
        guard let first = pending.first, let last = pending.last else { return }
        let ranges = inked(first.ranges[0].lowerBound..<last.ranges[last.ranges.count - 1].upperBound)
        let phrase = AddresseePhrase(
            text: String(scalars: ranges.flatMap { scalars[$0] }), ranges: ranges, items: pending, family: family,
            carriedOwner: Self.inherits(first) ? lender : nil)
        if let owner = first.owner, first.lendsOwner { lender = .init(text: owner, phrase: done.count) }
        done.append(phrase)
        pending = []
    }

    /// 各事业单位 inherits; 各县总工会 does not, since its territories say where it stands; a name does not either.
    private static func inherits(_ item: AddresseeItem) -> Bool {
        item.owner == nil && item.territories.isEmpty && (item.isEvery || item.link == .direct)
    }

    /// The parts of a range that are not white space. A space between two Latin letters or digits stays, since it
    /// belongs to a name.
    private func inked(_ range: Range<Int>) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start: Int?
        var position = range.lowerBound
        while position < range.upperBound {
            if !scalars[position].properties.isWhitespace {
                if start == nil { start = position }
                position += 1
                continue
            }
            var end = position
            while end < range.upperBound, scalars[end].properties.isWhitespace { end += 1 }
            let joins =
                start != nil && end < range.upperBound
                && Self.isLatin(scalars[position - 1]) && Self.isLatin(scalars[end])
            if !joins, let begun = start {
                parts.append(begun..<position)
                start = nil
            }
            position = end
        }
        if let begun = start { parts.append(begun..<range.upperBound) }
        return parts
    }

    private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
    }
}

extension [AddresseeItem] {
    /// True where a bare office may join the phrase: 工信科技局 after 各县（市、区）林业局.
    fileprivate func contains(office last: AddresseeItem) -> Bool {
        guard last.endsAsOffice else { return false }
        return last.isBareOffice ? count > 1 : !last.territories.isEmpty
    }
}
