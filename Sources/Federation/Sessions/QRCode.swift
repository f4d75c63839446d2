import CQREncode

/// A QR code (ISO/IEC 18004), error correction M, in the smallest version that holds the text; made by libqrencode.
package struct QRCode: Sendable, Hashable {
    /// Modules that scanners want empty on every side.
    package static let quietZone = 4

    /// Rows from the top, each from the left; true is dark.
    package let modules: [[Bool]]

    /// Modules on a side: 17 + 4 × version.
    package var size: Int { modules.count }

    /// - Returns: nil where the text is empty, holds a zero byte or is longer than a code can hold (2,331 bytes).
    package init?(_ text: String) {
        guard !text.isEmpty, !text.utf8.contains(0), let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else {
            return nil
        }
        defer { QRcode_free(code) }
        let width = Int(code.pointee.width)
        guard let data = code.pointee.data else { return nil }
        // The lowest bit of each byte is the module; the others say what it is for.
        modules = (0..<width).map { row in (0..<width).map { data[row * width + $0] & 1 == 1 } }
    }

    /// The dark modules as one SVG path, a run of them a rectangle one unit high, from 0 0 to `size` `size`; without the
    /// quiet zone.
    package var svgPath: String {
        var path = ""
        for (y, row) in modules.enumerated() {
            var x = 0
            while x < row.count {
                guard row[x] else {
                    x += 1
                    continue
                }
                let end = row[x...].firstIndex(of: false) ?? row.count
                path += "M\(x) \(y)h\(end - x)v1h-\(end - x)z"
                x = end
            }
        }
        return path
    }
}
