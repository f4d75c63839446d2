import Federation
import MusterTesting
import Storage
import Testing

/// What branches owe, against a model of plain parent pointers, under random reorganisations.
@Suite struct DueScopePropertyTests {
    /// Every notice has arrived everywhere.
    private enum OpenGate: DueGate {
        static func opened(_ gates: Set<Int64>, to _: UnitID, in _: any Transaction) throws -> [Int64: Moment] {
            Dictionary(uniqueKeysWithValues: gates.map { ($0, Moment(microseconds: 0)) })
        }
    }

    /// None has arrived anywhere.
    private enum ClosedGate: DueGate {
        static func opened(_: Set<Int64>, to _: UnitID, in _: any Transaction) throws -> [Int64: Moment] { [:] }
    }

    private struct Rule {
        var root: UnitID
        var depth: DueScope.Depth
        var kinds: Set<UnitKind>
        var isLevel: Bool
        var subject: Int64
        var isBinding: Bool
        var dueAt: Moment?
    }

    private static let seeds: [UInt64] = [3, 20_200_204, 971]
    private static let kinds: [UnitKind] = [.federation, .grassrootsUnion, .department]
    private static let steps = 90

    @Test(arguments: TestDatabase.dialects, seeds)
    func aRuleBindsWhomItsWordsBind(_ dialect: Dialect, seed: UInt64) async throws {
        try await withFederation(dialect) { federation in
            var random = SeededGenerator(seed: seed)
            var model = UnitTreeModel()
            var units: [UnitID: UnitKind] = [:]
            var rules: [Rule] = []
            var settled: Set<Pair> = []
            let root = try await federation.create("root")
            model.nodes[root] = .init(parent: nil, segment: try await federation.unit(root).path.lastSegment)
            units[root] = .federation
            for step in 1...Self.steps {
                let one = try #require(model.working.randomElement(using: &random))
                let other = try #require(model.working.randomElement(using: &random))
                switch model.working.count < 6 ? 0 : Int.random(in: 0..<16, using: &random) {
                case 0..<5:
                    let kind = try #require(Self.kinds.randomElement(using: &random))
                    let id = try await federation.create("u\(step)", under: one, kind: kind)
                    model.nodes[id] = .init(parent: one, segment: try await federation.unit(id).path.lastSegment)
                    units[id] = kind
                case 5..<8:
                    if model.move(one, under: other) == nil { try await federation.move(one, under: other) }
                case 8:
                    if model.close(one) == nil { try await federation.close(one) }
                case 9:
                    if model.merge(one, into: other) == nil { try await federation.merge(one, into: other) }
                case 10..<13:
                    let rule = Self.rule(at: one, step, &random)
                    guard !rules.contains(where: { $0.root == one && $0.subject == rule.subject }) else { continue }
                    try await federation.change(.obligationAllocate) { act in
                        try DueScopeStore.open(Self.scope(rule), in: act)
                        return 0
                    }
                    rules.append(rule)
                case 13:
                    guard let rule = rules.randomElement(using: &random) else { continue }
                    try await federation.change(.obligationAllocate) { act in
                        try DueScopeStore.end(
                            .assignmentDischarge, about: rule.subject, from: rule.root, isBinding: rule.isBinding,
                            in: act)
                        return 0
                    }
                    rules.removeAll { $0.root == rule.root && $0.subject == rule.subject }
                default:
                    guard let rule = rules.randomElement(using: &random) else { continue }
                    let pair = Pair(unit: one, subject: rule.subject)
                    let isUndone = settled.contains(pair)
                    try await federation.change(.assignmentDischarge) { act in
                        if isUndone {
                            try DueScopeStore.reopen(.assignmentDischarge, about: [pair.subject], by: one, in: act)
                        } else {
                            try DueScopeStore.close(.assignmentDischarge, about: [pair.subject], by: one, in: act)
                        }
                        return 0
                    }
                    if isUndone { settled.remove(pair) } else { settled.insert(pair) }
                }
                try await compare(federation, model, units, rules, settled, "seed \(seed), step \(step)")
            }
            #expect(rules.count > 3, "seed \(seed) made too few rules to prove anything")
        }
    }

    private struct Pair: Hashable {
        var unit: UnitID
        var subject: Int64
    }

    private static func rule(at root: UnitID, _ step: Int, _ random: inout SeededGenerator) -> Rule {
        Rule(
            root: root, depth: Bool.random(using: &random) ? .all : .next,
            kinds: Set(kinds.filter { _ in Bool.random(using: &random) }),
            isLevel: Int.random(in: 0..<5, using: &random) > 0, subject: Int64.random(in: 1...5, using: &random),
            isBinding: Int.random(in: 0..<4, using: &random) > 0,
            dueAt: Bool.random(using: &random) ? Moment(microseconds: Int64(step) * 1_000_000) : nil)
    }

    private static func scope(_ rule: Rule) -> DueScope {
        DueScope(
            root: rule.root, depth: rule.depth,
            binding: Binding(kinds: rule.kinds, levels: rule.isLevel ? [.city, .county] : [.province]),
            isBinding: rule.isBinding, kind: .assignmentDischarge, subject: rule.subject, about: rule.subject,
            gate: rule.subject, grade: 0, dueAt: rule.dueAt, minutes: 0, askedBy: rule.root)
    }

    private func compare(
        _ federation: OpenFederation, _ model: UnitTreeModel, _ kinds: [UnitID: UnitKind], _ rules: [Rule],
        _ settled: Set<Pair>, _ step: String
    ) async throws {
        try await federation.read { (db) throws in
            for (id, unit) in try UnitStore.find(Array(model.nodes.keys), in: db) {
                var expected: [Int64: Moment?] = [:]
                if model.nodes[id]?.isClosed == false {
                    let matching = rules.filter { rule in
                        let isNear = rule.root == id || model.nodes[id]?.parent == rule.root
                        let isBelow = rule.root == id || model.isBelow(id, rule.root)
                        return (rule.depth == .all ? isBelow : isNear) && rule.isLevel
                            && kinds[id].map(rule.kinds.contains) == true
                    }
                    for (subject, some) in Dictionary(grouping: matching, by: \.subject)
                    where some.contains(where: \.isBinding) && !settled.contains(Pair(unit: id, subject: subject)) {
                        expected[subject] = .some(some.compactMap(\.dueAt).min())
                    }
                }
                let owed = try DueScopeStore.owed(by: unit, gate: OpenGate.self, in: db)
                let found = Dictionary(uniqueKeysWithValues: owed.map { ($0.subject, $0.dueAt) })
                #expect(found.count == owed.count && found == expected, "\(step): \(unit.code)")
                #expect(try DueScopeStore.owed(by: unit, gate: ClosedGate.self, in: db).isEmpty, "\(step)")
            }
        }
    }
}
