import Federation
import Storage
import Web

/// Gathers what the addressees page shows.
enum AddresseesReading {
    /// The line the paper prints, for the unit's own paper; for one that is sent on, the line it would customarily write.
    static func customaryForm(
        for id: NoticeID, from unit: UnitID, in db: any Transaction
    ) throws -> AddresseesForm {
        let notice = try NoticeStore.requireWhole(id, for: unit, in: db)
        guard notice.issuer != unit else {
            let reading = notice.reading.corrected(by: try NoticeStore.corrections(of: id, in: db))
            return AddresseesForm(line: reading.addressees?.line ?? "", copyLine: reading.cc ?? "")
        }
        let sender = try UnitStore.require(unit, in: db)
        let children = try UnitStore.children(of: unit, in: db)
        return AddresseesForm(line: RelayRules.customaryLine(of: sender, children: children), copyLine: "")
    }

    static func examine(
        _ form: AddresseesForm, from unit: UnitID, speaking language: Language = .chinese, in db: any Transaction
    ) throws -> AddresseesExamination {
        try AddresseesExamination.of(
            form, sender: try UnitStore.require(unit, in: db), speaking: language,
            unitPath: { FrameRoutes.unit.path($0) }, in: db)
    }

    static func model(
        _ form: AddresseesForm, of id: NoticeID, from unit: UnitID, by actor: Actor,
        speaking language: Language, act: ActID, in db: any Transaction
    ) throws -> AddresseesModel {
        let notice = try NoticeStore.require(id, for: unit, in: db)
        let (manner, _) = try DispatchActs.manner(of: notice, from: unit, in: db)
        guard try UnitStore.hasChildren(unit, in: db) else { throw DispatchRefusal.nothingBelow }
        let examination = try examine(form, from: unit, speaking: language, in: db)
        var model = AddresseesModel(
            notice: NoticeLine(notice), manner: manner, sendPath: DispatchRoutes.send.path(id),
            checkPath: DispatchRoutes.check.path(id), act: act,
            suggestPath: FrameRoutes.unitSuggestions.path() + "?q=", newUnitPath: nil, line: form.line,
            phrases: examination.phrases)
        model.copyLine = form.copyLine
        model.added = examination.added
        model.passedOver = examination.passedOver
        model.add = examination.add
        model.exclusionReason = form.exclusionReason
        model.errors = examination.errors
        model.customary = try customary(
            of: try UnitStore.require(unit, in: db), beside: examination, in: db)
        model.saved = try SavedLineReading.model(for: id, of: unit, actor, in: db)
        return model
    }

    /// What each of the genre's phrases means for the units that are really below.
    private static func customary(
        of sender: Unit, beside examination: AddresseesExamination, in db: any Transaction
    ) throws -> [AddresseesModel.Customary] {
        let children = try UnitStore.children(of: sender.id, in: db)
        let (unions, organs) = RelayRules.customaryPhrases(of: sender, children: children)
        let action = examination.phrases.filter { $0.purpose == .action }
        let reached = Set((action.flatMap(\.units) + examination.added).map(\.unit))
        return try (unions + organs).map { words in
            let meant = try AddresseeResolution.resolve(
                line: AddresseeLine(words), issuer: sender, lookup: StoredUnitLookup(db))
            let units = Set(meant.phrases.flatMap(\.units)).subtracting([sender.id])
            let whole = meant.phrases.flatMap(\.whole)
            let isWhole = whole.allSatisfy { one in
                action.contains { $0.whole.contains { $0.binding.contains(one.binding) } }
            }
            return AddresseesModel.Customary(
                text: words, units: units.count + whole.reduce(0) { $0 + $1.units },
                place: action.first { $0.text == words }?.place,
                isCovered: !(units.isEmpty && whole.isEmpty) && units.isSubset(of: reached) && isWhole)
        }
    }
}
