/// Prints pages of ours with WeasyPrint (docs/decisions/0009). It is given a file in a private folder and no address,
/// and has three minutes and the limits of every program that Muster runs.
package enum ExportPrinter {
    package static var isInstalled: Bool { ConversionTool.weasyprint.path != nil }
    /// A picture is cut out of a printed page by poppler.
    package static var drawsPictures: Bool {
        isInstalled && ConversionTool.pdftoppm.path != nil && ConversionTool.pdftotext.path != nil
    }

    private static let bytesMax = 32 << 20
    /// Signs that are set in less than half a minute.
    private static let signsMax = 100_000
    /// Pixels left under the last line of a picture.
    private static let picturePadding = 64

    /// - Throws: `ExportRefusal.printerMissing`, `.printerFailed`.
    static func pdf(_ html: String) async throws -> [UInt8] {
        let folder = try await print(html)
        guard let bytes = folder.read("out.pdf", bytesMax: bytesMax) else { throw ExportRefusal.printerFailed }
        return bytes
    }

    /// The first page as a picture, cut under its last line.
    /// - Throws: `ExportRefusal.printerMissing`, `.printerFailed`.
    static func picture(_ html: String) async throws -> [UInt8] {
        guard drawsPictures else { throw ExportRefusal.printerMissing }
        let folder = try await print(html)
        let boxes = await ConversionTool.pdftotext.run(["-bbox", "-f", "1", "-l", "1", "out.pdf", "boxes"], in: folder)
        guard boxes == .ended(0), let text = folder.read("boxes", bytesMax: bytesMax) else {
            throw ExportRefusal.printerFailed
        }
        // A pixel of CSS is three quarters of a point, and 96 of them are an inch.
        let points = lastLine(of: String(decoding: text, as: UTF8.self))
        let height = Int((points / 0.75).rounded(.up)) + picturePadding
        let drawn = await ConversionTool.pdftoppm.run(
            [
                "-f", "1", "-l", "1", "-singlefile", "-r", "96", "-x", "0", "-y", "0", "-W", "1080", "-H", "\(height)",
                "-png", "out.pdf", "out",
            ], in: folder)
        guard drawn == .ended(0), let bytes = folder.read("out.png", bytesMax: bytesMax) else {
            throw ExportRefusal.printerFailed
        }
        return bytes
    }

    private static func print(_ html: String) async throws -> PrivateFolder {
        guard isInstalled else { throw ExportRefusal.printerMissing }
        guard html.unicodeScalars.count <= signsMax else { throw ExportRefusal.printerFailed }
        let folder = try PrivateFolder()
        try folder.write(Array(html.utf8), as: "in.html")
        // A base that leads nowhere: an address without a host could not be made whole.
        let outcome = await ConversionTool.weasyprint.run(
            ["--quiet", "--encoding", "utf-8", "--base-url", "about:blank", "in.html", "out.pdf"], in: folder)
        guard outcome == .ended(0) else { throw ExportRefusal.printerFailed }
        return folder
    }

    /// Where the lowest word of a page ends, in points from its top.
    private static func lastLine(of boxes: String) -> Double {
        boxes.split(separator: "yMax=\"").dropFirst().compactMap { Double($0.prefix { $0 != "\"" }) }.max() ?? 0
    }
}
