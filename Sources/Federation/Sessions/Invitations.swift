import Storage

extension SignInGate {
    /// Invites somebody to a post at one unit.
    /// - Throws: `AccessRefusal`, `AppointmentRefusal.roleNotYours`, `InvitationRefusal.daysUnusable`.
    package func invite(
        to unit: UnitID, role: Role, days: Int = InvitationRules.daysUsual, as actor: Actor, id: ActID
    ) async throws -> InvitationSheet {
        let secret = secret
        let outcome = try await federation.act(.invitationIssue, as: actor, at: unit, id: id) { act in
            try InvitationRules.requireUsable(days: days)
            try AppointmentRules.requireGivable(role, by: act.actor)
            guard try UnitStore.require(unit, in: act.db).closedOn == nil else { throw AccessRefusal.notFound }
            return try act.issue([(unit, .post(role))], days: days, leftOut: 0, on: Subject("unit", unit), secret)
        }
        return try await sheet(outcome.id, as: actor)
    }

    /// Invites the level below: at every direct subordinate that has no principal and no open invitation to be it, one
    /// invitation for each of the roles.
    /// - Throws: `AccessRefusal`, `AppointmentRefusal.roleNotYours`, `InvitationRefusal`.
    package func inviteBelow(
        _ parent: UnitID, roles: [Role] = [.principal], days: Int = InvitationRules.daysUsual, as actor: Actor,
        id: ActID
    ) async throws -> (batch: InvitationBatch, sheet: InvitationSheet) {
        let secret = secret
        let outcome = try await federation.act(.invitationIssue, as: actor, at: parent, id: id) { act in
            try InvitationRules.requireUsable(days: days)
            for role in roles { try AppointmentRules.requireGivable(role, by: act.actor) }
            let (without, all) = try InvitationStore.subordinatesWithoutPrincipal(
                of: parent, at: act.moment, in: act.db)
            guard without.count * roles.count <= InvitationRules.batchMax else { throw InvitationRefusal.tooMany }
            // The reach of the grant that let the act begin may end at the parent itself.
            let units = try without.filter { try Access.allows(.invitationIssue, for: act.actor, at: $0, in: act.db) }
            guard !units.isEmpty, !roles.isEmpty else { throw InvitationRefusal.nobodyToInvite }
            return try act.issue(
                units.flatMap { unit in roles.map { (unit, .post($0)) } }, days: days, leftOut: all - units.count,
                on: Subject("unit", parent), secret)
        }
        return (outcome, try await sheet(outcome.id, as: actor))
    }

    /// Face to face: a code with which this person chooses a new password, valid for a day.
    ///
    /// The actor must reach every unit at which the person holds a post: else the clerk of one works could reset, and so
    /// become, somebody who also has an office above.
    /// - Parameter unit: where the person holds a post today.
    /// - Throws: `AccessRefusal`, `AppointmentRefusal.roleNotYours`, `InvitationRefusal.heldElsewhere`.
    package func reset(
        _ person: PersonID, at unit: UnitID, as actor: Actor, id: ActID
    ) async throws -> InvitationSheet {
        let secret = secret
        let outcome = try await federation.act(.credentialReset, as: actor, at: unit, id: id) { act in
            let posts = try PersonStore.postsNotEnded(of: person, on: act.today, in: act.db)
            guard try PersonStore.find(person, in: act.db) != nil,
                posts.contains(where: { $0.unit == unit && $0.isHeld(on: act.today) })
            else { throw AccessRefusal.notFound }
            for post in posts {
                guard try Access.allows(.credentialReset, for: act.actor, at: post.unit, in: act.db) else {
                    throw InvitationRefusal.heldElsewhere
                }
                try AppointmentRules.requireGivable(post.role, by: act.actor)
            }
            try InvitationStore.withdrawResets(of: person, at: act.moment, in: act.db)
            return try act.issue(
                [(unit, .reset(person))], days: InvitationRules.resetDays, leftOut: 0, on: Subject("person", person),
                secret)
        }
        return try await sheet(outcome.id, as: actor)
    }

