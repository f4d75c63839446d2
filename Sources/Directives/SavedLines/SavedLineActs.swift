package import Federation

/// Keeping, replacing and deleting named lines, each one act.
package struct SavedLineActs: Sendable {
    let federation: OpenFederation

    package init(_ federation: OpenFederation) { self.federation = federation }

    /// - Throws: `SavedLineRefusal`.
    package func save(
        _ line: String, copyLine: String, named name: String, as actor: Actor, at unit: UnitID, id: ActID
    ) async throws -> SavedLineID {
        let (line, copyLine) = try Self.lines(line, copyLine)
        let name = name.trimmed
        guard !name.isEmpty else { throw SavedLineRefusal.nameMissing }
        guard name.count <= SavedLine.nameMax else { throw SavedLineRefusal.nameTooLong }
        return try await federation.act(.lineSave, as: actor, at: unit, id: id) { act in
            let others = try SavedLineStore.lines(of: unit, in: act.db)
            guard !others.contains(where: { $0.name == name }) else { throw SavedLineRefusal.nameTaken(name: name) }
            guard others.count < SavedLine.linesMax else { throw SavedLineRefusal.tooMany }
            let saved = SavedLine(id: act.newID(), unit: unit, name: name, line: line, copyLine: copyLine)
            try SavedLineStore.insert(saved, in: act)
            return try act.record(on: Subject("saved_line", saved.id), saved.id, detail: ["change": "saved"])
        }
    }

    /// The name stays; the words are those of now.
    /// - Throws: `SavedLineRefusal`; "not found" for another unit's line.
    package func replace(
        _ saved: SavedLineID, by line: String, copyLine: String, as actor: Actor, at unit: UnitID, id: ActID
    ) async throws -> SavedLineID {
        let (line, copyLine) = try Self.lines(line, copyLine)
        return try await federation.act(.lineSave, as: actor, at: unit, id: id) { act in
            var found = try SavedLineStore.require(saved, of: unit, in: act.db)
            (found.line, found.copyLine) = (line, copyLine)
            try SavedLineStore.replace(found, in: act)
            return try act.record(on: Subject("saved_line", saved), saved, detail: ["change": "replaced"])
        }
    }

    /// - Throws: "not found" for another unit's line.
    package func remove(
        _ saved: SavedLineID, as actor: Actor, at unit: UnitID, id: ActID
    ) async throws -> SavedLineID {
        try await federation.act(.lineSave, as: actor, at: unit, id: id) { act in
            _ = try SavedLineStore.require(saved, of: unit, in: act.db)
            try SavedLineStore.remove(saved, in: act)
            return try act.record(on: Subject("saved_line", saved), saved, detail: ["change": "removed"])
        }
    }

    private static func lines(_ line: String, _ copyLine: String) throws -> (String, String?) {
        let (line, copyLine) = (line.trimmed, copyLine.trimmed)
        guard !line.isEmpty else { throw SavedLineRefusal.lineEmpty }
        return (line, copyLine.isEmpty ? nil : copyLine)
    }
}
