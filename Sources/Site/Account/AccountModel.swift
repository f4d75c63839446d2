import Federation

/// Who one is here: one's posts, and the browsers in which one is signed in.
struct AccountModel: Sendable {
    var name: String
    var login: String
    var posts: [AccountPost] = []
    var sessions: [AccountSession] = []
    var signOut: FormTarget
    /// Where one changes one's password.
    var passwordPath: String
    var office = OfficeLinks()
}

/// A post one may act as. Acting as another posts `post` with its id.
struct AccountPost: Sendable {
    var id: String
    var title: Sentence
    var role: Sentence
    var unitName: String
    var unitPath: String
    /// ISO day.
    var fromOn: String
    var toOn: String?
    /// The one this post stands in for.
    var substitutes: String?
    var isActing: Bool
    /// Nil for the post one acts as already.
    var act: FormTarget?
}

/// A browser in which one is signed in.
struct AccountSession: Sendable {
    var id: String
    var isHere: Bool
    var isKnownPhone: Bool
    /// As whom it acts.
    var postTitle: Sentence?
    var openedAt: Moment
    var seenAt: Moment
    var expiresAt: Moment
    /// Signs it out.
    var close: FormTarget
}
