package import Federation
package import Storage

/// An addressee line held against the register: what each phrase means here, what a person decided, and what is still open.
package struct AddresseesExamination: Sendable {
    package var phrases: [AddresseesModel.Phrase]
    package var added: [AddresseesModel.Listed]
    package var passedOver: [AddresseesModel.Listed]
    package var errors: [AddresseesModel.FieldError]
    /// What would be sent, complete only where there are no errors.
    package var plan: DispatchPlan
    /// What remains in the field for one more unit.
    package var add: String

    /// - Parameter sender: the unit that sends: the line means what it means from there.
    package static func of(
        _ form: AddresseesForm, sender: Unit, speaking language: Language = .chinese,
        unitPath: @escaping (UnitID) -> String, in db: any Transaction
    ) throws -> AddresseesExamination {
        var examiner = try Examiner(form, sender, language, unitPath, db)
        return try examiner.run()
    }
}

private struct Examiner {
    let form: AddresseesForm
    let sender: Unit
    let language: Language
    let unitPath: (UnitID) -> String
    let db: any Transaction

    var phrases: [AddresseesModel.Phrase] = []
    var planned: [DispatchPhrase] = []
    var recipients: [DispatchPlan.Recipient] = []
    var exclusions: [DispatchPlan.Exclusion] = []
    var whole: [DispatchPlan.Whole] = []
    var errors: [AddresseesModel.FieldError] = []
    /// Where a unit was listed first: a unit reached twice is listed once.
    var listedAt: [UnitID: (phrase: Int, row: Int)] = [:]
    var openCount = 0
    var lines: [UnitID: Sentence] = [:]
    private let takenOut: Set<UnitID>
    private let children: Set<UnitID>

    init(
        _ form: AddresseesForm, _ sender: Unit, _ language: Language, _ unitPath: @escaping (UnitID) -> String,
        _ db: any Transaction
    ) throws {
        self.form = form
        takenOut = form.takenOut
        self.sender = sender
        self.language = language
        self.unitPath = unitPath
        self.db = db
        children = Set(try UnitStore.children(of: sender.id, in: db).map(\.id))
    }

    mutating func run() throws -> AddresseesExamination {
        let passedOver = try examine(form.line, .action)
        _ = try examine(form.copyLine, .information)
        let (added, add) = try examineAdded()
        try leaveOutListed()
        let over = try listed(passedOver.filter { listedAt[$0] == nil }, isSent: false)
        try describeLines()
        try missGone()
        let unexplained = exclusions.count { $0.reason == nil }
        if unexplained > 0 {
            errors.append(error("exclusion_reason", .exclusionReasonMissing(count: unexplained)))
        }
        if form.isChanged {
            errors.append(error("line", .lineChanged(count: sentCount)))
        }
        if openCount > 0 {
            errors.insert(error("line", DispatchRefusal.unresolved(count: openCount)), at: 0)
        } else if sentCount == 0 {
            errors.append(error("line", DispatchRefusal.nobody))
        }
        return AddresseesExamination(
            phrases: phrases, added: added.map(described), passedOver: over, errors: errors,
            plan: DispatchPlan(
                line: form.line, copyLine: form.copyLine.isEmpty ? nil : form.copyLine, phrases: planned,
                recipients: recipients, whole: whole, exclusions: exclusions),
            add: add)
    }

    /// How many get it for action.
    private var sentCount: Int {
        recipients.count { $0.purpose == .action } + whole.reduce(0) { $0 + $1.units }
    }

    /// A unit that stands in the list is counted there, also where a phrase that is sent to as a whole means it.
    private mutating func leaveOutListed() throws {
        guard !whole.isEmpty else { return }
        for unit in try UnitStore.find(Array(listedAt.keys), in: db).values where sender.path.contains(unit.path) {
            guard let place = whole.firstIndex(where: { $0.binding.binds(unit.kind, unit.level) }) else { continue }
            whole[place].units -= 1
            let phrase = whole[place].phrase
            if let own = phrases[phrase].whole.firstIndex(where: { $0.binding == whole[place].binding }) {
                phrases[phrase].whole[own].units -= 1
            }
            if let planned = planned.firstIndex(where: { $0.place == phrase }) { self.planned[planned].units -= 1 }
        }
    }