    /// The printable sheet, for the one who issued it, on the same day: used, withdrawn and expired lines without code.
    /// - Parameter language: of the names.
    /// - Throws: `InvitationRefusal.sheetClosed`, the same for a batch that does not exist.
    package func sheet(
        _ batch: InvitationBatchID, as actor: Actor, _ language: Language = .chinese
    ) async throws -> InvitationSheet {
        let (now, secret) = (federation.clock.now(), secret)
        return try await federation.read { db in
            let invitations = try InvitationStore.invitations(of: batch, in: db)
            guard let first = invitations.first, InvitationRules.mayShow(first, to: actor, at: now) else {
                throw InvitationRefusal.sheetClosed
            }
            let digests = try InvitationStore.codeDigests(of: batch, in: db)
            let units = try UnitStore.find(Array(Set(invitations.map(\.unit))), in: db)
            let persons = invitations.compactMap { one -> PersonID? in
                if case .reset(let person) = one.purpose { person } else { nil }
            }
            let names = try PersonStore.names(persons, language, in: db)
            return InvitationSheet(
                batch: batch,
                lines: invitations.map { one in
                    let unit = units[one.unit]
                    let code = InvitationCode(of: one.id, secret: secret)
                    // Under another secret than it was issued with, the code made here would open nothing.
                    let isShown = one.state(at: now) == .open && digests[one.id] == code.digest(secret)
                    let person: PersonID? = if case .reset(let person) = one.purpose { person } else { nil }
                    return InvitationSheet.Line(
                        invitation: one,
                        unitName: Sentence(zh: unit?.name ?? "", en: unit?.nameEnglish ?? unit?.name ?? ""),
                        personName: person.flatMap { names[$0] }, code: isShown ? code : nil)
                })
        }
    }

    /// Takes an invitation back; its code opens nothing from now on. One that was withdrawn already stays so.
    /// - Parameter unit: where it was issued for.
    /// - Throws: `AccessRefusal`, `InvitationRefusal.alreadyUsed`.
    package func withdraw(_ invitation: InvitationID, at unit: UnitID, as actor: Actor, id: ActID) async throws {
        let _: InvitationID = try await federation.act(.invitationWithdraw, as: actor, at: unit, id: id) { act in
            guard let found = try InvitationStore.find(invitation, in: act.db), found.unit == unit else {
                throw AccessRefusal.notFound
            }
            guard found.usedAt == nil else { throw InvitationRefusal.alreadyUsed }
            try InvitationStore.withdraw(invitation, at: act.moment, in: act.db)
            return try act.record(on: Subject("invitation", invitation), invitation)
        }
    }
}

extension Act {
    /// Issues invitations as one batch and records the act.
    func issue(
        _ wanted: [(unit: UnitID, purpose: Invitation.Purpose)], days: Int, leftOut: Int, on subject: Subject,
        _ secret: InstallationSecret
    ) throws -> Recorded<InvitationBatch> {
        let batch: InvitationBatchID = newID()
        let invitations = wanted.map { one in
            Invitation(
                id: newID(), purpose: one.purpose, unit: one.unit, batch: batch, invitedBy: actor.post,
                createdAt: moment,
                expiresAt: moment.adding(days: Int64(days)))
        }
        try InvitationStore.insert(invitations, secret: secret, in: db)
        let roles = Set(
            wanted.compactMap { one -> String? in if case .post(let role) = one.purpose { role.rawValue } else { nil } }
        )
        return try record(
            on: subject, InvitationBatch(id: batch, issued: invitations.count, leftOut: leftOut),
            detail: [
                "batch": "\(batch)", "days": "\(days)", "issued": "\(invitations.count)",
                "roles": roles.sorted().joined(separator: " "),
            ])
    }
}
