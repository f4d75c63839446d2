package import Federation

package enum DraftRules {
    /// Characters of a whole cover.
    package static let charactersMax = 10_000
    package static let carriedMax = 20

    /// What a version must have to be kept. Whom the line means may still be open then.
    static func check(_ content: DraftContent) throws(DraftRefusal) {
        guard !content.title.isEmpty else { throw .titleMissing }
        guard !content.opening.isEmpty else { throw .openingMissing }
        guard !content.carried.isEmpty else { throw .nothingCarried }
        guard content.carried.count <= carriedMax else { throw .tooManyCarried }
        guard content.length <= charactersMax else { throw .tooLong }
    }

    /// Title and opening follow what is carried as long as nobody has written others.
    /// - Parameters:
    ///   - old: the readings that were carried.
    ///   - new: those that are carried now.
    static func following(
        _ content: DraftContent, from old: [ReadNotice], to new: [ReadNotice], by unit: String
    ) -> DraftContent {
        var content = content
        if content.title == DraftWording.title(of: old, by: unit) {
            content.title = DraftWording.title(of: new, by: unit)
        }
        if content.opening == DraftWording.opening(of: old) { content.opening = DraftWording.opening(of: new) }
        return content
    }

    /// The form as it is kept: the units that the line reached then are in it, so that one which is gone at sign-off is
    /// missed; phrases that were taken out are not printed.
    static func settled(_ form: AddresseesForm, _ examination: AddresseesExamination) -> AddresseesForm {
        var kept = form
        kept.add = examination.add
        kept.added = examination.added.map(\.unit)
        let removed = Set(examination.phrases.filter { $0.isOpen && $0.choice == .remove }.map(\.place))
        if !removed.isEmpty {
            kept.line = line(of: .action, in: examination, without: removed)
            kept.copyLine = line(of: .information, in: examination, without: removed)
        }
        var places: [Int: Int] = [:]
        for phrase in examination.phrases where !removed.contains(phrase.place) { places[phrase.place] = places.count }
        (kept.choices, kept.names, kept.reasons, kept.shownPhrases) = ([:], [:], [:], [:])
        for phrase in examination.phrases {
            guard let place = places[phrase.place] else { continue }
            kept.choices[place] = phrase.choice
            if !phrase.name.isEmpty { kept.names[place] = phrase.name }
            if !phrase.keepReason.isEmpty { kept.reasons[place] = phrase.keepReason }
        }
        let byPhrase = examination.phrases.compactMap { phrase in places[phrase.place].map { ($0, phrase.units) } }
        let listed = (byPhrase + [(places.count, examination.added)]).flatMap { place, units in
            units.map { (tick: AddresseesForm.Tick(phrase: place, unit: $0.unit), isSent: $0.isSent) }
        }
        kept.known = Set(listed.map(\.tick))
        kept.ticked = Set(listed.filter(\.isSent).map(\.tick))
        return kept
    }

    private static func line(
        of purpose: Purpose, in examination: AddresseesExamination, without removed: Set<Int>
    ) -> String {
        let phrases = examination.phrases.filter { $0.purpose == purpose && !removed.contains($0.place) }
        return phrases.enumerated().map { place, phrase in
            phrase.text + (place + 1 < phrases.count ? (phrase.after.isEmpty ? "、" : phrase.after) : "")
        }.joined()
    }

    /// Units the line reached when it was saved and does not reach now.
    static func gone(_ content: DraftContent, _ plan: DispatchPlan) -> Set<UnitID> {
        Set(content.addressees.ticked.map(\.unit)).subtracting(plan.recipients.map(\.unit))
    }
}

extension DraftContent {
    /// Characters of the cover's own words.
    var length: Int {
        ([title, addressees.line, addressees.copyLine, opening, closing] + clauses).reduce(0) { $0 + $1.count }
    }
}

/// How a paper gets its number.
package enum DraftNumber: Sendable, Hashable {
    /// The next of the unit's series, drawn by the issuing act.
    case next
    case reserved(DocumentNumber)
    /// A number given elsewhere, entered with the issue.
    case byHand(DocumentNumber)
    case none
}