    /// One phrase that means so many units that they are sent to as a whole.
    private mutating func list(
        _ whole: [AddresseeWhole], under place: Int
    ) throws -> [AddresseesModel.Whole] {
        guard let first = whole.first else { return [] }
        // A phrase is one set: what several of its parts bind, kinds and levels together.
        let binding = whole.dropFirst().reduce(first.binding) { one, other in
            Binding(kinds: one.kinds | other.binding.kinds, levels: one.levels | other.binding.levels)
        }
        let view = try BranchView(sender, in: db)
        var counts: [TreePath: Int] = [:]
        for group in view.census where group.depth > 0 && binding.binds(group.measure.kind, group.measure.level) {
            counts[group.branch, default: 0] += group.n
        }
        let units = whole.reduce(0) { $0 + $1.units }
        self.whole.append(.init(phrase: place, binding: binding, units: units))
        return [
            AddresseesModel.Whole(
                binding: binding, units: units,
                branches: view.tops.compactMap { top in counts[top.path].map { (top.shownName(language), $0) } })
        ]
    }

    private func error(_ field: String, _ refusal: DispatchRefusal) -> AddresseesModel.FieldError {
        AddresseesModel.FieldError(field: field, sentence: refusal.sentence)
    }

    /// One line, phrase by phrase.
    /// - Returns: units of the kinds it asks for that no phrase reached.
    private mutating func examine(_ text: String, _ purpose: Purpose) throws -> [UnitID] {
        guard !text.trimmed.isEmpty else { return [] }
        let line = AddresseeLine(text)
        let resolution = try AddresseeResolution.resolve(
            line: line, issuer: sender, lookup: StoredUnitLookup(db, listsAll: purpose == .information))
        let ids = resolution.phrases.flatMap { $0.units + $0.candidates }
        let units = try UnitStore.find(ids, in: db)
        let scalars = Array(text.unicodeScalars)
        for (number, resolved) in resolution.phrases.enumerated() {
            let next = number + 1 < line.phrases.count ? line.phrases[number + 1].ranges.first?.lowerBound : nil
            let after = separator(after: resolved.phrase, before: next ?? scalars.count, in: scalars)
            try add(resolved, units, after: after, purpose)
        }
        return purpose == .action ? resolution.passedOver : []
    }

    private func separator(after phrase: AddresseePhrase, before next: Int, in scalars: [Unicode.Scalar]) -> String {
        guard let end = phrase.ranges.last?.upperBound, end < next, next <= scalars.count else { return "" }
        var text = ""
        text.unicodeScalars.append(contentsOf: scalars[end..<next])
        return text.trimmed
    }

    private mutating func add(
        _ resolved: ResolvedPhrase, _ units: [UnitID: Unit], after: String, _ purpose: Purpose
    ) throws {
        let place = phrases.count
        let chosen = form.choicePlace(resolved.phrase.text, at: place)
        var phrase = AddresseesModel.Phrase(
            place: place, text: resolved.phrase.text, after: after, purpose: purpose, reason: resolved.meaning.reason,
            isInferred: resolved.phrase.carriedOwner != nil, note: resolved.note,
            candidates: try listed(resolved.candidates, isSent: false), choice: chosen.flatMap { form.choices[$0] },
            name: chosen.flatMap { form.names[$0] } ?? "", keepReason: chosen.flatMap { form.reasons[$0] } ?? "")
        var outcome = DispatchPhrase.Outcome.resolved
        var found = resolved.units
        if resolved.note != nil {
            switch phrase.choice {
            case .name:
                outcome = .named
                if let unit = try named(phrase.name) {
                    found.append(unit.id)
                    phrase.note = nil
                } else {
                    errors.append(error("name-\(place)", .unitNotChosen(phrase: phrase.text)))
                }
            case .keep:
                outcome = .kept
                if phrase.keepReason.isEmpty {
                    errors.append(error("reason-\(place)", .reasonMissing(phrase: phrase.text)))
                }
            case .remove: outcome = .removed
            case .create, nil: openCount += 1
            }
        }
        let rows = try list(found, under: place, purpose)
        phrase.units = rows
        phrase.whole = purpose == .action ? try list(resolved.whole, under: place) : []
        phrases.append(phrase)
        planned.append(
            DispatchPhrase(
                place: place, text: phrase.text, purpose: purpose, outcome: outcome,
                reason: outcome == .kept ? phrase.keepReason : nil, units: rows.count { $0.isSent } + phrase.wholeCount)
        )
    }

