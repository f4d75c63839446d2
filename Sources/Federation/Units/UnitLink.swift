import Storage

/// That a unit hangs on another, on a line, from a day on. Links are the truth; paths are derived from them.
///
/// Every unit but the root has exactly one open primary link, and at most one open secondary one. A closed unit keeps its
/// primary link: it says where what the unit did is counted.
package struct UnitLink: Sendable, Hashable {
    package var id: UnitLinkID
    package var unit: UnitID
    package var parent: UnitID
    package var line: UnitLine
    /// The primary link rules scope, counting and summaries; the secondary one is for addressees.
    package var isPrimary: Bool
    /// ISO days. The link holds from the first until the day before the second; nil while it lasts.
    package var fromOn: String
    package var toOn: String?
}

package typealias UnitLinkID = ID<UnitLink>

/// Along which line a unit hangs: that of its territory (块) or that of its industry (条).
package enum UnitLine: String, Sendable, CaseIterable, Codable {
    case territorial, industrial

    /// The line on which a unit hangs below one of this kind, where nobody says otherwise: a file of units does not.
    package static func usual(below kind: UnitKind) -> UnitLine {
        kind == .industrialUnion ? .industrial : .territorial
    }

    /// The usual line of a second link: what hangs on its territory first hangs on an industry second.
    package static func usual(second kind: UnitKind, besides first: UnitLine) -> UnitLine {
        first == .territorial ? .industrial : usual(below: kind)
    }
}

extension UnitLine: ColumnValue {}

/// Where a unit is to hang.
package struct UnitPlace: Sendable, Hashable {
    package var parent: UnitID
    package var line: UnitLine

    package init(under parent: UnitID, on line: UnitLine) {
        self.parent = parent
        self.line = line
    }
}
