import Federation
import Web

/// For whoever holds a one-time code.
enum InvitationHandlers {
    static func code(_ visit: Visit) async throws -> Reply {
        try await codePage(visit, typed: "", refusal: nil, status: 200)
    }

    static func typed(_ visit: Visit) async throws -> Reply {
        let typed = (visit.form.first("code") ?? "").trimmed
        do {
            _ = try await visit.host.gate.offer(typed)
            return .redirect(InvitationRoutes.offer.path(InvitationCode(typed)?.text ?? typed))
        } catch let refusal as any Refusal where refusal.manner != .unavailable {
            return try await codePage(visit, typed: typed, refusal: refusal, status: refusal.manner.status)
        }
    }

    private static func codePage(
        _ visit: Visit, typed: String, refusal: (any Refusal)?, status: Int
    ) async throws -> Reply {
        var model = InvitationCodeModel(path: InvitationRoutes.codes.path(), code: typed)
        if let refusal {
            model.errors = ["code": refusal.sentence]
            model.wayOn = refusal.wayOn
        }
        return .page(InvitationPages.code(model, in: try await visit.frame()), status: status)
    }

    static func offer(_ visit: Visit, _ code: String) async throws -> Reply {
        try await offerPage(visit, code, refusal: nil, status: 200)
    }

    private static func offerPage(
        _ visit: Visit, _ code: String, refusal: (any Refusal)?, status: Int
    ) async throws -> Reply {
        let offer = try await visit.host.gate.offer(code)
        let inviter = try await inviter(of: offer.invitation, visit)
        var model = InvitationAcceptModel(
            manner: manner(offer, visit),
            target: FormTarget(path: InvitationRoutes.accept.path(code), act: visit.federation.newActID()),
            unitName: offer.unitName[visit.language], inviterName: inviter?.name, inviterUnitName: inviter?.unit,
            expiresAt: offer.invitation.expiresAt)
        if case .post(let role) = offer.invitation.purpose { model.role = role }
        model.name = visit.form.first("name") ?? ""
        model.nameLatin = visit.form.first("name_latin") ?? ""
        model.login = visit.form.first("login") ?? ""
        model.isKnownPhone = visit.form.contains("known_phone")
        model.signInPath =
            visit.signedIn == nil ? FrameRoutes.signIn.path([("next", InvitationRoutes.offer.path(code))]) : nil
        if let refusal {
            model.errors = [field(of: refusal): refusal.sentence]
            model.wayOn = refusal.wayOn
        }
        return .page(InvitationPages.accept(model, in: try await visit.frame()), status: status)
    }

    private static func manner(_ offer: InvitationOffer, _ visit: Visit) -> InvitationAcceptModel.Manner {
        switch offer.invitation.purpose {
        case .reset: .reset(personName: offer.person?.shownName(visit.language) ?? "", login: offer.person?.login ?? "")
        case .post:
            if let signedIn = visit.signedIn {
                .another(personName: signedIn.person.shownName(visit.language))
            } else {
                .newcomer
            }
        }
    }

    private static func inviter(
        of invitation: Invitation, _ visit: Visit
    ) async throws -> (name: String?, unit: String?)? {
        guard let post = invitation.invitedBy else { return nil }
        let language = visit.language
        return try await visit.federation.read { db in
            guard let post = try PersonStore.find(post: post, in: db) else { return nil }
            return (
                try PersonStore.names([post.person], language, in: db)[post.person],
                try UnitStore.find(post.unit, in: db)?.shownName(language)
            )
        }
    }

    /// Where on the form a refusal belongs: the first word of its code names the thing.
    private static func field(of refusal: any Refusal) -> String {
        switch refusal {
        case PersonRefusal.nameMissing: "name"
        case PersonRefusal.nameLatinUnusable: "name_latin"
        case is PersonRefusal: "login"
        case is PasswordRefusal: "password"
        default: ""
        }
    }

    static func accept(_ visit: Visit, _ code: String) async throws -> Reply {
        let (gate, act) = (visit.host.gate, visit.actID())
        let password = visit.form.first("password") ?? ""
        let isKnownPhone = visit.form.contains("known_phone")
        do {
            let offer = try await gate.offer(code)
            switch manner(offer, visit) {
            case .reset:
                let opened = try await gate.acceptReset(
                    code, password: password, isKnownPhone: isKnownPhone, language: visit.language, in: visit.browser,
                    id: act)
                return SignInHandlers.enter(visit, opened)
            case .another:
                guard let signedIn = visit.signedIn else { throw AccessRefusal.signIn }
                _ = try await gate.accept(code, by: signedIn, id: act)
                return visit.done(act, FrameRoutes.account.path())
            case .newcomer:
                let form = try NewcomerForm(
                    login: visit.form.first("login") ?? "", name: visit.form.first("name") ?? "",
                    nameLatin: visit.form.first("name_latin") ?? "", password: password)
                let opened = try await gate.accept(
                    code, form, isKnownPhone: isKnownPhone, language: visit.language, in: visit.browser, id: act)
                return SignInHandlers.enter(visit, opened)
            }
        } catch let refusal as any Refusal where refusal is PersonRefusal || refusal is PasswordRefusal {
            return try await offerPage(visit, code, refusal: refusal, status: refusal.manner.status)
        }
    }
}
