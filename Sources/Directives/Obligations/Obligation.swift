package import Federation

/// What a clause asks, of which kinds of unit (落实事项). It points at the exact characters of the notice; it exists once
/// for each stretch of a notice, and units add to it beside the quotation.
package struct Obligation: Sendable, Hashable {
    package var id: ObligationID
    package var notice: NoticeID
    /// Unicode scalars of the notice's own text, in order, never overlapping.
    package var ranges: [ReadRange]
    /// The words at `ranges`, joined with …
    package var quote: String
    /// The numerals of the clause it stands in: 三、（二）.
    package var clause: String?
    package var role: ObligationRole
    /// As the clause says it; `binding` is what the rule makes of it.
    package var bound: ObligationBound
    package var binding: Binding
    /// On what it depends, in the notice's words. Only a conditional one can be "not applicable".
    package var condition: String?
    package var sort: Sort
    package var proof: ObligationProof
    /// Whether the reader proposed it, or a person marked it.
    package var isProposed: Bool
    /// The unit that defined it: whichever sorted the notice first.
    package var unit: UnitID
    package var person: PersonID
    package var post: PostID
    package var moment: Moment

    package enum Sort: String, Sendable, Hashable, CaseIterable {
        /// Allocated, owed, evidenced.
        case duty
        /// Shown; owes nothing.
        case guidance
        /// Kept with its trace, shown nowhere else.
        case dropped
    }
}

package typealias ObligationID = ID<Obligation>

/// What suffices to show that it was done. More than a sentence is asked only where the notice names a thing or a number,
/// or a unit added it with its reason.
package enum ObligationProof: String, Sendable, Hashable, CaseIterable {
    case sentence
    /// How the workers were told already answers it.
    case conveyance
    case figure
    case file
    /// Its items, ticked one by one or all at once.
    case checklist

    /// What it costs a unit beyond the one sentence that answers a whole notice, in minutes.
    package var minutes: Int {
        switch self {
        case .sentence, .conveyance: 0
        case .figure, .checklist: 2
        case .file: 4
        }
    }
}
