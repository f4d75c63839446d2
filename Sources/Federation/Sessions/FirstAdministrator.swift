/// The first person: there is no default password. While nobody at all is there, the start prints a one-time link with
/// which somebody becomes administrator at the root.
package enum FirstAdministrator {
    package struct Link: Sendable, Hashable {
        package let code: InvitationCode
        package let expiresAt: Moment

        /// To stand behind the server's own address.
        package var path: String { code.path }
    }

    /// The link to print; nil once there is anybody. Starting again while nobody has come in prints the same link until it
    /// expires, and then a new one.
    package static func link(at root: UnitID, through gate: SignInGate) async throws -> Link? {
        let (federation, secret) = (gate.federation, gate.secret)
        let now = federation.clock.now()
        guard try await !federation.read({ try PersonStore.isAnyone(in: $0) }) else { return nil }
        let open = try await federation.read { db -> Invitation? in
            guard
                let open = try InvitationStore.openFromSystem(.administrator, at: root, at: now, in: db),
                // Issued under a secret that was lost since, it is a link that nobody can print.
                try InvitationStore.codeDigests(of: open.batch, in: db)[open.id]
                    == InvitationCode(of: open.id, secret: secret).digest(secret)
            else { return nil }
            return open
        }
        if let open { return Link(code: InvitationCode(of: open.id, secret: secret), expiresAt: open.expiresAt) }
        let sheet = try await gate.invite(to: root, role: .administrator, as: .system, id: federation.newActID())
        return sheet.lines.first.flatMap { line in
            line.code.map { Link(code: $0, expiresAt: line.invitation.expiresAt) }
        }
    }
}
