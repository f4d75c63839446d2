package enum SignInRefusal: Refusal, Hashable {
    /// Unknown login or wrong password: the same words for both.
    case wrong
    /// Too many failures; so long until the next try counts.
    case slowDown(seconds: Int64)
    /// More people are being let in than the machine can check.
    case busy

    package var code: String {
        switch self {
        case .wrong: "sign_in.wrong"
        case .slowDown: "sign_in.slow_down"
        case .busy: "sign_in.busy"
        }
    }

    package var manner: RefusalManner {
        switch self {
        case .wrong: .invalid
        case .slowDown, .busy: .slowDown
        }
    }

    package var sentence: Sentence {
        switch self {
        case .wrong: Sentence(zh: "账号或口令不对。", en: "The account name or the password is not right.")
        case .slowDown(let seconds) where seconds <= 90:
            Sentence(
                zh: "错了好几次，等 \(seconds) 秒再试。",
                en: "Several wrong tries. Wait \(seconds) second\(seconds == 1 ? "" : "s"), then try again.")
        case .slowDown(let seconds):
            Sentence(
                zh: "错了好几次，等 \((seconds + 59) / 60) 分钟再试。",
                en: "Several wrong tries. Wait \((seconds + 59) / 60) minutes, then try again.")
        case .busy:
            Sentence(zh: "这会儿进来的人太多，过几秒再按一次。", en: "Many people are signing in. Press again in a few seconds.")
        }
    }

    package var wayOn: Sentence? {
        switch self {
        case .wrong, .slowDown:
            Sentence(
                zh: "忘了口令，找本单位办公室或上一级当面重设。",
                en: "If you forgot the password, your office or the level above resets it face to face.")
        case .busy: nil
        }
    }
}
