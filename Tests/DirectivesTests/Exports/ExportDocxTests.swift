import Foundation
import Testing

@testable import Directives

#if canImport(FoundationXML)
import FoundationXML
#endif

@Suite struct ExportDocxTests {
    private static func docx(_ text: String) throws -> [UInt8] {
        try #require(ExportDocx.bytes(try ExportTests.notice(text)))
    }

    /// What an exported paper must still say when somebody brings it in.
    private static func key(_ notice: ReadNotice) -> [String] {
        [
            notice.title ?? "", notice.number ?? "", notice.date ?? "", notice.grade ?? "", notice.medium.rawValue,
            notice.addressees?.line ?? "", notice.signature ?? "", notice.cc ?? "",
        ].map(ExportTests.ink) + notice.forwarded.flatMap { key($0.notice) }
    }

    @Test func itReadsBackAsTheSameNotice() throws {
        for (name, text) in PaperTexts.all where !name.hasSuffix(".flat.txt") {
            guard let reading = try? PaperTexts.read(text) else { continue }
            let back = try DocxReader.text(try Self.docx(text))
            #expect(ExportTests.ink(back) == ExportTests.ink(text), "\(name): no word is lost or added")
            let (found, meant) = (Self.key(try PaperTexts.read(back)), Self.key(reading))
            #expect(found.count == meant.count, "\(name)")
            for (word, other) in zip(found, meant) { #expect(word == other, "\(name)") }
        }
    }

    @Test func everyPartIsWellFormedAndNamed() throws {
        let archive = try DocxArchive(try Self.docx(PaperTexts.sample.replacing("钱乙", with: "<&>\u{1}\"'钱")))
        let types = try Self.text("[Content_Types].xml", archive)
        for name in [
            "[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/_rels/document.xml.rels",
            "word/styles.xml",
            "word/fontTable.xml", "word/settings.xml", "word/footer1.xml", "word/footer2.xml", "docProps/core.xml",
        ] {
            let part = try #require(try archive.part(name), "\(name)")
            let parser = XMLParser(data: Data(part))
            parser.shouldProcessNamespaces = true
            #expect(parser.parse(), "\(name)")
            if !name.contains("rels"), !name.hasPrefix("[") { #expect(types.contains("\"/\(name)\""), "\(name)") }
        }
        let relations = try Self.text("word/_rels/document.xml.rels", archive)
        for target in relations.matches(of: /Target="([^"]+)"/) {
            #expect(try archive.part("word/\(target.1)") != nil, "\(target.1)")
        }
        // Every style that a paragraph bears is there.
        let styles = try Self.text("word/styles.xml", archive)
        for style in try Self.text("word/document.xml", archive).matches(of: /w:pStyle w:val="([^"]+)"/) {
            #expect(styles.contains("w:styleId=\"\(style.1)\""), "\(style.1)")
        }
    }

    @Test func thePageIsTheStandards() throws {
        let document = try Self.text("word/document.xml", try DocxArchive(try Self.docx(PaperTexts.sample)))
        #expect(document.contains("<w:pgSz w:w=\"11906\" w:h=\"16838\"/>"))
        #expect(document.contains("w:top=\"2098\" w:right=\"1468\" w:bottom=\"1984\" w:left=\"1588\""))
        #expect(document.contains("<w:docGrid w:type=\"lines\" w:linePitch=\"579\"/>"))
        #expect(document.components(separatedBy: "<w:pageBreakBefore/>").count == 2)
        #expect(!document.contains("drawing") && !document.contains("pict"), "never a seal")
    }

    @Test func theSameNoticeGivesTheSameBytes() throws {
        #expect(try Self.docx(PaperTexts.sample) == Self.docx(PaperTexts.sample))
    }

    private static func text(_ name: String, _ archive: DocxArchive) throws -> String {
        String(decoding: try #require(try archive.part(name)), as: UTF8.self)
    }
}
