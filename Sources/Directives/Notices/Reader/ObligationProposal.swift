/// What a sentence of a notice asks, of whom, and how firmly: proposed by the reader, decided by a person.
package struct ObligationProposal: Sendable, Hashable {
    /// The words of the text at `ranges`, joined with …; at most 120 characters.
    package var quote: String
    /// Each lies within one sentence; the ranges of two proposals never overlap.
    package var ranges: [ReadRange]
    /// The numerals of the clause it stands in, from the outermost: 三、（二）. Nil outside numbered clauses.
    package var clause: String?
    package var role: ObligationRole
    package var bound: ObligationBound
    /// On what it depends, in the words of the text: 有条件的城市工会, 发现疫情.
    package var condition: String?
    package var sort: ObligationSort
}

/// The part a union has in what is asked. Mostly another body leads, and the union helps or moves people to act.
package enum ObligationRole: String, Sendable, Hashable, Codable, CaseIterable {
    case lead, assist, supervise, mobilise, publish, report, study
}

/// A duty can be seen done; guidance says in what spirit.
package enum ObligationSort: String, Sendable, Hashable, Codable, CaseIterable {
    case duty, guidance
}

/// Whom the clause itself binds, which is often not whom the notice is addressed to.
package struct ObligationBound: Sendable, Hashable, Codable {
    /// Empty where the clause binds nobody of a federation.
    package var kinds: [ObligationKind]
    package var levels: [ObligationLevel]

    package init(kinds: [ObligationKind], levels: [ObligationLevel]) {
        self.kinds = kinds
        self.levels = levels
    }
}

package enum ObligationKind: String, Sendable, Hashable, Codable, CaseIterable {
    case federation, industrialUnion, grassrootsUnion, department, institution, unionMedia, leader, member
}

package enum ObligationLevel: String, Sendable, Hashable, Codable, CaseIterable {
    /// Every level of the whole country.
    case all
    case national, province, city, county, township, workplace
}

extension ObligationProposal: Codable {
    private enum Key: String, CodingKey { case quote, ranges, clause, role, bound, condition, sort }

    package func encode(to encoder: any Encoder) throws {
        var box = encoder.container(keyedBy: Key.self)
        try box.encode(quote, forKey: .quote)
        try box.encode(ranges, forKey: .ranges)
        try box.encode(clause, forKey: .clause)
        try box.encode(role, forKey: .role)
        try box.encode(bound, forKey: .bound)
        try box.encode(condition, forKey: .condition)
        try box.encode(sort, forKey: .sort)
    }

    package init(from decoder: any Decoder) throws {
        let box = try decoder.container(keyedBy: Key.self)
        quote = try box.decode(String.self, forKey: .quote)
        ranges = try box.decode([ReadRange].self, forKey: .ranges)
        clause = try box.decodeIfPresent(String.self, forKey: .clause)
        role = try box.decode(ObligationRole.self, forKey: .role)
        bound = try box.decode(ObligationBound.self, forKey: .bound)
        condition = try box.decodeIfPresent(String.self, forKey: .condition)
        sort = try box.decode(ObligationSort.self, forKey: .sort)
    }
}
