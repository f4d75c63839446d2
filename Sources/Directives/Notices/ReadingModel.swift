package import Federation

/// A notice as it was read, beside its paper: before it is registered (`ReadingPages`) and after (`NoticePages`).
///
/// Field names of its forms: `field.title`, `field.number`, `field.issuer`, `field.grade`, `field.date`,
/// `field.signature`, `field.addressees`, `field.cc`, and before registering `field.0.title` and so on of the notices
/// inside (all always sent, a value left as it was read being no correction); before registering also `text`, and `only` = `decisions` where only what needs a decision is shown.
/// A browser sends `text` with its line ends as CR LF: the handler makes them LF again.
package struct ReadingModel: Sendable {
    package var text: String
    /// What the reader found, without corrections.
    package var reading: ReadNotice
    /// What was corrected, the earliest first; a later one wins.
    package var corrections: [Correction] = []
    /// What the form shows in a field instead of what holds, where it was typed and refused.
    package var typed: [NoticePlace: String] = [:]
    /// What is wrong; `field` is the name in the form: `field.date`, or `text`.
    package var errors: [AddresseesModel.FieldError] = []
    package var addressees: Addressees?
    /// Whether the issuer is the reader's own unit.
    package var isIssuedHere: Bool = false
    /// Where each notice inside the top one has its own page, in the order they stand; empty before registering.
    package var containedPaths: [String?] = []
    /// Where what was made of the top notice's sentences is seen, by the place of their first sign.
    package var obligationPaths: [Int: String] = [:]
    /// Shows only the rows that need a decision.
    package var onlyDecisions: Bool = false
    /// Words that were recognised without certainty, in order.
    package var doubts: [ReadRange] = []
    /// What it came as, the earliest first; empty where it was pasted.
    package var originals: [OriginalModel] = []
    /// Before registering: how and when it came, as typed.
    package var arrivalForm = NoticeArrivalForm()

    /// Puts originals beside the text. What is doubtful is that of the last one: it is what the text was made from.
    mutating func take(_ found: [Original]) {
        originals = found.map { OriginalModel($0, text: text) }
        doubts = found.map { $0.text.doubts(in: text) }.last { !$0.isEmpty }?.map(\.range) ?? []
    }

    /// A correction and who made it; `person` and `at` are nil while it is not saved yet.
    package struct Correction: Sendable {
        package var place: NoticePlace
        /// Nil where the field should be empty.
        package var value: String?
        package var person: String?
        /// The unit, where it is another than the reader's.
        package var unit: String?
        package var at: Moment?
    }

    /// What the addressee line of the top notice means in this federation.
    package struct Addressees: Sendable {
        package var units: Int
        /// How many of its phrases are still open.
        package var open: Int = 0
        /// The page where phrases are checked; nil before registering.
        package var checkPath: String?
    }
}

/// A notice that was read and not registered yet (screen 02).
package struct DraftModel: Sendable {
    package var reading: ReadingModel
    /// Registers: takes `text` and `field.…`.
    package var registerPath: String
    package var act: ActID
    /// Shows this page again, with the same fields: for `only`, and to see corrections before registering.
    package var readPath: String
    /// Where another text is pasted.
    package var pastePath: String
    package var listPath: String
    /// When it was read, and in how many milliseconds.
    package var readAt: Moment?
    package var milliseconds: Int?
    /// The file it came from, where it was uploaded.
    package var fileName: String?
}

/// A registered notice with what a unit has done with it and may do next.
package struct NoticeModel: Sendable {
    package var reading: ReadingModel
    /// The highest grade of the paper and of those it carries.
    package var grade: Grade?
    package var path: String
    package var listPath: String
    package var registered: Registered
    /// How and when it came to this unit from outside.
    package var arrival: NoticeArrival?
    /// Corrects the fields; nil where the reader may only read.
    package var correct: Correct?
    /// Sends it on; nil where this unit or post may not.
    package var send: Send?
    /// Sendings of this notice that the reader may see, the newest first.
    package var dispatches: [DispatchLine] = []
    package var receipt: ReceiptLine?
    /// Covers that carry this notice and that the reader may see.
    package var covers: [NoticeLine] = []
    package var banners: [NoticeBanner] = []
    /// The handling sheet, the chain in time, what can be made of it.
    package var links: [NoticeLink] = []
    package var now: Moment

    package struct Registered: Sendable {
        /// The unit, where it is another than the reader's.
        package var unit: String?
        package var person: String?
        package var at: Moment
        package var journal: String?
    }

    package struct Correct: Sendable {
        package var path: String
        package var act: ActID
    }

    /// The way to the page that checks the addressees and sends.
    package struct Send: Sendable {
        package var path: String
        package var manner: Dispatch.Manner
        /// How many units it would reach; nil where that is not known yet.
        package var units: Int?
    }

    package struct DispatchLine: Sendable {
        package var wallPath: String
        /// The sending unit, where it is another than the reader's.
        package var from: String?
        package var manner: Dispatch.Manner
        package var at: Moment
        package var total: Int
        package var signed: Int
        package var opened: Int = 0
        package var late: Int = 0
    }

    /// This unit's own receipt.
    package struct ReceiptLine: Sendable {
        /// Where it is signed, or seen.
        package var path: String
        package var state: ReceiptState
        package var purpose: Purpose = .action
        package var isLate: Bool = false
        package var from: String
        package var sentAt: Moment
        package var openedAt: Moment?
        package var signedAt: Moment?
        package var signer: String?
        package var due: NoticeListModel.DateSet?
        /// True where this post may sign, and it is not signed yet.
        package var maySign: Bool = false
    }
}

/// Where a notice is pasted or uploaded, to be read.
///
/// Field names of its form: `text`, `file`.
package struct PasteModel: Sendable {
    /// Reads what is posted (multipart).
    package var readPath: String
    package var listPath: String
    /// Shows this page with the sample in its field; nil where there is none.
    package var samplePath: String?
    /// The upload's; the same form sent twice is kept once.
    package var act: ActID?
    /// What was typed, or the sample.
    package var text: String = ""
    package var isSample: Bool = false
    /// `field` is `text` or `file`.
    package var errors: [AddresseesModel.FieldError] = []
}
