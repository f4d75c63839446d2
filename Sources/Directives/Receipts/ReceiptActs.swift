package import Federation

/// What a unit does with what it was sent, each one act.
package struct ReceiptActs: Sendable {
    let federation: OpenFederation

    package init(_ federation: OpenFederation) { self.federation = federation }

    /// Somebody of the unit looked at it for the first time. Looking again leaves no trace.
    package func open(_ id: ReceiptID, as actor: Actor, at unit: UnitID) async throws {
        let receipt = try await federation.read { try ReceiptStore.require(id, of: unit, in: $0) }
        guard receipt.state == .sent else { return }
        _ = try await federation.act(.receiptOpen, as: actor, at: unit, id: federation.newActID()) { act in
            let receipt = try ReceiptStore.require(id, of: unit, in: act.db)
            if receipt.state == .sent { try ReceiptStore.save(receipt.opened(at: act.moment), .opened, in: act) }
            return try act.record(on: Subject("receipt", id), id)
        }
    }

    /// Signs: says that the notice arrived, and nothing more. Signing twice is one fact.
    package func sign(_ id: ReceiptID, as actor: Actor, at unit: UnitID, id actID: ActID) async throws -> ReceiptID {
        try await federation.act(.receiptSign, as: actor, at: unit, id: actID) { act in
            let receipt = try ReceiptStore.require(id, of: unit, in: act.db)
            let signed = try receipt.signed(at: act.moment)
            if signed != receipt {
                try ReceiptStore.save(signed, .signed, in: act)
                try DueStore.close(.receiptSign, about: id.raw, by: unit, in: act)
            }
            return try act.record(
                on: Subject("receipt", id), id, detail: ["first": signed == receipt ? "no" : "yes"])
        }
    }
}
