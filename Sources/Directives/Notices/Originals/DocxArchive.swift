import CLibZip

/// The parts of a DOCX, read from memory by name. Nothing is ever written to a disk, so a part's name can lead nowhere.
final class DocxArchive {
    /// Entries an archive may list: a long paper with many pictures has some hundreds.
    private static let entriesMax = 10_000
    /// Bytes that all parts which are read may unpack to; the longest notice there may be has 4 MB of text.
    private static let unpackedMax = 64 << 20

    private let archive: OpaquePointer
    private let bytes: UnsafeMutableBufferPointer<UInt8>
    private var left = unpackedMax

    /// - Throws: `OriginalRefusal.damaged`, `.bomb`.
    init(_ bytes: [UInt8]) throws {
        let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
        _ = copy.initialize(from: bytes)
        var error = zip_error_t()
        guard let source = zip_source_buffer_create(copy.baseAddress, zip_uint64_t(copy.count), 0, &error),
            let archive = zip_open_from_source(source, Int32(ZIP_RDONLY), &error)
        else {
            copy.deallocate()
            throw OriginalRefusal.damaged
        }
        self.archive = archive
        self.bytes = copy
        guard zip_get_num_entries(archive, 0) <= Self.entriesMax else { throw OriginalRefusal.bomb }
    }

    deinit {
        zip_discard(archive)
        bytes.deallocate()
    }

    /// - Returns: nil where there is no such part.
    /// - Throws: `OriginalRefusal.encrypted`, `.bomb`, `.damaged`.
    func part(_ name: String) throws -> [UInt8]? {
        let index = zip_name_locate(archive, name, zip_flags_t(ZIP_FL_NOCASE))
        guard index >= 0 else { return nil }
        var stat = zip_stat_t()
        guard zip_stat_index(archive, zip_uint64_t(index), 0, &stat) == 0 else { throw OriginalRefusal.damaged }
        guard stat.encryption_method == ZIP_EM_NONE else { throw OriginalRefusal.encrypted }
        // What it says of its size is only the first check: what comes out is counted too.
        guard stat.size <= zip_uint64_t(left) else { throw OriginalRefusal.bomb }
        guard let file = zip_fopen_index(archive, zip_uint64_t(index), 0) else { throw OriginalRefusal.damaged }
        defer { zip_fclose(file) }
        var part: [UInt8] = []
        part.reserveCapacity(Int(stat.size))
        var piece = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = Int(zip_fread(file, &piece, zip_uint64_t(piece.count)))
            guard count >= 0 else { throw OriginalRefusal.damaged }
            if count == 0 { return part }
            left -= count
            guard left >= 0 else { throw OriginalRefusal.bomb }
            part += piece[..<count]
        }
    }
}
