package import Federation

/// What the handling sheet says no to.
package enum HandlingRefusal: Refusal, Hashable {
    /// The unit has switched this step off.
    case stepOff(UnitSettings.Step)
    case alreadyAnswered
    case alreadyAsked
    /// The paper was returned before it was answered.
    case noLongerAsked
    case notAsked
    case nothingToReturn
    /// Somebody did the same step since the form was shown.
    case movedOn
    case stillAsked(count: Int)
    case notUrgent
    case textMissing
    case textTooLong
    case nobodyChosen
    case notOfUnit
    case leaderNeeded
    case dayUnreadable
    case dayPassed
    case hourUnreadable
    case hourAhead

    package var code: String {
        switch self {
        case .stepOff: "handling.step_off"
        case .alreadyAnswered: "handling.already_answered"
        case .alreadyAsked: "handling.already_asked"
        case .noLongerAsked: "handling.no_longer_asked"
        case .notAsked: "handling.not_asked"
        case .nothingToReturn: "handling.nothing_to_return"
        case .movedOn: "handling.moved_on"
        case .stillAsked: "handling.still_asked"
        case .notUrgent: "handling.not_urgent"
        case .textMissing: "handling.text_missing"
        case .textTooLong: "handling.text_too_long"
        case .nobodyChosen: "handling.nobody_chosen"
        case .notOfUnit: "handling.not_of_unit"
        case .leaderNeeded: "handling.leader_needed"
        case .dayUnreadable: "handling.day_unreadable"
        case .dayPassed: "handling.day_passed"
        case .hourUnreadable: "handling.hour_unreadable"
        case .hourAhead: "handling.hour_ahead"
        }
    }

    package var manner: RefusalManner {
        switch self {
        case .notAsked: .forbidden
        case .stepOff, .alreadyAnswered, .alreadyAsked, .noLongerAsked, .nothingToReturn, .movedOn, .stillAsked,
            .notUrgent:
            .conflict
        default: .invalid
        }
    }

    /// The field of the form that it stands at; nil where it is about the whole.
    var field: String? {
        switch self {
        case .textMissing, .textTooLong: "text"
        case .nobodyChosen, .notOfUnit: "posts"
        case .leaderNeeded: "leader"
        case .dayUnreadable, .dayPassed: "due"
        case .hourUnreadable, .hourAhead: "said"
        default: nil
        }
    }

    package var sentence: Sentence {
        switch self {
        case .stepOff(let step):
            Sentence(
                zh: "本单位没有开“\(HandlingWords.name(step).zh)”这一步。",
                en: "Your unit keeps no step “\(HandlingWords.name(step).en)”.")
        case .alreadyAnswered: Sentence(zh: "这一步已经有人办了。", en: "This step has been done already.")
        case .alreadyAsked: Sentence(zh: "已经送过，正等着。", en: "It has been asked already and is waited for.")
        case .noLongerAsked:
            Sentence(zh: "这份件中途退回了，不再等你这一步。", en: "The paper was returned meanwhile; this step is no longer asked.")
        case .notAsked: Sentence(zh: "这一步不是请你办的。", en: "This step was not asked of you.")
        case .nothingToReturn: Sentence(zh: "这一步没有什么可以退回的。", en: "There is nothing to return at this step.")
        case .movedOn:
            Sentence(
                zh: "你写的时候，别人已经办了这一步；你写的还在，看过再决定。",
                en: "While you wrote, somebody did this step. What you wrote is still here; look first, then decide.")
        case .stillAsked(let count):
            Sentence(
                zh: "还有 \(count) 处没有办完，办完才能办结。",
                en: count == 1
                    ? "One step is still open; it ends when that is done."
                    : "\(count) steps are still open; it ends when they are done.")
        case .notUrgent:
            Sentence(zh: "电话口头批签只用于标了紧急程度的件。", en: "Word by telephone is only for papers with a grade of urgency.")
        case .textMissing: Sentence(zh: "写一句意见。", en: "Write a line.")
        case .textTooLong:
            Sentence(
                zh: "最多 \(HandlingRules.textCharactersMax) 个字。",
                en: "At most \(HandlingRules.textCharactersMax) characters.")
        case .nobodyChosen: Sentence(zh: "至少选一个人。", en: "Choose at least one person.")
        case .notOfUnit:
            Sentence(zh: "选的人现在不在本单位的这个职务上。", en: "Somebody chosen does not hold that post here now.")
        case .leaderNeeded:
            Sentence(zh: "选一位能批办的领导。", en: "Choose a leader who may give instructions.")
        case .dayUnreadable: Sentence(zh: "日期写成 2020-02-04 这样。", en: "Write the day like 2020-02-04.")
        case .dayPassed: Sentence(zh: "这一天已经过了。", en: "This day has passed.")
        case .hourUnreadable:
            Sentence(zh: "时间写成 2020-02-04T03:10 这样。", en: "Write the hour like 2020-02-04T03:10.")
        case .hourAhead: Sentence(zh: "电话是什么时候打的：不能在以后。", en: "When the call was made: it cannot lie ahead.")
        }
    }

    package var wayOn: Sentence? {
        switch self {
        case .stepOff:
            Sentence(
                zh: "要用这一步，由领导或组织管理员在本单位设置里打开。",
                en: "To use it, a leader or the administrator switches it on in the unit's settings.")
        case .alreadyAnswered, .alreadyAsked, .noLongerAsked, .notAsked, .nothingToReturn, .movedOn:
            Sentence(zh: "看办理单上现在轮到谁。", en: "See on the handling sheet whose turn it is now.")
        case .notUrgent: Sentence(zh: "送领导批办。", en: "Send it to the leader.")
        default: nil
        }
    }
}
