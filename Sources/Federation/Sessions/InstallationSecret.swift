import Crypto
import Foundation
import Storage

/// 32 bytes that every server of one installation holds and the database never does.
///
/// The journal keeps the outcome of every act, for good, and a repetition of an act must get what the first caller got.
/// A one-time code or a session's token may therefore stand in no outcome: they are derived from this secret and the id of
/// what they open, so that they can be made again and nobody who only reads the database can make them. It also keys the
/// digests of codes (60 bits are few enough to try out against a stolen copy of plain ones) and of logins and addresses.
///
/// Servers on one database share the file. Without it open codes no longer work and are issued anew; nobody is signed out.
package struct InstallationSecret: Sendable {
    /// What a digest is for: digests for one purpose tell nothing about another's.
    enum Purpose: String {
        case invitationCode = "muster 1 invitation code"
        case invitationDigest = "muster 1 invitation digest"
        case sessionToken = "muster 1 session token"
        case throttle = "muster 1 throttle"
        case mark = "muster 1 mark"
    }

    /// Bytes in the file.
    package static let size = 32
    private static let fileName = "installation-secret"

    private let key: SymmetricKey

    /// - Parameter bytes: `size` bytes that nobody can guess.
    package init(bytes: [UInt8]) {
        precondition(bytes.count == Self.size, "the installation's secret has \(Self.size) bytes")
        key = SymmetricKey(data: bytes)
    }

    /// Reads the secret from the keys directory, and makes it at the first start.
    ///
    /// It is written aside and then linked to its name, so that two servers that start together end with the same one and a
    /// power cut leaves no half of one.
    /// - Throws: `SecretRefusal`.
    package static func load(
        orCreateIn directory: String, random: (Int) -> [UInt8] = InstallationSecret.systemBytes
    ) throws -> InstallationSecret {
        let path = directory + "/" + fileName
        if !FileManager.default.fileExists(atPath: path) {
            try make(at: path, in: directory, bytes: random(size), mark: random(8))
        }
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        guard let bytes = FileManager.default.contents(atPath: path), let attributes else {
            throw SecretRefusal.unreadable(path)
        }
        if let mode = attributes[.posixPermissions] as? NSNumber, mode.intValue & 0o077 != 0 {
            throw SecretRefusal.openToOthers(path)
        }
        guard bytes.count == size else { throw SecretRefusal.damaged(path) }
        return InstallationSecret(bytes: Array(bytes))
    }

    private static func make(at path: String, in directory: String, bytes: [UInt8], mark: [UInt8]) throws {
        do {
            try FileManager.default.createDirectory(
                atPath: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw SecretRefusal.unreadable(path)
        }
        let aside = path + "." + mark.map { String($0, radix: 16) }.joined()
        let file = open(aside, O_WRONLY | O_CREAT | O_EXCL, 0o600)
        guard file >= 0 else { throw SecretRefusal.unreadable(path) }
        defer { unlink(aside) }
        let written = write(file, bytes, bytes.count)
        let isDurable = fsync(file) == 0
        close(file)
        guard written == bytes.count, isDurable else { throw SecretRefusal.unreadable(path) }
        // Another server may have been first: then its secret is the one.
        guard link(aside, path) == 0 || errno == EEXIST else { throw SecretRefusal.unreadable(path) }
    }

    /// Bytes from the system's generator, for the process that starts; acts have their own.
    @Sendable package static func systemBytes(_ count: Int) -> [UInt8] {
        var source = SystemRandomNumberGenerator()
        return source.bytes(count)
    }

    /// HMAC-SHA256 over the parts, each with its length, under a key of its own for the purpose.
    func digest(_ purpose: Purpose, _ parts: [UInt8]...) -> [UInt8] {
        let derived = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: key, info: Array(purpose.rawValue.utf8), outputByteCount: 32)
        var message: [UInt8] = []
        for part in parts {
            message += Array("\(part.count):".utf8)
            message += part
        }
        return Array(HMAC<SHA256>.authenticationCode(for: message, using: derived))
    }

    /// Whether this is the secret that the database was first opened with; the first one ever asked is.
    ///
    /// The mark kept for that tells nothing about the secret. A server with another secret must not serve: its codes and
    /// counts of failures would not be the other servers'.
    package func isKnown(to federation: OpenFederation) async throws -> Bool {
        let mark = digest(.mark).prefix(8).map { String($0, radix: 16) }.joined(separator: "-")
        return try await federation.engine.write { db in
            try db.execute(
                "insert into setting (name, value) values ('secret', \(mark)) on conflict (name) do nothing")
            let kept: String? = try db.scalar("select value from setting where name = 'secret'")
            return kept == mark
        }
    }
}

/// Why a server cannot start with the secret it found.
package enum SecretRefusal: Refusal, Hashable {
    case unreadable(String)
    case openToOthers(String)
    case damaged(String)
    /// It is whole, but not the one this database was first opened with.
    case another

    package var code: String {
        switch self {
        case .unreadable: "secret.unreadable"
        case .openToOthers: "secret.open_to_others"
        case .damaged: "secret.damaged"
        case .another: "secret.another"
        }
    }

    package var manner: RefusalManner { .unavailable }

    package var sentence: Sentence {
        switch self {
        case .unreadable(let path):
            Sentence(zh: "密钥文件 \(path) 读不了也写不了。", en: "The secret \(path) can be neither read nor written.")
        case .openToOthers(let path):
            Sentence(
                zh: "密钥文件 \(path) 别的用户也能读。用 chmod 600 收回。",
                en: "Other users can read the secret \(path). Take that back with chmod 600.")
        case .damaged(let path):
            Sentence(
                zh: "密钥文件 \(path) 不是 \(InstallationSecret.size) 个字节。从备份取回，或者删掉它重新生成（没用过的邀请码会作废）。",
                en: "The secret \(path) is not \(InstallationSecret.size) bytes long. "
                    + "Bring it back from a backup, or delete it and a new one is made (unused codes then stop working)."
            )
        case .another:
            Sentence(
                zh: "密钥文件不是这个数据库第一次用的那一个。用 --keys 指到原来的文件夹。",
                en: "This is not the secret the database was first opened with. Point --keys at the original folder.")
        }
    }
}
