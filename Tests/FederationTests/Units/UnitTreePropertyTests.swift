import Federation
import MusterTesting
import Storage
import Testing

@Suite struct UnitTreePropertyTests {
    private static let seeds: [UInt64] = [1, 20_200_204, 410_882]
    private static let steps = 120

    @Test(
        "Whatever is done to the tree in whatever order, it is what its links say",
        arguments: TestDatabase.dialects, seeds)
    func paths(_ dialect: Dialect, seed: UInt64) async throws {
        try await withFederation(dialect) { federation in
            var random = SeededGenerator(seed: seed)
            var model = UnitTreeModel()
            let root = try await federation.create("root")
            model.nodes[root] = .init(parent: nil, segment: try await federation.unit(root).path.lastSegment)
            var done: [String: Int] = [:]
            for step in 1...Self.steps {
                let change = try await randomChange(step, of: federation, &model, &random)
                done[change, default: 0] += 1
                try await compare(federation, with: model, after: "seed \(seed), step \(step): \(change)")
            }
            for change in ["create", "move", "second", "end", "close", "merge"] {
                #expect(done[change, default: 0] > 0, "seed \(seed) never did \(change)")
            }
        }
    }

    /// One random change; its name, with a mark where it was refused as the model says.
    private func randomChange(
        _ step: Int, of federation: OpenFederation, _ model: inout UnitTreeModel, _ random: inout SeededGenerator
    ) async throws -> String {
        let known = model.nodes.keys.sorted()
        // Mostly working units, now and then a closed one, to be refused.
        func pick() throws -> UnitID {
            let some = Int.random(in: 0..<12, using: &random) == 0 ? known : model.working
            return try #require(some.randomElement(using: &random))
        }
        let (one, other) = (try pick(), try pick())
        switch model.working.count < 8 ? 0 : Int.random(in: 0..<20, using: &random) {
        case 0..<6:
            guard model.nodes[one]?.isClosed == false, model.nodes[other]?.isClosed == false else { return "none" }
            let second = one != other && Bool.random(using: &random) ? other : nil
            let id = try await federation.create("u\(step)", under: one, second: second)
            let unit = try await federation.unit(id)
            model.nodes[id] = .init(parent: one, second: second, segment: unit.path.lastSegment)
            return "create"
        case 6..<12:
            let refusal = model.move(one, under: other)
            return try await same("move", refusal) { try await federation.move(one, under: other) }
        case 12..<15:
            let refusal = model.setSecond(one, to: other)
            return try await same("second", refusal) { try await federation.setSecond(one, to: other) }
        case 15:
            let refusal = model.endSecond(one)
            return try await same("end", refusal) { try await federation.endSecond(one) }
        case 16, 17:
            let refusal = model.close(one)
            return try await same("close", refusal) { try await federation.close(one) }
        default:
            let refusal = model.merge(one, into: other)
            return try await same("merge", refusal) { try await federation.merge(one, into: other) }
        }
    }

    private func same(
        _ change: String, _ expected: UnitRefusal?, _ body: () async throws -> Void
    ) async throws -> String {
        do {
            try await body()
            #expect(expected == nil, "\(change) should have been refused")
            return change
        } catch let refusal as UnitRefusal {
            #expect(refusal == expected, "\(change)")
            return "\(change) refused"
        }
    }

    private func compare(_ federation: OpenFederation, with model: UnitTreeModel, after step: String) async throws {
        try await federation.read { (db) throws in
            #expect(try UnitTree.faults(in: db).isEmpty, "\(step)")
            #expect(model.isSound, "\(step)")
            let units = try UnitStore.find(Array(model.nodes.keys), in: db)
            #expect(units.count == model.nodes.count)
            for (id, unit) in units {
                #expect(unit.path == model.path(of: id), "\(step): path of \(unit.code)")
                #expect(unit.secondaryPath == model.secondaryPath(of: id), "\(step): second path of \(unit.code)")
                #expect((unit.closedOn != nil) == model.nodes[id]?.isClosed, "\(step): \(unit.code) closed")
                let below = model.descendants(of: id)
                #expect(try Census.count(below: unit, in: db) == below.count, "\(step): below \(unit.code)")
                #expect(
                    try UnitStore.ancestors(of: unit.path, in: db).map(\.id) == model.ancestors(of: id),
                    "\(step): above \(unit.code)")
                if id.raw % 5 == 0 {
                    #expect(Set(try UnitStore.descendants(of: unit.path, in: db).map(\.id)) == below, "\(step)")
                    let children = model.children(of: id)
                    #expect(Set(try UnitStore.children(of: id, in: db).map(\.id)) == children, "\(step)")
                    #expect(try UnitStore.countChildren(of: unit, in: db) == children.count, "\(step)")
                }
            }
        }
    }
}
