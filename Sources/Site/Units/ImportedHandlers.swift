import Federation
import Web

/// After an import: what came in, and invitations for it.
enum ImportedHandlers {
    static func page(_ visit: Visit, _ importAct: ActID) async throws -> Reply {
        let own = try visit.ownUnit()
        let (actor, language, now) = (visit.actor, visit.language, visit.moment)
        let act = visit.federation.newActID()
        let model = try await visit.read(.unitImport, at: own) { db in
            let imported = try SignInGate.imported(by: importAct, as: actor, at: now, in: db)
            let unit = try UnitStore.require(imported.top, in: db)
            let mayInvite = try Access.allows(.invitationIssue, for: actor, at: imported.top, in: db)
            return ImportedModel(
                unit: UnitReading.named(unit, language),
                ancestors: try UnitReading.ancestors(of: unit, language, in: db), units: imported.all,
                uninvited: imported.uninvited,
                invite: mayInvite && imported.uninvited > 0
                    ? FormTarget(path: UnitRoutes.inviteImported.path(importAct), act: act) : nil)
        }
        return .page(ImportedPages.page(model, in: try await visit.frame()))
    }

    static func invite(_ visit: Visit, _ importAct: ActID) async throws -> Reply {
        let batch = try await visit.host.gate.inviteImported(by: importAct, as: visit.actor, id: visit.actID())
        return .redirect(InvitationRoutes.sheet.path(batch.id))
    }
}
