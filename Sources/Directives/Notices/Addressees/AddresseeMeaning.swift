package import Federation

/// What a phrase of an addressee line asks for, relative to the unit that issued the notice.
///
/// Empty lists do not narrow. `reason` is shown beside the phrase, so that a person can check the reading.
package enum AddresseeMeaning: Sendable, Hashable {
    /// Units that hang directly on the issuer.
    case children(kinds: [UnitKind], divisions: [Division], levels: [UnitLevel], reason: Sentence)
    /// Units anywhere below the issuer.
    case descendants(kinds: [UnitKind], divisions: [Division], levels: [UnitLevel], reason: Sentence)
    /// One unit, by its name as written; `candidates` are the names it may stand under in the register, that one first.
    case named(name: String, candidates: [String], reason: Sentence)
    /// One phrase that asks for several things at once (各市、县总工会; 解放区、中站区总工会). Never nested, never empty,
    /// no part unknown.
    case several(parts: [AddresseeMeaning], reason: Sentence)
    /// Not understood, or not the issuer's to address. A person decides.
    case unknown(reason: Sentence)

    package var reason: Sentence {
        switch self {
        case .children(_, _, _, let reason), .descendants(_, _, _, let reason), .named(_, _, let reason),
            .several(_, let reason), .unknown(let reason):
            reason
        }
    }

    /// The things asked for: the parts of several, itself otherwise.
    package var parts: [AddresseeMeaning] {
        if case .several(let parts, _) = self { parts } else { [self] }
    }
}

extension AddresseeMeaning {
    /// Reads a phrase as its issuer means it.
    package static func of(_ phrase: AddresseePhrase, issuer: Unit) -> AddresseeMeaning {
        of(phrase, issuer: AddresseeIssuer(issuer))
    }

    static func of(_ phrase: AddresseePhrase, issuer: AddresseeIssuer) -> AddresseeMeaning {
        PhraseReading(phrase: phrase, issuer: issuer).meaning
    }
}

/// The inference itself. Each step either knows or says why it does not; none falls back to a guess.
private struct PhraseReading {
    let phrase: AddresseePhrase
    let issuer: AddresseeIssuer

    private typealias Words = AddresseeWords

    var meaning: AddresseeMeaning {
        for word in ["有关", "相关", "有条件"] where phrase.text.contains(word) {
            return .unknown(reason: Words.unspecific(word))
        }
        let owners = phrase.items.compactMap(\.owner)
        if let owner = owners.first, owners.contains(where: { $0 != owner }) {
            return .unknown(reason: Words.mixedOwners)
        }
        if let owner = owners.first ?? phrase.carriedOwner?.text, !issuer.owns(owner) && !issuer.isArea(owner) {
            return .unknown(reason: Words.foreignOwner(owner, issuer: issuer.unit.name))
        }
        return phrase.items.count == 1 ? one(phrase.items[0]) : list(phrase.items)
    }

    private func one(_ item: AddresseeItem) -> AddresseeMeaning {
        if let grade = graded(item) { return grade }
        if item.territories.isEmpty {
            return item.isEvery || item.link != nil || isCommon(item) ? common(item) : named(item.text)
        }
        guard item.isCollective else { return named(item.text) }
        if item.addition != nil { return list([item]) }
        if item.head.isEmpty { return .unknown(reason: Words.noHead(phrase.text)) }
        if !item.isEvery, AddresseeHead(rawValue: item.head) == nil { return named(item.text) }
        return territorial(item.territories, head: item.head, variants: item.variants)
    }

    /// Items that share the last one's head: territories, read together because 市 beside 省 is not 市 beside 县,
    /// and places that borrow it for their names (济源示范区 in 各省辖市、济源示范区总工会 is one).
    private func list(_ items: [AddresseeItem]) -> AddresseeMeaning {
        var lender = items[items.count - 1]
        if let addition = lender.addition {
            lender = AddresseeItem(scalars: Array(addition.unicodeScalars), ranges: [])
            // What follows 及 is taken for a name; 各省辖市及各产业工会 does not give one.
            if lender.isMany { return .unknown(reason: Words.halfWord(phrase.text)) }
        }
        let head = Self.lentHead(lender)
        var words: [TerritoryWord] = []
        var parts: [AddresseeMeaning] = []
        for item in items {
            if item.isListed {
                words += item.territories
                if let addition = item.addition { parts.append(named(addition)) }
            } else if item.isMany {
                // 各产业 in 各产业、局工会, and 各县（市）区 before 市各产业工会: half a word, and what the other half makes
                // of it is anyone's guess.
                let isUnion = AddresseeHead(rawValue: lender.head) != nil
                return .unknown(reason: isUnion ? Words.halfWord(phrase.text) : Words.notAUnion(phrase.text))
            } else {
                parts.append(named(item.isHeadless ? item.text + head : item.text))
            }
        }
        if !words.isEmpty {
            if head.isEmpty { return .unknown(reason: Words.noHead(phrase.text)) }
            parts = territorial(words, head: head, variants: lender.variants).parts + parts
        }
        for part in parts {
            if case .unknown = part { return part }
        }
        return Self.together(parts)
    }

