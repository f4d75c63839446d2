import Federation
import Web

/// What was typed into the settings of a unit, as it came, and what is wrong with it.
package struct UnitSettingsForm: Sendable, Hashable {
    package var steps: Set<UnitSettings.Step> = []
    package var relayNeedsLeader = false
    /// By grade, nil for papers without one.
    package var hours: [Grade?: String] = [:]
    package var numberWord = ""

    package init(_ settings: UnitSettings) {
        steps = settings.steps
        relayNeedsLeader = settings.relayNeedsLeader
        for (grade, hours) in settings.signWithinHours { self.hours[grade] = "\(hours)" }
        numberWord = settings.numberWord ?? ""
    }

    init(_ fields: FormFields) {
        steps = Set(fields.all("steps").compactMap(UnitSettings.Step.init))
        relayNeedsLeader = fields.contains("relay_needs_leader")
        for grade in UnitSettings.grades { hours[grade] = fields.first(Self.name(grade)) ?? "" }
        numberWord = fields.first("word") ?? ""
    }

    /// The field of a grade's hours.
    static func name(_ grade: Grade?) -> String { "hours_\(grade?.mark ?? "none")" }

    /// - Returns: the settings, and by field what cannot be used.
    func read() -> (settings: UnitSettings, errors: [String: Sentence]) {
        var (settings, errors): (UnitSettings, [String: Sentence]) = (UnitSettings(), [:])
        settings.steps = steps
        settings.relayNeedsLeader = relayNeedsLeader
        for grade in UnitSettings.grades {
            let typed = (hours[grade] ?? "").trimmed
            guard !typed.isEmpty else { continue }
            if let number = Int(typed), UnitSettings.hours.contains(number) {
                settings.signWithinHours[grade] = number
            } else {
                errors[Self.name(grade)] = UnitSettingsWords.hoursUnusable
            }
        }
        let word = numberWord.trimmed
        guard !word.isEmpty else { return (settings, errors) }
        do {
            try DocumentNumber.check(word: word)
            settings.numberWord = word
        } catch {
            errors["word"] = (error as? any Refusal)?.sentence ?? NumberRefusal.wordUnusable.sentence
        }
        return (settings, errors)
    }
}
