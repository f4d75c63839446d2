package import Federation
import Storage
package import Web

/// What a unit says about the duties of a notice and of all it carries, in one form.
package struct DischargeForm: Sendable, Hashable {
    package var text: String
    /// The duties that are done; those that are not ticked stay owed.
    package var done: Set<ObligationID>
    /// As typed, for the duties that ask for a figure; empty where none was given.
    package var figures: [ObligationID: String]
    /// Places of the ticked items of checklists.
    package var ticks: [ObligationID: Set<Int>]
    /// It is under way: what is said is kept, and it stays owed.
    package var isProgress: Bool

    package init(
        text: String, done: Set<ObligationID>, figures: [ObligationID: String] = [:],
        ticks: [ObligationID: Set<Int>] = [:], isProgress: Bool = false
    ) {
        self.isProgress = isProgress
        self.text = text
        self.done = done
        self.figures = figures
        self.ticks = ticks
    }
}

/// What a unit does about what it owes, each one act.
package struct AssignmentActs: Sendable {
    /// How long a discharge can be taken back by whoever made it, in seconds.
    package static let undoSeconds: Int64 = 60

    let federation: OpenFederation

    package init(_ federation: OpenFederation) { self.federation = federation }

    /// One sentence discharges every ticked duty of a notice and of all it carries. A checklist that is not ticked to its
    /// end is under way.
    /// - Returns: the notice.
    /// - Throws: `AssignmentRefusal`.
    package func discharge(
        _ notice: NoticeID, _ form: DischargeForm, _ file: UploadedFile? = nil, as actor: Actor, at unit: UnitID,
        id: ActID
    ) async throws -> NoticeID {
        let text = form.text.trimmed
        guard !text.isEmpty else { throw AssignmentRefusal.textMissing }
        guard text.count <= AssignmentRefusal.textMax else { throw AssignmentRefusal.textTooLong }
        guard !form.done.isEmpty else { throw AssignmentRefusal.nothingTicked }
        var figures: [ObligationID: Int] = [:]
        for (id, typed) in form.figures { figures[id] = try Self.figure(typed, of: id) }
        let known = figures
        var begun: BlobWriter?
        if let file { begun = try await AssignmentFiles.begin(file, at: unit, federation) }
        let writer = begun
        return try await federation.act(.assignmentDischarge, as: actor, at: unit, id: id) { act in
            let own = try UnitStore.require(unit, in: act.db)
            let owed = try Self.owed(of: notice, by: own, in: act.db).filter { form.done.contains($0.id) }
            guard !owed.isEmpty else { throw AssignmentRefusal.nothingOwed }
            if writer == nil, !form.isProgress, owed.contains(where: { $0.proof == .file }) {
                throw AssignmentRefusal.fileMissing
            }
            let sent = try writer?.keep(in: act).id
            for obligation in owed {
                if obligation.proof == .figure, !form.isProgress, known[obligation.id] == nil {
                    throw AssignmentRefusal.figureMissing(obligation.id)
                }
                var deed = Deed(kind: .discharged, state: .discharged, text: text, figure: known[obligation.id])
                if obligation.proof == .checklist {
                    let items = try ObligationStore.items(of: obligation.id, in: act.db).count
                    deed.figure =
                        form.ticks[obligation.id, default: []].filter { (1...max(items, 1)).contains($0) }.count
                    deed.outOf = items
                    if deed.figure != items { (deed.kind, deed.state) = (.progressed, .underWay) }
                }
                deed.file = sent
                if form.isProgress { (deed.kind, deed.state) = (.progressed, .underWay) }
                try Self.write(deed, of: obligation.id, by: own, in: act)
            }
            return try act.record(
                on: Subject("notice", notice), notice,
                detail: [form.isProgress ? "progressed" : "duties": "\(owed.count)"])
        }
    }

    /// What telling the workers already answers is discharged by it: nothing is asked twice.
    static func conveyed(_ receipt: Receipt, in act: Act) throws {
        let own = try UnitStore.require(receipt.unit, in: act.db)
        for obligation in try owed(of: receipt.notice, by: own, in: act.db) where obligation.proof == .conveyance {
            try write(
                Deed(kind: .discharged, state: .discharged, conveyance: receipt.id), of: obligation.id, by: own, in: act
            )
        }
    }

    /// What a notice asks to be reported is discharged by a report that went up.
    /// - Parameter recorder: who wrote the report down, where the unit is not on Muster.
    /// - Returns: how many duties that were.
    static func reported(
        _ notice: NoticeID, by own: Unit, recordedBy recorder: Unit? = nil, in act: Act
    ) throws -> Int {
        if recorder != nil, try SupervisionStore.arrivals(of: notice, at: [own.id], in: act.db).isEmpty { return 0 }
        let words = ReportWords.state(.sent).zh + (recorder.map { "，\($0.name)代记" } ?? "")
        let duties = try owed(of: notice, by: own, in: act.db).filter { $0.role == .report }
        for duty in duties {
            try write(
                Deed(kind: .discharged, state: .discharged, text: words), of: duty.id, by: own, in: act)
        }
        return duties.count
    }

    /// As something is allocated: units below that have told their workers of the notice already owe no word about it.
    /// - Returns: how many units that were.
    static func covered(_ obligation: Obligation, under own: Unit, in act: Act) throws -> Int {
        guard obligation.proof == .conveyance else { return 0 }
        var covered = 0
        for (unit, receipt) in try AssignmentStore.conveyed(obligation.notice, under: own, in: act.db)
        where obligation.binding.binds(unit.kind, unit.level) {
            guard try AssignmentStore.find(obligation.id, unit.id, in: act.db) == nil else { continue }
            try write(
                Deed(kind: .discharged, state: .discharged, conveyance: receipt), of: obligation.id, by: unit, in: act)
            covered += 1
        }
        return covered
    }

    /// Takes back what this person has discharged of a notice within the last minute.
    /// - Throws: `AssignmentRefusal.undoTooLate`.
    package func undo(
        _ notice: NoticeID, as actor: Actor, at unit: UnitID, id: ActID
    ) async throws -> NoticeID {
        try await federation.act(.assignmentDischarge, as: actor, at: unit, id: id) { act in
            let cover = try NoticeStore.require(notice, for: unit, in: act.db)
            let own = try UnitStore.require(unit, in: act.db)
            let ids = try ObligationStore.family(of: cover, in: act.db)
                .flatMap { try ObligationStore.obligations(of: $0.id, in: act.db).map(\.id) }
            let assignments = try AssignmentStore.assignments(of: unit, ids, in: act.db)
            let since = Moment(microseconds: act.moment.microseconds - Self.undoSeconds * 1_000_000)
            let facts = try AssignmentStore.discharges(
                by: try act.person(), at: unit, since: since, in: act.db)
            var undone = 0
            for assignment in assignments.values.sorted(by: { $0.id < $1.id }) {
                guard let fact = facts.last(where: { $0.assignment == assignment.id }) else { continue }
                undone += 1
                try Self.write(
                    Deed(kind: .undone, state: .open, undoes: fact.id), of: assignment.obligation, by: own, in: act)
            }
            guard undone > 0 else { throw AssignmentRefusal.undoTooLate }
            return try act.record(on: Subject("notice", notice), notice, detail: ["undone": "\(undone)"])
        }
    }

    /// Says why a duty cannot be done here, or that its condition does not hold.
    /// - Returns: the notice it stands in.
    /// - Throws: `AssignmentRefusal`.
    package func decline(
        _ id: ObligationID, reason: String, isNotApplicable: Bool, as actor: Actor, at unit: UnitID, id actID: ActID
    ) async throws -> NoticeID {
        let reason = reason.trimmed
        guard !reason.isEmpty else { throw AssignmentRefusal.reasonMissing }
        guard reason.count <= AssignmentRefusal.textMax else { throw AssignmentRefusal.textTooLong }
        return try await federation.act(.assignmentDecline, as: actor, at: unit, id: actID) { act in
            let own = try UnitStore.require(unit, in: act.db)
            let obligation = try ObligationStore.require(id, for: unit, in: act.db)
            if isNotApplicable, obligation.condition == nil { throw AssignmentRefusal.notConditional }
            guard try Self.owed(of: obligation.notice, by: own, in: act.db).contains(where: { $0.id == id }) else {
                throw AssignmentRefusal.nothingOwed
            }
            let deed =
                isNotApplicable
                ? Deed(kind: .notApplicable, state: .notApplicable, text: reason)
                : Deed(kind: .declined, state: .declined, text: reason)
            try Self.write(deed, of: id, by: own, in: act)
            return try act.record(on: Subject("obligation", id), obligation.notice, detail: ["how": deed.kind.rawValue])
        }
    }

    /// The level above gives back what a unit had settled, with its reason; it is owed again.
    /// - Throws: `AssignmentRefusal`; "not found" where the unit is not below.
    package func giveBack(
        _ id: ObligationID, to unit: UnitID, reason: String, as actor: Actor, id actID: ActID
    ) async throws -> ObligationID {
        let reason = reason.trimmed
        guard !reason.isEmpty else { throw AssignmentRefusal.reasonMissing }
        return try await federation.act(.assignmentReturn, as: actor, at: unit, id: actID) { act in
            guard actor.unit != unit, let above = actor.unit else { throw AccessRefusal.notFound }
            _ = try ObligationStore.require(id, for: above, in: act.db)
            guard let assignment = try AssignmentStore.find(id, unit, in: act.db), assignment.state.isSettled else {
                throw AssignmentRefusal.notDischarged
            }
            let own = try UnitStore.require(unit, in: act.db)
            try Self.write(
                Deed(
                    kind: .returned, state: .open, text: String(reason.prefix(AssignmentRefusal.textMax)), from: above),
                of: id, by: own, in: act)
            return try act.record(on: Subject("obligation", id), id)
        }
    }

    /// A unit takes back what it had settled: it was not done after all, and is owed again.
    /// - Throws: `AssignmentRefusal`.
    package func reopen(
        _ id: ObligationID, reason: String, as actor: Actor, at unit: UnitID, id actID: ActID
    ) async throws -> ObligationID {
        let reason = reason.trimmed
        guard !reason.isEmpty else { throw AssignmentRefusal.reasonMissing }
        guard reason.count <= AssignmentRefusal.textMax else { throw AssignmentRefusal.textTooLong }
        return try await federation.act(.assignmentDischarge, as: actor, at: unit, id: actID) { act in
            _ = try ObligationStore.require(id, for: unit, in: act.db)
            guard let assignment = try AssignmentStore.find(id, unit, in: act.db), assignment.state.isSettled else {
                throw AssignmentRefusal.notDischarged
            }
            let own = try UnitStore.require(unit, in: act.db)
            try Self.write(Deed(kind: .reopened, state: .open, text: reason), of: id, by: own, in: act)
            return try act.record(on: Subject("obligation", id), id, detail: ["reopened": "yes"])
        }
    }

    // MARK: -

    /// The open duties of a notice and of all it carries.
    static func owed(of notice: NoticeID, by unit: Unit, in db: any Transaction) throws -> [Obligation] {
        let cover = try NoticeStore.require(notice, for: unit.id, in: db)
        let family = Set(try ObligationStore.family(of: cover, in: db).map(\.id.raw))
        let dues = try DueScopeStore.owed(by: unit, gate: ObligationGate.self, in: db)
            .filter { $0.kind == .assignmentDischarge && $0.about.map(family.contains) == true }
        let found = try ObligationStore.find(dues.map { ObligationID($0.subject) }, in: db)
        return found.sorted { ($0.notice, $0.place) < ($1.notice, $1.place) }
    }

    private struct Deed {
        var kind: AssignmentFact.Kind
        var state: Assignment.State
        var text: String?
        var figure: Int?
        var outOf: Int?
        var conveyance: ReceiptID?
        var file: BlobID?
        var undoes: AssignmentFactID?
        /// Who did it, where that is not the unit itself.
        var from: UnitID?
    }

    private static func write(_ deed: Deed, of id: ObligationID, by unit: Unit, in act: Act) throws {
        let known = try AssignmentStore.find(id, unit.id, in: act.db)
        let assignment = Assignment(
            id: known?.id ?? act.newID(), obligation: id, unit: unit.id, state: deed.state,
            isReturned: deed.kind == .returned, figure: deed.figure, outOf: deed.outOf, changedAt: act.moment)
        let fact = AssignmentFact(
            id: act.newID(), assignment: assignment.id, kind: deed.kind, text: deed.text, figure: deed.figure,
            outOf: deed.outOf, conveyance: deed.conveyance, file: deed.file, undoes: deed.undoes,
            unit: deed.from ?? unit.id,
            person: try act.person(), post: try act.post(), moment: act.moment)
        try AssignmentStore.save(assignment, fact, unit, in: act.db)
        try AssignmentFigures.change(from: known, to: assignment, at: unit, in: act)
        if deed.state.isSettled {
            try DueScopeStore.close(.assignmentDischarge, about: [id.raw], by: unit.id, in: act)
        } else {
            try DueScopeStore.reopen(.assignmentDischarge, about: [id.raw], by: unit.id, in: act)
        }
    }

    private static func figure(_ typed: String, of id: ObligationID) throws -> Int? {
        let typed = typed.trimmed
        guard !typed.isEmpty else { return nil }
        let plain = typed.replacing(",", with: "").replacing("，", with: "")
        guard let figure = Int(plain), figure >= 0, figure < 1_000_000_000_000 else {
            throw AssignmentRefusal.figureInvalid(String(typed.prefix(20)), id)
        }
        return figure
    }
}
