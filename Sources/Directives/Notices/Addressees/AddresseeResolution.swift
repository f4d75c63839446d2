package import Federation

/// What resolving a line asks of the register. Every question is about a set, so that a line costs a handful of
/// queries however many phrases it has.
///
/// Closed units are never answered, nor the issuer itself among what lies below it. Both lines count: a unit that hangs
/// on the issuer by its secondary line is its child too. Empty lists of kinds, divisions or levels do not narrow.
/// A unit is answered once; the order is the register's (by code).
package protocol UnitLookup {
    func children(of unit: UnitID, kinds: [UnitKind], divisions: [Division], levels: [UnitLevel]) throws -> [Unit]
    func descendants(of unit: UnitID, kinds: [UnitKind], divisions: [Division], levels: [UnitLevel]) throws -> [Unit]
    /// How many units there are below one, of some kinds and levels and not among those that `others` bind already, where they
    /// are so many that they are addressed as a whole; nil where they are told one by one.
    func countWhole(below unit: UnitID, _ binding: Binding, besides others: [Binding]) throws -> Int?
    /// The units that go by any of the names near an issuer: by name or short name among its children and the units
    /// above it, by full name anywhere. Short names are not looked for farther away, where every county has a 市总.
    func named(_ candidates: [String], near issuer: Unit) throws -> [Unit]
}

extension UnitLookup {
    package func countWhole(below unit: UnitID, _ binding: Binding, besides others: [Binding]) throws -> Int? { nil }
}

/// All units of some kinds and levels below the issuer, addressed as a whole.
package struct AddresseeWhole: Sendable, Hashable {
    package var binding: Binding
    /// How many that is; those that an earlier phrase addresses as a whole are counted there.
    package var units: Int
}

/// One phrase of a line and the units of this federation that it means.
package struct ResolvedPhrase: Sendable, Hashable {
    package var phrase: AddresseePhrase
    package var meaning: AddresseeMeaning
    /// The units found, each once. May be non-empty in an unresolved phrase, where it asks for several things and only
    /// some were found.
    package var units: [UnitID]
    /// What it means beside them, addressed as a whole.
    package var whole: [AddresseeWhole]
    /// Units of which a person has to choose: those that share an ambiguous name.
    package var candidates: [UnitID]
    /// What is still open, in words; nil where the phrase is resolved.
    package var note: Sentence?

    package init(
        phrase: AddresseePhrase, meaning: AddresseeMeaning, units: [UnitID] = [],
        whole: [AddresseeWhole] = [], candidates: [UnitID] = [],
        note: Sentence? = nil
    ) {
        self.phrase = phrase
        self.meaning = meaning
        self.units = units
        self.whole = whole
        self.candidates = candidates
        self.note = note
    }

    /// True where nothing is left to a person.
    package var isResolved: Bool { note == nil }
}

/// A unit that a line reaches, with every phrase that reached it.
package struct AddresseeRecipient: Sendable, Hashable {
    package var unit: UnitID
    /// Phrases of the line, counted from 0, in order. More than one means: reached twice, sent once.
    package var phrases: [Int]

    package init(unit: UnitID, phrases: [Int]) {
        self.unit = unit
        self.phrases = phrases
    }
}

/// An addressee line resolved to units. Whether they are to act or only to know (抄送) is the caller's matter.
package struct AddresseeResolution: Sendable, Hashable {
    /// Every phrase of the line in order, resolved or not: nothing written is left out.
    package var phrases: [ResolvedPhrase]
    /// Each unit once, in the order of the first phrase that reached it.
    package var recipients: [AddresseeRecipient]
    /// Direct children of the kinds the line asks for that no phrase reached: 新疆生产建设兵团总工会 beside
    /// 各省、自治区、直辖市总工会. Shown, so that leaving a unit out is seen; they receive nothing.
    package var passedOver: [UnitID]

    package init(phrases: [ResolvedPhrase], recipients: [AddresseeRecipient], passedOver: [UnitID]) {
        self.phrases = phrases
        self.recipients = recipients
        self.passedOver = passedOver
    }

    /// How many units it reaches, those addressed as a whole among them.
    package var count: Int { recipients.count + phrases.reduce(0) { $0 + $1.whole.reduce(0) { $0 + $1.units } } }

    /// The phrases that still need a person.
    package var unresolved: [ResolvedPhrase] { phrases.filter { !$0.isResolved } }
}

