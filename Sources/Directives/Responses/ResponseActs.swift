package import Federation
import Storage

/// Opening a response, changing its level, closing it, and putting notices into it.
package struct ResponseActs: Sendable {
    let federation: OpenFederation

    package init(_ federation: OpenFederation) { self.federation = federation }

    /// - Throws: `ResponseRefusal`.
    package func open(
        name: String, level: ResponseLevel?, reason: String, as actor: Actor, at unit: UnitID, id: ActID
    ) async throws -> ResponseID {
        let name = name.trimmed
        guard !name.isEmpty, name.count <= ResponseRefusal.nameMax else { throw ResponseRefusal.nameMissing }
        guard let level else { throw ResponseRefusal.levelMissing }
        let reason = try Self.checked(reason)
        return try await federation.act(.responseOpen, as: actor, at: unit, id: id) { act in
            let response = Response(
                id: act.newID(), unit: unit, name: name, level: level, openedAt: act.moment, closedAt: nil)
            try ResponseStore.insert(response, in: act)
            try ResponseStore.note(.opened, response, before: nil, reason: reason, in: act)
            return try act.record(
                on: Subject("response", response.id), response.id, detail: ["level": "\(level.rawValue)"])
        }
    }

    /// What belongs to it says so from now on, with the level before and after.
    /// - Throws: `ResponseRefusal`.
    package func level(
        _ id: ResponseID, to level: ResponseLevel?, reason: String, as actor: Actor, at unit: UnitID, id actID: ActID
    ) async throws -> ResponseID {
        guard let level else { throw ResponseRefusal.levelMissing }
        let reason = try Self.checked(reason)
        return try await change(id, as: actor, at: unit, id: actID) { response, act in
            guard response.level != level else { throw ResponseRefusal.sameLevel }
            let before = response.level
            response.level = level
            try ResponseStore.note(.levelled, response, before: before, reason: reason, in: act)
            return ["level": "\(level.rawValue)", "before": "\(before.rawValue)"]
        }
    }

    /// - Throws: `ResponseRefusal`.
    package func close(
        _ id: ResponseID, reason: String, as actor: Actor, at unit: UnitID, id actID: ActID
    ) async throws -> ResponseID {
        let reason = try Self.checked(reason)
        return try await change(id, as: actor, at: unit, id: actID) { response, act in
            response.closedAt = act.moment
            try ResponseStore.note(.closed, response, before: response.level, reason: reason, in: act)
            return ["closed": "yes"]
        }
    }

    /// - Throws: `ResponseRefusal`; "not found" where the notice is not this unit's, or the response of none above it.
    package func attach(
        _ notice: NoticeID, to id: ResponseID, as actor: Actor, at unit: UnitID, id actID: ActID
    ) async throws -> ResponseID {
        try await federation.act(.responseAttach, as: actor, at: unit, id: actID) { act in
            let response = try ResponseReading.require(id, at: unit, in: act.db)
            _ = try NoticeStore.require(notice, for: unit, in: act.db)
            guard response.closedAt == nil else { throw ResponseRefusal.closed }
            if let known = try ResponseStore.response(of: notice, in: act.db) {
                throw ResponseRefusal.attachedAlready(known.name)
            }
            try ResponseStore.attach(notice, to: id, at: unit, in: act)
            return try act.record(on: Subject("response", id), id, detail: ["notice": "\(notice)"])
        }
    }

    private func change(
        _ id: ResponseID, as actor: Actor, at unit: UnitID, id actID: ActID,
        _ body: @escaping @Sendable (inout Response, Act) throws -> JournalDetail
    ) async throws -> ResponseID {
        try await federation.act(.responseOpen, as: actor, at: unit, id: actID) { act in
            guard var response = try ResponseStore.find(id, in: act.db), response.unit == unit else {
                throw AccessRefusal.notFound
            }
            guard response.closedAt == nil else { throw ResponseRefusal.closed }
            let detail = try body(&response, act)
            try ResponseStore.save(response, in: act)
            return try act.record(on: Subject("response", id), id, detail: detail)
        }
    }

    private static func checked(_ reason: String) throws -> String {
        let reason = reason.trimmed
        guard !reason.isEmpty, reason.count <= ResponseRefusal.reasonMax else { throw ResponseRefusal.reasonMissing }
        return reason
    }
}
