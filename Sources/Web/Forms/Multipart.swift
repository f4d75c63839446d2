package import NIOCore

/// A whole multipart/form-data body, read as it arrives.
package enum Multipart {
    /// Text fields, and files held in memory.
    /// - Throws: `UploadRefusal`, `FormRefusal`, before the rest of the body is read.
    package static func read<Body: AsyncSequence>(
        _ body: Body, contentType: String, limits: MultipartLimits = MultipartLimits()
    ) async throws -> (FormFields, [UploadedFile]) where Body.Element == ByteBuffer {
        var files: [UploadedFile] = []
        var (head, bytes): (UploadHead?, [UInt8]) = (nil, [])
        let fields = try await read(body, contentType: contentType, limits: limits) { event in
            switch event {
            case .field: break
            case .fileBegan(let began): (head, bytes) = (began, [])
            case .fileBytes(let piece): bytes += piece
            case .fileEnded:
                guard let ended = head else { return }
                files.append(
                    UploadedFile(
                        name: ended.name, filename: ended.filename, mediaType: ended.mediaType, bytes: bytes))
                (head, bytes) = (nil, [])
            }
        }
        return (fields, files)
    }

    /// Text fields; files are handed on piece by piece, and the next piece is read once `handOn` has returned.
    /// - Throws: `UploadRefusal`, `FormRefusal`, and what `handOn` throws.
    package static func read<Body: AsyncSequence>(
        _ body: Body, contentType: String, limits: MultipartLimits = MultipartLimits(),
        handingOn handOn: (MultipartEvent) async throws -> Void
    ) async throws -> FormFields where Body.Element == ByteBuffer {
        guard let boundary = boundary(contentType) else { throw UploadRefusal.broken }
        var parser = try MultipartParser(boundary: boundary, limits: limits)
        var fields = FormFields()
        for try await chunk in body {
            for event in try parser.feed(chunk) {
                if case .field(let field) = event { try fields.append(field) } else { try await handOn(event) }
            }
        }
        try parser.finish()
        return fields
    }

    /// Nil where the content type is another one, or has no boundary.
    package static func boundary(_ contentType: String) -> String? {
        guard let header = HeaderParameters(Array(contentType.utf8)), header.value == "multipart/form-data" else {
            return nil
        }
        return header.parameters["boundary"].map { String(decoding: $0, as: UTF8.self) }
    }
}
