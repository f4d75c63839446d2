// Only here is the whole of Foundation needed: GB18030 is not in FoundationEssentials.
import Foundation

/// Bytes of a notice as they come from a mail, a scan or an old office system.
package enum NoticeDecoding {
    /// UTF-8 and UTF-16 are known by their marks, UTF-8 without a mark by its strict grammar;
    /// what is left is taken for GB18030, which contains GBK and GB2312.
    package static func text(from bytes: [UInt8]) -> Result<String, ReaderRefusal> {
        guard !bytes.isEmpty else { return .failure(.empty) }
        // GB18030 and UTF-16 take at least half the bytes of UTF-8, so a longer file cannot become short enough.
        guard bytes.count <= NoticeReader.byteLimit else { return .failure(.tooLong) }

        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            return utf8(bytes.dropFirst(3))
        }
        if bytes.starts(with: [0xFF, 0xFE]) {
            return utf16(bytes.dropFirst(2), lowByteFirst: true)
        }
        if bytes.starts(with: [0xFE, 0xFF]) {
            return utf16(bytes.dropFirst(2), lowByteFirst: false)
        }
        // No text in these encodings has a zero byte; a picture, an archive or a Word file has.
        guard !bytes.contains(0) else { return .failure(.notText) }
        if case .success(let text) = utf8(bytes[...]) { return .success(text) }
        return gb18030(bytes)
    }

    private static func utf8(_ bytes: ArraySlice<UInt8>) -> Result<String, ReaderRefusal> {
        guard let text = String(validating: bytes, as: UTF8.self) else { return .failure(.notText) }
        return .success(text)
    }

    private static func utf16(_ bytes: ArraySlice<UInt8>, lowByteFirst: Bool) -> Result<String, ReaderRefusal> {
        guard bytes.count.isMultiple(of: 2) else { return .failure(.notText) }
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let first = UInt16(bytes[index])
            let second = UInt16(bytes[index + 1])
            units.append(lowByteFirst ? second << 8 | first : first << 8 | second)
            index += 2
        }
        guard let text = String(validating: units, as: UTF16.self) else { return .failure(.notText) }
        return .success(text)
    }

    private static func gb18030(_ bytes: [UInt8]) -> Result<String, ReaderRefusal> {
        // kCFStringEncodingGB_18030_2000 (0x632) as an NSStringEncoding; Foundation on Linux has no name for it.
        let encoding = String.Encoding(rawValue: 0x8000_0632)
        guard let text = String(data: Data(bytes), encoding: encoding) else { return .failure(.notText) }
        // Almost any bytes pass as GB18030; a text in Chinese does not have control characters in it.
        let controls = text.unicodeScalars.lazy.filter { $0.value < 0x20 && !$0.properties.isWhitespace }.count
        return controls == 0 ? .success(text) : .failure(.notText)
    }
}