    /// Lists units under a phrase, each once over the whole page, and plans those that are ticked.
    private mutating func list(
        _ ids: [UnitID], under place: Int, _ purpose: Purpose
    ) throws -> [AddresseesModel.Listed] {
        var rows: [AddresseesModel.Listed] = []
        let units = try UnitStore.find(ids, in: db)
        for id in ids {
            if let first = listedAt[id] {
                // Reached again: it stays where it was listed first.
                if first.phrase < phrases.count { phrases[first.phrase].units[first.row].alsoIn.append(place) }
                continue
            }
            guard let unit = units[id], unit.id != sender.id else { continue }
            listedAt[id] = (place, rows.count)
            var row = row(unit, isSent: !takenOut.contains(id))
            row.reason = form.unitReasons[id] ?? ""
            if purpose == .action, !isBelow(unit) {
                row.isSent = false
                errors.append(error("add", .notBelow(unit: unit.name)))
            } else {
                plan(row, place, purpose)
            }
            rows.append(row)
        }
        return rows
    }

    private mutating func plan(_ row: AddresseesModel.Listed, _ place: Int, _ purpose: Purpose) {
        if row.isSent {
            recipients.append(DispatchPlan.Recipient(unit: row.unit, phrase: place, purpose: purpose))
        } else {
            exclusions.append(DispatchPlan.Exclusion(unit: row.unit, reason: form.reason(row.unit)))
        }
    }

    /// Units added by hand, those passed over that were ticked among them.
    private mutating func examineAdded() throws -> (rows: [AddresseesModel.Listed], add: String) {
        let place = phrases.count
        var ids = form.added
        var add = form.add
        if !add.isEmpty {
            if let unit = try named(add) {
                ids.append(unit.id)
                add = ""
            } else {
                errors.append(error("add", .unitNotChosen(phrase: add)))
            }
        }
        let rows = try list(ids, under: place, .action)
        if !rows.isEmpty {
            planned.append(
                DispatchPhrase(
                    place: place, text: "", purpose: .action, outcome: .added, reason: nil,
                    units: rows.count { $0.isSent }))
        }
        return (rows, add)
    }

    /// The one unit that a person means by a name, short name or code.
    private func named(_ text: String) throws -> Unit? {
        guard !text.isEmpty else { return nil }
        if let unit = try UnitStore.find(code: text, in: db), unit.isWorking { return unit }
        let near = try UnitStore.named([text], within: sender.path, in: db)
        if near.count == 1 { return near[0] }
        let everywhere = try UnitStore.named([text], within: nil, in: db)
        return near.isEmpty && everywhere.count == 1 ? everywhere[0] : nil
    }

    private func isBelow(_ unit: Unit) -> Bool {
        children.contains(unit.id) || sender.path.contains(unit.path)
            || unit.secondaryPath.map(sender.path.contains) ?? false
    }

    private func listed(_ ids: [UnitID], isSent: Bool) throws -> [AddresseesModel.Listed] {
        let units = try UnitStore.find(ids, in: db)
        return ids.compactMap { units[$0] }.map { row($0, isSent: isSent) }
    }

    /// Units that were shown as sent to and are not reached now, though nobody changed the words: said, never dropped.
    private mutating func missGone() throws {
        let missing = Set(form.ticked.map(\.unit)).subtracting(listedAt.keys)
        guard !missing.isEmpty else { return }
        let isAsShown = form.shownLines != nil && !form.isChanged
        let gone = try UnitStore.find(Array(missing), in: db).values.filter { isAsShown || !$0.isWorking }
        guard !gone.isEmpty else { return }
        errors.append(error("gone", .unitsGone(names: gone.map { $0.shownName(language) }.sorted())))
    }

    /// Says of the units that hang on two lines which one brought them.
    private mutating func describeLines() throws {
        lines = try AddresseesLines.of(Array(listedAt.keys), below: sender, language, in: db)
        for place in phrases.indices { phrases[place].units = phrases[place].units.map(described) }
    }

    private func described(_ row: AddresseesModel.Listed) -> AddresseesModel.Listed {
        var row = row
        row.lines = lines[row.unit]
        return row
    }

    private func row(_ unit: Unit, isSent: Bool) -> AddresseesModel.Listed {
        AddresseesModel.Listed(
            unit: unit.id, name: unit.shownName(language), code: unit.code, path: unitPath(unit.id), isSent: isSent,
            isOnBothLines: sender.path.contains(unit.path) && (unit.secondaryPath.map(sender.path.contains) ?? false))
    }
}
