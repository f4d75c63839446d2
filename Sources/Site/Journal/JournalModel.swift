import Federation

/// Acts at a unit, the newest first.
struct JournalModel: Sendable {
    var unitName: String?
    var rows: [JournalRowShown]
    /// The next page; nil at the end.
    var olderPath: String?
    /// Back to the newest; nil on the first page.
    var newestPath: String?
    var sealsPath: String?
    var lastSeal: SealShown?
    /// In the whole journal.
    var unsealed: Int?
}

/// One act.
struct JournalRowShown: Sendable {
    var id: String
    var moment: Moment
    var actor: Actor
    /// The unit at which it was done.
    var unitName: String?
    /// The word as it is stored; `VerbWords` knows those of the vocabulary.
    var verb: String
    /// `unit`, `post`, `notice` …
    var subjectKind: String
    var subjectID: String
    /// What the subject is called, where it can be told.
    var subjectName: String?
    var subjectPath: String?
    /// Names and values of the entry's detail.
    var detail: [Detail] = []
    /// The number of the seal it lies under; nil while it is not sealed.
    var seal: Int64?

    enum Actor: Sendable, Hashable {
        case muster
        /// Somebody who held a one-time code.
        case newcomer
        case person(name: String, post: String?, substitutes: String?)
    }

    struct Detail: Sendable, Hashable {
        var name: String
        var value: String
    }
}

/// A seal, its digests in hexadecimal.
struct SealShown: Sendable {
    var number: Int64
    var entries: Int
    var root: String
    var digest: String
    var keyID: String
    var moment: Moment
}

/// The seals over the whole journal, the newest first.
struct SealsModel: Sendable {
    var rows: [SealShown]
    var unsealed: Int
    /// The public key's line, to keep elsewhere.
    var publicKey: String?
    var olderPath: String?
    var newestPath: String?
    var journalPath: String
}
