import Federation
import Web

enum PasswordHandlers {
    static func form(_ visit: Visit) async throws -> Reply { try await page(visit, refusal: nil) }

    static func change(_ visit: Visit) async throws -> Reply {
        guard let signedIn = visit.signedIn else { throw AccessRefusal.signIn }
        let act = visit.actID()
        do {
            try await visit.host.gate.changePassword(
                from: visit.form.first("present") ?? "", to: visit.form.first("password") ?? "", by: signedIn, id: act)
            return visit.done(act, FrameRoutes.account.path())
        } catch let refusal as any Refusal
            where refusal is PasswordRefusal || refusal is PasswordChangeRefusal || refusal is SignInRefusal
        {
            return try await page(visit, refusal: refusal)
        }
    }

    private static func page(_ visit: Visit, refusal: (any Refusal)?) async throws -> Reply {
        guard let signedIn = visit.signedIn else { throw AccessRefusal.signIn }
        var model = PasswordModel(
            login: signedIn.person.login,
            target: FormTarget(path: PasswordRoutes.change.path(), act: visit.federation.newActID()),
            accountPath: FrameRoutes.account.path())
        if let refusal {
            model.errors = [refusal is PasswordRefusal ? "password" : "present": refusal.sentence]
            model.wayOn = refusal.wayOn
        }
        return .page(PasswordPages.page(model, in: try await visit.frame()), status: refusal?.manner.status ?? 200)
    }
}
