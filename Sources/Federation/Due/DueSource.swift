package import Storage

/// What a due is about, as Today shows it.
package struct DueLine: Sendable {
    /// 签收通知
    package var act: Sentence
    /// Where it is settled.
    package var path: String
    /// The notice's title, or what the act is about.
    package var about: String
    /// The unit or the person it comes from.
    package var from: String?
    /// Who set the date, where there is one.
    package var dateSetBy: String?

    package init(act: Sentence, path: String, about: String, from: String? = nil, dateSetBy: String? = nil) {
        self.act = act
        self.path = path
        self.about = about
        self.from = from
        self.dateSetBy = dateSetBy
    }
}

/// A context that opens dues says here what they are about. Each kind of due has exactly one source.
package protocol DueSource: Sendable {
    static var kinds: Set<Verb> { get }
    /// Lines by the dues' subjects, of dues of one kind; one without a line is not shown, and its context is at fault.
    static func lines(
        of kind: Verb, _ subjects: [Int64], for unit: UnitID, _ language: Language, in db: any Transaction
    ) throws -> [Int64: DueLine]
}

/// Some dues wait at a gate until what they come with has reached the unit: an obligation until its notice has arrived.
package protocol DueGate: Sendable {
    /// Those of the gates that are open to the unit, with the moment each opened.
    static func opened(_ gates: Set<Int64>, to unit: UnitID, in db: any Transaction) throws -> [Int64: Moment]
}
