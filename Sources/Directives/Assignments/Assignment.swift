package import Federation

/// One unit's obligation (责任). A row exists only when the unit has acted, or somebody above has; until then it is bound
/// and silent, which the rule tells.
package struct Assignment: Sendable, Hashable {
    package var id: AssignmentID
    package var obligation: ObligationID
    package var unit: UnitID
    package var state: State
    /// The level above gave it back.
    package var isReturned: Bool
    package var figure: Int?
    /// What the figure is out of: ticked items of a checklist.
    package var outOf: Int?
    package var changedAt: Moment

    package enum State: String, Sendable, Hashable, CaseIterable {
        case open
        case underWay = "under_way"
        case discharged
        case declined
        case notApplicable = "not_applicable"

        /// Nothing more is owed.
        package var isSettled: Bool { self == .discharged || self == .declined || self == .notApplicable }
    }
}

package typealias AssignmentID = ID<Assignment>

/// Something that was done about an assignment, and stays.
package struct AssignmentFact: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case progressed, discharged, declined
        case notApplicable = "not_applicable"
        case returned, reopened, undone
    }

    package var id: AssignmentFactID
    package var assignment: AssignmentID
    package var kind: Kind
    package var text: String?
    package var figure: Int?
    package var outOf: Int?
    /// A receipt's conveyance that already shows it, where nothing more was asked.
    package var conveyance: ReceiptID?
    /// A file that was sent with it.
    package var file: BlobID?
    package var undoes: AssignmentFactID?
    package var unit: UnitID
    package var person: PersonID
    package var post: PostID
    package var moment: Moment
}

package typealias AssignmentFactID = ID<AssignmentFact>

package enum AssignmentRefusal: Refusal {
    case nothingOwed
    case nothingTicked
    case textMissing
    case textTooLong
    case reasonMissing
    case notConditional
    case notDischarged
    case undoTooLate
    case fileMissing
    case fileUnusable
    case figureMissing(ObligationID)
    case figureInvalid(String, ObligationID)

    package static let textMax = 1_000

    package var code: String {
        switch self {
        case .nothingOwed: "assignment.nothing_owed"
        case .nothingTicked: "assignment.nothing_ticked"
        case .textMissing: "assignment.text_missing"
        case .textTooLong: "assignment.text_too_long"
        case .reasonMissing: "assignment.reason_missing"
        case .notConditional: "assignment.not_conditional"
        case .notDischarged: "assignment.not_discharged"
        case .undoTooLate: "assignment.undo_too_late"
        case .fileMissing: "assignment.file_missing"
        case .fileUnusable: "assignment.file_unusable"
        case .figureMissing: "assignment.figure_missing"
        case .figureInvalid: "assignment.figure_invalid"
        }
    }

    package var manner: RefusalManner {
        switch self {
        case .nothingOwed, .notDischarged, .undoTooLate: .conflict
        case .nothingTicked, .textMissing, .textTooLong, .reasonMissing, .notConditional, .figureMissing, .fileMissing,
            .fileUnusable,
            .figureInvalid:
            .invalid
        }
    }

    package var sentence: Sentence {
        switch self {
        case .nothingOwed:
            Sentence(
                zh: "这份公文没有等你们单位办的事，也许同事刚办过。",
                en: "Nothing of this notice waits for your unit; a colleague may have just done it.")
        case .nothingTicked: Sentence(zh: "勾上办完的，再按一次。", en: "Tick what is done, then press again.")
        case .textMissing: Sentence(zh: "写一句怎么落实的。", en: "Say in a sentence how it was done.")
        case .textTooLong:
            Sentence(zh: "最多 \(Self.textMax) 个字，删短一些。", en: "At most \(Self.textMax) characters; make it shorter.")
        case .reasonMissing: Sentence(zh: "写明原因，上级要看。", en: "Give the reason; the level above reads it.")
        case .notConditional:
            Sentence(
                zh: "这一句原文没有条件，不能说不适用；办不了就写明原因。",
                en: "The sentence names no condition, so it applies; where it cannot be done, say why.")
        case .notDischarged:
            Sentence(zh: "这一件还没有办结，不用退回。", en: "It is not discharged, so there is nothing to give back.")
        case .undoTooLate:
            Sentence(
                zh: "过了一分钟，不能撤销了；请上级退回重办。", en: "A minute has passed; ask the level above to give it back.")
        case .fileMissing:
            Sentence(zh: "有一件要交材料；去掉它的勾，或者选一个文件。", en: "One of these wants a file: untick it, or choose a file.")
        case .fileUnusable: Sentence(zh: "只收 PDF、DOCX、JPG 和 PNG。", en: "Only PDF, DOCX, JPG and PNG are taken.")
        case .figureMissing: Sentence(zh: "这一件要写一个数；没有就写 0。", en: "This one wants a number; write 0 for none.")
        case .figureInvalid(let value, _):
            Sentence(zh: "“\(value)”不是一个数，用阿拉伯数字写。", en: "“\(value)” is not a number; use digits.")
        }
    }

    /// The field it is about.
    package var field: String? {
        switch self {
        case .textMissing, .textTooLong: "text"
        case .fileMissing, .fileUnusable: "file"
        case .nothingTicked: "duty"
        case .reasonMissing, .notConditional: "reason"
        case .figureMissing(let id), .figureInvalid(_, let id): "figure-\(id)"
        case .nothingOwed, .notDischarged, .undoTooLate: nil
        }
    }
}
