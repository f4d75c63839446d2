package import Federation
import Storage

/// Asking for reports, and opening each period as its day comes.
package struct ReportAskingActs: Sendable {
    let federation: OpenFederation

    package init(_ federation: OpenFederation) { self.federation = federation }

    /// Says how often and by which outline those directly below report. A second word takes the place of the first.
    /// - Throws: `ReportAskingRefusal`.
    package func ask(
        _ form: ReportAskingForm, about notice: NoticeID, as actor: Actor, at unit: UnitID, id: ActID
    ) async throws -> NoticeID {
        let (outline, reason) = (form.outline.replacing("\r\n", with: "\n").trimmed, form.reason.trimmed)
        let rhythm = ReportRhythm(rawValue: form.rhythm)
        guard form.rhythm.isEmpty || rhythm != nil else { throw ReportAskingRefusal.rhythmUnknown }
        guard rhythm != nil || !outline.isEmpty else { throw ReportAskingRefusal.nothingAsked }
        guard !reason.isEmpty else { throw ReportAskingRefusal.reasonMissing }
        guard outline.count <= ReportAskingForm.outlineMax, reason.count <= ReportAskingForm.reasonMax else {
            throw ReportAskingRefusal.tooLong
        }
        return try await federation.act(.obligationAdd, as: actor, at: unit, id: id) { act in
            _ = try NoticeStore.require(notice, for: unit, in: act.db)
            try ChangeRules.requireStanding(notice, in: act.db)
            try Self.begin(
                ReportAsking(
                    id: act.newID(), notice: notice, unit: unit, rhythm: rhythm, depth: .next,
                    outline: outline.isEmpty ? nil : outline, reason: reason, moment: act.moment), in: act)
            return try act.record(
                on: Subject("notice", notice), notice, detail: ["reports": rhythm?.rawValue ?? "outline"])
        }
    }

    /// Takes back what this unit asked; what was reported stays.
    package func stop(
        _ notice: NoticeID, as actor: Actor, at unit: UnitID, id: ActID
    ) async throws -> NoticeID {
        try await federation.act(.obligationAdd, as: actor, at: unit, id: id) { act in
            _ = try NoticeStore.require(notice, for: unit, in: act.db)
            try Self.end(notice, by: unit, in: act)
            return try act.record(on: Subject("notice", notice), notice, detail: ["reports": "ended"])
        }
    }

    static func begin(_ asking: ReportAsking, in act: Act) throws {
        try end(asking.notice, by: asking.unit, in: act)
        try ReportAskingStore.insert(asking, in: act)
        try open(asking, in: act)
    }

    private static func end(_ notice: NoticeID, by unit: UnitID, in act: Act) throws {
        try ReportAskingStore.end(notice, by: unit, in: act)
        for period in try ReportAskingStore.periods(of: [notice], by: [unit], limit: 1, in: act.db) {
            try DueScopeStore.end(.reportSign, about: period.id.raw, from: unit, in: act)
        }
    }

    /// What began with the allocation of a sentence ends as that is taken back.
    static func end(with obligation: ObligationID, by unit: UnitID, in act: Act) throws {
        guard let sentence = try ObligationStore.find([obligation], in: act.db).first, sentence.role == .report,
            let asking = try ReportAskingStore.askings(about: [sentence.notice], by: [unit], in: act.db).first,
            asking.reason == sentence.quote
        else { return }
        try end(sentence.notice, by: unit, in: act)
    }

    /// Where a notice prints how often is reported, or a unit adds it to a sentence that asks for reports.
    static func begin(
        _ words: String, of obligation: Obligation, depth: DueScope.Depth, reason: String, at unit: UnitID, in act: Act
    ) throws {
        guard obligation.role == .report, let rhythm = ReportRhythm(words: words) else { return }
        let before = try ReportAskingStore.askings(about: [obligation.notice], by: [unit], in: act.db).first
        guard before?.rhythm != rhythm else { return }
        try begin(
            ReportAsking(
                id: act.newID(), notice: obligation.notice, unit: unit, rhythm: rhythm, depth: depth,
                outline: before?.outline, reason: reason, moment: act.moment), in: act)
    }

    /// The period of today: one row, whoever stands below. The one before is owed no more; it stays missing.
    private static func open(_ asking: ReportAsking, in act: Act) throws {
        guard let rhythm = asking.rhythm, let today = CivilDay(act.today),
            let notice = try NoticeStore.find(asking.notice, in: act.db)
        else { return }
        let days = rhythm.period(of: today)
        let known = try ReportAskingStore.periods(of: [asking.notice], by: [asking.unit], limit: 1, in: act.db).first
        var period = ReportPeriod(
            id: act.newID(), notice: asking.notice, unit: asking.unit, first: days.lowerBound, last: days.upperBound,
            dueAt: Zone.lastMinute(of: days.upperBound))
        if let known {
            try DueScopeStore.end(.reportSign, about: known.id.raw, from: asking.unit, in: act)
            // A rhythm that changes within a period goes on from where the last one ended.
            if known.last >= period.last {
                period = known
            } else if known.last >= period.first {
                period.first = known.last.adding(days: 1)
            }
        }
        if period.id != known?.id { try ReportAskingStore.insert(period, of: asking.id, in: act) }
        try DueScopeStore.open(
            DueScope(
                root: asking.unit, depth: asking.depth,
                binding: try ReportReading.binding(of: notice, in: act.db), kind: .reportSign,
                subject: period.id.raw, gate: asking.notice.raw, grade: notice.urgency.rank, dueAt: period.dueAt,
                minutes: 5, askedBy: asking.unit), in: act)
        // Whoever asks does not owe it to itself.
        try DueScopeStore.close(.reportSign, about: [period.id.raw], by: asking.unit, in: act)
    }

    // MARK: Each day

    /// Opens the periods of today, in whichever server comes first.
    package static func roll(_ federation: OpenFederation) async throws {
        guard let today = CivilDay(Zone.day(federation.clock.now())) else { return }
        for asking in try await federation.read({ try ReportAskingStore.waiting(on: today, in: $0) }) {
            do {
                try await roll(asking, today, federation)
            } catch is OpenedElsewhere {}
        }
    }

    private struct OpenedElsewhere: Error {}

    private static func roll(_ asking: ReportAsking, _ today: CivilDay, _ federation: OpenFederation) async throws {
        _ = try await federation.act(
            .reportWrite, as: .system, at: asking.unit, id: federation.newActID()
        ) { act in
            guard let current = try ReportAskingStore.find(asking.id, in: act.db),
                try ReportAskingStore.waiting(on: today, in: act.db).contains(current)
            else { throw OpenedElsewhere() }
            if try ChangeStore.ends(within: [asking.notice], in: act.db).isEmpty {
                try open(current, in: act)
            } else {
                try end(asking.notice, by: asking.unit, in: act)
            }
            return try act.record(on: Subject("notice", asking.notice), asking.notice, detail: ["period": "\(today)"])
        }
    }

    package static func add(to handlers: inout JobHandlers) {
        handlers.add(JobTimer("report.period", everySeconds: 60) { try await roll($0) })
    }
}
