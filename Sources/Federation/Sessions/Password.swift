import Foundation

/// A password on its way to be hashed. It prints as nothing and is never stored.
package struct Password: Sendable, CustomStringConvertible, CustomReflectable {
    package static let charactersMin = 8
    package static let charactersMax = 200

    let bytes: [UInt8]

    /// A password somebody chooses: long enough and not the login. Nothing else is asked; length is what helps.
    /// - Throws: `PasswordRefusal`.
    package init(choosing text: String, for login: String) throws(PasswordRefusal) {
        let composed = Self.composed(text)
        guard composed.count >= Self.charactersMin else { throw .tooShort }
        guard composed.count <= Self.charactersMax else { throw .tooLong }
        guard composed.lowercased() != login.lowercased() else { throw .isLogin }
        bytes = Array(composed.utf8)
    }

    /// A password somebody claims to be theirs. One that is longer than any can be is cut where it is still too long.
    package init(claimed text: String) {
        bytes = Array(Self.composed(String(text.prefix(Self.charactersMax + 1))).utf8)
    }

    /// The same letters typed on another system may come as other bytes (é as one scalar or two).
    private static func composed(_ text: String) -> String { text.precomposedStringWithCanonicalMapping }

    package var description: String { "•" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}

package enum PasswordRefusal: Refusal, CaseIterable {
    case tooShort
    case tooLong
    case isLogin

    package var code: String {
        switch self {
        case .tooShort: "password.too_short"
        case .tooLong: "password.too_long"
        case .isLogin: "password.is_login"
        }
    }

    package var manner: RefusalManner { .invalid }

    package var sentence: Sentence {
        switch self {
        case .tooShort:
            Sentence(
                zh: "口令至少 \(Password.charactersMin) 个字。长的比花样多的难猜，一句自己记得住的话最好。",
                en: "At least \(Password.charactersMin) characters. Long beats clever: use a sentence you remember.")
        case .tooLong:
            Sentence(
                zh: "口令最多 \(Password.charactersMax) 个字。", en: "At most \(Password.charactersMax) characters.")
        case .isLogin:
            Sentence(
                zh: "口令不能和账号一样，账号别人都看得到。",
                en: "It must differ from the account name, which others can see.")
        }
    }
}
