import Crypto

/// The root over a row of leaves, built as they come, as in RFC 6962: a left branch is always a full one, so that the same
/// leaves in the same order have one root only.
///
/// A leaf and a node are hashed with different first bytes, so that neither passes for the other.
package struct MerkleTree: Sendable {
    private static let leafPrefix: UInt8 = 0x00
    private static let nodePrefix: UInt8 = 0x01
    private static let rootLength = SHA256Digest.byteCount

    /// Roots of full branches that wait for a neighbour of their size, the largest first, one behind the other: two
    /// neighbours lie as they are hashed. Their sizes are the ones in the binary digits of `count`.
    private var branches: [UInt8] = []
    /// Leaves so far.
    package private(set) var count = 0

    package init() {}

    package init(_ leaves: some Sequence<[UInt8]>) {
        for leaf in leaves { append(leaf) }
    }

    package mutating func append(_ leaf: [UInt8]) { leaf.withUnsafeBytes { append($0) } }

    mutating func append(_ leaf: UnsafeRawBufferPointer) {
        Self.hash(Self.leafPrefix, leaf).withUnsafeBytes { branches.append(contentsOf: $0) }
        // Every full branch at the end is as large as the one that grows beside it.
        for _ in 0..<(~count).trailingZeroBitCount { Self.joinLastTwo(of: &branches) }
        count += 1
    }

    /// 32 bytes; without any leaf the digest of nothing.
    package var root: [UInt8] {
        guard count > 0 else { return SHA256.hash(of: EmptyCollection()).bytes }
        var rest = branches
        while rest.count > Self.rootLength { Self.joinLastTwo(of: &rest) }
        return rest
    }

    private static func joinLastTwo(of branches: inout [UInt8]) {
        let left = branches.count - 2 * rootLength
        let root = branches.withUnsafeBytes { hash(nodePrefix, UnsafeRawBufferPointer(rebasing: $0[left...])) }
        branches.removeLast(2 * rootLength)
        root.withUnsafeBytes { branches.append(contentsOf: $0) }
    }

    private static func hash(_ prefix: UInt8, _ bytes: UnsafeRawBufferPointer) -> SHA256Digest {
        withUnsafeTemporaryAllocation(byteCount: bytes.count + 1, alignment: 1) { whole in
            whole[0] = prefix
            UnsafeMutableRawBufferPointer(rebasing: whole[1...]).copyMemory(from: bytes)
            return SHA256.hash(of: UnsafeRawBufferPointer(whole))
        }
    }
}
