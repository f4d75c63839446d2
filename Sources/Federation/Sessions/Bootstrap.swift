import Storage

/// What must be there before anybody can come in.
package enum Bootstrap {
    /// The unit at the top; made at the first start, as Muster itself.
    /// - Parameters:
    ///   - name: its full name, as it will stand in notices. Ignored where there is a root already.
    ///   - code: its registration code in this installation.
    ///   - level: how high it stands: an installation may serve one province or one city.
    /// - Throws: `UnitRefusal` where the name or code cannot be used.
    package static func ensureRoot(
        name: String, code: String = "1", kind: UnitKind = .federation, level: UnitLevel = .national,
        in federation: OpenFederation
    ) async throws -> UnitID {
        if let root = try await federation.read({ try UnitStore.root(in: $0)?.id }) { return root }
        let draft = UnitDraft(code: code, kind: kind, level: level, naming: UnitNaming(name))
        do {
            return try await federation.act(.unitCreate, as: .system, at: nil, id: federation.newActID()) { act in
                let unit = try UnitTree.create(draft, at: nil, in: act)
                return try act.record(on: Subject("unit", unit.id), unit.id)
            }
        } catch {
            // Another server that started at the same moment may have made it.
            guard let root = try await federation.read({ try UnitStore.root(in: $0)?.id }) else { throw error }
            return root
        }
    }
}
