package import Federation
package import Web

/// What the addressees form says, before it is examined.
package struct AddresseesForm: Sendable, Hashable {
    package struct Tick: Sendable, Hashable {
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

    /// A line nobody has worked on yet.
    package init(line: String, copyLine: String) {
        self.line = line
        self.copyLine = copyLine
    }

    /// Characters of a line at most; the longest real ones are a few hundred.
    private static let lineMax = 4_000

    package init(_ form: FormFields) {
        line = String((form.first("line") ?? "").prefix(Self.lineMax))
        copyLine = String((form.first("copy_line") ?? "").prefix(Self.lineMax))
        ticked = Set(form.all("unit").compactMap(Tick.init))
        known = Set(form.all("known").compactMap(Tick.init))
        for field in form.fields {
            if let place = Self.place(field.name, "choice-") {
                choices[place] = AddresseesModel.Choice(rawValue: field.value)
            } else if let place = Self.place(field.name, "name-") {
                names[place] = field.value.trimmed
            } else if let place = Self.place(field.name, "reason-") {
                reasons[place] = field.value.trimmed
            }
        }
        added = form.all("added").compactMap { UnitID($0) }
        add = (form.first("add") ?? "").trimmed
        exclusionReason = (form.first("exclusion_reason") ?? "").trimmed
    }

    private static func place(_ name: String, _ prefix: String) -> Int? {
        name.hasPrefix(prefix) ? Int(name.dropFirst(prefix.count)) : nil
    }

    /// Whether a unit listed under a phrase is sent to, as the ticks stand; a unit not shown before is.
    func isSent(_ unit: UnitID, under phrase: Int, otherwise: Bool = true) -> Bool {
        let tick = Tick(phrase: phrase, unit: unit)
        return known.contains(tick) ? ticked.contains(tick) : otherwise
    }
}
