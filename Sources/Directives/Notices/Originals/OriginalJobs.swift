package import Federation
import Storage

/// Recognising pages: seconds each, so it is done after the upload was answered, a page at a time.
package enum OriginalJobs {
    static let recognition = JobQueue<OriginalID>(
        "original.recognise", priority: .high, attemptsMax: 3, leaseSeconds: 120)
    /// Pages are read in this resolution: finer ones are slower and not read better.
    private static let dotsPerInch = 250

    package static func add(to handlers: inout JobHandlers) {
        handlers.handle(recognition) { original, context in try await recognise(original, context) }
        handlers.add(
            JobTimer("original.sweep", everySeconds: 3_600) { federation in
                let now = federation.clock.now()
                try await federation.engine.write { _ = try OriginalStore.sweep(at: now, in: $0) }
            })
    }

    private static func recognise(_ id: OriginalID, _ context: JobContext) async throws {
        let federation = context.federation
        while let original = try await find(id, federation), let page = original.waitingPage {
            let read = try await read(page, of: original, federation)
            try await federation.engine.write { try OriginalStore.save(read, of: id, in: $0) }
        }
        guard let original = try await find(id, federation) else { return }
        do {
            try OriginalConversion.refuseClassified(original.text.text)
        } catch is NoticeRefusal {
            try await OriginalActs(federation).refuseClassified(id, id: context.actID)
        }
    }

    private static func find(_ id: OriginalID, _ federation: OpenFederation) async throws -> Original? {
        let now = federation.clock.now()
        return try await federation.read { try OriginalStore.find(id, at: now, in: $0) }
    }

    private static func read(
        _ page: OriginalPage, of original: Original, _ federation: OpenFederation
    ) async throws -> OriginalPage {
        var read = page
        read.manner = .typed
        guard let picture = try await OriginalPictures.picture(of: page, original, dotsPerInch, federation),
            let result = try await PageRecognition.read(picture.bytes, picture.kind)
        else { return read }
        read.manner = .recognised
        read.text = result.text
        read.confidence = result.confidence
        return read
    }
}

/// Pages as pictures: a photograph is its own, a page of a PDF is drawn when it is asked for.
enum OriginalPictures {
    static func picture(
        of page: OriginalPage, _ original: Original, _ dotsPerInch: Int, _ federation: OpenFederation
    ) async throws -> (bytes: [UInt8], kind: OriginalKind)? {
        guard let file = original.files.first(where: { $0.ordinal == page.file }), file.kind != .docx else {
            return nil
        }
        let bytes = try await bytes(of: file, federation)
        guard file.kind == .pdf else { return (bytes, file.kind) }
        return try await PDFReader.picture(of: page.page, bytes, dotsPerInch: dotsPerInch).map { ($0, .jpeg) }
    }

    static func bytes(of file: OriginalFile, _ federation: OpenFederation) async throws -> [UInt8] {
        guard let found = try await federation.bytes(of: file.blob) else { throw OriginalRefusal.gone }
        return found.bytes
    }
}
