import Storage

/// Numbers for the segments of paths, each given once for ever.
enum TreeCounter {
    /// One more than the last number that a segment can name.
    static let end = Int64(1) << (5 * Int64(TreePath.segmentWidth))

    /// Takes so many numbers in a row, so that an import asks once.
    /// - Throws: `UnitRefusal.treeFull`
    static func take(_ count: Int, in db: any Transaction) throws -> Range<Int64> {
        try db.execute("update tree_counter set next = next + \(count) where id = 1")
        guard let next: Int64 = try db.scalar("select next from tree_counter where id = 1") else {
            throw StorageError.unexpectedShape("no tree counter")
        }
        guard next <= end else { throw UnitRefusal.treeFull }
        return next - Int64(count)..<next
    }
}
