import Federation
import Web

enum SignInHandlers {
    static func page(_ visit: Visit) async throws -> Reply {
        try await page(visit, SignInForm(login: "", password: ""), status: 200, refusal: nil)
    }

    private static func page(
        _ visit: Visit, _ form: SignInForm, status: Int, refusal: (any Refusal)?
    ) async throws -> Reply {
        var model = SignInModel(
            target: FormTarget(path: SignInRoutes.open.path(), act: visit.federation.newActID()))
        model.login = form.login
        model.isKnownPhone = form.isKnownPhone
        model.next = next(visit)
        model.codePath = InvitationRoutes.code.path()
        if let refusal {
            model.errors = ["": refusal.sentence]
            model.wayOn = refusal.wayOn
        }
        if visit.host.isDemo {
            let acts = DemoFederation.cast.map { ($0.login, visit.federation.newActID()) }
            model.demo = SignInDemo(
                path: SignInRoutes.enterDemo.path(), groups: DemoFederation.castGroups,
                acts: Dictionary(acts, uniquingKeysWith: { first, _ in first }))
        }
        return .page(SignInPages.page(model, in: try await visit.frame()), status: status)
    }

    static func open(_ visit: Visit) async throws -> Reply {
        let form = SignInForm(
            login: visit.form.first("login") ?? "", password: visit.form.first("password") ?? "",
            isKnownPhone: visit.form.contains("known_phone"), language: nil)
        do {
            let opened = try await visit.host.gate.signIn(
                form, in: visit.browser, from: visit.clientAddress, id: visit.actID())
            return enter(visit, opened)
        } catch let refusal as SignInRefusal {
            return try await page(visit, form, status: refusal.manner.status, refusal: refusal)
        }
    }

    /// Only where the demo is laid.
    static func enterDemo(_ visit: Visit) async throws -> Reply {
        let login = visit.form.first("login") ?? ""
        guard visit.host.isDemo, DemoFederation.cast.contains(where: { $0.login == login }),
            let person = try await visit.federation.read({ try PersonStore.find(login: login, in: $0) })
        else { throw AccessRefusal.notFound }
        let opened = try await visit.host.gate.enterDemo(
            as: person.id, in: visit.browser, language: visit.language, id: visit.actID())
        return enter(visit, opened)
    }

    static func enter(_ visit: Visit, _ opened: OpenedSession) -> Reply {
        let seconds = (opened.expiresAt.microseconds - visit.moment.microseconds) / 1_000_000
        let cookie = Cookies.set(
            CookieName.session, opened.token.text, maxAgeSeconds: Int(max(0, seconds)),
            isSecure: visit.host.isBehindProxy)
        return .withCookie(cookie, .redirect(next(visit) ?? FrameRoutes.today.path()))
    }

    /// Where one was going; only an address of ours, so that a link cannot lead elsewhere through our page.
    private static func next(_ visit: Visit) -> String? {
        guard let next = visit.form.first("next") ?? visit.query.first("next"), next.hasPrefix("/"),
            !next.hasPrefix("//"), !next.contains("\\")
        else { return nil }
        return next
    }

    static func close(_ visit: Visit, _ session: SessionID) async throws -> Reply {
        guard let signedIn = visit.signedIn else { throw AccessRefusal.signIn }
        try await visit.host.gate.signOut(of: session, by: signedIn, id: visit.actID())
        guard session == signedIn.session.id else { return .redirect(FrameRoutes.account.path()) }
        return .withCookie(
            Cookies.clear(CookieName.session, isSecure: visit.host.isBehindProxy),
            .redirect(FrameRoutes.signIn.path()))
    }
}
