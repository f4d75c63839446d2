import Federation
import Storage

extension HandlingStore {
    /// Whether somebody may not relay a notice yet: the unit has its relays wait for a leader, who either relays or says
    /// first what to do with it.
    static func awaitsLeadersWord(
        on notice: NoticeID, at unit: UnitID, _ actor: Actor, in db: any Transaction
    ) throws -> Bool {
        try UnitSettings.of(unit, in: db).relayNeedsLeader
            && !Access.allows(.handlingInstruct, for: actor, at: unit, in: db)
            && !hasLeadersWord(on: notice, at: unit, in: db)
    }

    /// - Throws: `DispatchRefusal.leaderNeeded`.
    static func requireLeadersWord(on notice: NoticeID, at unit: UnitID, in act: Act) throws {
        guard try !awaitsLeadersWord(on: notice, at: unit, act.actor, in: act.db) else {
            throw DispatchRefusal.leaderNeeded
        }
    }
}
