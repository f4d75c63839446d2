extension OpenFederation {
    /// A file and all of its bytes, for those small enough to be held at once. Whoever asks has found out before that it
    /// may be read.
    /// - Returns: nil where there is none, or its time is over.
    package func bytes(of id: BlobID) async throws -> (blob: Blob, bytes: [UInt8])? {
        let now = clock.now()
        guard let blob = try await read({ try BlobStore.find(id, at: now, in: $0) }) else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(blob.size)
        for try await piece in BlobReader(federation: self, blob: blob) { bytes += piece }
        return (blob, bytes)
    }
}
