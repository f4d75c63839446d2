import Federation

/// A unit's rows of numbers, and the form that begins one: posts `word`, `year` and `next`.
struct NumberSeriesListModel: Sendable {
    var unit: NamedPath
    var ancestors: [NamedPath] = []
    var rows: [NumberSeriesShown] = []
    /// Nil where this post may not.
    var start: FormTarget?
    var form: NumberStartForm
    var errors: [String: Sentence] = [:]
    var wayOn: Sentence?
}

struct NumberSeriesShown: Sendable {
    var word: String
    var year: Int
    /// The next number as it will be printed.
    var next: String
    var counts: [NumberFate: Int]
    var path: String
}

/// What is decided about a number by hand.
enum NumberDecision: String, Sendable, CaseIterable {
    case reserve, enter, void
}

/// The register of one series (发文号登记簿).
struct NumberRegisterModel: Sendable {
    var unit: NamedPath
    var ancestors: [NamedPath] = []
    var listPath: String
    /// 焦工发〔2020〕
    var series: String
    var next: String
    var rows: [NumberRowShown] = []
    var morePath: String?
    /// The forms this post may use; each posts `number` and `reason`.
    var decisions: [NumberDecision: FormTarget] = [:]
    /// What was typed, and into which form.
    var form = NumberDecisionForm()
    var typed: NumberDecision?
    var errors: [String: Sentence] = [:]
    var wayOn: Sentence?
}

enum NumberRowShown: Sendable {
    case entry(NumberEntryShown)
    /// Numbers that nothing was done with, both included.
    case unused(from: Int, to: Int)
}

struct NumberEntryShown: Sendable {
    var number: Int
    /// As it is printed.
    var text: String
    var fate: NumberFate
    var reason: String?
    /// The paper that bears it, where Muster holds it and this post may see it.
    var paper: NamedPath?
    var personName: String?
    var moment: Moment
    /// Opens the form that voids it; nil where it is void, or this post may not.
    var voidPath: String?
}
