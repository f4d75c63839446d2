package import Federation

/// The sentences of a notice and of all it carries, with what was or is to be decided about each.
package struct SortingModel: Sendable {
    package var notice: NoticeLine
    package var parts: [Part]
    /// Where the decisions go; nil for whoever may not sort, or where all was sorted above.
    package var sort: Form?
    /// What it would cost, and the way to allocate it; nil where there is nothing to allocate.
    package var cost: Cost?
    /// Duties that this unit has allocated, and the way to take them back.
    package var allocated: Allocated?

    package struct Form: Sendable {
        package var path: String
        package var act: ActID
    }

    package struct Part: Sendable {
        package var notice: NoticeLine
        package var id: NoticeID
        /// Who sorted it, where somebody has.
        package var sorter: String?
        /// This unit may sort it.
        package var isOpen: Bool
        /// Where words can be added; nil where they cannot.
        package var markPath: String?
        package var rows: [Row]
    }

    package struct Row: Sendable {
        package var place: Int
        package var quote: String
        package var clause: String?
        package var role: ObligationRole
        package var bound: ObligationBound
        package var condition: String?
        package var sort: Obligation.Sort
        package var proof: ObligationProof
        /// Units below, this one included, that the clause binds.
        package var units: Int
        package var isAllocated: Bool
        /// Where it can be changed; nil where it cannot, or is only proposed.
        package var editPath: String?
    }

    /// What a branch is asked for, before it is asked.
    package struct Cost: Sendable {
        package var form: Form?
        package var duties: Int
        package var lines: [Line]

        package struct Line: Sendable {
            package var kind: UnitKind
            package var level: UnitLevel
            package var units: Int
            package var duties: Int
            /// For one unit of the kind.
            package var minutes: Int
            /// How many of them have told their workers already: what that shows is not asked again.
            package var conveyed: Int
            /// What one unit of the kind owes already by other allocations from here or above.
            package var owed: Int
        }

        package var units: Int { lines.reduce(0) { $0 + $1.units } }
        package var minutes: Int { lines.reduce(0) { $0 + $1.units * $1.minutes } }
    }

    package struct Allocated: Sendable {
        package var duties: Int
        package var form: Form?
    }
}
