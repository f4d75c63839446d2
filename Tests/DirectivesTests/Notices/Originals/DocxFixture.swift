import Foundation

/// Makes a DOCX in the test: parts put into an archive (APPNOTE.TXT 4.3), stored as they are or given deflated.
struct DocxFixture {
    private static let w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let package = "http://schemas.openxmlformats.org/package/2006"

    var parts: [(name: String, text: String)] = []
    /// Parts beside the document, by the end of their type: `header`, `numbering`.
    private var relations = ""

    /// - Parameter body: what stands in `w:body`.
    init(body: String) {
        parts = [
            ("[Content_Types].xml", "<Types xmlns=\"\(Self.package)/content-types\"/>"),
            (
                "_rels/.rels",
                Self.relationships(
                    "<Relationship Id=\"r1\" Type=\"\(Self.office)/officeDocument\" Target=\"word/document.xml\"/>")
            ),
            ("word/document.xml", Self.part("document", "<w:body>\(body)</w:body>")),
        ]
    }

    /// Adds a part that the document leads to.
    mutating func add(_ type: String, id: String, root: String, _ content: String, target: String? = nil) {
        relations += "<Relationship Id=\"\(id)\" Type=\"\(Self.office)/\(type)\" Target=\"\(target ?? "\(id).xml")\"/>"
        parts.append(("word/\(id).xml", Self.part(root, content)))
        parts.removeAll { $0.name == "word/_rels/document.xml.rels" }
        parts.append(("word/_rels/document.xml.rels", Self.relationships(relations)))
    }

    private static func part(_ root: String, _ content: String) -> String {
        """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <w:\(root) xmlns:w="\(w)" xmlns:r="\(office)" xmlns:v="urn:schemas-microsoft-com:vml" \
        xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" \
        xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">\(content)</w:\(root)>
        """
    }

    private static func relationships(_ content: String) -> String {
        "<Relationships xmlns=\"\(package)/relationships\">\(content)</Relationships>"
    }

    var bytes: [UInt8] { TestArchive.bytes(parts.map { .init(name: $0.name, content: Array($0.text.utf8)) }) }

    /// A paragraph of one run.
    static func p(_ text: String, _ properties: String = "") -> String {
        "<w:p>\(properties.isEmpty ? "" : "<w:pPr>\(properties)</w:pPr>")\(r(text))</w:p>"
    }

    static func r(_ text: String) -> String { "<w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r>" }

    /// A paragraph in a list.
    static func item(_ text: String, _ list: Int, _ level: Int = 0) -> String {
        p(text, "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\(list)\"/></w:numPr>")
    }
}

enum TestArchive {
    struct Entry {
        var name: String
        /// As it lies in the archive.
        var content: [UInt8]
        /// Of what it unpacks to, where it is deflated.
        var unpacked: (size: UInt32, checksum: UInt32)?
        var isEncrypted = false
    }

    static func bytes(_ entries: [Entry]) -> [UInt8] {
        var (archive, directory): ([UInt8], [UInt8]) = ([], [])
        for entry in entries {
            let name = Array(entry.name.utf8)
            let checksum = entry.unpacked?.checksum ?? self.checksum(entry.content)
            let size = entry.unpacked?.size ?? UInt32(entry.content.count)
            let common =
                little(UInt16(20)) + little(UInt16(entry.isEncrypted ? 0x801 : 0x800))
                + little(UInt16(entry.unpacked == nil ? 0 : 8)) + little(UInt32(0)) + little(checksum)
                + little(UInt32(entry.content.count)) + little(size) + little(UInt16(name.count)) + little(UInt16(0))
            let offset = UInt32(archive.count)
            archive += little(UInt32(0x0403_4B50)) + common + name + entry.content
            directory +=
                little(UInt32(0x0201_4B50)) + little(UInt16(20)) + common + little(UInt16(0)) + little(UInt16(0))
                + little(UInt16(0)) + little(UInt32(0)) + little(offset) + name
        }
        let (start, length, count) = (UInt32(archive.count), UInt32(directory.count), UInt16(entries.count))
        return archive + directory + little(UInt32(0x0605_4B50)) + little(UInt32(0)) + little(count) + little(count)
            + little(length) + little(start) + little(UInt16(0))
    }

    private static func little<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
        withUnsafeBytes(of: number.littleEndian) { Array($0) }
    }

    /// CRC-32 (ISO 3309).
    static func checksum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~0 as UInt32) { sum, byte in
            (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in sum >> 1 ^ (sum & 1 == 1 ? 0xEDB8_8320 : 0) }
        }
    }

    /// Deflated zeroes (RFC 1951): a block with the fixed code, whose every ten bits after the first byte say
    /// "258 bytes as one back".
    static func deflatedZeroes(_ repeats: Int) -> [UInt8] {
        var (bytes, bits, count): ([UInt8], UInt32, Int) = ([], 0, 0)
        func put(_ value: UInt32, _ length: Int) {
            bits |= value << UInt32(count)
            count += length
            while count >= 8 {
                bytes.append(UInt8(bits & 0xFF))
                bits >>= 8
                count -= 8
            }
        }
        put(0b011, 3)
        // Literal 0 is 00110000, highest bit first.
        put(0b0000_1100, 8)
        // Length 258 is code 285, 11000101; distance 1 is 00000.
        for _ in 0..<repeats { put(0b1_0100_011, 8); put(0, 5) }
        put(0, 7)
        put(0, 7)
        return bytes
    }
}
