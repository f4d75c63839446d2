package import Federation

/// What notices are looked for by; all of it must hold.
package struct SearchQuery: Sendable, Hashable {
    /// As it was typed.
    package var text: String
    package var issuer: String
    package var grade: Grade?
    /// Days as they were typed; `days` are those that can be used.
    package var from: String
    package var to: String

    package init(text: String = "", issuer: String = "", grade: Grade? = nil, from: String = "", to: String = "") {
        self.text = text
        self.issuer = issuer
        self.grade = grade
        self.from = from
        self.to = to
    }

    package var isEmpty: Bool { text.isEmpty && issuer.isEmpty && grade == nil && from.isEmpty && to.isEmpty }

    /// The words of the text, folded; each must stand somewhere in the notice.
    package var words: [String] {
        text.split(whereSeparator: \.isWhitespace).map { SearchText(String($0)).words }.filter { !$0.isEmpty }
    }

    /// The address's items that ask for the same again.
    package var items: [(String, String)] {
        [("q", text), ("issuer", issuer), ("grade", grade?.rawValue ?? ""), ("from", from), ("to", to)]
            .filter { !$0.1.isEmpty }
    }
}

package enum SearchRefusal: Refusal {
    case tooLong
    case dayUnreadable(field: String)
    case backward

    package var code: String {
        switch self {
        case .tooLong: "search.too_long"
        case .dayUnreadable: "search.day_unreadable"
        case .backward: "search.backward"
        }
    }

    package var manner: RefusalManner { .invalid }

    /// The name in the form of the field where it happened.
    package var field: String {
        switch self {
        case .tooLong: "q"
        case .dayUnreadable(let field): field
        case .backward: "to"
        }
    }

    package var sentence: Sentence {
        switch self {
        case .tooLong:
            Sentence(
                zh: "要找的字太多：最多 \(SearchRules.wordsMax) 个词，共 \(SearchRules.lengthMax) 个字。",
                en:
                    "Too much: at most \(SearchRules.wordsMax) words and \(SearchRules.lengthMax) characters."
            )
        case .dayUnreadable: Sentence(zh: "日期写成 2020-02-04。", en: "Write the date as 2020-02-04.")
        case .backward: Sentence(zh: "止的日期在起的日期之前。", en: "The last day is before the first.")
        }
    }
}

enum SearchRules {
    static let wordsMax = 8
    static let lengthMax = 200

    /// All that is wrong with what was asked, in the order of its fields.
    static func wrongs(in query: SearchQuery) -> [SearchRefusal] {
        var wrongs: [SearchRefusal] = []
        if query.words.count > wordsMax || query.text.unicodeScalars.count > lengthMax { wrongs.append(.tooLong) }
        let days = [("from", query.from), ("to", query.to)].filter { !$0.1.isEmpty }
        wrongs += days.filter { !NoticeRules.isDay($0.1) }.map { .dayUnreadable(field: $0.0) }
        if wrongs.isEmpty, days.count == 2, query.from > query.to { wrongs.append(.backward) }
        return wrongs
    }
}
