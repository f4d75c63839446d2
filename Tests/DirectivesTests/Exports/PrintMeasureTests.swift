import Foundation
import Testing

@testable import Directives

/// What comes out of the printer, measured against GB/T 9704-2012: of notices and of reports alike.
@Suite struct PrintMeasureTests {
    private static let isThere: Bool = {
        if !ExportPrinter.drawsPictures { print("skipped: weasyprint or poppler is not installed") }
        return ExportPrinter.drawsPictures
    }()

    private struct Line {
        /// Millimetres from the left and the top of the page.
        var left: Double
        var top: Double
        var right: Double
        var bottom: Double
        var text: String
    }

    /// A page that is full of one long paragraph has 22 lines of 28 characters within 156 by 225 millimetres.
    @Test(arguments: ["公文", "报告"]) func aFullPageIsTheStandards(_ sort: String) async throws {
        guard Self.isThere else { return }
        let words = String(repeating: "各级工会要把防汛抗洪抢险救灾作为当前最紧迫的任务", count: 120)
        let text =
            sort == "公文"
            ? PaperTexts.sample.replacing("联系人：", with: words + "。\n\n联系人：")
            : "焦作市总工会关于《关于防汛的紧急通知》落实情况的报告\n\n河南省总工会办公室：\n\n\(words)。\n\n焦作市总工会\n\n2026年7月20日\n\n（签发时的日志封印：第 12 号 00ff）\n"
        let pdf = try await ExportActs.file(of: try ExportTests.notice(text), as: .pdf).bytes
        let pages = try await Self.lines(of: pdf)
        let full = pages.enumerated().filter { place, lines in
            place > 0 && lines.count { $0.text.count >= 27 } >= 21
        }
        #expect(full.count >= 2, "there are full pages to measure")
        for (place, lines) in full {
            let body = lines.filter { $0.bottom < 264 }
            let tops = Set(body.map { Int(($0.top * 2).rounded()) })
            #expect(tops.count == 22, "page \(place + 1) has \(tops.count) lines")
            #expect(body.map(\.text.count).max() == 28, "page \(place + 1)")
            let left = try #require(body.map(\.left).min())
            let right = try #require(body.map(\.right).max())
            #expect(abs(right - left - 156) < 1.5, "type area is \(right - left) wide")
            // On a right page the binding is on the left, on a left page on the right.
            #expect(abs(left - (place % 2 == 0 ? 28 : 26)) < 1.2, "page \(place + 1) begins at \(left)")
            let top = try #require(body.map(\.top).min())
            #expect((36...41).contains(top), "the first line stands at \(top)")
            let number = try #require(lines.first { $0.text.contains("\(place + 1)") && $0.top > 262 })
            #expect(place % 2 == 0 ? number.right > 160 : number.left < 60, "page numbers stand outside")
        }
    }

    @Test func noSignIsWithoutAFace() async throws {
        let fonts = "/usr/bin/pdffonts"
        guard Self.isThere, FileManager.default.isExecutableFile(atPath: fonts) else { return }
        let pdf = try await ExportActs.file(of: try ExportTests.notice(PaperTexts.sample), as: .pdf).bytes
        let file = FileManager.default.temporaryDirectory.appending(component: "\(UUID().uuidString).pdf")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(pdf).write(to: file)
        let process = Process()
        process.executableURL = URL(filePath: fonts)
        process.arguments = [file.path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let told = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        let faces = told.split(separator: "\n").dropFirst(2)
        #expect(!faces.isEmpty)
        for face in faces { #expect(face.contains(" yes yes "), "\(face) is in the file") }
        let words = try #require(try await PDFReader.pages(pdf)).compactMap(\.self).joined()
        #expect(!words.contains("\u{FFFD}"))
    }

    private static func lines(of pdf: [UInt8]) async throws -> [[Line]] {
        let folder = try PrivateFolder()
        try folder.write(pdf, as: "in.pdf")
        let done = await ConversionTool.pdftotext.run(["-bbox-layout", "in.pdf", "boxes"], in: folder)
        try #require(done == .ended(0))
        let boxes = String(decoding: try #require(folder.read("boxes", bytesMax: 8 << 20)), as: UTF8.self)
        let millimetres = 25.4 / 72
        return boxes.components(separatedBy: "<page ").dropFirst().map { page in
            page.components(separatedBy: "<line ").dropFirst().map { line in
                func number(_ name: String) -> Double {
                    line.range(of: "\(name)=\"").flatMap { Double(line[$0.upperBound...].prefix { $0 != "\"" }) } ?? 0
                }
                let text = line.components(separatedBy: "</word>").dropLast()
                    .map { $0.components(separatedBy: ">").last ?? "" }.joined()
                return Line(
                    left: number("xMin") * millimetres, top: number("yMin") * millimetres,
                    right: number("xMax") * millimetres, bottom: number("yMax") * millimetres, text: text)
            }
        }
    }
}
