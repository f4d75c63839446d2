import Foundation
import NIOCore

@testable import Directives

/// A DOCX and a PDF of an invented notice, made here byte by byte.
enum OriginalFixtures {
    static let lines = [
        "河工发〔2021〕17号", "河阳市总工会关于做好防暑降温工作的通知", "各县（市）区总工会：",
        "　　现将高温天气有关事项通知如下，请认真贯彻落实。", "　　一、落实责任。各级工会要督促用人单位落实防暑降温措施。", "河阳市总工会",
        "2021年7月5日",
    ]

    /// Parts stored as they are (APPNOTE.TXT 4.3.7 to 4.3.16).
    static func docx(_ lines: [String] = lines) -> [UInt8] {
        let w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
        let package = "http://schemas.openxmlformats.org/package/2006"
        let body = lines.map { "<w:p><w:r><w:t>\($0)</w:t></w:r></w:p>" }.joined()
        return archive([
            ("[Content_Types].xml", "<Types xmlns=\"\(package)/content-types\"/>"),
            (
                "_rels/.rels",
                "<Relationships xmlns=\"\(package)/relationships\"><Relationship Id=\"r\" Type=\"\(office)\" "
                    + "Target=\"word/document.xml\"/></Relationships>"
            ),
            ("word/document.xml", "<w:document xmlns:w=\"\(w)\"><w:body>\(body)</w:body></w:document>"),
        ])
    }

    static func archive(_ parts: [(String, String)]) -> [UInt8] {
        var (archive, directory) = (ByteBuffer(), ByteBuffer())
        for (name, text) in parts {
            var common = ByteBuffer()
            let sum = ~Array(text.utf8).reduce(~0 as UInt32) { sum, byte in
                (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in sum >> 1 ^ (sum & 1 == 1 ? 0xEDB8_8320 : 0) }
            }
            common.writeMultipleIntegers(
                UInt16(20), UInt16(0x800), UInt16(0), UInt32(0), sum, UInt32(text.utf8.count), UInt32(text.utf8.count),
                UInt16(name.utf8.count), UInt16(0), endianness: .little)
            let offset = UInt32(archive.writerIndex)
            archive.writeInteger(UInt32(0x0403_4B50), endianness: .little)
            archive.writeImmutableBuffer(common)
            archive.writeString(name + text)
            directory.writeMultipleIntegers(UInt32(0x0201_4B50), UInt16(20), endianness: .little)
            directory.writeImmutableBuffer(common)
            directory.writeMultipleIntegers(
                UInt16(0), UInt16(0), UInt16(0), UInt32(0), offset, endianness: .little)
            directory.writeString(name)
        }
        let (start, length, count) = (
            UInt32(archive.writerIndex), UInt32(directory.writerIndex), UInt16(parts.count)
        )
        archive.writeImmutableBuffer(directory)
        archive.writeMultipleIntegers(
            UInt32(0x0605_4B50), UInt32(0), count, count, length, start, UInt16(0), endianness: .little)
        return Array(buffer: archive)
    }

    /// A text layer and nothing drawn: signs by their codes, with the table that says what they mean (ISO 32000, 9.10.3).
    /// - Parameter pages: lines of each page; an empty page is what a scan looks like.
    static func pdf(_ pages: [[String]] = [lines]) -> [UInt8] {
        let first = 6
        var objects = [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Count \(pages.count)/Kids[\(pages.indices.map { "\(first + 2 * $0) 0 R" }.joined(separator: " "))]>>",
            "<</Type/Font/Subtype/Type0/BaseFont/Song/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 5 0 R>>",
            "<</Type/Font/Subtype/CIDFontType2/BaseFont/Song/DW 1000/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
                + "/Supplement 0>>/FontDescriptor<</Type/FontDescriptor/FontName/Song/Flags 4/FontBBox[0 0 1000 1000]"
                + "/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>>>",
            stream(meanings),
        ]
        for (number, lines) in pages.enumerated() {
            objects.append(
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>"
                    + "/Contents \(first + 2 * number + 1) 0 R>>")
            let shown = lines.enumerated().map { place, line in
                let codes = line.utf16.map { String(format: "%04X", $0) }.joined()
                return "BT /F 14 Tf 60 \(780 - 28 * place) Td <\(codes)> Tj ET"
            }
            objects.append(stream(shown.joined(separator: "\n")))
        }
        var file = "%PDF-1.4\n"
        var offsets: [Int] = []
        for (place, object) in objects.enumerated() {
            offsets.append(file.utf8.count)
            file += "\(place + 1) 0 obj\n\(object)\nendobj\n"
        }
        let table = offsets.map { String(format: "%010d 00000 n \n", $0) }.joined()
        let start = file.utf8.count
        file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n\(table)"
        file += "trailer<</Size \(objects.count + 1)/Root 1 0 R>>\nstartxref\n\(start)\n%%EOF\n"
        return Array(file.utf8)
    }

    private static func stream(_ text: String) -> String { "<</Length \(text.utf8.count)>>stream\n\(text)\nendstream" }

    /// Each code means itself; a row of 256 at a time, as the format wants it.
    private static var meanings: String {
        let rows = (0..<256).map { row in
            let high = String(format: "%02X", row)
            return "<\(high)00><\(high)FF><\(high)00>"
        }
        let blocks = stride(from: 0, to: 256, by: 64).map { start in
            "64 beginbfrange\n\(rows[start..<start + 64].joined(separator: "\n"))\nendbfrange"
        }
        return """
            /CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /M def /CMapType 2 def
            1 begincodespacerange <0000><FFFF> endcodespacerange
            \(blocks.joined(separator: "\n"))
            endcmap end end
            """
    }

    /// What this machine can convert; says what a test leaves out.
    static func has(_ tools: [ConversionTool], for test: String = #function) -> Bool {
        let missing = tools.filter { $0.path == nil }
        if !missing.isEmpty { print("\(test): skipped, no \(missing.map(\.rawValue).joined(separator: ", ")) here") }
        return missing.isEmpty
    }
}
