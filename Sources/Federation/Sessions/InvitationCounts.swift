package import Storage

extension InvitationStore {
    /// Direct subordinates that have neither a principal nor an open invitation to be it.
    package static func countSubordinatesWithoutPrincipal(
        of parent: UnitID, at moment: Moment, in db: any Transaction
    ) throws -> Int {
        try subordinatesWithoutPrincipal(of: parent, at: moment, in: db).units.count
    }
}
