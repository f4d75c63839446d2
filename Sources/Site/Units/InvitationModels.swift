import Federation

/// Codes to print and cut apart, shown once to the one who issued them.
struct InvitationSheetModel: Sendable {
    var unitName: String
    var unitPath: String
    var issuerName: String
    var issuedAt: Moment
    var lines: [InvitationStrip]
    /// Subordinates that got none, since they have a principal or an open code.
    var leftOut = 0
    /// Where a code is typed in, with the host, as it is printed.
    var address: String
}

struct InvitationStrip: Sendable {
    var unitName: String
    var purpose: InvitationPurpose
    /// `XXXX-XXXX-XXXX`; nil once it was used, withdrawn or has expired.
    var code: String?
    /// The modules of the QR code as an SVG path, and how many stand side by side.
    var qrPath: String?
    var qrSize: Int?
    var expiresAt: Moment
}

/// What a code opens.
enum InvitationPurpose: Sendable, Hashable {
    case post(Role)
    /// This person chooses a new password.
    case reset(personName: String)
}

/// Where a code is typed in by hand; posts `code`.
struct InvitationCodeModel: Sendable {
    var path: String
    var code = ""
    var errors: [String: Sentence] = [:]
    var wayOn: Sentence?
}

/// Somebody accepts. Posts `name`, `name_latin`, `login`, `password` and `known_phone`, as far as the manner needs them.
struct InvitationAcceptModel: Sendable {
    enum Manner: Sendable, Hashable {
        case newcomer
        /// Somebody who is signed in takes one more post.
        case another(personName: String)
        case reset(personName: String, login: String)
    }

    var manner: Manner
    var target: FormTarget
    var unitName: String
    /// Nil for a reset.
    var role: Role?
    /// Nil where Muster itself invites: the first administrator.
    var inviterName: String?
    var inviterUnitName: String?
    var expiresAt: Moment
    /// What was typed.
    var name = ""
    var nameLatin = ""
    var login = ""
    var isKnownPhone = false
    var errors: [String: Sentence] = [:]
    var wayOn: Sentence?
    /// To sign in first, for somebody who has an account already.
    var signInPath: String?
}

/// Codes that were given out and are not used yet.
struct InvitationListModel: Sendable {
    var unitName: String
    var ancestors: [NamedPath] = []
    var rows: [InvitationRowShown]
    var morePath: String?
}

struct InvitationRowShown: Sendable {
    enum State: Sendable, Hashable { case open, used, expired, withdrawn }

    var unit: NamedPath
    var purpose: InvitationPurpose
    var state: State
    var issuedAt: Moment
    var issuerName: String?
    var expiresAt: Moment
    /// The sheet, while this post may still see it.
    var sheetPath: String?
    /// Nil where it cannot be withdrawn, or not by this post.
    var withdraw: FormTarget?
}
