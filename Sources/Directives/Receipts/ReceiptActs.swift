package import Federation

/// What a unit does with what it was sent, each one act.
package struct ReceiptActs: Sendable {
    let federation: OpenFederation

    package init(_ federation: OpenFederation) { self.federation = federation }

    /// Somebody of the unit looked at it for the first time. Looking again leaves no trace.
    package func open(_ id: ReceiptID, as actor: Actor, at unit: UnitID) async throws {
        let receipt = try await federation.read { try ReceiptStore.require(id, of: unit, in: $0) }
        guard receipt.openedAt == nil else { return }
        _ = try await federation.act(.receiptOpen, as: actor, at: unit, id: federation.newActID()) { act in
            let receipt = try ReceiptStore.require(id, of: unit, in: act.db)
            if receipt.openedAt == nil {
                try ReceiptStore.save(receipt.opened(at: act.moment), after: receipt, .opened, in: act)
            }
            return try act.record(on: Subject("receipt", id), id)
        }
    }

    /// Signs: says that the notice arrived, and nothing more. Signing twice is one fact.
    package func sign(_ id: ReceiptID, as actor: Actor, at unit: UnitID, id actID: ActID) async throws -> ReceiptID {
        try await federation.act(.receiptSign, as: actor, at: unit, id: actID) { act in
            let receipt = try ReceiptStore.require(id, of: unit, in: act.db)
            let signed = try receipt.signed(at: act.moment)
            if signed != receipt {
                try ReceiptStore.save(signed, after: receipt, .signed, in: act)
                try DueStore.close(.receiptSign, about: id.raw, by: unit, in: act)
            }
            return try act.record(
                on: Subject("receipt", id), id, detail: ["first": signed == receipt ? "no" : "yes"])
        }
    }

    /// Says how the unit told its workers.
    /// - Throws: `ReceiptRefusal`.
    package func convey(
        _ id: ReceiptID, _ form: ConveyanceForm, as actor: Actor, at unit: UnitID, id actID: ActID
    ) async throws -> ReceiptID {
        let telling = try form.telling()
        return try await federation.act(.receiptConvey, as: actor, at: unit, id: actID) { act in
            let receipt = try ReceiptStore.require(id, of: unit, in: act.db)
            try Self.requireFresh(.conveyed, receipt, in: act)
            try ReceiptStore.save(receipt.conveyed(at: act.moment), after: receipt, .conveyed, telling, in: act)
            try AssignmentActs.conveyed(receipt, in: act)
            return try act.record(
                on: Subject("receipt", id), id, detail: ["people": telling.people.map { "\($0)" } ?? "unknown"])
        }
    }

    /// Files the notice: it goes no further here, for the reason given.
    /// - Throws: `ReceiptRefusal`.
    package func file(
        _ id: ReceiptID, reason: String, as actor: Actor, at unit: UnitID, id actID: ActID
    ) async throws -> ReceiptID {
        let reason = reason.trimmed
        guard !reason.isEmpty else { throw ReceiptRefusal.reasonMissing }
        return try await federation.act(.receiptFile, as: actor, at: unit, id: actID) { act in
            let receipt = try ReceiptStore.require(id, of: unit, in: act.db)
            try Self.requireFresh(.filed, receipt, in: act)
            let telling = ReceiptFact.Telling(note: String(reason.prefix(Receipt.noteMax)))
            try ReceiptStore.save(receipt.filed(at: act.moment), after: receipt, .filed, telling, in: act)
            return try act.record(on: Subject("receipt", id), id)
        }
    }

    private static func requireFresh(_ kind: ReceiptFact.Kind, _ receipt: Receipt, in act: Act) throws {
        guard try !ReceiptStore.facts(of: receipt.id, in: act.db).contains(where: { $0.kind == kind }) else {
            throw ReceiptRefusal.doneBefore
        }
    }

    /// Writes down for units that a notice was sent to that they were told, and how: their receipts are signed for, at
    /// the hour it happened, by whoever writes it. Those that have signed in the meantime are passed over.
    /// - Returns: the sending.
    /// - Throws: `ReceiptRecordRefusal`; "not found" for a sending of another unit.
    package func record(
        _ form: ReceiptRecordForm, of dispatch: DispatchID, as actor: Actor, at unit: UnitID, id actID: ActID
    ) async throws -> DispatchID {
        try await federation.act(.receiptRecord, as: actor, at: unit, id: actID) { act in
            let sent = try DispatchStore.require(dispatch, in: act.db)
            guard sent.from == unit else { throw AccessRefusal.notFound }
            var telling = try form.telling(of: sent, now: act.moment).get()
            telling.recordedBy = unit
            try ReceiptArrivals.lay(sent, at: Array(form.units), in: act)
            let unsigned = try DispatchStore.unsigned(of: dispatch, at: Array(form.units), in: act.db).map(\.receipt)
            guard !unsigned.isEmpty else { throw ReceiptRecordRefusal.nobodyLeft }
            for receipt in unsigned {
                let signed = try receipt.recorded(at: telling.happenedAt ?? act.moment)
                try ReceiptStore.save(signed, after: receipt, .signed, telling, in: act)
            }
            try DueStore.closeAll(.receiptSign, about: unsigned.map(\.id.raw), in: act)
            return try act.record(
                on: Subject("dispatch", dispatch), dispatch,
                detail: ["units": "\(unsigned.count)", "channel": telling.channel?.rawValue ?? ""])
        }
    }
}
