package import Federation

/// Urging the units that have not signed, each press one act.
package struct UrgeActs: Sendable {
    let federation: OpenFederation

    package init(_ federation: OpenFederation) { self.federation = federation }

    /// - Returns: the sending whose recipients were urged.
    /// - Throws: `UrgeRefusal`; "not found" for a sending of another unit.
    package func urge(
        _ dispatch: DispatchID, _ scope: UrgeScope, text: String, as actor: Actor, at unit: UnitID, id: ActID
    ) async throws -> DispatchID {
        let text = text.trimmed
        guard !text.isEmpty else { throw UrgeRefusal.textMissing }
        guard text.count <= Urge.textMax else { throw UrgeRefusal.textTooLong }
        return try await federation.act(.dispatchUrge, as: actor, at: unit, id: id) { act in
            let sent = try DispatchStore.require(dispatch, in: act.db)
            guard sent.from == unit else { throw AccessRefusal.notFound }
            try ChangeRules.requireStanding(sent.notice, in: act.db)
            let unsigned = try DispatchStore.unsigned(of: dispatch, limit: .max, in: act.db)
            let reached = try UrgeRules.reached(by: scope, unsigned)
            let urge = Urge(
                id: act.newID(), dispatch: dispatch, unit: unit, text: text, person: try act.person(),
                post: try act.post(), moment: act.moment, units: reached.count)
            try UrgeStore.insert(urge, reached.map { ($0.receipt.unit, $0.receipt.id) }, in: act)
            act.announce(Topic("dispatch", dispatch))
            return try act.record(
                on: Subject("dispatch", dispatch), dispatch,
                detail: ["units": "\(reached.count)", "urge": "\(urge.id)"])
        }
    }
}
