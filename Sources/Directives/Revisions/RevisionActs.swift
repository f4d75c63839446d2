package import Federation
import Storage

/// Changing what the reader proposed, by the unit that sorts the notice and before it is allocated; each press one act.
package struct RevisionActs: Sendable {
    let federation: OpenFederation

    package init(_ federation: OpenFederation) { self.federation = federation }

    /// Another part, another binding, condition or proof for the same words.
    /// - Returns: the notice.
    /// - Throws: `RevisionRefusal`, `ObligationRefusal`.
    package func revise(
        _ id: ObligationID, _ form: RevisionForm, as actor: Actor, at unit: UnitID, id actID: ActID
    ) async throws -> NoticeID {
        let condition = form.condition.trimmed
        guard !form.kinds.isEmpty else { throw RevisionRefusal.nobodyBound }
        guard condition.count <= RevisionRefusal.conditionMax else { throw RevisionRefusal.conditionTooLong }
        return try await federation.act(.obligationSort, as: actor, at: unit, id: actID) { act in
            var one = try Self.require(id, by: unit, in: act)
            let before = one.role.rawValue
            (one.role, one.bound, one.proof) = (form.role, form.bound, form.proof)
            one.binding = Binding(exactly: form.bound)
            one.condition = condition.isEmpty ? nil : condition
            try ObligationStore.revise(one, before: before, at: unit, in: act)
            return try act.record(on: Subject("obligation", id), one.notice, detail: ["revised": "yes"])
        }
    }

    /// Two obligations instead of one: the second begins at the words given.
    /// - Throws: `RevisionRefusal`, `ObligationRefusal`.
    package func split(
        _ id: ObligationID, at words: String, as actor: Actor, at unit: UnitID, id actID: ActID
    ) async throws -> NoticeID {
        try await federation.act(.obligationSort, as: actor, at: unit, id: actID) { act in
            let one = try Self.require(id, by: unit, in: act)
            let text = try NoticeStore.requireWhole(one.notice, for: unit, in: act.db).text
            let place = try RevisionRules.place(of: words, in: text, within: one.ranges).first?.start ?? 0
            guard place > one.place else { throw RevisionRefusal.atItsStart }
            let (before, after) = RevisionRules.cut(one.ranges, at: place)
            try ObligationStore.replace([one], by: "split", at: unit, in: act)
            for ranges in [before, after] { try Self.insert(one, ranges, text, in: act) }
            return try act.record(on: Subject("obligation", id), one.notice, detail: ["split": "yes"])
        }
    }

    /// One obligation instead of two: the next of the same notice is taken in.
    /// - Throws: `RevisionRefusal.noNext`, `ObligationRefusal`.
    package func merge(
        _ id: ObligationID, as actor: Actor, at unit: UnitID, id actID: ActID
    ) async throws -> NoticeID {
        try await federation.act(.obligationSort, as: actor, at: unit, id: actID) { act in
            var one = try Self.require(id, by: unit, in: act)
            let text = try NoticeStore.requireWhole(one.notice, for: unit, in: act.db).text
            guard let next = try Self.next(after: one, in: act.db) else { throw RevisionRefusal.noNext }
            _ = try Self.require(next.id, by: unit, in: act)
            try ObligationStore.replace([one, next], by: "merged", at: unit, in: act)
            if next.sort == .duty { one.sort = .duty }
            one.bound = ObligationBound(
                kinds: one.bound.kinds + next.bound.kinds.filter { !one.bound.kinds.contains($0) },
                levels: one.bound.levels + next.bound.levels.filter { !one.bound.levels.contains($0) })
            one.binding = Binding(
                kinds: one.binding.kinds | next.binding.kinds, levels: one.binding.levels | next.binding.levels)
            one.condition = one.condition ?? next.condition
            try Self.insert(one, RevisionRules.joined(one.ranges, next.ranges), text, in: act)
            return try act.record(on: Subject("obligation", id), one.notice, detail: ["merged": "yes"])
        }
    }

    /// Words that nobody has made anything of become an obligation of this unit's, whoever sorts the notice.
    /// - Throws: `RevisionRefusal`, `ObligationRefusal`.
    package func add(
        _ notice: NoticeID, _ form: RevisionForm, as actor: Actor, at unit: UnitID, id actID: ActID
    ) async throws -> NoticeID {
        guard !form.kinds.isEmpty else { throw RevisionRefusal.nobodyBound }
        return try await federation.act(.obligationSort, as: actor, at: unit, id: actID) { act in
            let found = try NoticeStore.requireWhole(notice, for: unit, in: act.db)
            let ranges = try RevisionRules.place(of: form.words, in: found.text)
            let known = try ObligationStore.obligations(of: notice, in: act.db).map(\.ranges)
            guard !known.contains(where: { RevisionRules.overlap($0, ranges) }) else { throw RevisionRefusal.overlaps }
            try Self.insert(
                Obligation(
                    id: act.newID(), notice: notice, ranges: ranges, quote: form.words, clause: nil, role: form.role,
                    bound: form.bound, binding: Binding(exactly: form.bound), condition: nil, sort: .duty,
                    proof: .sentence, isProposed: false, unit: unit, person: try act.person(), post: try act.post(),
                    moment: act.moment), ranges, found.text, in: act)
            return try act.record(on: Subject("notice", notice), notice, detail: ["marked": "yes"])
        }
    }

    // MARK: -

    /// The obligation, where this unit may change it.
    static func require(_ id: ObligationID, by unit: UnitID, in act: Act) throws -> Obligation {
        let one = try ObligationStore.require(id, for: unit, in: act.db)
        guard one.unit == unit else {
            throw ObligationRefusal.sortedAbove(try UnitStore.require(one.unit, in: act.db).name)
        }
        guard try AllocationStore.active(of: [id], in: act.db).isEmpty else { throw ObligationRefusal.allocated }
        return one
    }

    static func next(after one: Obligation, in db: any Transaction) throws -> Obligation? {
        try ObligationStore.obligations(of: one.notice, in: db).first { $0.place > one.place }
    }

    private static func insert(_ like: Obligation, _ ranges: [ReadRange], _ text: String, in act: Act) throws {
        let words = ranges.map(text.scalars).joined(separator: "…")
        var one = like
        one.id = act.newID()
        one.ranges = ranges
        one.quote = words.filter { !$0.isNewline }
        (one.person, one.post, one.moment) = (try act.person(), try act.post(), act.moment)
        one.proof = ObligationRules.proof(one.role, words)
        try ObligationStore.insert(one, items: ObligationRules.items(in: words), in: act)
    }
}

extension Binding {
    /// A person has said whom it binds: nothing is taken from it, as it is from what the reader proposes.
    init(exactly bound: ObligationBound) {
        self = ObligationRules.binding(of: bound, .assist)
    }
}
