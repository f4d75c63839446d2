import Crypto

/// The hidden field that shows that a form came from our own page: a proof, HMAC-SHA256 under what only this browser's
/// cookie holds, behind a mask.
///
/// The mask is new in every response. Pages are compressed, and may show what a stranger put into their address; under a
/// field that stays the same, the lengths of many answers would tell the proof letter by letter (BREACH).
package enum CSRF {
    private static let size = 32

    /// For every form of someone signed in.
    package static func field(
        for session: SessionToken, using source: inout some RandomNumberGenerator
    ) -> String {
        masked(proof(for: session), using: &source)
    }

    /// For the forms before: signing in and accepting an invitation.
    package static func field(for browser: BrowserKey, using source: inout some RandomNumberGenerator) -> String {
        masked(proof(for: browser), using: &source)
    }

    package static func matches(_ given: String, _ session: SessionToken) -> Bool {
        unmasked(given).map { ConstantTime.equal($0, proof(for: session)) } ?? false
    }

    package static func matches(_ given: String, _ browser: BrowserKey) -> Bool {
        unmasked(given).map { ConstantTime.equal($0, proof(for: browser)) } ?? false
    }

    private static func proof(for session: SessionToken) -> [UInt8] { code("csrf", session.key) }

    private static func proof(for browser: BrowserKey) -> [UInt8] {
        code("csrf before sign-in", SymmetricKey(data: browser.bytes))
    }

    private static func code(_ purpose: String, _ key: SymmetricKey) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Array(purpose.utf8), using: key))
    }

    /// The mask, and the proof under it.
    private static func masked(_ proof: [UInt8], using source: inout some RandomNumberGenerator) -> String {
        let mask = source.bytes(proof.count)
        return Base64URL.text(mask + zip(mask, proof).map { $0 ^ $1 })
    }

    /// Nil where the text is no field of ours.
    private static func unmasked(_ given: String) -> [UInt8]? {
        guard let bytes = Base64URL.bytes(given, count: 2 * size) else { return nil }
        return zip(bytes.prefix(size), bytes.suffix(size)).map { $0 ^ $1 }
    }
}
