/// A place in the tree: fixed-width opaque segments from the root, so that a branch is a range of texts.
///
/// Segments never mean a name or a code, so renaming a unit moves nothing.
package struct TreePath: Hashable, Sendable, Comparable {
    /// Characters a segment takes: 25 bits of base32, room for 33 million units.
    package static let segmentWidth = 5

    package let text: String

    package init(_ text: String) { self.text = text }

    package static func segment(_ number: Int64) -> String {
        Base32.text(UInt64(number), width: segmentWidth)
    }

    /// Stands for some unit below a place, where it does not matter which. No unit has it.
    static let anySegment = "-----"

    package func appending(segment: String) -> TreePath { TreePath(text + segment) }

    /// The unit's own segment.
    package var lastSegment: String { String(text.suffix(Self.segmentWidth)) }

    package var depth: Int { text.utf8.count / Self.segmentWidth }

    /// The place above, or nil at the root.
    package var parent: TreePath? {
        depth > 1 ? TreePath(String(text.dropLast(Self.segmentWidth))) : nil
    }

    /// All places above, root first, without this one.
    package var ancestors: [TreePath] {
        (1..<max(depth, 1)).map { TreePath(String(text.prefix($0 * Self.segmentWidth))) }
    }

    /// The first text after the whole branch: a branch is `path <= p and p < upperBound`.
    /// `~` sorts after every base32 letter in the C collation.
    package var upperBound: String { text + "~" }

    package func contains(_ other: TreePath) -> Bool { other.text.hasPrefix(text) }

    package static func < (left: Self, right: Self) -> Bool {
        left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }
}