extension AddresseeResolution {
    /// Names looked up for one line; the names after that stay unresolved and say so.
    package static let namesMax = 1_000
    /// No unit bears a longer name, in Unicode scalars; such a text is not sent to the register.
    private static let nameScalarsMax = 200
    /// Candidate names in one query, well below what SQLite and PostgreSQL take as bound values.
    private static let candidatesPerQueryMax = 500

    /// Resolves a line as its issuer means it. Throws only what the lookup throws.
    package static func resolve(
        line: AddresseeLine, issuer: Unit, lookup: some UnitLookup
    ) throws -> AddresseeResolution {
        let reader = AddresseeIssuer(issuer)
        let meanings = line.phrases.map { AddresseeMeaning.of($0, issuer: reader) }
        var register = try Register(meanings: meanings, issuer: issuer, lookup: lookup)
        var phrases: [ResolvedPhrase] = []
        var recipients: [AddresseeRecipient] = []
        var places: [UnitID: Int] = [:]
        for (number, (phrase, meaning)) in zip(line.phrases, meanings).enumerated() {
            let resolved = try register.resolved(phrase, meaning)
            for unit in resolved.units {
                if let place = places[unit] {
                    recipients[place].phrases.append(number)
                } else {
                    places[unit] = recipients.count
                    recipients.append(AddresseeRecipient(unit: unit, phrases: [number]))
                }
            }
            phrases.append(resolved)
        }
        let passedOver = try register.children(of: meanings).filter { places[$0] == nil }
        return AddresseeResolution(phrases: phrases, recipients: recipients, passedOver: passedOver)
    }

    /// The answers of the register for one line, each asked once.
    private struct Register<Lookup: UnitLookup> {
        let issuer: Unit
        let lookup: Lookup
        private var scopes: [Scope: [UnitID]] = [:]
        /// The units that go by a name or short name.
        private var holders: [String: [UnitID]] = [:]
        private var namesAsked: Set<String> = []
        /// What phrases so far address as a whole.
        private var whole: [Binding] = []

        struct Scope: Hashable {
            var isDescendants: Bool
            var kinds: [UnitKind]
            var divisions: [Division]
            var levels: [UnitLevel]

            init(_ isDescendants: Bool, _ kinds: [UnitKind], _ divisions: [Division], _ levels: [UnitLevel]) {
                self.isDescendants = isDescendants
                self.kinds = kinds
                self.divisions = divisions
                self.levels = levels
            }
        }

        init(meanings: [AddresseeMeaning], issuer: Unit, lookup: Lookup) throws {
            self.issuer = issuer
            self.lookup = lookup
            var candidates: [String] = []
            var seen: Set<String> = []
            for meaning in meanings {
                for part in meaning.parts {
                    guard case .named(let name, let names, _) = part, namesAsked.count < namesMax,
                        namesAsked.insert(name).inserted
                    else { continue }
                    candidates += names.filter { $0.unicodeScalars.count <= nameScalarsMax && seen.insert($0).inserted }
                }
            }
            var known: Set<UnitID> = []
            for start in stride(from: 0, to: candidates.count, by: candidatesPerQueryMax) {
                let some = Array(candidates[start..<min(start + candidatesPerQueryMax, candidates.count)])
                for unit in try lookup.named(some, near: issuer) where known.insert(unit.id).inserted {
                    for name in Set([unit.name] + unit.shortNames) { holders[name, default: []].append(unit.id) }
                }
            }
        }

