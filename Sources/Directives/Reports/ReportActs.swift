package import Federation
import Storage

/// Composing a report, sending it up, and what the level above does with it; each one act.
package struct ReportActs: Sendable {
    let federation: OpenFederation

    package init(_ federation: OpenFederation) { self.federation = federation }

    /// Begins a report with an outline and the figures of the moment.
    /// - Throws: `ReportRefusal`.
    package func start(
        _ notice: NoticeID, as actor: Actor, at unit: UnitID, id: ActID
    ) async throws -> ReportID {
        try await federation.act(.reportWrite, as: actor, at: unit, id: id) { act in
            let found = try NoticeStore.require(notice, for: unit, in: act.db)
            let own = try UnitStore.require(unit, in: act.db)
            guard let above = try UnitStore.ancestors(of: own.path, in: act.db).last else {
                throw ReportRefusal.noLevelAbove
            }
            let before = try ReportStore.reports(of: unit, about: notice, in: act.db)
            guard !before.contains(where: \.state.isOpen) else { throw ReportRefusal.openAlready }
            let figures = try ReportFigures.now(notice, at: own, now: act.moment, in: act.db)
            let report = Report(
                id: act.newID(), notice: notice, unit: unit, receiver: above.id,
                ordinal: (before.first?.ordinal ?? 0) + 1,
                state: .draft, version: 1, createdAt: act.moment)
            try ReportStore.insert(report, in: act)
            try Self.write(ReportRules.outline(found.title, figures), figures, version: 1, of: report, in: act)
            return try act.record(on: Subject("report", report.id), report.id)
        }
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
            (report.state, report.signedVersion, report.sentAt) = (.sent, report.version, act.moment)
            try ReportStore.save(report, in: act.db)
            try ReportStore.note(
                .sent, report, version: report.version, text: more.isEmpty ? nil : more.joined(separator: "；"),
                at: unit,
                in: act)
            let grade = try NoticeStore.require(report.notice, for: unit, in: act.db).urgency.rank
            try DueStore.open(
                .reportAccept, about: report.id.raw, by: report.receiver, grade: grade, minutes: 3, in: act)
            let settled = try AssignmentActs.reported(report.notice, by: own, in: act)
            return try act.record(
                on: Subject("report", id), id,
                detail: ["version": "\(report.version)", "duties": "\(settled)", "challenged": "\(more.count)"])
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
            guard var report = try ReportStore.find(id, in: act.db), report.receiver == unit, report.state != .draft
            else { throw AccessRefusal.notFound }
            guard report.state == .sent, let signed = report.signedVersion else { throw ReportRefusal.notSent }
            report.state = kind == .accepted ? .accepted : .returned
            try ReportStore.save(report, in: act.db)
            try ReportStore.note(kind, report, version: signed, text: text, at: unit, in: act)
            try DueStore.close(.reportAccept, about: id.raw, by: unit, in: act)
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
    static func now(_ notice: NoticeID, at unit: Unit, now: Moment, in db: any Transaction) throws -> ReportFigures {
        let model = try PictureReading.model(
            of: notice, branch: unit.id, for: unit.id, .chinese, now: now, in: db)
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
