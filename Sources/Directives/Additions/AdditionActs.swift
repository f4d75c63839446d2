package import Federation

/// What a clerk adds, as typed.
package struct AdditionForm: Sendable, Hashable {
    package var kind: Addition.Kind
    /// As a browser sends it: 2020-02-10T17:30.
    package var due: String
    package var value: String
    package var reason: String

    package init(kind: Addition.Kind = .due, due: String = "", value: String = "", reason: String = "") {
        (self.kind, self.due, self.value, self.reason) = (kind, due, value, reason)
    }
}

/// Adding to obligations, each press one act.
package struct AdditionActs: Sendable {
    let federation: OpenFederation

    package init(_ federation: OpenFederation) { self.federation = federation }

    /// Adds to one obligation. A second word of the same kind takes the place of the unit's first.
    /// - Throws: `AdditionRefusal`; "not found" where the notice is not this unit's.
    package func add(
        _ form: AdditionForm, to id: ObligationID, as actor: Actor, at unit: UnitID, id actID: ActID
    ) async throws -> ObligationID {
        let form = try Self.checked(form)
        return try await federation.act(.obligationAdd, as: actor, at: unit, id: actID) { act in
            let obligation = try ObligationStore.require(id, for: unit, in: act.db)
            try Self.write(form, to: [obligation], by: unit, in: act)
            return try act.record(
                on: Subject("obligation", id), id, detail: ["added": form.kind.rawValue, "duties": "1"])
        }
    }

    /// Adds to every allocated duty of a notice and of all it carries.
    /// - Throws: `AdditionRefusal`.
    package func add(
        _ form: AdditionForm, toAllOf notice: NoticeID, as actor: Actor, at unit: UnitID, id actID: ActID
    ) async throws -> NoticeID {
        let form = try Self.checked(form)
        return try await federation.act(.obligationAdd, as: actor, at: unit, id: actID) { act in
            let cover = try NoticeStore.require(notice, for: unit, in: act.db)
            let duties = try ObligationStore.family(of: cover, in: act.db)
                .flatMap { try ObligationStore.obligations(of: $0.id, in: act.db).filter { $0.sort == .duty } }
            let allocated = Set(try AllocationStore.active(of: duties.map(\.id), in: act.db).map(\.obligation))
            let bound = duties.filter { allocated.contains($0.id) }
            try Self.write(form, to: bound, by: unit, in: act)
            return try act.record(
                on: Subject("notice", notice), notice,
                detail: ["added": form.kind.rawValue, "duties": "\(bound.count)"])
        }
    }

    private struct Checked: Sendable {
        var kind: Addition.Kind
        var value: String
        var dueAt: Moment?
        var reason: String
    }

    private static func checked(_ form: AdditionForm) throws -> Checked {
        let (value, reason) = (form.value.trimmed, form.reason.trimmed)
        var due: Moment?
        if form.kind == .due {
            due = Zone.moment(typed: form.due)
            guard due != nil else { throw AdditionRefusal.dueMissing }
        } else if value.isEmpty {
            throw AdditionRefusal.valueMissing
        }
        guard !reason.isEmpty else { throw AdditionRefusal.reasonMissing }
        guard max(value.count, reason.count) <= AdditionRefusal.textMax else { throw AdditionRefusal.tooLong }
        return Checked(kind: form.kind, value: form.kind == .due ? form.due : value, dueAt: due, reason: reason)
    }

    private static func write(_ form: Checked, to obligations: [Obligation], by unit: UnitID, in act: Act) throws {
        let ids = obligations.map(\.id)
        guard try !AllocationStore.active(of: ids, in: act.db).isEmpty else { throw AdditionRefusal.nothingBound }
        if let due = form.dueAt { try require(due, for: ids, by: unit, in: act) }
        try AdditionStore.end(form.kind, of: ids, by: unit, in: act)
        for one in obligations {
            try AdditionStore.insert(
                Addition(
                    id: act.newID(), obligation: one.id, unit: unit, kind: form.kind, value: form.value,
                    dueAt: form.dueAt, reason: form.reason, person: try act.person(), post: try act.post(),
                    moment: act.moment), in: act.db)
            if form.kind == .cadence {
                try ReportAskingActs.begin(
                    form.value, of: one, depth: .all, reason: form.reason, at: unit, in: act)
            }
            guard let due = form.dueAt else { continue }
            try DueScopeStore.end(.assignmentDischarge, about: one.id.raw, from: unit, isBinding: false, in: act)
            try DueScopeStore.open(
                DueScope(
                    root: unit, depth: .all, binding: one.binding, isBinding: false, kind: .assignmentDischarge,
                    subject: one.id.raw, about: one.notice.raw, gate: one.notice.raw, grade: 0, dueAt: due,
                    minutes: 0, askedBy: unit), in: act)
        }
    }

    private static func require(_ due: Moment, for ids: [ObligationID], by unit: UnitID, in act: Act) throws {
        let above = try UnitStore.ancestors(of: try UnitStore.require(unit, in: act.db).path, in: act.db)
        let names = Dictionary(uniqueKeysWithValues: above.map { ($0.id, $0.name) })
        let dates = try AdditionStore.additions(to: ids, by: above.map(\.id), in: act.db)
            .compactMap { one in one.dueAt.map { (unit: names[one.unit] ?? "", at: $0) } }
        try AdditionRules.require(due, above: dates, now: act.moment)
    }
}
