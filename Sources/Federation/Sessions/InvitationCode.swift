/// A one-time code: 60 bits as twelve letters of Crockford's base32, shown as `XXXX-XXXX-XXXX`, so that it can be read from
/// a sheet and over a telephone. Even with 100,000 open at once, guessing one takes 10 million million tries.
package struct InvitationCode: Sendable, Hashable {
    static let letters = 12

    private let bits: UInt64

    /// The code of an invitation. It is derived, not drawn: the outcome of an act stands in the journal for good, where a
    /// code may not stand; so the sheet is made again from the invitations' ids when the form is sent twice or the inviter
    /// comes back to print.
    init(of invitation: InvitationID, secret: InstallationSecret) {
        let digest = secret.digest(.invitationCode, Array("\(invitation)".utf8))
        bits = digest.prefix(8).reduce(0) { $0 << 8 | UInt64($1) } >> 4
    }

    /// The code as somebody typed it: in either case, with or without hyphens and spaces, O for 0, full-width letters.
    package init?(_ text: String) {
        let letters = PersonRules.halfWidth(text).filter { !$0.isWhitespace && !"-‐–—－·".contains($0) }
        guard letters.count == Self.letters, let bits = Base32.bits("0" + letters) else { return nil }
        self.bits = bits
    }

    /// As it stands on a sheet.
    package var text: String {
        let letters = Array(Base32.text(bits, width: Self.letters))
        return stride(from: 0, to: Self.letters, by: 4).map { String(letters[$0..<$0 + 4]) }.joined(separator: "-")
    }

    /// The address that opens the form with this code filled in.
    package var path: String { "/invitations/\(text)" }

    /// What the database keeps. Keyed, since the 60 bits of a plain digest could be tried out against a stolen copy.
    func digest(_ secret: InstallationSecret) -> [UInt8] {
        secret.digest(.invitationDigest, Array(Base32.text(bits, width: Self.letters).utf8))
    }
}
