import Federation
import Storage

/// How far a notice has come in a branch, from what is tallied.
enum ReceiptTallies {
    struct Found: Sendable {
        /// When it was first sent, in itself or in a cover.
        var first: Moment?
        /// Units that it has reached, by part of the branch.
        var groups: [BranchView.Group]
    }

    /// - Parameter isCoarse: without when they signed, or by when they have to.
    static func groups(
        of notice: NoticeID, in view: BranchView, isCoarse: Bool = false, in db: any Transaction
    ) throws -> Found {
        let first = try PictureStore.firstSent(notice, in: db)
        let near = try ReceiptFigures.figures(of: notice, at: view.near, since: first, in: db)
        let groups = try view.groups(of: [notice.raw], near: near, isCoarse: isCoarse, in: db)
        return Found(first: first, groups: groups[notice.raw] ?? [])
    }
}
