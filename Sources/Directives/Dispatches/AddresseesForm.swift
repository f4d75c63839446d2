package import Federation
package import Web

/// What the addressees form says, before it is examined.
package struct AddresseesForm: Sendable, Hashable, Codable {
    package struct Tick: Sendable, Hashable, Codable {
        package var phrase: Int
        package var unit: UnitID

        init(phrase: Int, unit: UnitID) {
            self.phrase = phrase
            self.unit = unit
        }

        /// `phrase:unit`
        init?(_ text: String) {
            let parts = text.split(separator: ":")
            guard parts.count == 2, let phrase = Int(parts[0]), let unit = UnitID(String(parts[1])) else { return nil }
            self.init(phrase: phrase, unit: unit)
        }
    }

    package var line: String
    package var copyLine: String
    package var ticked: Set<Tick> = []
    /// The ticks that were shown: those among them that are not ticked were taken out by a person.
    package var known: Set<Tick> = []
    package var choices: [Int: AddresseesModel.Choice] = [:]
    package var names: [Int: String] = [:]
    package var reasons: [Int: String] = [:]
    package var added: [UnitID] = []
    package var add: String = ""
    package var exclusionReason: String = ""
    /// Why one unit is taken out, where the reason for all does not fit it.
    package var unitReasons: [UnitID: String] = [:]
    /// The words of each phrase as it was shown: a choice belongs to the words, wherever they stand now.
    package var shownPhrases: [Int: String] = [:]
    /// Both lines as they were when the units were shown; nil where nobody was shown any.
    package var shownLines: String?

    /// A line nobody has worked on yet.
    package init(line: String, copyLine: String) {
        self.line = line
        self.copyLine = copyLine
    }

    /// Characters of a line at most; the longest real ones are a few hundred.
    private static let lineMax = 4_000

    /// Characters of a reason or a name at most.
    private static let wordsMax = 500

    private static func words(_ typed: String) -> String { String(typed.trimmed.prefix(wordsMax)) }

    package init(_ form: FormFields) {
        line = Self.line(form.first("line"))
        copyLine = Self.line(form.first("copy_line"))
        ticked = Set(form.all("unit").compactMap(Tick.init))
        known = Set(form.all("known").compactMap(Tick.init))
        for field in form.fields {
            if let place = Self.place(field.name, "choice-") {
                choices[place] = AddresseesModel.Choice(rawValue: field.value)
            } else if let place = Self.place(field.name, "name-") {
                names[place] = Self.words(field.value)
            } else if let place = Self.place(field.name, "reason-") {
                reasons[place] = Self.words(field.value)
            } else if let place = Self.place(field.name, "phrase-") {
                shownPhrases[place] = field.value
            } else if field.name.hasPrefix("why-"), let unit = UnitID(String(field.name.dropFirst(4))) {
                unitReasons[unit] = Self.words(field.value)
            }
        }
        added = form.all("added").compactMap { UnitID($0) }
        add = Self.words(form.first("add") ?? "")
        exclusionReason = Self.words(form.first("exclusion_reason") ?? "")
        shownLines = form.first("shown_lines").map { Self.line($0) }
        press(form)
    }

    /// What one of the picker's buttons does to the lines.
    private mutating func press(_ form: FormFields) {
        if let words = form.first("take") { line = AddresseesRules.adding(Self.line(words), to: line) }
        if let words = form.first("take_copy") { copyLine = AddresseesRules.adding(Self.line(words), to: copyLine) }
        if let place = form.first("drop").flatMap({ Int($0) }) {
            let own = AddresseeLine(line).phrases.count
            if place < own {
                line = AddresseesRules.removing(place, from: line)
            } else {
                copyLine = AddresseesRules.removing(place - own, from: copyLine)
            }
        }
    }

    private static func line(_ text: String?) -> String { String((text ?? "").withPlainLineEnds.prefix(lineMax)) }

    /// Both lines, as the page sends them along to know later whether they were changed.
    static func shown(_ line: String, _ copyLine: String) -> String { "\(line) | \(copyLine)" }

    /// True where the words are others than those whose units were shown.
    var isChanged: Bool { shownLines.map { $0 != Self.line(Self.shown(line, copyLine)) } ?? false }

    private static func place(_ name: String, _ prefix: String) -> Int? {
        name.hasPrefix(prefix) ? Int(name.dropFirst(prefix.count)) : nil
    }

    /// The units that a person took out: shown, and not ticked. A unit stays out when its phrase moves in the line.
    var takenOut: Set<UnitID> { Set(known.map(\.unit)).subtracting(ticked.map(\.unit)) }

    /// Where the choice for these words was made; nil where it was made for other words.
    func choicePlace(_ text: String, at place: Int) -> Int? {
        guard let shown = shownPhrases[place], shown != text else { return place }
        return shownPhrases.filter { $0.value == text }.keys.min()
    }

    func reason(_ unit: UnitID) -> String? {
        [unitReasons[unit] ?? "", exclusionReason].first { !$0.isEmpty }
    }
}
