import Storage

/// Why a job did not succeed, as a code: an error's own text may hold a person's name and is never stored.
enum JobFailure {
    /// The payload is not what the queue's handler reads.
    static let payloadUnreadable = "job.payload_unreadable"
    /// Its servers ended without a word, each time.
    static let crashed = "job.crashed"

    static func code(_ error: any Error) -> String {
        switch error {
        case let refusal as any Refusal: refusal.code
        case let error as StorageError: "storage.\(word(error))"
        case is DecodingError: payloadUnreadable
        case is CancellationError: "job.cancelled"
        default: "fault.\(type(of: error))"
        }
    }

    private static func word(_ error: StorageError) -> String {
        switch error {
        case .uniqueViolation: "unique"
        case .foreignKeyViolation: "foreign_key"
        case .checkViolation: "check"
        case .notNullViolation: "not_null"
        case .busy: "busy"
        case .brokenTransaction: "broken"
        case .unavailable: "unavailable"
        case .newerThanProgram, .olderThanProgram, .migrationChanged: "migration"
        case .unsafeSetting: "unsafe_setting"
        case .badAddress: "bad_address"
        case .unexpectedShape: "unexpected_shape"
        case .other(let code, _): code
        }
    }
}
