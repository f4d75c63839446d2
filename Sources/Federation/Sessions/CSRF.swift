import Crypto

/// The hidden field that shows that a form came from our own page: HMAC-SHA256 under what only this browser's cookie holds.
package enum CSRF {
    /// For every form of someone signed in.
    package static func token(for session: SessionToken) -> String { code("csrf", session.key) }

    /// For the forms before: signing in and accepting an invitation.
    package static func token(for browser: BrowserKey) -> String {
        code("csrf before sign-in", SymmetricKey(data: browser.bytes))
    }

    package static func matches(_ given: String, _ session: SessionToken) -> Bool {
        ConstantTime.equal(Array(given.utf8), Array(token(for: session).utf8))
    }

    package static func matches(_ given: String, _ browser: BrowserKey) -> Bool {
        ConstantTime.equal(Array(given.utf8), Array(token(for: browser).utf8))
    }

    private static func code(_ purpose: String, _ key: SymmetricKey) -> String {
        Base64URL.text(Array(HMAC<SHA256>.authenticationCode(for: Array(purpose.utf8), using: key)))
    }
}
