import Crypto
import Federation
import Testing

@Suite struct MerkleTreeTests {
    private static func leaves(_ count: Int) -> [[UInt8]] {
        (0..<count).map {
            Array(SHA256.hash(data: [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)]))
        }
    }

    /// The definition as RFC 6962 has it, by recursion.
    private static func root(_ leaves: ArraySlice<[UInt8]>) -> [UInt8] {
        guard leaves.count > 1 else { return Array(SHA256.hash(data: [0x00] + (leaves.first ?? []))) }
        var half = 1
        while half * 2 < leaves.count { half *= 2 }
        let middle = leaves.startIndex + half
        return Array(SHA256.hash(data: [0x01] + root(leaves[..<middle]) + root(leaves[middle...])))
    }

    @Test func itIsTheTreeOfTheDefinition() {
        for count in 1...70 {
            let leaves = Self.leaves(count)
            #expect(MerkleTree(leaves).root == Self.root(leaves[...]))
        }
        #expect(MerkleTree().root == Array(SHA256.hash(data: [UInt8]())))
    }

    @Test func anyFlippedByteIsFound() {
        for count in [1, 2, 3, 7, 8, 9] {
            let leaves = Self.leaves(count)
            let root = MerkleTree(leaves).root
            for leaf in leaves.indices {
                for byte in leaves[leaf].indices {
                    var flipped = leaves
                    flipped[leaf][byte] ^= 1 << (byte % 8)
                    #expect(MerkleTree(flipped).root != root)
                }
            }
        }
    }

    @Test func anyOtherOrderOrNumberIsFound() {
        let leaves = Self.leaves(9)
        let root = MerkleTree(leaves).root
        for first in leaves.indices {
            for second in leaves.indices where first < second {
                var swapped = leaves
                swapped.swapAt(first, second)
                #expect(MerkleTree(swapped).root != root)
            }
            #expect(MerkleTree(leaves[..<first]).root != root)
            // The last leaf doubled must not pass, as it does in trees that fill up with it.
            #expect(MerkleTree(leaves + [leaves[first]]).root != root)
        }
    }

    @Test func aNodeDoesNotPassForALeaf() {
        let leaves = Self.leaves(2)
        let hashed = leaves.map { Array(SHA256.hash(data: [0x00] + $0)) }
        #expect(MerkleTree([hashed[0] + hashed[1]]).root != MerkleTree(leaves).root)
    }
}
