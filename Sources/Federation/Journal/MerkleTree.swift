import Crypto

/// The root over a row of leaves, built as they come, as in RFC 6962: a left branch is always a full one, so that the same
/// leaves in the same order have one root only.
///
/// A leaf and a node are hashed with different first bytes, so that neither passes for the other.
package struct MerkleTree: Sendable {
    private static let leafPrefix: [UInt8] = [0x00]
    private static let nodePrefix: [UInt8] = [0x01]

    /// Roots of full branches that wait for a neighbour of their size, the largest first.
    private var branches: [(leaves: Int, root: [UInt8])] = []
    /// Leaves so far.
    package private(set) var count = 0

    package init() {}

    package init(_ leaves: some Sequence<[UInt8]>) {
        for leaf in leaves { append(leaf) }
    }

    package mutating func append(_ leaf: [UInt8]) {
        count += 1
        var branch = (leaves: 1, root: Self.hash(Self.leafPrefix, leaf))
        while let left = branches.last, left.leaves == branch.leaves {
            branches.removeLast()
            branch = (left.leaves * 2, Self.hash(Self.nodePrefix, left.root, branch.root))
        }
        branches.append(branch)
    }

    /// 32 bytes; without any leaf the digest of nothing.
    package var root: [UInt8] {
        guard var root = branches.last?.root else { return Self.hash() }
        for branch in branches.dropLast().reversed() { root = Self.hash(Self.nodePrefix, branch.root, root) }
        return root
    }

    private static func hash(_ pieces: [UInt8]...) -> [UInt8] {
        var hash = SHA256()
        for piece in pieces { hash.update(data: piece) }
        return Array(hash.finalize())
    }
}
