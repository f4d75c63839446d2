/// 32 random bytes that a browser keeps in a cookie from before anyone signs in with it (HttpOnly, SameSite=Lax).
///
/// It keys the sign-in form's CSRF token, and goes into the token of the session that is opened: a form sent twice from one
/// browser gets the same token, and the same form sent from another gets nothing. It is never stored.
package struct BrowserKey: Sendable, Hashable {
    private static let size = 32

    let bytes: [UInt8]

    /// A new one, from the generator that is given.
    package init(using source: inout some RandomNumberGenerator) {
        bytes = source.bytes(Self.size)
    }

    /// The one behind a cookie's value; nil where it is not one.
    package init?(_ text: String) {
        guard let bytes = Base64URL.bytes(text, count: Self.size) else { return nil }
        self.bytes = bytes
    }

    /// The cookie's value.
    package var text: String { Base64URL.text(bytes) }
}
