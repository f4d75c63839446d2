package import Federation

/// Whom an urge would reach, how often each was urged already, and what was sent before.
package struct UrgeModel: Sendable {
    package var notice: NoticeLine
    package var wallPath: String
    package var sentAt: Moment
    /// Where the form is posted.
    package var path: String
    package var act: ActID
    package var form: UrgeForm
    package var errors: [String: Sentence] = [:]
    /// The branch it is confined to, as the line of addressees writes it.
    package var branch: String?
    package var units: [Waiting]
    /// Not on Muster: an urge is recorded, and somebody has to telephone.
    package var byTelephone: [Waiting] = []
    /// Where their receipts are written down for them; nil for whoever may not.
    package var recordPath: String?
    /// How many have not signed; the lists hold the first of them.
    package var count: Int
    package var past: [Past] = []
    package var now: Moment

    /// A unit that has not signed.
    package struct Waiting: Sendable {
        package var id: UnitID
        package var name: String
        package var state: ReceiptState
        package var isLate: Bool
        package var openedAt: Moment?
        package var urged: UrgedSoFar?
    }

    package struct Past: Sendable {
        package var at: Moment
        package var person: String
        package var text: String
        package var units: Int
    }
}
