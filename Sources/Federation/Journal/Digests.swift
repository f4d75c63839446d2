import Crypto
import Foundation

// Digests by the million: without an array or an iterator for each.

extension SHA256 {
    static func hash(of bytes: UnsafeRawBufferPointer) -> SHA256Digest {
        var hash = SHA256()
        hash.update(bufferPointer: bytes)
        return hash.finalize()
    }

    static func hash(of bytes: some Collection<UInt8>) -> SHA256Digest {
        bytes.withContiguousStorageIfAvailable { hash(of: UnsafeRawBufferPointer($0)) } ?? hash(data: Array(bytes))
    }
}

extension SHA256Digest {
    /// Its 32 bytes.
    var bytes: [UInt8] { withUnsafeBytes { Array($0) } }

    func equals(_ bytes: UnsafeRawBufferPointer) -> Bool { withUnsafeBytes { $0.equals(bytes) } }
}

extension UnsafeRawBufferPointer {
    /// Whether the same bytes lie in both.
    func equals(_ other: UnsafeRawBufferPointer) -> Bool {
        guard count == other.count else { return false }
        guard let baseAddress, let other = other.baseAddress else { return true }
        return memcmp(baseAddress, other, count) == 0
    }
}
