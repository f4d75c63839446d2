import Federation
import Web

/// A series to be begun, as it was typed.
struct NumberStartForm: Sendable {
    var word = ""
    var year: String
    var next = "1"

    init(year: Int) { self.year = String(year) }

    init(_ fields: FormFields) {
        word = (fields.first("word") ?? "").trimmed
        year = (fields.first("year") ?? "").trimmed
        next = (fields.first("next") ?? "").trimmed
    }

    /// - Throws: `NumberRefusal`.
    func read() throws(NumberRefusal) -> (word: String, year: Int, next: Int) {
        guard let year = Int(year) else { throw .yearUnusable }
        guard let next = Int(next) else { throw .numberUnusable }
        return (word, year, next)
    }
}

/// A number and why, as it was typed.
struct NumberDecisionForm: Sendable {
    var number = ""
    var reason = ""

    init() {}

    init(_ fields: FormFields) {
        number = (fields.first("number") ?? "").trimmed
        reason = String((fields.first("reason") ?? "").trimmed.prefix(200))
    }

    /// - Throws: `NumberRefusal.numberUnusable`.
    func read() throws(NumberRefusal) -> Int {
        guard let number = Int(number) else { throw .numberUnusable }
        return number
    }
}

extension NumberRefusal {
    /// Beside which field of these forms it stands.
    var field: String {
        switch self {
        case .wordUnusable: "word"
        case .yearUnusable: "year"
        case .reasonMissing: "reason"
        case .numberUnusable, .taken, .notReserved, .alreadyVoid, .exhausted: "number"
        }
    }
}
