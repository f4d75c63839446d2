package import Federation

/// What is done with notices, each one act.
package struct NoticeActs: Sendable {
    let federation: OpenFederation

    package init(_ federation: OpenFederation) { self.federation = federation }

    /// Enters a notice that was read, with what a person corrected, into a unit's book.
    /// - Parameter original: what it came as, where that was uploaded.
    /// - Parameter arrival: how and when it came from outside, as typed.
    /// - Returns: the notice; the same one where it was known already.
    package func register(
        text: String, corrections: [NoticePlace: String], as actor: Actor, at unit: UnitID, id: ActID,
        original: OriginalID? = nil, arrival: NoticeArrivalForm = NoticeArrivalForm()
    ) async throws -> NoticeID {
        let reading = try NoticeReader().read(text).mapError(NoticeRefusal.unreadable).get()
        let overlay = NoticeRules.corrections(corrections, of: reading)
        try NoticeRules.check(reading.corrected(by: overlay))
        return try await federation.act(.noticeRegister, as: actor, at: unit, id: id) { act in
            let came = try arrival.arrival(now: act.moment)
            let (notice, isNew) = try NoticeStore.register(
                reading, text: text, corrections: overlay, arrival: came, by: unit, in: act)
            if let original { try OriginalStore.bind(original, to: notice, by: unit, in: act) }
            return try act.record(
                on: Subject("notice", notice), notice,
                detail: [
                    "contains": "\(reading.forwarded.count)", "corrections": "\(overlay.count)",
                    "known": isNew ? "no" : "yes", "channel": came?.channel?.rawValue ?? "none",
                ])
        }
    }

    /// Lays corrections over a registered notice.
    package func correct(
        _ notice: NoticeID, _ values: [NoticePlace: String], as actor: Actor, at unit: UnitID, id: ActID
    ) async throws -> NoticeID {
        try await federation.act(.noticeCorrect, as: actor, at: unit, id: id) { act in
            let found = try NoticeStore.requireWhole(notice, for: unit, in: act.db)
            guard found.registeredBy == unit else { throw NoticeRefusal.notRegistrar }
            let shown = found.reading.corrected(by: try NoticeStore.corrections(of: notice, in: act.db))
            let overlay = NoticeRules.corrections(values.filter(\.key.path.isEmpty), of: shown)
            try NoticeRules.check(shown.corrected(by: overlay))
            try NoticeStore.correct(found, overlay, by: unit, in: act)
            return try act.record(
                on: Subject("notice", notice), notice,
                detail: ["fields": overlay.map(\.field.rawValue).joined(separator: " ")])
        }
    }
}