    /// What an item lends: 总工会 from 直辖市总工会 and from 济源示范区总工会, 管委会 from 山海协作区管委会.
    private static func lentHead(_ lender: AddresseeItem) -> String {
        if lender.isTerritorial || lender.isEvery { return lender.head }
        // 河南省教育工会 lends 教育工会 and not 工会: what its trade is to the others is not for us to drop.
        let bare = AddresseeItem.withoutTrailingBrackets(Array(lender.text.unicodeScalars)[...])
        let place: Set<Unicode.Scalar> = ["省", "市", "县", "区", "州", "旗", "盟", "乡", "镇"]
        guard let last = bare.lastIndex(where: { place.contains($0) }) else { return "" }
        return String(scalars: bare[(last + 1)...])
    }

    private func territorial(_ words: [TerritoryWord], head: String, variants: [String]) -> AddresseeMeaning {
        guard let known = AddresseeHead(rawValue: head) else {
            return .unknown(reason: Words.notAUnion(phrase.text))
        }
        let isIndustrial = known == .industrialUnion || known == .systemUnion
        if words.count == 1, issuer.ownWords.contains(words[0].text), isIndustrial {
            return common(head: known, variants: variants, link: nil)
        }
        guard let tiers = AddresseeDivisions.of(words, under: issuer), !tiers.isEmpty else {
            return .unknown(reason: Words.ambiguousTerritory(phrase.text))
        }
        var parts: [AddresseeMeaning] = []
        for found in tiers {
            guard found.tier > issuer.tier else {
                return .unknown(reason: Words.notBelow(found.divisions, issuer: issuer))
            }
            guard var kinds = isIndustrial ? [.industrialUnion] : known.kinds(at: found.tier) else {
                return .unknown(reason: Words.notAUnion(phrase.text))
            }
            for variant in variants {
                guard !isIndustrial, let more = AddresseeHead(rawValue: variant)?.kinds(at: found.tier) else {
                    return .unknown(reason: Words.strangeVariant(variant))
                }
                for kind in more where !kinds.contains(kind) { kinds.append(kind) }
            }
            parts.append(isIndustrial ? trades(at: found.tier.level) : federations(kinds, found))
        }
        return Self.together(parts)
    }

    /// 各省产业工会 from the nation: industrial unions have a level and no territory.
    private func trades(at level: UnitLevel) -> AddresseeMeaning {
        .descendants(
            kinds: [.industrialUnion], divisions: [], levels: [level],
            reason: Words.descendants([.industrialUnion], divisions: [], levels: [level], issuer: issuer))
    }

    private func federations(_ kinds: [UnitKind], _ found: AddresseeDivisions.Tiered) -> AddresseeMeaning {
        var divisions = found.divisions
        var levels: [UnitLevel] = []
        // A federation of townships or streets often has no division recorded; where all three are named the level
        // says the same and leaves none of them out.
        if found.tier == .township, Set(divisions).isSuperset(of: [.townshipRural, .town, .street]) {
            divisions = []
            levels = [.township]
        }
        if found.tier == issuer.tierBelow {
            return .children(
                kinds: kinds, divisions: divisions, levels: levels,
                reason: Words.children(kinds, divisions: divisions, levels: levels, issuer: issuer))
        }
        return .descendants(
            kinds: kinds, divisions: divisions, levels: levels,
            reason: Words.descendants(kinds, divisions: divisions, levels: levels, issuer: issuer))
    }

    /// True for 基层工会 and the like, which mean many without 各.
    private func isCommon(_ item: AddresseeItem) -> Bool {
        guard let head = AddresseeHead(rawValue: item.head) else { return false }
        switch head {
        case .grassrootsUnion, .grassrootsCommittee, .grassrootsOrganisation, .industrialUnion, .publicInstitution,
            .department, .officeRoom, .officeSection, .officeDivision, .unit, .body, .enterprisesAndInstitutions,
            .workplaceUnion:
            return true
        default:
            return false
        }
    }

