/// Something expected that is said no to: named, with a sentence in both languages.
///
/// A refusal becomes an HTTP status, an exit code or a field's error in one place each.
package protocol Refusal: Error, Sendable {
    /// `noun.reason`, for tests, logs and the API.
    var code: String { get }
    var manner: RefusalManner { get }
    var sentence: Sentence { get }
    /// The way on, where there is one.
    var wayOn: Sentence? { get }
}

extension Refusal {
    package var wayOn: Sentence? { nil }
}

/// What kind of no it is.
package enum RefusalManner: Sendable, CaseIterable {
    /// It does not exist, or it is not for this person to know whether it does.
    case notFound
    /// One is not signed in.
    case signIn
    case forbidden
    /// The state of things does not allow it now.
    case conflict
    /// What was given cannot be used.
    case invalid
    case tooLarge
    case slowDown
    /// The server cannot do it at the moment.
    case unavailable
}
