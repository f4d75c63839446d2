import Federation
package import Storage
import Web

/// Files that show how a duty was done; nobody has to send one unless the words or a unit above want it.
enum AssignmentFiles {
    /// Bytes of one file: a scan of some pages, a photograph.
    static let bytesMax = 12 << 20

    /// Keeps what was sent, until the act that speaks of it.
    /// - Throws: `AssignmentRefusal.fileUnusable` for what is neither a PDF, a DOCX nor a picture.
    static func begin(_ file: UploadedFile, at unit: UnitID, _ federation: OpenFederation) async throws -> BlobWriter {
        guard let kind = try? OriginalKind.of(file.bytes) else { throw AssignmentRefusal.fileUnusable }
        let name = file.filename
        let isUsable = !name.isEmpty && name.count <= Blob.nameLengthMax && !name.contains("/") && !name.contains("\\")
        let draft = try BlobDraft(
            owner: unit, purpose: BlobPurpose("assignment.evidence"), name: isUsable ? name : "1.\(kind.rawValue)",
            mediaType: kind.mediaType)
        var writer = try await federation.beginBlob(draft)
        for start in stride(from: 0, to: file.bytes.count, by: Blob.pieceSize) {
            let piece = file.bytes[start..<min(start + Blob.pieceSize, file.bytes.count)]
            try await federation.append(Array(piece), to: &writer)
        }
        return try await federation.finish(writer)
    }

    /// The file that a fact speaks of, for whoever may see the unit's assignments.
    static func show(_ visit: Visit, _ id: AssignmentFactID) async throws -> Reply {
        let actor = visit.actor
        let blob = try await visit.federation.read { db -> BlobID? in
            guard let (unit, blob) = try AssignmentStore.file(of: id, in: db),
                try Access.allows(.assignmentRead, for: actor, at: unit, in: db)
            else { return nil }
            return blob
        }
        guard let blob, let found = try await visit.federation.bytes(of: blob) else { throw AccessRefusal.notFound }
        return .file(found.bytes, mediaType: found.blob.mediaType, name: found.blob.name)
    }
}

/// What assignments know: files that units sent with their word.
package enum FileEvidence: EvidenceSource {
    package static func evidence(
        for wanted: Set<Evidence.Wanted>, in db: any Transaction
    ) throws -> [Evidence.Wanted: [Evidence]] {
        var found: [Evidence.Wanted: [Evidence]] = [:]
        let notices = Set(wanted.map(\.notice)).sorted()
        for some in Set(wanted.map(\.unit)).sorted().boundLists {
            for row in try db.query(
                """
                select o.notice, a.unit, f.moment, b.name from assignment_fact f
                    join assignment a on a.id = f.assignment join obligation o on o.id = a.obligation
                    join blob b on b.id = f.proof
                where f.proof_kind = 'file' and a.unit \(in: some) and o.notice \(in: notices)
                """)
            {
                let one = Evidence.Wanted(try row["notice"], try row["unit"])
                guard wanted.contains(one) else { continue }
                found[one, default: []].append(Evidence(kind: .file, at: try row["moment"], text: try row["name"]))
            }
        }
        return found.mapValues { Array(Set($0)) }
    }
}
