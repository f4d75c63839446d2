package import Federation

/// Urging the units that owe a duty, each press one act.
package struct SupervisionActs: Sendable {
    let federation: OpenFederation

    package init(_ federation: OpenFederation) { self.federation = federation }

    /// Urges every unit below that owes it now; nobody whom the notice has not reached.
    /// - Throws: `UrgeRefusal`; "not found" where the notice is not this unit's.
    package func urge(
        _ id: ObligationID, text: String, as actor: Actor, at unit: UnitID, id actID: ActID
    ) async throws -> ObligationID {
        let text = text.trimmed
        guard !text.isEmpty else { throw UrgeRefusal.textMissing }
        guard text.count <= Urge.textMax else { throw UrgeRefusal.textTooLong }
        return try await federation.act(.assignmentUrge, as: actor, at: unit, id: actID) { act in
            let obligation = try ObligationStore.require(id, for: unit, in: act.db)
            let own = try UnitStore.require(unit, in: act.db)
            let owing = try SupervisionReading.owing(obligation, below: own, in: act.db)
            guard !owing.isEmpty else { throw UrgeRefusal.nobody }
            try SupervisionStore.insert(act.newID(), id, owing, text: text, by: unit, in: act)
            return try act.record(on: Subject("obligation", id), id, detail: ["units": "\(owing.count)"])
        }
    }
}
