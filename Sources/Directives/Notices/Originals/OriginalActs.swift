package import Federation
package import Web

/// What is done with originals, each one act.
package struct OriginalActs: Sendable {
    let federation: OpenFederation

    package init(_ federation: OpenFederation) { self.federation = federation }

    /// Reads files as far as it goes at once, keeps them, and puts the pages that must be recognised into the queue.
    /// - Throws: `OriginalRefusal`, `NoticeRefusal`: then nothing was kept.
    package func upload(
        _ files: [UploadedFile], _ kinds: [OriginalKind], as actor: Actor, at unit: UnitID, id: ActID
    ) async throws -> OriginalID {
        let pages = try await OriginalConversion.pages(files.map(\.bytes), kinds)
        guard pages.count <= Original.pagesMax else { throw OriginalRefusal.tooManyPages }
        let expiry = federation.clock.now().adding(seconds: Original.waitsSeconds)
        var writers: [(BlobWriter, OriginalKind)] = []
        for (place, (file, kind)) in zip(files, kinds).enumerated() {
            let draft = try BlobDraft(
                owner: unit, purpose: BlobPurpose("notice.original"),
                name: Self.name(file.filename, kind, place + 1), mediaType: kind.mediaType, expiresAt: expiry)
            var writer = try await federation.beginBlob(draft)
            for start in stride(from: 0, to: file.bytes.count, by: Blob.pieceSize) {
                let piece = file.bytes[start..<min(start + Blob.pieceSize, file.bytes.count)]
                try await federation.append(Array(piece), to: &writer)
            }
            writers.append((try await federation.finish(writer), kind))
        }
        let whole = writers
        return try await federation.act(.blobStore, as: actor, at: unit, id: id) { act in
            let original = act.newID(Original.self)
            let kept = try whole.map { (blob: try $0.0.keep(in: act).id, kind: $0.1) }
            try OriginalStore.insert(original, by: unit, files: kept, pages: pages, in: act)
            let waiting = pages.count { $0.manner == .waiting }
            if waiting > 0 { try act.enqueue(OriginalJobs.recognition, original) }
            return try act.record(
                on: Subject("original", original), original,
                detail: ["files": "\(kept.count)", "pages": "\(pages.count)", "waiting": "\(waiting)"])
        }
    }

    /// Removes what turned out to be classified.
    func refuseClassified(_ original: OriginalID, id: ActID) async throws {
        _ = try await federation.act(.blobStore, as: .system, at: nil, id: id) { act in
            try OriginalStore.refuse(original, code: OriginalRefusal.classified.code, in: act)
            return try act.record(on: Subject("original", original), original, detail: ["refused": "classified"])
        }
    }

    /// The sender's name for a file where it can be one, else one of our own.
    private static func name(_ name: String, _ kind: OriginalKind, _ place: Int) -> String {
        let isUsable = !name.isEmpty && name.count <= Blob.nameLengthMax && !name.contains("/") && !name.contains("\\")
        return isUsable ? name : "\(place).\(kind.suffix)"
    }
}
