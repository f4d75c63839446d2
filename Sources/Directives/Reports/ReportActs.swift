package import Federation
import Storage

/// Composing a report, sending it up, and what the level above does with it; each one act.
package struct ReportActs: Sendable {
    let federation: OpenFederation

    package init(_ federation: OpenFederation) { self.federation = federation }

    /// Begins a report with an outline and the figures of the moment.
    /// - Parameters:
    ///   - coversOn: a day of the period it is for, where reports come in a rhythm; today's where nil.
    ///   - byReceiver: by the outline of the unit that receives it, where that has one.
    /// - Throws: `ReportRefusal`.
    package func start(
        _ notice: NoticeID, coversOn: CivilDay? = nil, byReceiver: Bool = true, as actor: Actor, at unit: UnitID,
        id: ActID
    ) async throws -> ReportID {
        try await federation.act(.reportWrite, as: actor, at: unit, id: id) { act in
            let own = try UnitStore.require(unit, in: act.db)
            let (report, found) = try Self.begun(notice, by: own, coversOn, in: act)
            let figures = try ReportFigures.now(notice, at: own, now: act.moment, in: act.db)
            let family = try ObligationStore.family(of: found, in: act.db).map(\.id)
            let asked = try ReportAskingStore.askings(about: family, by: [report.receiver], in: act.db)
                .compactMap(\.outline).first
            let body = byReceiver ? asked.map { ReportRules.filled($0, figures) } : nil
            try ReportStore.insert(report, in: act)
            try Self.write(body ?? ReportRules.outline(found.title, figures), figures, version: 1, of: report, in: act)
            return try act.record(on: Subject("report", report.id), report.id)
        }
    }

    /// One press: nothing new happened in the period. It says that and nothing else, and goes up signed.
    /// - Throws: `ReportRefusal`.
    package func zero(
        _ notice: NoticeID, coversOn: CivilDay? = nil, as actor: Actor, at unit: UnitID, id: ActID
    ) async throws -> ReportID {
        try await federation.act(.reportSign, as: actor, at: unit, id: id) { act in
            let own = try UnitStore.require(unit, in: act.db)
            var (report, _) = try Self.begun(notice, by: own, coversOn, in: act)
            report.isZero = true
            let figures = try ReportFigures.now(notice, at: own, now: act.moment, in: act.db)
            try ReportStore.insert(report, in: act)
            try Self.write(ReportRules.zero, figures, version: 1, of: report, in: act)
            try Self.send(&report, challenged: [], by: own, in: act)
            return try act.record(on: Subject("report", report.id), report.id, detail: ["zero": "yes"])
        }
    }

    /// A report that came by telephone or on paper from a unit directly below that is not on Muster, written down for it.
    /// It counts as its own, from the day on which it came.
    /// - Throws: `ReportRefusal`; "not found" where the unit does not stand directly below.
    package func record(
        _ form: ReportRecordForm, about notice: NoticeID, as actor: Actor, at unit: UnitID, id: ActID
    ) async throws -> ReportID {
        let body = try Self.checked(form.body)
        guard let child = form.unit else { throw ReportRefusal.unitMissing }
        guard let channel = form.channel else { throw ReportRefusal.channelMissing }
        guard let day = CivilDay(form.day.trimmed), let midnight = Zone.moment(typed: "\(day)T00:00") else {
            throw ReportRefusal.dayUnreadable
        }
        return try await federation.act(.reportAccept, as: actor, at: unit, id: id) { act in
            guard day.description <= act.today else { throw ReportRefusal.dayAhead }
            guard try UnitStore.children(of: unit, in: act.db).contains(where: { $0.id == child && $0.isWorking }),
                try UnitStore.notOnMuster([child], on: act.today, in: act.db).contains(child)
            else { throw AccessRefusal.notFound }
            let own = try UnitStore.require(child, in: act.db)
            _ = try NoticeStore.require(notice, for: unit, in: act.db)
            var (report, _) = try Self.begun(notice, by: own, day, isOnBehalf: true, in: act)
            (report.state, report.signedVersion, report.recordedBy) = (.accepted, 1, unit)
            report.sentAt = day.description == act.today ? act.moment : midnight
            report.seal = try SealStore.head(in: act.db)
            let figures = try ReportFigures.now(notice, at: own, isFor: unit, now: act.moment, in: act.db)
            try ReportStore.insert(report, in: act)
            try ReportStore.insert(
                ReportVersion(
                    version: 1, body: body, figures: figures, person: try act.person(), post: try act.post(),
                    moment: report.sentAt ?? act.moment), of: report.id, in: act.db)
            try ReportStore.note(
                .sent, report, version: 1, text: ReceiptRecordWords.channel(channel).zh, at: unit, in: act)
            try Self.settle(report, by: own, in: act)
            return try act.record(on: Subject("report", report.id), report.id, detail: ["recorded": "yes"])
        }
    }

    /// Something said of a draft beside its words.
    /// - Throws: `ReportRefusal.remarkMissing`.
    package func remark(
        _ text: String, on id: ReportID, as actor: Actor, at unit: UnitID, id actID: ActID
    ) async throws -> ReportID {
        let text = text.trimmed
        guard !text.isEmpty, text.count <= ReportRemark.textMax else { throw ReportRefusal.remarkMissing }
        return try await federation.act(.reportWrite, as: actor, at: unit, id: actID) { act in
            let report = try Self.open(id, of: unit, in: act)
            try ReportStore.remark(text, on: report, in: act)
            return try act.record(on: Subject("report", id), id, detail: ["remark": "yes"])
        }
    }

    /// A report with nobody's words yet.
    private static func begun(
        _ notice: NoticeID, by own: Unit, _ coversOn: CivilDay?, isOnBehalf: Bool = false, in act: Act
    ) throws -> (Report, NoticeHead) {
        let found =
            isOnBehalf
            ? try NoticeStore.find(notice, in: act.db) : try NoticeStore.require(notice, for: own.id, in: act.db)
        guard let found else { throw AccessRefusal.notFound }
        let ancestors = try UnitStore.ancestors(of: own.path, in: act.db)
        guard let above = ancestors.last else { throw ReportRefusal.noLevelAbove }
        let before = try ReportStore.reports(of: own.id, about: notice, in: act.db)
        guard !before.contains(where: \.state.isOpen) else { throw ReportRefusal.openAlready }
        var report = Report(
            id: act.newID(), notice: notice, unit: own.id, receiver: above.id,
            ordinal: (before.first?.ordinal ?? 0) + 1, state: .draft, version: 1, createdAt: act.moment)
        let family = try ObligationStore.family(of: found, in: act.db)
        let asked = try family.flatMap { try NoticeStore.whole($0, in: act.db).reading.reports }
        if let office = asked.lazy.compactMap(\.to)
            .compactMap({ ReportRules.office(in: $0, of: above) }).first
        {
            report.office = office
            report.officeUnit = try UnitStore.children(of: above.id, in: act.db)
                .first { $0.isWorking && $0.kind == .department && $0.name.hasSuffix(office) }?.id
        }
        let periods = try ReportAskingStore.periods(
            of: family.map(\.id), by: ancestors.map(\.id), limit: 60, in: act.db)
        let today = CivilDay(act.today)
        report.coversOn = periods.first { period in
            (coversOn ?? today).map(period.days.contains) ?? false
        }.flatMap { period in (coversOn ?? today).map { min($0, period.last) } }
        return (report, found)
    }

    /// Its words and figures stay as they are from now on; what waited for it does not any more.
    private static func send(_ report: inout Report, challenged: [String], by own: Unit, in act: Act) throws {
        (report.state, report.signedVersion, report.sentAt) = (.sent, report.version, act.moment)
        report.seal = try SealStore.head(in: act.db)
        try ReportStore.save(report, in: act.db)
        let notice = try NoticeStore.require(report.notice, for: own.id, in: act.db)
        let duties = try ObligationStore.family(of: notice, in: act.db)
            .flatMap { try ObligationStore.obligations(of: $0.id, in: act.db) }.filter { $0.sort == .duty }.map(\.id)
        if let units = try PictureStore.units(
            of: notice.id, duties, under: own, max: ReportStore.unitsMax, now: act.moment, in: act.db)
        {
            try ReportStore.keep(units, of: report, in: act.db)
        }
        try ReportStore.note(
            .sent, report, version: report.version, text: challenged.isEmpty ? nil : challenged.joined(separator: "；"),
            at: own.id, in: act)
        try DueStore.open(
            .reportAccept, about: report.id.raw, by: try reader(of: report, in: act), grade: notice.urgency.rank,
            minutes: 3, in: act)
        try settle(report, by: own, in: act)
    }

    /// Who looks at it: the office that the notice names, where people work in it, else the receiver.
    private static func reader(of report: Report, in act: Act) throws -> UnitID {
        guard let office = report.officeUnit,
            try UnitStore.notOnMuster([office], on: act.today, in: act.db).isEmpty
        else { return report.receiver }
        return office
    }

    /// The periods that it is for are answered, and so is what the notice asks to be reported.
    private static func settle(_ report: Report, by own: Unit, in act: Act) throws {
        guard let notice = try NoticeStore.find(report.notice, in: act.db) else { return }
        let above = try UnitStore.ancestors(of: own.path, in: act.db).map(\.id)
        if let day = report.coversOn {
            let family = try ObligationStore.family(of: notice, in: act.db).map(\.id)
            let periods = try ReportAskingStore.periods(of: family, by: above, limit: 60, in: act.db)
                .filter { $0.days.contains(day) }
            try DueScopeStore.close(.reportSign, about: periods.map(\.id.raw), by: own.id, in: act)
        }
        let recorder = try report.recordedBy.flatMap { try UnitStore.find($0, in: act.db) }
        _ = try AssignmentActs.reported(report.notice, by: own, recordedBy: recorder, in: act)
    }

    /// A new version of the words, with the figures of the moment.
    package func write(
        _ id: ReportID, body: String, as actor: Actor, at unit: UnitID, id actID: ActID
    ) async throws -> ReportID {
        let body = try Self.checked(body)
        return try await federation.act(.reportWrite, as: actor, at: unit, id: actID) { act in
            var report = try Self.open(id, of: unit, in: act)
            let own = try UnitStore.require(unit, in: act.db)
            report.version += 1
            let figures = try ReportFigures.now(report.notice, at: own, now: act.moment, in: act.db)
            try Self.write(body, figures, version: report.version, of: report, in: act)
            try ReportStore.save(report, in: act.db)
            return try act.record(on: Subject("report", id), id, detail: ["version": "\(report.version)"])
        }
    }

    /// Takes a passage of a report from below into the words, with its source.
    /// - Throws: `ReportRefusal.passageUnknown`.
    package func quote(
        _ source: ReportID, _ passage: Int, into id: ReportID, as actor: Actor, at unit: UnitID, id actID: ActID
    ) async throws -> ReportID {
        try await federation.act(.reportWrite, as: actor, at: unit, id: actID) { act in
            var report = try Self.open(id, of: unit, in: act)
            guard let below = try ReportStore.find(source, in: act.db), below.receiver == unit,
                below.notice == report.notice, let signed = below.signedVersion,
                let words = try ReportStore.version(signed, of: source, in: act.db)
            else { throw ReportRefusal.passageUnknown }
            let passages = ReportRules.passages(words.body)
            guard passages.indices.contains(passage) else { throw ReportRefusal.passageUnknown }
            let text = passages[passage]
            let quotes = try ReportStore.quotes(in: id, in: act.db)
            try ReportStore.quote(
                ReportQuote(place: quotes.count + 1, source: source, sourceVersion: signed, text: text), in: id,
                act: act)
            guard let last = try ReportStore.version(report.version, of: id, in: act.db) else {
                throw StorageError.unexpectedShape("report without its version")
            }
            report.version += 1
            let own = try UnitStore.require(unit, in: act.db)
            let figures = try ReportFigures.now(report.notice, at: own, now: act.moment, in: act.db)
            let name = try UnitStore.require(below.unit, in: act.db).name
            try Self.write(
                last.body.trimmed + "\n\n\(name)报告：“\(text)”\n", figures, version: report.version, of: report, in: act)
            try ReportStore.save(report, in: act.db)
            return try act.record(on: Subject("report", id), id, detail: ["quoted": "\(source)"])
        }
    }

    /// Signs a report off and sends it up. Its words and the figures of this moment stay as they are from now on, and what
    /// the notice asks to be reported is discharged by it.
    /// - Parameter despite: sentences that say more than the figures cover are to go all the same.
    /// - Throws: `ReportRefusal.saysMore`.
    package func sign(
        _ id: ReportID, body: String, despite: Bool, as actor: Actor, at unit: UnitID, id actID: ActID
    ) async throws -> ReportID {
        let body = try Self.checked(body)
        return try await federation.act(.reportSign, as: actor, at: unit, id: actID) { act in
            var report = try Self.open(id, of: unit, in: act)
            let own = try UnitStore.require(unit, in: act.db)
            let figures = try ReportFigures.now(report.notice, at: own, now: act.moment, in: act.db)
            let more = ReportRules.challenged(body, figures)
            guard more.isEmpty || despite else { throw ReportRefusal.saysMore(more) }
            report.version += 1
            try Self.write(body, figures, version: report.version, of: report, in: act)
            try Self.send(&report, challenged: more, by: own, in: act)
            return try act.record(
                on: Subject("report", id), id,
                detail: ["version": "\(report.version)", "challenged": "\(more.count)"])
        }
    }

    /// The level above takes it as it is.
    package func accept(
        _ id: ReportID, as actor: Actor, at unit: UnitID, id actID: ActID
    ) async throws -> ReportID {
        try await answer(id, .accepted, text: nil, as: actor, at: unit, id: actID)
    }

    /// The level above gives it back with a reason; the unit writes a new version.
    /// - Throws: `ReportRefusal.reasonMissing`.
    package func giveBack(
        _ id: ReportID, reason: String, as actor: Actor, at unit: UnitID, id actID: ActID
    ) async throws -> ReportID {
        let reason = String(reason.trimmed.prefix(ReportRefusal.reasonMax))
        guard !reason.isEmpty else { throw ReportRefusal.reasonMissing }
        return try await answer(id, .returned, text: reason, as: actor, at: unit, id: actID)
    }

    private func answer(
        _ id: ReportID, _ kind: ReportFact.Kind, text: String?, as actor: Actor, at unit: UnitID, id actID: ActID
    ) async throws -> ReportID {
        try await federation.act(.reportAccept, as: actor, at: unit, id: actID) { act in
            guard var report = try ReportStore.find(id, in: act.db), report.state != .draft,
                report.receiver == unit || report.officeUnit == unit
            else { throw AccessRefusal.notFound }
            guard report.state == .sent, let signed = report.signedVersion else { throw ReportRefusal.notSent }
            report.state = kind == .accepted ? .accepted : .returned
            try ReportStore.save(report, in: act.db)
            try ReportStore.note(kind, report, version: signed, text: text, at: unit, in: act)
            try DueStore.closeAll(.reportAccept, about: [id.raw], in: act)
            if kind == .returned {
                let grade = try NoticeStore.find(report.notice, in: act.db)?.urgency.rank ?? 0
                try DueStore.open(
                    .reportWrite, about: id.raw, by: report.unit, grade: grade, minutes: 10, in: act)
            }
            return try act.record(on: Subject("report", id), id, detail: ["answer": kind.rawValue])
        }
    }

    // MARK: -

    private static func checked(_ body: String) throws -> String {
        let body = body.replacing("\r\n", with: "\n").trimmed
        guard !body.isEmpty else { throw ReportRefusal.bodyMissing }
        guard body.count <= ReportRefusal.bodyMax else { throw ReportRefusal.bodyTooLong }
        return body
    }

    private static func open(_ id: ReportID, of unit: UnitID, in act: Act) throws -> Report {
        guard let report = try ReportStore.find(id, in: act.db), report.unit == unit else {
            throw AccessRefusal.notFound
        }
        guard report.state.isOpen else { throw ReportRefusal.notOpen }
        return report
    }

    private static func write(
        _ body: String, _ figures: ReportFigures, version: Int, of report: Report, in act: Act
    ) throws {
        try ReportStore.insert(
            ReportVersion(
                version: version, body: body, figures: figures, person: try act.person(), post: try act.post(),
                moment: act.moment), of: report.id, in: act.db)
        try ReportStore.note(.written, report, version: version, at: report.unit, in: act)
        try DueStore.close(.reportWrite, about: report.id.raw, by: report.unit, in: act)
    }
}

extension ReportFigures {
    /// What the picture of a notice says at a unit now.
    /// - Parameter reader: who has the notice, where the unit itself is not on Muster.
    static func now(
        _ notice: NoticeID, at unit: Unit, isFor reader: UnitID? = nil, now: Moment, in db: any Transaction
    ) throws -> ReportFigures {
        let model = try PictureReading.model(
            of: notice, branch: unit.id, for: reader ?? unit.id, .chinese, now: now, in: db)
        let total = model.total
        return ReportFigures(
            reached: Count(total.reached, of: total.units), signed: Count(total.signed, of: total.reached),
            passedOn: Count(total.passedOn, of: total.signed),
            settled: Count(total.duties.settled, of: total.duties.bound), late: total.late,
            branches: model.rows.map { row in
                Branch(
                    name: row.name, reached: Count(row.figures.reached, of: row.figures.units),
                    signed: Count(row.figures.signed, of: row.figures.reached),
                    settled: Count(row.figures.duties.settled, of: row.figures.duties.bound))
            })
    }
}
