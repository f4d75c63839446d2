import Federation
import Storage
import Web

/// For whoever invites.
enum InvitationIssueHandlers {
    private static let listMax = 200

    static func invite(_ visit: Visit, _ unit: UnitID) async throws -> Reply {
        guard let role = visit.form.first("role").flatMap(Role.init(rawValue:)) else { throw AccessRefusal.notFound }
        let sheet = try await visit.host.gate.invite(
            to: unit, role: role, days: days(visit), as: visit.actor, id: visit.actID())
        return .redirect(InvitationRoutes.sheet.path(sheet.batch))
    }

    static func inviteBelow(_ visit: Visit, _ unit: UnitID) async throws -> Reply {
        let roles = visit.form.all("role").compactMap(Role.init(rawValue:))
        let (_, sheet) = try await visit.host.gate.inviteBelow(
            unit, roles: roles.isEmpty ? [.principal] : roles, days: days(visit), as: visit.actor, id: visit.actID())
        return .redirect(InvitationRoutes.sheet.path(sheet.batch))
    }

    static func reset(_ visit: Visit, _ id: PostID) async throws -> Reply {
        let post = try await visit.reading(
            .credentialReset,
            { db in
                guard let found = try PersonStore.find(post: id, in: db) else { throw AccessRefusal.notFound }
                return (found, unit: found.unit)
            }
        ) { post, _ in post }
        let sheet = try await visit.host.gate.reset(post.person, at: post.unit, as: visit.actor, id: visit.actID())
        return .redirect(InvitationRoutes.sheet.path(sheet.batch))
    }

    private static func days(_ visit: Visit) -> Int {
        visit.form.first("days").flatMap { Int($0.trimmed) } ?? InvitationRules.daysUsual
    }

    /// The sheet to print: codes are shown to the one who issued them, while they are open, on the day of issue.
    static func sheet(_ visit: Visit, _ batch: InvitationBatchID) async throws -> Reply {
        let sheet = try await visit.host.gate.sheet(batch, as: visit.actor, visit.language)
        let language = visit.language
        let own = try visit.ownUnit()
        let unitName = try await visit.read(.unitRead, at: own) { try UnitStore.find(own, in: $0)?.shownName(language) }
        let origin = visit.origin
        let lines = sheet.lines.map { line -> InvitationStrip in
            let code = line.code
            let drawn = code.flatMap { QRCode(origin + $0.path) }
            return InvitationStrip(
                unitName: line.unitName[language], purpose: purpose(line), code: code?.text, qrPath: drawn?.svgPath,
                qrSize: drawn?.size, expiresAt: line.invitation.expiresAt)
        }
        let model = InvitationSheetModel(
            unitName: unitName ?? "", unitPath: FrameRoutes.unit.path(own),
            issuerName: visit.signedIn?.person.shownName(language) ?? "",
            issuedAt: sheet.lines.first?.invitation.createdAt ?? visit.moment, lines: lines,
            address: origin + InvitationRoutes.code.path())
        return .page(InvitationPages.sheet(model, in: try await visit.frame()))
    }

    private static func purpose(_ line: InvitationSheet.Line) -> InvitationPurpose {
        switch line.invitation.purpose {
        case .post(let role): .post(role)
        case .reset: .reset(personName: line.personName ?? "")
        }
    }

    static func list(_ visit: Visit, _ id: UnitID) async throws -> Reply {
        let (language, now, federation) = (visit.language, visit.moment, visit.federation)
        let own = visit.actor.post
        let model = try await visit.read(.invitationIssue, at: id) { db in
            let unit = try UnitStore.require(id, in: db)
            let found = try InvitationStore.invitations(at: id, limit: listMax, in: db)
            let units = try UnitStore.find(found.map(\.unit), in: db)
            let rows = try found.map { invitation in
                InvitationRowShown(
                    unit: units[invitation.unit].map { UnitReading.named($0, language) }
                        ?? NamedPath(name: "", path: "/"),
                    purpose: try purpose(of: invitation, language, in: db), state: state(of: invitation, at: now),
                    issuedAt: invitation.createdAt,
                    issuerName: try invitation.invitedBy.flatMap { post in
                        try PersonStore.find(post: post, in: db).flatMap {
                            try PersonStore.names([$0.person], language, in: db)[$0.person]
                        }
                    }, expiresAt: invitation.expiresAt,
                    sheetPath: invitation.invitedBy == own ? InvitationRoutes.sheet.path(invitation.batch) : nil,
                    withdraw: invitation.state(at: now) == .open
                        ? FormTarget(path: InvitationRoutes.withdraw.path(invitation.id), act: federation.newActID())
                        : nil)
            }
            return InvitationListModel(
                unitName: unit.shownName(language), ancestors: try UnitReading.ancestors(of: unit, language, in: db),
                rows: rows)
        }
        return .page(InvitationPages.list(model, in: try await visit.frame()))
    }

    private static func purpose(
        of invitation: Invitation, _ language: Language, in db: any Transaction
    ) throws -> InvitationPurpose {
        switch invitation.purpose {
        case .post(let role): .post(role)
        case .reset(let person): .reset(personName: try PersonStore.names([person], language, in: db)[person] ?? "")
        }
    }

    private static func state(of invitation: Invitation, at now: Moment) -> InvitationRowShown.State {
        switch invitation.state(at: now) {
        case .open: .open
        case .used: .used
        case .expired: .expired
        case .withdrawn: .withdrawn
        }
    }

    static func withdraw(_ visit: Visit, _ id: InvitationID) async throws -> Reply {
        let act = visit.actID()
        let unit = try await visit.reading(
            .invitationWithdraw,
            { db in
                guard let found = try InvitationStore.find(id, in: db) else { throw AccessRefusal.notFound }
                return (found.unit, unit: found.unit)
            }
        ) { unit, _ in unit }
        try await visit.host.gate.withdraw(id, at: unit, as: visit.actor, id: act)
        return visit.done(act, InvitationRoutes.list.path(unit))
    }
}
