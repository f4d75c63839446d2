package import Federation

/// One obligation as it can be changed.
package struct RevisionModel: Sendable {
    package var line: ObligationLine
    package var listPath: String
    package var form: RevisionForm
    package var reviseTo: Target
    package var splitTo: Target
    /// The next one, where there is one.
    package var merge: (to: Target, quote: String)?
    package var errors: [String: Sentence] = [:]

    package struct Target: Sendable {
        package var path: String
        package var act: ActID
    }
}

/// Words of a notice to become an obligation.
package struct MarkingModel: Sendable {
    package var notice: NoticeLine
    package var listPath: String
    package var text: String
    package var form: RevisionForm
    package var target: RevisionModel.Target
    package var errors: [String: Sentence] = [:]
}
