package import Federation

/// One honest picture of a notice in a branch.
package struct PictureModel: Sendable {
    package var notice: NoticeLine
    /// What became of the notice: withdrawn, replaced, corrected.
    package var banners: [NoticeBanner]
    package var unit: String
    /// The way down to this branch, from the reader's own unit.
    package var above: [(name: String, path: String)]
    package var total: PictureFigures
    package var rows: [Row]
    package var days: [CivilDay]
    package var tiles: Tiles?
    package var csvPath: String
    package var missingPath: String
    package var matrixPath: String?
    package var now: Moment

    package struct Row: Sendable {
        package var name: String
        /// The same picture of the branch; nil where nothing is below it.
        package var path: String?
        package var figures: PictureFigures
    }

    package struct Tiles: Sendable {
        package var grid: TileGrid
        /// By the name on the tile; a place without a unit here has none.
        package var figures: [String: (figures: PictureFigures, path: String?)]
    }
}

/// What is not there: since when, and whose turn it is.
package struct MissingModel: Sendable {
    package var notice: NoticeLine
    package var unit: String
    package var picturePath: String
    package var unsigned: [Line]
    package var notRelayed: [Line]
    package var stuck: [StuckLine]
    package var nextPath: String?
    package var now: Moment

    package struct Line: Sendable {
        package var unit: String
        package var path: String
        package var since: Moment
        package var dueAt: Moment?
    }
}
