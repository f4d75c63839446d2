import CZlib
package import NIOCore

/// gzip (RFC 1952) of whole bodies.
package enum Gzip {
    /// Nil where zlib has no memory, or there are more than 4 GB: then the bytes go out as they are.
    package static func compress(_ bytes: [UInt8]) -> [UInt8]? {
        bytes.withUnsafeBytes { compress($0) }
    }

    package static func compress(_ buffer: ByteBuffer) -> ByteBuffer? {
        buffer.withUnsafeReadableBytes { compress($0) }.map { ByteBuffer(bytes: $0) }
    }

    /// Whether `Accept-Encoding` lets us answer in gzip (RFC 9110, 12.5.3). Without the header we do not.
    package static func isAccepted(_ header: String?) -> Bool {
        var (named, any): (Bool?, Bool?) = (nil, nil)
        for item in (header ?? "").split(separator: ",") {
            let parts = item.split(separator: ";").map { String($0.filter { $0 != " " && $0 != "\t" }).lowercased() }
            guard let coding = parts.first else { continue }
            let weight = parts.dropFirst().first { $0.hasPrefix("q=") }
            let isWanted = weight.map { (Double($0.dropFirst(2)) ?? 0) > 0 } ?? true
            switch coding {
            case "gzip", "x-gzip": named = named ?? isWanted
            case "*": any = any ?? isWanted
            default: break
            }
        }
        return named ?? any ?? false
    }

    private static func compress(_ bytes: UnsafeRawBufferPointer) -> [UInt8]? {
        guard let length = UInt32(exactly: bytes.count) else { return nil }
        // zlib compares the stream's address between calls, so it must stay where it is.
        let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        stream.initialize(to: z_stream())
        defer {
            stream.deinitialize(count: 1)
            stream.deallocate()
        }
        // 15 is the largest window, 16 more asks for gzip's head and tail; 8 is zlib's usual memory level.
        // Level 5 keeps a page's compression to about a millisecond.
        guard
            deflateInit2_(
                stream, 5, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
                Int32(MemoryLayout<z_stream>.size)) == Z_OK
        else { return nil }
        defer { deflateEnd(stream) }

        guard let room = UInt32(exactly: deflateBound(stream, uLong(length))) else { return nil }
        var isWhole = false
        let compressed = [UInt8](unsafeUninitializedCapacity: Int(room)) { output, count in
            stream.pointee.next_in = UnsafeMutablePointer(
                mutating: bytes.bindMemory(to: UInt8.self).baseAddress)
            stream.pointee.avail_in = length
            stream.pointee.next_out = output.baseAddress
            stream.pointee.avail_out = room
            isWhole = deflate(stream, Z_FINISH) == Z_STREAM_END
            count = Int(stream.pointee.total_out)
        }
        return isWhole ? compressed : nil
    }
}
