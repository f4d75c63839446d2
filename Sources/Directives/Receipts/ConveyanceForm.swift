import Federation
package import Web

/// How a unit says that it told its workers: in its words, and how many where somebody counted.
package struct ConveyanceForm: Sendable, Hashable {
    package var words: String
    package var people: String

    package init(words: String, people: String = "") {
        self.words = words
        self.people = people
    }

    package init(_ fields: FormFields) {
        words = String((fields.first("words") ?? "").prefix(Receipt.noteMax))
        people = String((fields.first("people") ?? "").prefix(Self.figuresMax))
    }

    private static let figuresMax = 20

    /// - Throws: `ReceiptRefusal`.
    func telling() throws -> ReceiptFact.Telling {
        let words = words.trimmed
        guard !words.isEmpty else { throw ReceiptRefusal.wordsMissing }
        guard !people.trimmed.isEmpty else { return ReceiptFact.Telling(note: words) }
        guard let people = Int(people.trimmed), (0...Receipt.peopleMax).contains(people) else {
            throw ReceiptRefusal.peopleUnreadable
        }
        return ReceiptFact.Telling(note: words, people: people)
    }
}
