package import Federation

/// Withdrawing, replacing and correcting what was issued, and noting it; each one act.
package struct ChangeActs: Sendable {
    let federation: OpenFederation

    package init(_ federation: OpenFederation) { self.federation = federation }

    /// Withdraws, replaces or corrects a notice. Every unit that has it owes a press that it knows; who had still to
    /// sign for a notice that no longer holds owes that no more.
    package func change(
        _ notice: NoticeID, _ form: ChangeForm, as actor: Actor, at unit: UnitID, id: ActID
    ) async throws -> ChangeID {
        if let wrong = ChangeRules.wrongs(in: form).first { throw wrong }
        guard let kind = form.kind else { throw ChangeRefusal.kindMissing }
        return try await federation.act(.noticeChange, as: actor, at: unit, id: id) { act in
            let found = try NoticeStore.require(notice, for: unit, in: act.db)
            try ChangeRules.requireIssuer(found, unit, in: act.db)
            if let end = try ChangeStore.end(of: notice, in: act.db) { throw ChangeRefusal.ended(end.kind) }
            let replacement = kind == .replaced ? form.replacement : nil
            if let replacement { try requireUsable(replacement, for: notice, at: unit, in: act) }
            let change = Change(
                id: act.newID(), notice: notice, kind: kind, reason: form.reason,
                text: kind == .corrected ? form.text : nil, replacement: replacement, unit: unit,
                person: try act.person(), post: try act.post(), moment: act.moment)
            try ChangeStore.insert(change, in: act.db)
            let holders = try ChangeStore.holders(of: notice, besides: unit, in: act.db)
            try DueStore.openMany(
                .noticeAcknowledge, holders.map { (unit: $0, subject: change.id.raw) }, grade: found.urgency.rank,
                minutes: 1, in: act)
            if kind.isEnd {
                let unsigned = try ChangeStore.unsigned(of: notice, in: act.db)
                try ReceiptFigures.changing(notice, at: unsigned.map(\.unit), in: act) {
                    try DueStore.closeAll(.receiptSign, about: unsigned.map(\.receipt.raw), in: act)
                }
            }
            return try act.record(
                on: Subject("notice", notice), change.id,
                detail: ["change": kind.rawValue, "units": "\(holders.count)"])
        }
    }

    private func requireUsable(_ replacement: NoticeID, for notice: NoticeID, at unit: UnitID, in act: Act) throws {
        guard replacement != notice, let found = try NoticeStore.find(replacement, in: act.db), found.issuer == unit,
            try NoticeStore.isInBook(replacement, of: unit, in: act.db),
            try ChangeStore.end(of: replacement, in: act.db) == nil
        else { throw ChangeRefusal.replacementUnusable }
    }

    /// Says that the unit knows of a change it was told of. Saying it twice is one fact.
    /// - Throws: "not found" where the unit was never told.
    package func acknowledge(
        _ id: ChangeID, as actor: Actor, at unit: UnitID, id actID: ActID
    ) async throws -> ChangeID {
        try await federation.act(.noticeAcknowledge, as: actor, at: unit, id: actID) { act in
            let found = try ChangeStore.require(id, for: unit, in: act.db)
            let told = try DueStore.owing(.noticeAcknowledge, about: id.raw, in: act.db)
            guard told.contains(unit) else { throw AccessRefusal.notFound }
            let isFirst = try ChangeStore.note(id, by: unit, in: act)
            try DueStore.close(.noticeAcknowledge, about: id.raw, by: unit, in: act)
            return try act.record(
                on: Subject("notice", found.change.notice), id,
                detail: ["change": found.change.kind.rawValue, "first": isFirst ? "yes" : "no"])
        }
    }
}
