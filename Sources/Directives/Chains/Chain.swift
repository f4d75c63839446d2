package import Federation

/// One thing that was done with a notice: by whom, when, and what.
package struct ChainLink: Sendable, Hashable {
    /// What kind of act it was; what a chain is filtered by.
    package enum Act: String, Sendable, CaseIterable {
        case registered, corrected, handled, drafted, carried, sent, received, urged, changed, noted, exported
    }

    package var act: Act
    /// Within the act: which step, fact or field (`signed`, `instructed`).
    package var word: String
    /// When it happened, so far as it is known.
    package var moment: Moment
    /// Tells apart what happened in one moment, and in which order it is shown.
    package var order: Int64
    package var unit: UnitID
    package var person: PersonID?
    package var post: PostID?
    package var text: String?
    /// How many units or people.
    package var count: Int?
    package var channel: String?
    /// Another unit did it for this one.
    package var recordedBy: UnitID?
    /// When it was written down, where that is another moment.
    package var recordedAt: Moment?
    /// Only its day is known.
    package var isDayOnly: Bool
    /// The thing itself: a dispatch, a change, a cover, a draft.
    package var subject: Int64?

    package var cursor: ChainCursor { ChainCursor(moment: moment, order: order) }
}

/// How far a chain was read.
package struct ChainCursor: Sendable, Hashable, Comparable {
    package var moment: Moment
    package var order: Int64

    package init(moment: Moment, order: Int64) {
        self.moment = moment
        self.order = order
    }

    /// As it stands in an address.
    package init?(_ text: String) {
        let parts = text.split(separator: "-", maxSplits: 1).compactMap { Int64($0) }
        guard parts.count == 2 else { return nil }
        self.init(moment: Moment(microseconds: parts[0]), order: parts[1])
    }

    package var text: String { "\(moment.microseconds)-\(order)" }

    package static func < (left: Self, right: Self) -> Bool {
        (left.moment, left.order) < (right.moment, right.order)
    }
}

/// What of a chain is asked for; all of it must hold.
package struct ChainFilter: Sendable, Hashable {
    package var act: ChainLink.Act?
    package var level: UnitLevel?
    /// Stands in the unit's name.
    package var unit: String

    package init(act: ChainLink.Act? = nil, level: UnitLevel? = nil, unit: String = "") {
        self.act = act
        self.level = level
        self.unit = unit
    }

    package var isEmpty: Bool { act == nil && level == nil && unit.isEmpty }

    /// The address's items that ask for the same again.
    package var items: [(String, String)] {
        [("unit", unit), ("act", act?.rawValue ?? ""), ("level", level?.rawValue ?? "")].filter { !$0.1.isEmpty }
    }
}

/// Whose part of a chain somebody may see.
package struct ChainScope: Sendable {
    /// The unit that looks: all of its own.
    package var own: Unit
    /// And of all units below it.
    package var reachesBelow: Bool

    package init(own: Unit, reachesBelow: Bool) {
        self.own = own
        self.reachesBelow = reachesBelow
    }
}
