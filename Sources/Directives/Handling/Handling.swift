package import Federation

/// What a unit does with one notice inside, or with one draft of its own, step by step (办理单). Steps and asks are facts:
/// they are added and answered, never changed.
package struct HandlingSheet: Sendable, Hashable {
    package var id: HandlingID
    package var unit: UnitID
    package var about: HandlingSubject
    package var openedAt: Moment
    /// Since when nothing is left to do.
    package var closedAt: Moment?
    /// In the order they happened.
    package var steps: [HandlingStep]
    package var asks: [HandlingAsk]
}

package typealias HandlingID = ID<HandlingSheet>
package typealias HandlingStepID = ID<HandlingStep>
package typealias HandlingAskID = ID<HandlingAsk>

/// What a sheet is about: a notice that a unit holds, or a draft it writes.
package enum HandlingSubject: Sendable, Hashable {
    case notice(NoticeID)
    case draft(DraftID)
}

/// Something somebody did with the paper: who, as which post, when.
package struct HandlingStep: Sendable, Hashable {
    package enum Kind: String, Sendable, CaseIterable {
        /// 登记; of a draft: 起稿
        case registered
        /// 拟办
        case proposed
        /// 送：somebody was asked for what comes next
        case asked
        /// 批办
        case instructed
        /// 阅
        case read
        /// 会签
        case countersigned
        /// 退回
        case returned
        /// 签发
        case signedOff = "signed_off"
        /// What was recorded by telephone is so.
        case confirmed
        /// 办结
        case discharged

        /// What was asked for that this step gives.
        package var answers: HandlingAsk.Kind? {
            switch self {
            case .proposed: .propose
            case .instructed: .instruct
            case .read: .read
            case .countersigned: .countersign
            case .signedOff: .signOff
            case .confirmed: .confirm
            case .discharged: .carryOut
            case .registered, .asked, .returned: nil
            }
        }
    }

    package var id: HandlingStepID
    package var kind: Kind
    package var text: String?
    /// Who wrote it down; by telephone that is not the leader.
    package var person: PersonID
    package var post: PostID
    package var moment: Moment
    /// The version of a draft that it was about.
    package var version: Int?
    package var telephone: HandlingTelephone?
}

/// Word of a leader that came by telephone: the post whose word it was, and when it was said.
package struct HandlingTelephone: Sendable, Hashable {
    package var leader: PostID
    package var at: Moment

    package init(leader: PostID, at: Moment) {
        self.leader = leader
        self.at = at
    }
}

/// A step that somebody was asked for (请办); answered once, by the post that was asked.
package struct HandlingAsk: Sendable, Hashable {
    package enum Kind: String, Sendable, CaseIterable {
        case propose, instruct, read, countersign
        case signOff = "sign_off"
        case confirm
        case carryOut = "carry_out"

        /// The verb that settles it: the kind of its due.
        package var verb: Verb {
            switch self {
            case .instruct: .handlingInstruct
            case .signOff: .draftSignOff
            case .confirm: .handlingConfirm
            case .propose, .read, .countersign, .carryOut: .handlingAnswer
            }
        }

        /// The step of the unit's settings that it belongs to; nil for what is never switched off.
        package var step: UnitSettings.Step? {
            switch self {
            case .propose: .proposal
            case .instruct: .instruction
            case .read: .circulation
            case .countersign: .countersigning
            case .signOff: .signOff
            case .confirm, .carryOut: nil
            }
        }

        /// About how many minutes it takes, as Today says.
        var minutes: Int {
            switch self {
            case .confirm: 1
            case .read: 2
            case .instruct, .signOff: 3
            case .propose, .countersign, .carryOut: 5
            }
        }
    }

    package var id: HandlingAskID
    package var kind: Kind
    package var post: PostID
    /// The step by which it was asked.
    package var askedBy: HandlingStepID
    package var dueAt: Moment?
    package var answer: HandlingStepID?
    /// When the paper was returned before it was answered.
    package var droppedAt: Moment?

    package var isOpen: Bool { answer == nil && droppedAt == nil }
}

extension HandlingSheet {
    package var openAsks: [HandlingAsk] { asks.filter(\.isOpen) }

    /// What is asked of somebody acting as this post, or standing in for it.
    package func openAsks(of actor: Actor) -> [HandlingAsk] {
        openAsks.filter { actor.isActing(as: $0.post) }
    }

    package func step(_ id: HandlingStepID) -> HandlingStep? { steps.first { $0.id == id } }

    /// The steps since the paper was last returned: only these still count.
    package var currentSteps: ArraySlice<HandlingStep> {
        let start = steps.lastIndex { $0.kind == .returned }.map { $0 + 1 } ?? 0
        return steps[start...]
    }

    /// A leader has said what to do, and it was not returned since.
    package var hasLeadersWord: Bool { currentSteps.contains { $0.kind == .instructed } }
}

extension Actor {
    /// As this post, or standing in for it.
    package func isActing(as post: PostID) -> Bool { self.post == post || substitutes == post }
}
