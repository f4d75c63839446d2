import Crypto

/// A seal over a batch of journal entries (封存): it fixes what they say, that there are so many, and what was sealed before.
package struct Seal: Sendable, Hashable {
    /// Counted from 1 without a gap.
    package var number: Int64
    /// How many entries lie under it.
    package var entries: Int
    /// The Merkle root over the entries' digests in the order of their places, from 0.
    package var root: [UInt8]
    /// The digest of the seal before; 32 zero bytes for the first.
    package var previous: [UInt8]
    /// Which key signed.
    package var keyID: String
    /// Ed25519 over the canonical bytes.
    package var signature: [UInt8]
    package var moment: Moment

    /// What stands before the first seal.
    package static let beginning = [UInt8](repeating: 0, count: 32)

    /// Canonical bytes, version 1. The signature is not among them: it is over them.
    package var bytes: [UInt8] {
        var canonical = CanonicalBytes(tag: "muster-seal-1")
        canonical.append(number)
        canonical.append(Int64(entries))
        canonical.append(Hex.text(root))
        canonical.append(Hex.text(previous))
        canonical.append(keyID)
        canonical.append(moment.microseconds)
        return canonical.bytes
    }

    /// SHA-256 of the canonical bytes: what the next seal names, and what is printed on reports.
    package var digest: [UInt8] { SHA256.hash(of: bytes).bytes }

    package var head: SealHead { SealHead(number: number, digest: digest) }
}

/// The newest seal at some moment, as it is printed on a report and typed in again: `NUMBER:HEXDIGEST`.
///
/// Whoever holds one can tell later that nothing up to it was rewritten or cut off.
package struct SealHead: Sendable, Hashable, LosslessStringConvertible {
    package let number: Int64
    package let digest: [UInt8]

    package init(number: Int64, digest: [UInt8]) {
        self.number = number
        self.digest = digest
    }

    package var description: String { "\(number):\(Hex.text(digest))" }

    /// The head behind its text; nil where the text is not one.
    package init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let number = Int64(parts[0]), number > 0, let digest = Hex.bytes(parts[1]),
            digest.count == 32
        else { return nil }
        self.init(number: number, digest: digest)
    }
}
