import CLibZip

extension DocxArchive {
    /// Puts parts into an archive, in memory and in this order. The same parts give the same bytes.
    /// - Returns: nil where there is no memory.
    static func archive(_ parts: [(name: String, bytes: [UInt8])]) -> [UInt8]? {
        var error = zip_error_t()
        guard let target = zip_source_buffer_create(nil, 0, 0, &error) else { return nil }
        defer { zip_source_free(target) }
        // Closing gives the archive's own hold on the source back; ours must outlive it.
        zip_source_keep(target)
        guard let archive = zip_open_from_source(target, Int32(ZIP_TRUNCATE), &error) else {
            zip_source_free(target)
            return nil
        }
        // libzip reads the parts only when it closes the archive.
        let copies = parts.map { part -> UnsafeMutableBufferPointer<UInt8> in
            let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: part.bytes.count)
            _ = copy.initialize(from: part.bytes)
            return copy
        }
        defer { for copy in copies { copy.deallocate() } }
        for (part, copy) in zip(parts, copies) where !add(part.name, copy, to: archive) {
            zip_discard(archive)
            return nil
        }
        guard zip_close(archive) == 0 else {
            zip_discard(archive)
            return nil
        }
        return bytes(of: target)
    }

    /// 1 January 1980, the first moment that an archive can tell.
    private static let epochSeconds = time_t(315_532_800)

    private static func add(
        _ name: String, _ bytes: UnsafeMutableBufferPointer<UInt8>, to archive: OpaquePointer
    ) -> Bool {
        guard let source = zip_source_buffer(archive, bytes.baseAddress, zip_uint64_t(bytes.count), 0) else {
            return false
        }
        let index = zip_file_add(archive, name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
        guard index >= 0 else {
            zip_source_free(source)
            return false
        }
        return zip_file_set_mtime(archive, zip_uint64_t(index), epochSeconds, 0) == 0
    }

    private static func bytes(of source: OpaquePointer) -> [UInt8]? {
        var stat = zip_stat_t()
        guard zip_source_stat(source, &stat) == 0, zip_source_open(source) == 0 else { return nil }
        defer { zip_source_close(source) }
        let size = Int(stat.size)
        var count = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
            while count < size {
                let read = zip_source_read(source, buffer.baseAddress?.advanced(by: count), zip_uint64_t(size - count))
                guard read > 0 else { break }
                count += Int(read)
            }
            filled = count
        }
        return count == size ? bytes : nil
    }
}
