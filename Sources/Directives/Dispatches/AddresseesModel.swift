package import Federation

/// The page that turns an addressee line into units, before anything is sent.
///
/// Field names of its form: `line`, `copy_line`, `unit` (ticked, `phrase:unit`), `known` (hidden, the same value, one per
/// unit listed, so that an unticked one is known), `choice-N`, `name-N`, `reason-N` and hidden `phrase-N` (N: the phrase's
/// place; its words), `add`, `added` (a unit's id, added by hand), `exclusion_reason`, `why-ID` (a unit's own reason),
/// hidden `shown_lines`. Buttons: `take`, `take_copy` (words to put into a line), `drop` (the place of a phrase).
package struct AddresseesModel: Sendable {
    package var notice: NoticeLine
    package var manner: Dispatch.Manner
    /// Where the form sends, and where its other buttons go to show this page again.
    package var sendPath: String
    package var checkPath: String
    package var act: ActID
    /// Ends in `?q=`; answers the unit picker.
    package var suggestPath: String
    /// Where an administrator creates a unit; nil where this installation has no such page.
    package var newUnitPath: String?
    package var line: String
    package var copyLine: String = ""
    /// The phrases of both lines, in order: those of the line for action first.
    package var phrases: [Phrase]
    /// Units added by hand, which no phrase names.
    package var added: [Listed] = []
    /// Direct children of the kinds the line asks for that no phrase reached. They receive nothing unless ticked.
    package var passedOver: [Listed] = []
    /// What is typed in the field for one more unit, where it could not be taken.
    package var add: String = ""
    package var exclusionReason: String = ""
    package var errors: [FieldError] = []
    /// Phrases of the genre for what is really below this sender.
    package var customary: [Customary] = []
    package var saved = SavedLinesModel()

    /// A phrase that this sender customarily writes.
    package struct Customary: Sendable, Hashable {
        package var text: String
        /// How many units it means here.
        package var units: Int
        /// Where these very words stand in the line for action.
        package var place: Int?
        /// Other words of the line reach all these units.
        package var isCovered = false
    }

    /// What is wrong with one field; `field` is its name in the form.
    package struct FieldError: Sendable, Hashable {
        package var field: String
        package var sentence: Sentence
    }

    /// A phrase of the line, resolved or not.
    package struct Phrase: Sendable {
        /// Counted from 0 through both lines; the N of its fields and the `phrase` of its units.
        package var place: Int
        package var text: String
        /// What the line prints after it: 、 or ，
        package var after: String = ""
        package var purpose: Purpose = .action
        package var reason: Sentence
        /// Part of the reading is taken from an earlier phrase (承前).
        package var isInferred: Bool = false
        /// What is still open; nil where the phrase is resolved.
        package var note: Sentence?
        /// Units of which one has to be named, where a name is ambiguous.
        package var candidates: [Listed] = []
        package var units: [Listed] = []
        /// What it means as a whole, beside the units that are listed.
        package var whole: [Whole] = []
        package var choice: Choice?
        /// What is typed beside the choice `name` or `keep`.
        package var name: String = ""
        package var keepReason: String = ""

        package var isOpen: Bool { note != nil }
        /// How many units it means, listed or as a whole.
        package var count: Int { units.count + wholeCount }
        package var wholeCount: Int { whole.reduce(0) { $0 + $1.units } }
    }

    /// All units of some kinds and levels below the sender, sent to as a whole.
    package struct Whole: Sendable {
        package var binding: Binding
        package var units: Int
        /// How many of them stand in each branch below the sender.
        package var branches: [(name: String, units: Int)] = []
    }

    /// The four ways out of a phrase that is not resolved.
    package enum Choice: String, Sendable, CaseIterable, Codable {
        case name, create, keep, remove
    }

    /// A unit under a phrase, with its tick.
    package struct Listed: Sendable {
        package var unit: UnitID
        package var name: String
        package var code: String
        package var path: String?
        package var isSent: Bool = true
        /// It hangs here by a second line and is reached by both (块、条都到).
        package var isOnBothLines: Bool = false
        /// Places of the later phrases that reach it too; it is listed and sent once, under the first.
        package var alsoIn: [Int] = []
        /// Why it is taken out, where a reason of its own is typed.
        package var reason: String = ""
        /// Which line brought it here, and where its other line leads, where it hangs on two.
        package var lines: Sentence?
    }

    /// The place that stands for "added by hand" in `unit` and `known`: after the last phrase.
    package var addedPlace: Int { phrases.count }

    /// How many units get it for action, as the ticks stand.
    package var sentCount: Int {
        let action = phrases.filter { $0.purpose == .action }
        return (action.flatMap(\.units) + added).count { $0.isSent } + action.reduce(0) { $0 + $1.wholeCount }
    }
}

/// The notice that a page is about, as its head names it.
package struct NoticeLine: Sendable {
    package var title: String
    package var path: String
    /// The list it stands in.
    package var listPath: String
    /// The highest grade of the paper and of those it carries, where the reader meets it in a list or a head.
    package var grade: Grade?
}
