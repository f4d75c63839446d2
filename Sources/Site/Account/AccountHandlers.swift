import Federation
import Web

enum AccountHandlers {
    static func page(_ visit: Visit) async throws -> Reply {
        guard let signedIn = visit.signedIn else { throw AccessRefusal.signIn }
        let now = visit.moment
        let language = visit.language
        let (sessions, office, away) = try await visit.federation.read { db in
            (
                try SessionStore.sessions(of: signedIn.person.id, at: now, in: db),
                try signedIn.actor.unit.map { try OfficeLinks.reading(at: $0, signedIn.actor, in: db) },
                try signedIn.posts.reduce(into: [PostID: String]()) { held, post in
                    held[post.id] = try post.substitutes.flatMap { try HeldPost.words($0, language, in: db) }
                }
            )
        }
        let titles = Dictionary(signedIn.posts.map { ($0.id, $0.shownTitle) }, uniquingKeysWith: { first, _ in first })
        func close(_ session: SessionID) -> FormTarget {
            FormTarget(path: SignInRoutes.close.path(session), act: visit.federation.newActID())
        }
        let model = AccountModel(
            name: signedIn.person.shownName(visit.language), login: signedIn.person.login,
            posts: signedIn.posts.map { post in
                AccountPost(
                    id: "\(post.id)", title: post.shownTitle, role: post.role.name,
                    unitName: signedIn.unitNames[post.unit]?[visit.language] ?? "",
                    unitPath: FrameRoutes.unit.path(post.unit), fromOn: post.fromOn, toOn: post.toOn,
                    substitutes: away[post.id],
                    isActing: post.id == signedIn.acting?.id,
                    act: post.id == signedIn.acting?.id
                        ? nil : FormTarget(path: SignInRoutes.switchPost.path(), act: visit.federation.newActID()))
            },
            sessions: sessions.map { session in
                AccountSession(
                    id: "\(session.id)", isHere: session.id == signedIn.session.id, isKnownPhone: session.isKnownPhone,
                    postTitle: session.post.flatMap { titles[$0] }, openedAt: session.createdAt,
                    seenAt: session.seenAt, expiresAt: session.expiresAt, close: close(session.id))
            },
            signOut: close(signedIn.session.id), passwordPath: PasswordRoutes.form.path(),
            office: office ?? OfficeLinks())
        return .page(AccountPages.page(model, in: try await visit.frame()))
    }

    static func switchPost(_ visit: Visit) async throws -> Reply {
        guard let signedIn = visit.signedIn else { throw AccessRefusal.signIn }
        guard let post = visit.form.first("post").flatMap({ PostID($0) }) else { throw AccessRefusal.notFound }
        try await visit.host.gate.act(as: post, by: signedIn, id: visit.actID())
        return .redirect(FrameRoutes.today.path())
    }

    static func setLanguage(_ visit: Visit) async throws -> Reply {
        let language = visit.form.first("language").flatMap(Language.init(rawValue:)) ?? .chinese
        if let signedIn = visit.signedIn {
            try await visit.host.gate.read(in: language, by: signedIn, id: visit.actID())
        }
        let back = visit.form.first("return") ?? "/"
        let cookie = Cookies.set(
            CookieName.language, language.rawValue, maxAgeSeconds: 86_400 * 365, isSecure: visit.host.isBehindProxy)
        return .withCookie(cookie, .redirect(back.hasPrefix("/") && !back.hasPrefix("//") ? back : "/"))
    }
}
