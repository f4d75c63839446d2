import Federation
import Web

/// An original beside its text: where it can be seen, and how the text was got out of it.
package struct OriginalModel: Sendable {
    package struct File: Sendable {
        package var name: String
        package var path: String
        package var kind: OriginalKind
        /// Bytes.
        package var size: Int
    }

    package var id: OriginalID
    package var files: [File]
    package var manner: TextManner
    package var pageCount: Int
    /// Pages as pictures, in order; empty for a DOCX, and where nothing here can draw them.
    package var pictures: [String] = []
    /// Pages that were recognised, and those that nothing could read.
    package var recognised: Int = 0
    package var unread: Int = 0
    /// 0 to 100.
    package var confidence: Int?
    /// Words still marked as doubtful in the text as it stands.
    package var doubtful: Int = 0
    /// Whether a person changed the text that was got.
    package var isChanged: Bool = false

    /// - Parameter text: the text as it stands; nil where it is still the one that was got.
    init(_ original: Original, text: String? = nil) {
        let got = original.text
        id = original.id
        manner = original.manner
        pageCount = original.pages.count
        files = original.files.map { file in
            File(
                name: file.name, path: OriginalRoutes.file.path(Pair(original.id, "\(file.ordinal)")),
                kind: file.kind, size: file.size)
        }
        let drawable = original.files.filter { $0.kind.isPicture || Self.canDraw && $0.kind == .pdf }.map(\.ordinal)
        pictures = original.pages.filter { drawable.contains($0.file) }
            .map { OriginalRoutes.page.path(Pair(original.id, "\($0.place)")) }
        recognised = original.pages.count { $0.manner == .recognised }
        unread = original.pages.count { $0.manner == .typed }
        confidence = original.confidence
        doubtful = got.doubts(in: text ?? got.text).count
        isChanged = text.map { $0 != got.text } ?? false
    }

    private static var canDraw: Bool { ConversionTool.pdftoppm.path != nil }
}

/// An original whose text is not read yet: pages are being recognised, or a person must type it.
package struct OriginalWaitModel: Sendable {
    package var original: OriginalModel
    package var listPath: String
    package var pastePath: String
    /// The page being recognised, from 1; nil where a person must type.
    package var waitingPage: Int?
    /// Takes `text` and `original`.
    package var readPath: String
    package var text: String = ""
    package var errors: [AddresseesModel.FieldError] = []
}
