import Federation
import HTTPTypes
import Hummingbird

/// Reads what a form sent, within its route's limits.
enum RequestBody {
    static func read(_ request: Request, limits: UploadLimits) async throws -> (FormFields, [UploadedFile]) {
        let contentType = request.headers[.contentType] ?? ""
        if contentType.lowercased().hasPrefix("multipart/form-data") {
            return try await Multipart.read(
                request.body, contentType: contentType,
                limits: MultipartLimits(
                    textBytesMax: limits.textBytesMax, fileBytesMax: limits.fileBytesMax,
                    totalBytesMax: limits.totalBytesMax))
        }
        var bytes: [UInt8] = []
        for try await buffer in request.body {
            guard bytes.count + buffer.readableBytes <= limits.textBytesMax else {
                throw UploadRefusal.formTooLarge(limitBytes: limits.textBytesMax)
            }
            bytes.append(contentsOf: buffer.readableBytesView)
        }
        return (try FormFields(urlEncoded: bytes), [])
    }
}