        mutating func resolved(_ phrase: AddresseePhrase, _ meaning: AddresseeMeaning) throws -> ResolvedPhrase {
            var units: [UnitID] = []
            var candidates: [UnitID] = []
            var notes: [Sentence] = []
            var seen: Set<UnitID> = []
            var offered: Set<UnitID> = []
            var wholes: [AddresseeWhole] = []
            for part in meaning.parts {
                switch part {
                case .children(let kinds, let divisions, let levels, let reason):
                    let found = try answer(to: Scope(false, kinds, divisions, levels))
                    if found.isEmpty { notes.append(AddresseeWords.nobody(reason)) }
                    units += found.filter { seen.insert($0).inserted }
                case .descendants(let kinds, let divisions, let levels, let reason):
                    if divisions.isEmpty, let one = try addressedWhole(kinds, levels) {
                        wholes.append(one)
                        continue
                    }
                    let found = try answer(to: Scope(true, kinds, divisions, levels))
                    if found.isEmpty { notes.append(AddresseeWords.nobody(reason)) }
                    units += found.filter { seen.insert($0).inserted }
                case .named(let name, let names, _):
                    let found = holders(of: names)
                    if !namesAsked.contains(name) {
                        notes.append(AddresseeWords.tooManyNames(namesMax))
                    } else if found.isEmpty {
                        notes.append(AddresseeWords.notFound(name, candidates: names))
                    } else if found.count > 1 {
                        notes.append(AddresseeWords.ambiguousName(name, count: found.count))
                        candidates += found.filter { offered.insert($0).inserted }
                    } else if found == [issuer.id] {
                        notes.append(AddresseeWords.itself(name))
                    } else {
                        units += found.filter { seen.insert($0).inserted }
                    }
                case .several(_, let reason), .unknown(let reason):
                    notes.append(reason)
                }
            }
            return ResolvedPhrase(
                phrase: phrase, meaning: meaning, units: units, whole: wholes, candidates: candidates,
                note: notes.isEmpty ? nil : AddresseeWords.joined(notes))
        }

        private mutating func addressedWhole(
            _ kinds: [UnitKind], _ levels: [UnitLevel]
        ) throws -> AddresseeWhole? {
            let binding = Binding(
                kinds: kinds.isEmpty ? UnitKind.allCases : kinds, levels: levels.isEmpty ? UnitLevel.allCases : levels)
            guard let units = try lookup.countWhole(below: issuer.id, binding, besides: whole) else { return nil }
            whole.append(binding)
            return AddresseeWhole(binding: binding, units: units)
        }

        /// The issuer's direct children of every kind that any phrase asks for among its children.
        mutating func children(of meanings: [AddresseeMeaning]) throws -> [UnitID] {
            var kinds: Set<UnitKind> = []
            for part in meanings.lazy.flatMap(\.parts) {
                if case .children(let asked, _, _, _) = part { kinds.formUnion(asked) }
            }
            guard !kinds.isEmpty else { return [] }
            let ordered = UnitKind.allCases.filter(kinds.contains)
            return try answer(to: Scope(false, ordered, [], []))
        }

        private mutating func answer(to scope: Scope) throws -> [UnitID] {
            if let known = scopes[scope] { return known }
            let found =
                scope.isDescendants
                ? try lookup.descendants(
                    of: issuer.id, kinds: scope.kinds, divisions: scope.divisions, levels: scope.levels)
                : try lookup.children(
                    of: issuer.id, kinds: scope.kinds, divisions: scope.divisions, levels: scope.levels)
            // A register that answers one unit by both its lines must not make two recipients of it.
            var seen: Set<UnitID> = [issuer.id]
            let units = found.map(\.id).filter { seen.insert($0).inserted }
            scopes[scope] = units
            return units
        }

        private func holders(of names: [String]) -> [UnitID] {
            var seen: Set<UnitID> = []
            return names.flatMap { holders[$0] ?? [] }.filter { seen.insert($0).inserted }
        }
    }
}
