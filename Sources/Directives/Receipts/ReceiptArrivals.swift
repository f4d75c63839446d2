package import Federation
import Storage

/// What was sent to a branch as a whole arrives at a unit when somebody there looks: its receipts are laid, as any others.
package enum ReceiptArrivals {
    /// What was sent longer ago than this is settled: an act that was under way with an older id has ended.
    private static let settledSeconds: Int64 = 3_600

    /// Lays what waits for a unit. Costs one question where nothing does.
    @Sendable package static func collect(at unit: UnitID, in federation: OpenFederation) async throws {
        let isWaiting = try await federation.read { db in
            try !DispatchSetStore.waiting(for: unit, isOne: true, in: db).isEmpty
        }
        guard isWaiting else { return }
        _ = try await federation.act(.receiptArrive, as: .system, at: unit, id: federation.newActID()) { act in
            let waiting = try DispatchSetStore.waiting(for: unit, in: act.db)
            try lay(waiting, at: unit, in: act)
            let settled = IDMinter.floor(act.moment.adding(seconds: -settledSeconds))
            try DispatchSetStore.note(unit, through: settled, in: act.db)
            return try act.record(on: Subject("unit", unit), waiting.count, detail: ["notices": "\(waiting.count)"])
        }
    }

    /// Lays the receipts of some units about one sending, within an act that does something to them. Units that do not stand
    /// in its sets, or have theirs, are passed over.
    static func lay(_ dispatch: Dispatch, at units: [UnitID], in act: Act) throws {
        let sets = try DispatchSetStore.sets(of: dispatch.id, in: act.db)
        guard !sets.isEmpty else { return }
        for unit in units {
            let waiting = try DispatchSetStore.waiting(for: unit, in: act.db).filter { $0.dispatch == dispatch.id }
            try lay(waiting, at: unit, in: act)
        }
    }

    private static func lay(_ sets: [DispatchSet], at unit: UnitID, in act: Act) throws {
        var laid: Set<DispatchID> = []
        for set in sets where laid.insert(set.dispatch).inserted {
            guard let dispatch = try DispatchStore.find(set.dispatch, in: act.db),
                let notice = try NoticeStore.find(set.notice, in: act.db)
            else { continue }
            try ReceiptFigures.changing(set.notice, at: [unit], in: act) {
                let owing = try DispatchStore.deliver(
                    dispatch, [.init(unit: unit, phrase: set.phrase, purpose: .action)], urgency: notice.urgency,
                    in: act)
                try DueStore.openMany(
                    .receiptSign, owing, grade: notice.urgency.rank, dueAt: dispatch.signBy, minutes: 1,
                    openedAt: dispatch.issuedAt, askedBy: dispatch.from, in: act)
            }
        }
    }
}
