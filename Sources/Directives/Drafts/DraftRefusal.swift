package import Federation

/// What is said no to about drafts.
package enum DraftRefusal: Refusal, Hashable {
    case titleMissing
    case openingMissing
    case tooLong
    case nothingCarried
    case tooManyCarried
    case ownNotice(title: String)
    case carriedEnded(title: String, Change.Kind)
    /// Somebody saved a newer version since the form was shown.
    case stale(newest: Int)
    /// What is to be signed off is not the newest version any more.
    case changedSince(newest: Int)
    case alreadyIssued
    case dropped
    case lineOpen
    case unitGone(names: [String])
    case reasonMissing
    case leaderMissing
    case numberUnreadable
    case numberUnchosen
    case seriesMissing
    case knownAlready

    package var code: String {
        switch self {
        case .titleMissing: "draft.title_missing"
        case .openingMissing: "draft.opening_missing"
        case .tooLong: "draft.too_long"
        case .nothingCarried: "draft.nothing_carried"
        case .tooManyCarried: "draft.too_many_carried"
        case .ownNotice: "draft.own_notice"
        case .carriedEnded: "draft.carried_ended"
        case .stale: "draft.stale"
        case .changedSince: "draft.changed_since"
        case .alreadyIssued: "draft.already_issued"
        case .dropped: "draft.dropped"
        case .lineOpen: "draft.line_open"
        case .unitGone: "draft.unit_gone"
        case .reasonMissing: "draft.reason_missing"
        case .leaderMissing: "draft.leader_missing"
        case .numberUnreadable: "draft.number_unreadable"
        case .numberUnchosen: "draft.number_unchosen"
        case .seriesMissing: "draft.series_missing"
        case .knownAlready: "draft.known_already"
        }
    }

    package var manner: RefusalManner {
        switch self {
        case .ownNotice, .carriedEnded, .stale, .changedSince, .alreadyIssued, .dropped, .lineOpen, .unitGone,
            .knownAlready:
            .conflict
        default: .invalid
        }
    }

    /// The name in the form of the field where it happened; empty where it is about the whole.
    package var field: String {
        switch self {
        case .titleMissing, .tooLong: "title"
        case .openingMissing: "opening"
        case .nothingCarried, .tooManyCarried: "carry"
        case .reasonMissing: "reason"
        case .leaderMissing: "leader"
        case .numberUnreadable: "number_text"
        case .numberUnchosen, .seriesMissing: "number"
        default: ""
        }
    }

    package var sentence: Sentence {
        switch self {
        case .titleMissing: Sentence(zh: "封面要有标题。", en: "The cover needs a title.")
        case .openingMissing:
            Sentence(
                zh: "写上开头一段：现将什么转发给下级。", en: "Write the first paragraph: what is being forwarded.")
        case .tooLong:
            Sentence(
                zh: "封面最多 \(DraftRules.charactersMax) 字，连同所转公文最多 4 MB。",
                en: "A cover has at most \(DraftRules.charactersMax) characters; with all it carries at most 4 MB.")
        case .nothingCarried: Sentence(zh: "至少要转发一份公文。", en: "A cover forwards at least one notice.")
        case .tooManyCarried:
            Sentence(
                zh: "一次最多转发 \(DraftRules.carriedMax) 份。", en: "At most \(DraftRules.carriedMax) notices at once.")
        case .ownNotice(let title):
            Sentence(
                zh: "“\(title)”是本单位自己的公文，直接分送，不用转发。",
                en: "“\(title)” is your unit's own paper: send it out as it is, it needs no cover.")
        case .carriedEnded(let title, let kind):
            Sentence(
                zh: "所转的“\(title)”\(ChangeWords.state(kind).zh)，没有签发。",
                en: "“\(title)”, which it carries, \(ChangeWords.clause(kind)); nothing was issued.")
        case .stale(let newest):
            Sentence(
                zh: "你改的时候，别人存了第 \(newest) 版。你写的都在，对照着看过再存。",
                en: "While you worked, somebody saved version \(newest). What you wrote is here; compare, then save.")
        case .changedSince(let newest):
            Sentence(
                zh: "送签以后改过，现在是第 \(newest) 版。没有签发。",
                en: "It was changed since: version \(newest) is the newest. Nothing was issued.")
        case .alreadyIssued: Sentence(zh: "这份稿已经签发了。", en: "This draft has been issued already.")
        case .dropped: Sentence(zh: "这份稿已经不用了。", en: "This draft has been dropped.")
        case .lineOpen:
            Sentence(zh: "主送里还有没对上的，没有签发。", en: "The addressee line is not resolved yet; nothing was issued.")
        case .unitGone(let names):
            Sentence(
                zh: "拟稿以后，\(names.joined(separator: "、"))撤销了或者不再归这一行主送。没有签发。",
                en:
                    "Since it was drafted, \(names.joined(separator: ", ")) closed or is no longer meant. Nothing was issued."
            )
        case .reasonMissing: Sentence(zh: "写一句为什么不用了。", en: "Say why it is dropped.")
        case .leaderMissing: Sentence(zh: "选一位能签发的领导。", en: "Choose a leader who may sign off.")
        case .numberUnreadable:
            Sentence(zh: "文号写成 焦工发〔2020〕3号 这样。", en: "Write the number like 焦工发〔2020〕3号.")
        case .numberUnchosen: Sentence(zh: "选一样：怎么编号。", en: "Choose how it is numbered.")
        case .seriesMissing:
            Sentence(
                zh: "本单位还没有设代字，不能自动取号。", en: "Your unit has set no series word, so no number can be drawn.")
        case .knownAlready:
            Sentence(
                zh: "登记簿里已经有这个文号，或者同一天同一标题的公文。没有签发。",
                en: "The register has a paper of this number, or of this title and day. Nothing was issued.")
        }
    }

    package var wayOn: Sentence? {
        switch self {
        case .carriedEnded: Sentence(zh: "回到拟稿，去掉这一份再存。", en: "Take it out of the draft and save.")
        case .changedSince: Sentence(zh: "看过新的一版，再签发。", en: "Read the new version, then sign it off.")
        case .lineOpen, .unitGone: Sentence(zh: "回到拟稿，核对主送再存。", en: "Check the line in the draft and save.")
        case .alreadyIssued: Sentence(zh: "打开公文看送到了谁。", en: "Open the notice and see whom it reached.")
        case .seriesMissing:
            Sentence(
                zh: "在本单位设置里写上代字，或者手工填文号。", en: "Set the word in the unit's settings, or enter a number by hand.")
        case .knownAlready: Sentence(zh: "换一个文号，或者改标题。", en: "Use another number, or change the title.")
        default: nil
        }
    }
}
