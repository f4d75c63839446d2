import Foundation

/// What a login and a name may be.
package enum PersonRules {
    package static let nameCharactersMax = 50

    /// A login as it is looked up: without spaces around it, in small letters, full-width letters as plain ones.
    package static func folded(login text: String) -> String {
        halfWidth(text).trimmingCharacters(in: .whitespaces).lowercased()
    }

    /// A login that may be chosen: 3 to 32 lower-case letters, digits, dots and hyphens, a letter or digit at both ends.
    /// - Throws: `PersonRefusal.loginUnusable`.
    package static func login(_ text: String) throws(PersonRefusal) -> String {
        let login = folded(login: text)
        let letters = Array(login.utf8)
        guard (3...32).contains(letters.count), letters.allSatisfy({ isLetter($0) || $0 == 0x2D || $0 == 0x2E }),
            let first = letters.first, let last = letters.last, isLetter(first), isLetter(last)
        else { throw .loginUnusable }
        return login
    }

    /// A name as it will be shown: without spaces around it and without line breaks.
    /// - Throws: `PersonRefusal.nameMissing`.
    package static func name(_ text: String) throws(PersonRefusal) -> String {
        let name = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !name.isEmpty, name.count <= nameCharactersMax,
            name.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
        else { throw .nameMissing }
        return name
    }

    /// A name in Latin letters; nil where none was given. Spaces, hyphens, apostrophes and full stops may stand between.
    /// - Throws: `PersonRefusal.nameLatinUnusable`.
    package static func nameLatin(_ text: String) throws(PersonRefusal) -> String? {
        let name = halfWidth(text).trimmed
        guard !name.isEmpty else { return nil }
        // Latin letters with their marks end at U+024F; tones of pinyin are among them.
        let isFit = name.unicodeScalars.allSatisfy { scalar in
            scalar.properties.isAlphabetic && scalar.value <= 0x24F || " -'’.".unicodeScalars.contains(scalar)
        }
        guard isFit, name.count <= nameCharactersMax, name.contains(where: \.isLetter) else {
            throw .nameLatinUnusable
        }
        return name
    }

    /// A Chinese keyboard easily types Ａ１ for A1.
    static func halfWidth(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    switch scalar.value {
                    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
                    case 0x3000: " "
                    default: scalar
                    }
                }))
    }

    private static func isLetter(_ letter: UInt8) -> Bool {
        (0x61...0x7A).contains(letter) || (0x30...0x39).contains(letter)
    }
}
