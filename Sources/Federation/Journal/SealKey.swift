import Crypto
import Foundation

/// The key that signs seals: Ed25519, kept in a file outside the database, so that whoever can write the database cannot
/// also sign.
package struct SealKey: Sendable {
    private static let tag = "muster-seal-key-1"

    private let key: Curve25519.Signing.PrivateKey

    private init(_ key: Curve25519.Signing.PrivateKey) { self.key = key }

    /// What verifies its signatures.
    package var publicKey: SealPublicKey { SealPublicKey(key.publicKey) }

    package var id: String { publicKey.id }

    package func signature(over bytes: [UInt8]) throws -> [UInt8] { Array(try key.signature(for: bytes)) }

    /// Reads the key, or makes one at the first start. The public key lies beside it as `PATH.pub`.
    ///
    /// - Throws: `SealKeyRefusal`.
    package static func load(orCreateAt path: String) throws -> SealKey {
        let key = FileManager.default.fileExists(atPath: path) ? try load(at: path) : try create(at: path)
        if !FileManager.default.fileExists(atPath: path + ".pub") {
            do {
                try Data((key.publicKey.text + "\n").utf8).write(to: URL(fileURLWithPath: path + ".pub"))
            } catch {
                throw SealKeyRefusal.unwritable
            }
        }
        return key
    }

    private static func load(at path: String) throws -> SealKey {
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
            let mode = attributes[.posixPermissions] as? NSNumber,
            let text = try? String(contentsOfFile: path, encoding: .utf8)
        else { throw SealKeyRefusal.unreadable }
        guard mode.intValue & 0o077 == 0 else { throw SealKeyRefusal.readableByOthers }
        let words = text.split(whereSeparator: \.isWhitespace)
        guard words.count == 2, words[0] == tag, let raw = Hex.bytes(words[1]),
            let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: raw)
        else { throw SealKeyRefusal.unreadable }
        return SealKey(key)
    }

    /// Written aside and then linked to its name, so that nobody ever reads half a key, and of two servers that start
    /// together both use the one that came first.
    private static func create(at path: String) throws -> SealKey {
        let key = SealKey(Curve25519.Signing.PrivateKey())
        let aside = "\(path).\(UInt64.random(in: .min ... .max))"
        let file = open(aside, O_WRONLY | O_CREAT | O_EXCL, 0o600)
        guard file >= 0 else { throw SealKeyRefusal.unwritable }
        defer { unlink(aside) }
        let text = Array("\(tag) \(Hex.text(key.key.rawRepresentation))\n".utf8)
        let written = text.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
        let isDurable = fsync(file) == 0
        close(file)
        guard written == text.count, isDurable else { throw SealKeyRefusal.unwritable }
        if link(aside, path) == 0 { return key }
        guard errno == EEXIST else { throw SealKeyRefusal.unwritable }
        return try load(at: path)
    }
}

/// The half of a seal key that anyone may have.
package struct SealPublicKey: Sendable {
    private static let tag = "muster-seal-public-1"

    private let key: Curve25519.Signing.PublicKey

    init(_ key: Curve25519.Signing.PublicKey) { self.key = key }

    /// The first 16 hexadecimal digits of the SHA-256 of the key.
    package var id: String { String(Hex.text(SHA256.hash(data: key.rawRepresentation)).prefix(16)) }

    /// One line: a tag, the id and the key in hexadecimal.
    package var text: String { "\(Self.tag) \(id) \(Hex.text(key.rawRepresentation))" }

    /// The key behind its line; nil where the text is not one.
    package init?(_ text: String) {
        let words = text.split(whereSeparator: \.isWhitespace)
        guard words.count == 3, words[0] == Self.tag, let raw = Hex.bytes(words[2]),
            let key = try? Curve25519.Signing.PublicKey(rawRepresentation: raw)
        else { return nil }
        self.key = key
        guard id == words[1] else { return nil }
    }

    /// - Throws: `SealKeyRefusal.unreadable`.
    package static func load(at path: String) throws -> SealPublicKey {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8), let key = SealPublicKey(text) else {
            throw SealKeyRefusal.unreadable
        }
        return key
    }

    func verifies(_ signature: [UInt8], over bytes: [UInt8]) -> Bool { key.isValidSignature(signature, for: bytes) }
}

package enum SealKeyRefusal: Refusal, CaseIterable {
    case unreadable
    case unwritable
    case readableByOthers

    package var code: String {
        switch self {
        case .unreadable: "seal_key.unreadable"
        case .unwritable: "seal_key.unwritable"
        case .readableByOthers: "seal_key.readable_by_others"
        }
    }

    package var manner: RefusalManner { .unavailable }

    package var sentence: Sentence {
        switch self {
        case .unreadable:
            Sentence(zh: "封存密钥的文件读不出来。", en: "The file with the seal key cannot be read.")
        case .unwritable:
            Sentence(zh: "封存密钥写不进所给的位置。", en: "The seal key cannot be written to the place given.")
        case .readableByOthers:
            Sentence(zh: "封存密钥的文件别的用户也能读。", en: "The file with the seal key can be read by other users.")
        }
    }

    package var wayOn: Sentence? {
        switch self {
        case .unreadable:
            Sentence(
                zh: "检查路径和文件的所有者；密钥丢了就换一个新位置，旧的公钥要留着验证。",
                en:
                    "Check the path and the file's owner; if the key is lost, give a new place and keep the old public key."
            )
        case .unwritable:
            Sentence(
                zh: "换一个运行 Muster 的用户能写、又在数据库之外的目录。",
                en: "Choose a folder outside the database that the user running Muster may write to.")
        case .readableByOthers:
            Sentence(zh: "用 chmod 600 收紧权限，再启动。", en: "Tighten it with chmod 600, then start again.")
        }
    }
}
