package import Federation
package import Storage

/// Sending a notice to many, each sending one act.
package struct DispatchActs: Sendable {
    let federation: OpenFederation

    package init(_ federation: OpenFederation) { self.federation = federation }

    /// How this unit would send this notice.
    /// - Throws: `DispatchRefusal.notOurs` where the notice never came to it; `ReceiptRefusal.notSigned` where it has not
    ///   signed yet.
    package static func manner(
        of notice: Notice, from unit: UnitID, in db: any Transaction
    ) throws -> (manner: Dispatch.Manner, receipt: Receipt?) {
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
            let (manner, receipt) = try Self.manner(of: found, from: unit, in: act.db)
            let earlier = Set(try DispatchStore.recipients(of: notice, from: unit, in: act.db))
            let fresh = plan.recipients.filter { !earlier.contains($0.unit) && $0.unit != unit }
            guard !fresh.isEmpty else {
                throw plan.recipients.isEmpty ? DispatchRefusal.nobody : DispatchRefusal.alreadyIssued
            }
            let copies = fresh.count { $0.purpose == .information }
            let dispatch = Dispatch(
                id: act.newID(), notice: notice, from: unit,
                parent: try receipt.flatMap { try ReceiptStore.dispatches(delivering: $0.id, in: act.db).first },
                manner: manner, addresseeLine: plan.line, copyLine: plan.copyLine, recipients: fresh.count - copies,
                copies: copies, person: try act.person(), post: try act.post(), issuedAt: act.moment)
            try DispatchStore.insert(dispatch, plan, in: act.db)
            let owing = try DispatchStore.deliver(dispatch, fresh, urgency: found.urgency, in: act)
            try DueStore.openMany(.receiptSign, owing, grade: found.urgency.rank, minutes: 1, in: act)
            if let receipt { try ReceiptStore.save(receipt.relayed(at: act.moment), .relayed, in: act) }
            act.announce(Topic("dispatch", dispatch.id))
            if let parent = dispatch.parent { act.announce(Topic("dispatch", parent)) }
            return try act.record(
                on: Subject("dispatch", dispatch.id), dispatch.id,
                detail: ["recipients": "\(dispatch.recipients)", "copies": "\(copies)", "manner": manner.rawValue])
        }
    }
}