    private func common(_ item: AddresseeItem) -> AddresseeMeaning {
        guard let head = AddresseeHead(rawValue: item.head) else {
            return .unknown(reason: Words.notAUnion(phrase.text))
        }
        return common(head: head, variants: item.variants, link: item.link)
    }

    private func common(head: AddresseeHead, variants: [String], link: AddresseeItem.Link?) -> AddresseeMeaning {
        if head == .union || head == .unionOrganisation { return .unknown(reason: Words.whichUnions(phrase.text)) }
        guard var kinds = head.kinds(link: link) else { return .unknown(reason: Words.whichUnits(phrase.text)) }
        for variant in variants {
            // A variant stands for a whole head: 单位 in 各部门（单位） is a unit directly under the same owner.
            guard let more = AddresseeHead(rawValue: variant)?.kinds(link: .direct) else {
                return .unknown(reason: Words.strangeVariant(variant))
            }
            for kind in more where !kinds.contains(kind) { kinds.append(kind) }
        }
        // 市总各部门 are the federation's; 市各部门 and 市属事业单位 are the city's, which is not a union.
        let ownBodies: Set<UnitKind> = [.department, .institution]
        if let owner = phrase.items[0].owner, !issuer.owns(owner), !ownBodies.isDisjoint(with: kinds) {
            return .unknown(reason: Words.areaNotUnit(owner, issuer: issuer.unit.name))
        }
        if kinds == [.grassrootsUnion], link == nil {
            let reason = Words.descendants(kinds, divisions: [], levels: [], issuer: issuer)
            return .descendants(
                kinds: kinds, divisions: [], levels: [], reason: Words.carried(phrase.carriedOwner, reason))
        }
        let reason = Words.children(kinds, divisions: [], levels: [], issuer: issuer)
        return .children(kinds: kinds, divisions: [], levels: [], reason: Words.carried(phrase.carriedOwner, reason))
    }

    /// 各级工会, 县级以上地方总工会; nil for an item that is not written by grade.
    private func graded(_ item: AddresseeItem) -> AddresseeMeaning? {
        var rest = Array(item.head.unicodeScalars)[...]
        var levels: [UnitLevel] = []
        let bounds = [("级及以上", true), ("级以上", true), ("级及以下", false), ("级以下", false)]
        if item.territories.count == 1, let tier = AddresseeTier(grade: item.territories[0].text),
            let bound = bounds.first(where: { rest.starts(with: $0.0) }), let after = rest.after(prefix: bound.0)
        {
            levels = UnitLevel.allCases.filter {
                let depth = $0.depth
                let reaches = bound.1 ? depth <= tier.level.depth : depth >= tier.level.depth
                return reaches && depth > issuer.unit.level.depth
            }
            if levels.isEmpty { return .unknown(reason: Words.noLevelBelow(phrase.text, issuer: issuer)) }
            rest = after.after(prefix: "各级") ?? after
        } else if item.isEvery, item.territories.isEmpty, let after = rest.after(prefix: "级") {
            rest = after
        } else {
            return nil
        }
        if let after = rest.after(prefix: "地方") { rest = after }
        guard item.variants.isEmpty, let head = AddresseeHead(rawValue: String(scalars: rest)) else {
            return .unknown(reason: Words.notAUnion(phrase.text))
        }
        let kinds: [UnitKind]
        switch head {
        case .union, .unionOrganisation: kinds = AddresseeHead.unions
        default:
            guard let known = head.kinds(link: nil), Set(known).isSubset(of: AddresseeHead.unions) else {
                return .unknown(reason: Words.notAUnion(phrase.text))
            }
            kinds = known
        }
        return .descendants(
            kinds: kinds, divisions: [], levels: levels,
            reason: Words.descendants(kinds, divisions: [], levels: levels, issuer: issuer))
    }

    private func named(_ name: String) -> AddresseeMeaning {
        if issuer.owns(name) || issuer.isArea(name) { return .unknown(reason: Words.itself(name)) }
        return .named(name: name, candidates: issuer.candidates(for: name), reason: Words.named(name))
    }

    private static func together(_ parts: [AddresseeMeaning]) -> AddresseeMeaning {
        parts.count == 1 ? parts[0] : .several(parts: parts, reason: AddresseeWords.several(parts.map(\.reason)))
    }
}
