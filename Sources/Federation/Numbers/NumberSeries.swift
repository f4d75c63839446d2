import Storage

/// One row of numbers: a unit's papers under one word in one year.
package struct NumberSeries: Sendable, Hashable {
    package var id: ID<NumberSeries>
    package var unit: UnitID
    package var word: String
    package var year: Int
    /// Where the next draw begins to look for a free number.
    package var next: Int

    package init(id: ID<NumberSeries>, unit: UnitID, word: String, year: Int, next: Int) {
        self.id = id
        self.unit = unit
        self.word = word
        self.year = year
        self.next = next
    }
}

/// What became of a number.
package enum NumberFate: String, Sendable, CaseIterable, ColumnValue {
    /// Drawn by the act that issued the paper.
    case drawn
    /// Entered by hand, for a paper that Muster does not hold.
    case entered
    /// Kept for a paper that is still to come.
    case reserved
    /// Never to be used, or no longer valid (作废): said with a reason.
    case voided

    package var name: Sentence {
        switch self {
        case .drawn: Sentence(zh: "已用", en: "Used")
        case .entered: Sentence(zh: "手工登记", en: "Entered by hand")
        case .reserved: Sentence(zh: "预留", en: "Reserved")
        case .voided: Sentence(zh: "作废", en: "Void")
        }
    }
}

/// A line of the register of numbers (发文号登记簿).
package struct NumberEntry: Sendable, Hashable {
    package var number: DocumentNumber
    package var fate: NumberFate
    /// Why it was reserved, entered or voided.
    package var reason: String?
    /// The paper that bears it, where Muster holds it.
    package var subject: Subject?
    package var person: PersonID?
    /// When its fate was last decided.
    package var moment: Moment
}
