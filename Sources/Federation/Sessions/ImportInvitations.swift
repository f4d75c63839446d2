package import Storage

/// What may still be invited of the units that an import brought in.
package struct ImportedUnits: Sendable, Hashable {
    /// The unit below which they were imported.
    package let top: UnitID
    package let all: Int
    /// Those without a principal and without an open code to become it.
    package let uninvited: Int
}

extension SignInGate {
    /// What an import brought in.
    /// - Throws: `AccessRefusal.notFound` for anything but an import by this actor's unit.
    package static func imported(
        by importAct: ActID, as actor: Actor, at moment: Moment, in db: any Transaction
    ) throws -> ImportedUnits {
        let entry = try importEntry(importAct, actor, in: db)
        let (without, all) = try InvitationStore.importedWithoutPrincipal(
            below: entry.top, createdAt: entry.moment, at: moment, in: db)
        return ImportedUnits(top: entry.top.id, all: all, uninvited: without.count)
    }

    /// Invites a principal to each imported unit that has none and no open code; at most `InvitationRules.batchMax` at once,
    /// so that a large import is invited sheet by sheet.
    /// - Throws: `AccessRefusal`, `InvitationRefusal.nobodyToInvite`.
    package func inviteImported(
        by importAct: ActID, days: Int = InvitationRules.daysUsual, as actor: Actor, id: ActID
    ) async throws -> InvitationBatch {
        let secret = secret
        let top = try await federation.read { try Self.importEntry(importAct, actor, in: $0).top }
        return try await federation.act(.invitationIssue, as: actor, at: top.id, id: id) { act in
            try InvitationRules.requireUsable(days: days)
            let moment = try Self.importEntry(importAct, actor, in: act.db).moment
            let (without, all) = try InvitationStore.importedWithoutPrincipal(
                below: top, createdAt: moment, at: act.moment, in: act.db)
            let units = try without.prefix(InvitationRules.batchMax)
                .filter { try Access.allows(.invitationIssue, for: act.actor, at: $0, in: act.db) }
            guard !units.isEmpty else { throw InvitationRefusal.nobodyToInvite }
            return try act.issue(
                units.map { ($0, .post(.principal)) }, days: days, leftOut: all - units.count,
                on: Subject("unit", top.id), secret)
        }
    }

    private static func importEntry(
        _ id: ActID, _ actor: Actor, in db: any Transaction
    ) throws -> (top: Unit, moment: Moment) {
        guard let entry = try JournalStore.entry(id, in: db), entry.verb == Verb.unitImport.rawValue,
            let unit = entry.unit, unit == actor.unit, let top = try UnitStore.find(unit, in: db)
        else { throw AccessRefusal.notFound }
        return (top, entry.moment)
    }
}
