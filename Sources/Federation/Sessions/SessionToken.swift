import Crypto

/// What the cookie carries while someone is signed in: 32 bytes that nobody can guess, of which the database keeps only the
/// SHA-256.
///
/// It is derived from the installation's secret, the browser's own key and the act that opens the session, so that an act
/// sent twice gives the same token, though the journal's outcome may not hold it. Whoever holds only the secret and the
/// journal cannot make it (the browser's key is stored nowhere), and whoever plants a browser's key cannot either.
package struct SessionToken: Sendable, Hashable {
    private static let size = 32

    private let bytes: [UInt8]

    init(of act: ActID, in browser: BrowserKey, secret: InstallationSecret) {
        bytes = secret.digest(.sessionToken, Array("\(act)".utf8), browser.bytes)
    }

    /// The token behind a cookie's value; nil where it is not one.
    package init?(_ text: String) {
        guard let bytes = Base64URL.bytes(text, count: Self.size) else { return nil }
        self.bytes = bytes
    }

    /// The cookie's value.
    package var text: String { Base64URL.text(bytes) }

    /// What the database keeps.
    var digest: [UInt8] { Array(SHA256.hash(data: bytes)) }

    /// The key of the session's CSRF token.
    var key: SymmetricKey { SymmetricKey(data: bytes) }
}
