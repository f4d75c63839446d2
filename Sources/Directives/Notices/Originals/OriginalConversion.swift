/// What is got out of files at once, before any is kept: the text where there is one, and which pages must wait.
enum OriginalConversion {
    struct Page: Sendable {
        var file: Int
        var page: Int
        var manner: TextManner
        var text = ""
    }

    /// - Throws: `OriginalRefusal`, and `NoticeRefusal.unreadable` for a paper that is marked as classified.
    static func pages(_ files: [[UInt8]], _ kinds: [OriginalKind]) async throws -> [Page] {
        let isRecognised = kinds.contains { $0 != .docx } ? await PageRecognition.isInstalled() : false
        let unread: TextManner = isRecognised ? .waiting : .typed
        var pages: [Page] = []
        for (place, (bytes, kind)) in zip(files, kinds).enumerated() {
            let file = place + 1
            switch kind {
            case .jpeg, .png: pages.append(Page(file: file, page: 1, manner: unread))
            case .docx:
                let text = try await OwnThread.run { try DocxReader.text(bytes) }
                pages.append(Page(file: file, page: 1, manner: .docx, text: text))
            case .pdf:
                let texts = try await PDFReader.pages(bytes)
                pages += (texts ?? [nil]).enumerated().map { number, text in
                    let manner = text == nil ? (texts == nil ? .typed : unread) : TextManner.pdfText
                    return Page(file: file, page: number + 1, manner: manner, text: text ?? "")
                }
            }
        }
        try refuseClassified(pages.map(\.text).joined(separator: "\n"))
        return pages
    }

    /// What bears a mark of secrecy is not kept, not for a moment.
    static func refuseClassified(_ text: String) throws {
        if case .failure(.classified(let mark)) = NoticeReader().read(text) {
            throw NoticeRefusal.unreadable(.classified(mark: mark))
        }
    }
}
