package import Federation
package import Storage

/// Sending a notice to many, each sending one act.
package struct DispatchActs: Sendable {
    let federation: OpenFederation

    package init(_ federation: OpenFederation) { self.federation = federation }

    /// How this unit would send this notice.
    /// - Throws: `DispatchRefusal.notOurs` where the notice never came to it; `ReceiptRefusal.notSigned` where it has not
    ///   signed yet; `ChangeRefusal` where it, or what it carries, no longer holds.
    package static func manner(
        of notice: NoticeHead, from unit: UnitID, in db: any Transaction
    ) throws -> (manner: Dispatch.Manner, receipt: Receipt?) {
        try ChangeRules.requireStanding(notice.id, in: db)
        if notice.issuer == unit { return (.issue, nil) }
        if let receipt = try ReceiptStore.find(notice: notice.id, unit: unit, in: db) {
            guard receipt.state.isSigned || receipt.purpose == .information else { throw ReceiptRefusal.notSigned }
            return (.relay, receipt)
        }
        guard try NoticeStore.isInBook(notice.id, of: unit, in: db) else { throw DispatchRefusal.notOurs }
        return (.relay, nil)
    }

    /// Sends a notice as planned. Units that this unit has sent it to before are passed over: sending again to those who
    /// were forgotten reaches them alone.
    package func send(
        _ notice: NoticeID, _ plan: DispatchPlan, as actor: Actor, at unit: UnitID, id: ActID
    ) async throws -> DispatchID {
        // Which verb it is depends on whose paper it is, and that never changes.
        let isOurs = try await federation.read { try NoticeStore.require(notice, for: unit, in: $0).issuer == unit }
        return try await federation.act(isOurs ? .dispatchIssue : .receiptRelay, as: actor, at: unit, id: id) { act in
            let found = try NoticeStore.require(notice, for: unit, in: act.db)
            let dispatch = try Self.send(found, plan, from: unit, in: act)
            return try act.record(
                on: Subject("dispatch", dispatch.id), dispatch.id,
                detail: [
                    "recipients": "\(dispatch.recipients)", "copies": "\(dispatch.copies)",
                    "manner": dispatch.manner.rawValue,
                ])
        }
    }

    /// Sends within an act whose caller records it: what every way of sending does.
    static func send(_ notice: NoticeHead, _ plan: DispatchPlan, from unit: UnitID, in act: Act) throws -> Dispatch {
        let (manner, receipt) = try manner(of: notice, from: unit, in: act.db)
        if manner == .relay { try HandlingStore.requireLeadersWord(on: notice.id, at: unit, in: act) }
        let earlier = try DispatchStore.purposes(
            of: notice.id, from: unit, to: plan.recipients.map(\.unit), in: act.db)
        let fresh = plan.recipients.filter { one in
            one.unit != unit
                && (earlier[one.unit] == nil || one.purpose == .action && earlier[one.unit] == .information)
        }
        // What was sent to as a whole stays sent to, also for those that come later.
        let before = try DispatchSetStore.sets(of: [notice.id], in: act.db).filter { $0.root == unit }
        let whole = plan.whole.filter { one in !before.contains { $0.binding.contains(one.binding) } }
        guard !fresh.isEmpty || !whole.isEmpty else {
            throw plan.recipients.isEmpty && plan.whole.isEmpty ? DispatchRefusal.nobody : .alreadyIssued
        }
        let copies = fresh.count { $0.purpose == .information }
        let hours = try UnitSettings.of(unit, in: act.db).signWithinHours(notice.urgency)
        let dispatch = Dispatch(
            id: act.newID(), notice: notice.id, from: unit,
            parent: try receipt.flatMap { try ReceiptStore.dispatches(delivering: $0.id, in: act.db).first },
            manner: manner, addresseeLine: plan.line, copyLine: plan.copyLine,
            recipients: fresh.count - copies + whole.reduce(0) { $0 + $1.units },
            copies: copies, person: try act.person(), post: try act.post(), issuedAt: act.moment,
            signBy: hours.map { act.moment.adding(seconds: Int64($0) * 3_600) }, signWithinHours: hours)
        try DispatchStore.insert(dispatch, plan, in: act.db)
        let touched = fresh.map(\.unit) + (whole.isEmpty ? [] : plan.exclusions.map(\.unit))
        try ReceiptFigures.changing(notice.id, at: touched, in: act) {
            try DispatchSetStore.insert(whole, of: dispatch, in: act.db)
            try DispatchStore.insertExclusions(plan, of: dispatch.id, in: act.db)
            let owing = try DispatchStore.deliver(dispatch, fresh, urgency: notice.urgency, in: act)
            try DueStore.openMany(
                .receiptSign, owing, grade: notice.urgency.rank, dueAt: dispatch.signBy, minutes: 1, in: act)
        }
        try DispatchStore.count(dispatch.id, in: act)
        for got in try receipt.map({ [$0] }) ?? ReceiptStore.carried(in: notice.id, to: unit, in: act.db) {
            try ReceiptStore.save(got.relayed(at: act.moment), after: got, .relayed, in: act)
        }
        act.announce(Topic("dispatch", dispatch.id))
        for above in try Descent.above([dispatch.id], in: act.db) { act.announce(Topic("dispatch", above)) }
        return dispatch
    }
}
