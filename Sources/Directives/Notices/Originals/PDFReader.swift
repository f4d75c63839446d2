/// Reads PDFs with poppler's programs.
enum PDFReader {
    /// Signs from which a page counts as having a text layer: a scan has none, or a stray mark.
    private static let signsMin = 8
    private static let textBytesMax = 8 << 20

    /// The text layer page by page; nil for a page that has none, so that it must be recognised or typed.
    /// - Returns: nil where poppler is not installed.
    /// - Throws: `OriginalRefusal.damaged`, `.encrypted`, `.tooManyPages`.
    static func pages(_ bytes: [UInt8]) async throws -> [String?]? {
        let folder = try PrivateFolder()
        try folder.write(bytes, as: "in.pdf")
        switch await ConversionTool.pdfinfo.run(["in.pdf"], in: folder) {
        case .failed where ConversionTool.pdfinfo.path == nil: return nil
        case .ended(0): break
        case .failed, .ended: throw damage(folder)
        }
        let count = count(said(folder))
        guard count > 0 else { throw OriginalRefusal.damaged }
        guard count <= Original.pagesMax else { throw OriginalRefusal.tooManyPages }
        let outcome = await ConversionTool.pdftotext.run(
            ["-enc", "UTF-8", "-layout", "-eol", "unix", "in.pdf", "out.txt"], in: folder)
        // 3: its author forbids copying. A person may still read it, so its pages are pictures to us.
        if outcome == .ended(3) { return Array(repeating: nil, count: count) }
        guard outcome == .ended(0), let text = folder.read("out.txt", bytesMax: textBytesMax) else {
            throw OriginalRefusal.damaged
        }
        let pages = text.split(separator: 0x0C, omittingEmptySubsequences: false)
            .map { self.text(String(decoding: $0, as: UTF8.self)) }
        return (0..<count).map { $0 < pages.count ? pages[$0] : nil }
    }

    /// A page as a picture, for reading by eye or by a program.
    /// - Returns: nil where it could not be drawn.
    static func picture(of page: Int, _ bytes: [UInt8], dotsPerInch: Int) async throws -> [UInt8]? {
        let folder = try PrivateFolder()
        try folder.write(bytes, as: "in.pdf")
        let outcome = await ConversionTool.pdftoppm.run(
            [
                "-f", "\(page)", "-l", "\(page)", "-singlefile", "-r", "\(dotsPerInch)", "-jpeg", "-scale-to",
                "\(dotsPerInch * 14)", "in.pdf", "out",
            ], in: folder)
        return outcome == .ended(0) ? folder.read("out.jpg", bytesMax: Original.bytesMax) : nil
    }

    private static func said(_ folder: PrivateFolder) -> String {
        String(decoding: folder.read("said", bytesMax: 1 << 20) ?? [], as: UTF8.self)
    }

    private static func damage(_ folder: PrivateFolder) -> OriginalRefusal {
        said(folder).contains("Incorrect password") ? .encrypted : .damaged
    }

    private static func count(_ info: String) -> Int {
        let line = info.split(separator: "\n").first { $0.hasPrefix("Pages:") }
        return line.flatMap { $0.split(separator: " ").last }.flatMap { Int($0) } ?? 0
    }

    private static func text(_ page: String) -> String? {
        var lines = page.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
            String(line.reversed().drop { $0.isWhitespace }.reversed())
        }
        while let first = lines.first, first.isEmpty || OriginalRules.isPageNumber(first) { lines.removeFirst() }
        while let last = lines.last, last.isEmpty || OriginalRules.isPageNumber(last) { lines.removeLast() }
        let text = lines.joined(separator: "\n")
        let signs = text.unicodeScalars.lazy.filter { !$0.properties.isWhitespace }.count
        // Fonts without a table of their signs come out as private or replacement characters: no text layer either.
        let unknown = text.unicodeScalars.lazy.filter { $0.value == 0xFFFD || (0xE000...0xF8FF).contains($0.value) }
            .count
        return signs < signsMin || unknown * 5 > signs ? nil : text
    }
}
