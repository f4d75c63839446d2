package import Federation

/// One sending of a notice by one unit to many (分送). Its arrival at one of them is a `Delivery`.
package struct Dispatch: Sendable, Hashable {
    package enum Manner: String, Sendable, CaseIterable {
        /// By the unit whose paper it is.
        case issue
        /// The same notice sent on by a unit that received it (直送).
        case relay
    }

    package var id: DispatchID
    package var notice: NoticeID
    package var from: UnitID
    /// The sending by which the notice came to this unit, for a relay.
    package var parent: DispatchID?
    package var manner: Manner
    package var addresseeLine: String
    package var copyLine: String?
    package var recipients: Int
    package var copies: Int
    package var person: PersonID
    package var post: PostID
    package var issuedAt: Moment
    /// By when the sender wants it signed for, from its own setting; nil where it has none, and then nothing is late.
    package var signBy: Moment?
    package var signWithinHours: Int?
}

package typealias DispatchID = ID<Dispatch>

/// A phrase of the line as it was sent: what became of it.
package struct DispatchPhrase: Sendable, Hashable {
    package enum Outcome: String, Sendable, CaseIterable {
        /// It meant these units.
        case resolved
        /// A person named the unit it means.
        case named
        /// The words stay on the paper; this time nobody is sent it, for the reason given.
        case kept
        /// The words were taken out of the line.
        case removed
        /// Units added by hand that no phrase names.
        case added
    }

    package var place: Int
    package var text: String
    package var purpose: Purpose
    package var outcome: Outcome
    package var reason: String?
    package var units: Int

    package init(
        place: Int, text: String, purpose: Purpose, outcome: Outcome, reason: String? = nil, units: Int
    ) {
        (self.place, self.text, self.purpose) = (place, text, purpose)
        (self.outcome, self.reason, self.units) = (outcome, reason, units)
    }
}

/// Who a dispatch goes to, decided and checked; what `DispatchActs.issue` sends.
package struct DispatchPlan: Sendable, Hashable {
    package struct Recipient: Sendable, Hashable {
        package var unit: UnitID
        /// The place of the phrase that reached it first.
        package var phrase: Int
        package var purpose: Purpose
        package init(unit: UnitID, phrase: Int, purpose: Purpose) {
            self.unit = unit
            self.phrase = phrase
            self.purpose = purpose
        }
    }

    package struct Exclusion: Sendable, Hashable {
        package var unit: UnitID
        package var reason: String?
        package init(unit: UnitID, reason: String?) {
            self.unit = unit
            self.reason = reason
        }
    }

    package var line: String
    package var copyLine: String?
    package var phrases: [DispatchPhrase]
    package var recipients: [Recipient]
    /// Phrases that are sent to as a whole, in their order.
    package var whole: [Whole]
    package var exclusions: [Exclusion]

    package init(
        line: String, copyLine: String? = nil, phrases: [DispatchPhrase], recipients: [Recipient],
        whole: [Whole] = [], exclusions: [Exclusion] = []
    ) {
        self.line = line
        self.copyLine = copyLine
        self.phrases = phrases
        self.recipients = recipients
        self.whole = whole
        self.exclusions = exclusions
    }
}

package enum DispatchRefusal: Refusal {
    case nobody
    case unresolved(count: Int)
    case reasonMissing(phrase: String)
    case unitNotChosen(phrase: String)
    case notBelow(unit: String)
    /// Units were taken out and nothing says why.
    case exclusionReasonMissing(count: Int)
    /// The words are others than those whose units were shown.
    case lineChanged(count: Int)
    /// Units that were shown to be sent to are not there any more.
    case unitsGone(names: [String])
    case notOurs
    case alreadyIssued
    case nothingBelow
    /// The unit relays only on the word of a leader.
    case leaderNeeded

    package var code: String {
        switch self {
        case .nobody: "dispatch.nobody"
        case .unresolved: "dispatch.unresolved"
        case .reasonMissing: "dispatch.reason_missing"
        case .unitNotChosen: "dispatch.unit_not_chosen"
        case .notBelow: "dispatch.not_below"
        case .exclusionReasonMissing: "dispatch.exclusion_reason_missing"
        case .lineChanged: "dispatch.line_changed"
        case .unitsGone: "dispatch.units_gone"
        case .notOurs: "dispatch.not_ours"
        case .alreadyIssued: "dispatch.already_issued"
        case .nothingBelow: "dispatch.nothing_below"
        case .leaderNeeded: "dispatch.leader_needed"
        }
    }

    package var manner: RefusalManner {
        switch self {
        case .notOurs, .alreadyIssued, .nothingBelow, .leaderNeeded: .conflict
        default: .invalid
        }
    }

    package var sentence: Sentence {
        switch self {
        case .nobody:
            Sentence(zh: "这一行主送没有对上任何单位，没有分送。", en: "The line reaches no unit; nothing was sent.")
        case .unresolved(let count):
            Sentence(
                zh: "还有 \(count) 个短语没有对上，每个选一样再分送。",
                en: "\(count) phrases are not resolved yet; choose one of the four for each.")
        case .reasonMissing(let phrase):
            Sentence(zh: "“\(phrase)”这次不送，写一句理由。", en: "Say why “\(phrase)” is not sent to this time.")
        case .unitNotChosen(let phrase):
            Sentence(
                zh: "“\(phrase)”要指定单位：写名册里有的名称或代码。",
                en: "Name the unit that “\(phrase)” means, by a name or code in the register.")
        case .notBelow(let unit):
            Sentence(
                zh: "\(unit)不在本单位以下，不能主送；可以抄送。",
                en: "\(unit) is not below your unit: it can only be sent a copy.")
        case .exclusionReasonMissing(let count):
            Sentence(
                zh: "去掉了 \(count) 个单位，写一句为什么。",
                en: "\(count) unit\(count == 1 ? " is" : "s are") taken out: say why.")
        case .lineChanged(let count):
            Sentence(
                zh: "这一行改过，还没有送。现在是 \(count) 个单位，看过再按一次。",
                en: "The line was changed and nothing is sent yet. It now means \(count) "
                    + "unit\(count == 1 ? "" : "s"); look, and press again.")
        case .unitsGone(let names):
            Sentence(
                zh: "\(names.joined(separator: "、"))已经撤并或者不在这里了，没有送。看过现在的单位再按一次。",
                en: "Closed, or no longer here: \(names.joined(separator: ", ")). Nothing is sent yet; look at "
                    + "the units there are now, and press again.")
        case .notOurs:
            Sentence(
                zh: "这份公文没有到过本单位，不能分送。", en: "This notice has not come to your unit, so it cannot send it on.")
        case .alreadyIssued:
            Sentence(zh: "本单位已经分送过这一份。", en: "Your unit has sent this notice already.")
        case .nothingBelow:
            Sentence(zh: "本单位下面没有单位，签收以后就到此为止。", en: "There is no unit below yours; it ends with your signature.")
        case .leaderNeeded:
            Sentence(
                zh: "本单位设定：领导批办以后才能直送。还没有领导批办。",
                en: "Your unit relays only on a leader's instruction, and there is none yet.")
        }
    }

    package var wayOn: Sentence? {
        switch self {
        case .leaderNeeded:
            Sentence(
                zh: "在办理单上送领导批办，急的记电话口头批办。",
                en: "Send it to a leader on its handling sheet, or write down a leader's word by telephone.")
        default: nil
        }
    }
}
