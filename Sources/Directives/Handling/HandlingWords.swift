import Federation

/// What the handling sheet says.
enum HandlingWords {
    static let name = Sentence(zh: "办理单", en: "Handling sheet")
    static func title(_ paper: String) -> Sentence { Sentence(zh: "办理单：\(paper)", en: "Handling of \(paper)") }
    static let notices = Sentence(zh: "公文", en: "Notices")

    static func name(_ step: UnitSettings.Step) -> Sentence {
        switch step {
        case .proposal: Sentence(zh: "拟办", en: "Proposed handling")
        case .instruction: Sentence(zh: "批办", en: "Leader's instruction")
        case .circulation: Sentence(zh: "传阅", en: "Circulation")
        case .countersigning: Sentence(zh: "会签", en: "Countersigning")
        case .signOff: Sentence(zh: "签发", en: "Sign-off")
        }
    }

    // MARK: what has happened

    static let pastHead = Sentence(zh: "办理经过", en: "What has been done")
    static let nothingYet = Sentence(zh: "还没有人在办理单上写过。", en: "Nobody has written on this sheet yet.")
    static func step(_ kind: HandlingStep.Kind, isDraft: Bool, isEnd: Bool) -> Sentence {
        switch kind {
        case .registered: isDraft ? Sentence(zh: "起稿", en: "Drafted") : Sentence(zh: "登记", en: "Registered")
        case .proposed: Sentence(zh: "拟办", en: "Proposed")
        case .asked: Sentence(zh: "送出", en: "Sent on")
        case .instructed: Sentence(zh: "批办", en: "Instructed")
        case .read: Sentence(zh: "已阅", en: "Read")
        case .countersigned: Sentence(zh: "会签", en: "Countersigned")
        case .returned: Sentence(zh: "退回", en: "Returned")
        case .signedOff: Sentence(zh: "签发", en: "Signed off")
        case .confirmed: Sentence(zh: "确认电话口头批签", en: "Confirmed the word by telephone")
        case .discharged: isEnd ? Sentence(zh: "办结", en: "Ended") : Sentence(zh: "办完", en: "Carried out")
        }
    }
    static let signedFor = Sentence(zh: "签收", en: "Signed for")
    static let registered = Sentence(zh: "登记", en: "Registered")
    static func version(_ number: Int) -> Sentence { Sentence(zh: "第 \(number) 稿", en: "version \(number)") }
    static func byTelephone(_ leader: String, _ at: String, by recorder: String) -> Sentence {
        Sentence(
            zh: "\(leader) \(at) 电话里说的，\(recorder)记下",
            en: "said by \(leader) by telephone, \(at); written down by \(recorder)")
    }
    static let returnedSince = Sentence(zh: "退回以前", en: "before it was returned")

    // MARK: asks

    static func asked(_ kind: HandlingAsk.Kind, _ name: String) -> Sentence {
        switch kind {
        case .propose: Sentence(zh: "请\(name)拟办", en: "\(name) to propose")
        case .instruct: Sentence(zh: "请\(name)批办", en: "\(name) to instruct")
        case .read: Sentence(zh: "请\(name)阅", en: "\(name) to read")
        case .countersign: Sentence(zh: "请\(name)会签", en: "\(name) to countersign")
        case .signOff: Sentence(zh: "请\(name)签发", en: "\(name) to sign off")
        case .confirm: Sentence(zh: "请\(name)确认电话里的话", en: "\(name) to confirm the call")
        case .carryOut: Sentence(zh: "由\(name)办", en: "\(name) to carry it out")
        }
    }
    static func answered(_ at: String) -> Sentence { Sentence(zh: "\(at) 已办", en: "done \(at)") }
    static let dropped = Sentence(zh: "退回后不再请办", en: "no longer asked: returned")
    static let waiting = Sentence(zh: "等着", en: "waited for")
    static func due(_ at: String) -> Sentence { Sentence(zh: "\(at) 前", en: "by \(at)") }

    static let turnHead = Sentence(zh: "轮到谁", en: "Whose turn it is")
    static let nobodysTurn = Sentence(zh: "现在没有等谁。", en: "Nobody is waited for now.")
    static let ended = Sentence(zh: "已办结。再送人办，就重新开始。", en: "Ended. Sending it to somebody begins it again.")
    /// Beside the sheet's link on the notice: 等钱乙批办.
    static func waits(_ kind: HandlingAsk.Kind, _ name: String, others: Int) -> Sentence {
        let (zh, en) =
            switch kind {
            case .propose: ("拟办", "to propose")
            case .instruct: ("批办", "to instruct")
            case .read: ("阅", "to read it")
            case .countersign: ("会签", "to countersign")
            case .signOff: ("签发", "to sign it off")
            case .confirm: ("确认电话", "to confirm the call")
            case .carryOut: ("办", "to carry it out")
            }
        return others == 0
            ? Sentence(zh: "等\(name)\(zh)", en: "waits for \(name) \(en)")
            : Sentence(zh: "等\(name)等 \(others + 1) 人", en: "waits for \(name) and \(others) more")
    }
    static let endedNote = Sentence(zh: "已办结", en: "ended")

    // MARK: Today

    static func due(_ kind: HandlingAsk.Kind) -> Sentence {
        switch kind {
        case .propose: Sentence(zh: "拟办", en: "Propose the handling")
        case .instruct: Sentence(zh: "批办", en: "Say what is to be done")
        case .read: Sentence(zh: "传阅", en: "Read")
        case .countersign: Sentence(zh: "会签", en: "Countersign")
        case .signOff: Sentence(zh: "签发", en: "Sign off")
        case .confirm: Sentence(zh: "确认电话口头批签", en: "Confirm what was said by telephone")
        case .carryOut: Sentence(zh: "承办", en: "Carry out")
        }
    }
    static let dueReturned = Sentence(zh: "退回，改了再送", en: "Returned: put it right and send it again")
}

/// What its forms say.
enum HandlingFormWords {
    static func yours(_ act: Sentence) -> Sentence { Sentence(zh: "轮到你：\(act.zh)", en: "Your turn: \(act.en)") }
    static let youWrote = Sentence(zh: "你写的：", en: "What you wrote:")
    static func askedBy(_ name: String, _ text: String?) -> Sentence {
        Sentence(
            zh: "\(name)请你办" + (text.map { "：\($0)" } ?? ""), en: "Asked by \(name)" + (text.map { ": \($0)" } ?? ""))
    }
    static func returnedBy(_ name: String, _ text: String?) -> Sentence {
        Sentence(
            zh: "\(name)退回" + (text.map { "：\($0)" } ?? ""), en: "Returned by \(name)" + (text.map { ": \($0)" } ?? ""))
    }

    static func head(_ form: HandlingModel.Form.Act) -> Sentence {
        switch form {
        case .propose: Sentence(zh: "拟办", en: "Propose the handling")
        case .circulate: Sentence(zh: "送人办", en: "Send it to somebody")
        case .instruct: Sentence(zh: "批办", en: "Say what is to be done")
        case .telephone: Sentence(zh: "记领导的电话口头批办", en: "Write down a leader's word by telephone")
        case .answer(.read): Sentence(zh: "传阅", en: "To read")
        case .answer(.countersign): Sentence(zh: "会签", en: "Countersign")
        case .answer(.confirm): Sentence(zh: "确认电话口头批签", en: "Confirm what you said by telephone")
        case .answer: Sentence(zh: "承办", en: "Carry out")
        case .giveBack: Sentence(zh: "退回，写意见", en: "Return it with remarks")
        case .discharge: Sentence(zh: "办结", en: "End the handling")
        case .signOff: Sentence(zh: "签发", en: "Sign off")
        case .redraft: Sentence(zh: "退回，改了再送", en: "Returned: put it right and send it again")
        }
    }

    static func press(_ form: HandlingModel.Form.Act) -> Sentence {
        switch form {
        case .propose: Sentence(zh: "写下拟办意见", en: "Propose this")
        case .circulate: Sentence(zh: "送出", en: "Send")
        case .instruct: Sentence(zh: "批办", en: "Instruct")
        case .telephone: Sentence(zh: "记下", en: "Write it down")
        case .answer(.read): Sentence(zh: "已阅", en: "I have read it")
        case .answer(.countersign): Sentence(zh: "会签", en: "Countersign")
        case .answer(.confirm): Sentence(zh: "是我说的", en: "I said so")
        case .answer: Sentence(zh: "办完了", en: "It is done")
        case .giveBack: Sentence(zh: "退回", en: "Return it")
        case .discharge: Sentence(zh: "办结", en: "End it")
        case .signOff: Sentence(zh: "看稿，签发", en: "See it and sign it off")
        case .redraft: Sentence(zh: "改稿", en: "Change the draft")
        }
    }

    static let proposal = Sentence(zh: "拟办意见", en: "Proposal")
    static let instruction = Sentence(zh: "批示", en: "Instruction")
    static let remark = Sentence(zh: "意见", en: "Remarks")
    static let remarkNote = Sentence(zh: "可以不写", en: "may stay empty")
    static let done = Sentence(zh: "怎么办的", en: "What was done")
    static let message = Sentence(zh: "附言", en: "A line with it")
    static let leaders = Sentence(zh: "送谁批办", en: "Leaders to instruct")
    static let leadersNote = Sentence(zh: "不选就只写下意见，以后再送", en: "Choose nobody, and it is only written down")
    static let kind = Sentence(zh: "请他们", en: "They are to")
    static let people = Sentence(zh: "送谁", en: "To whom")
    static let owners = Sentence(zh: "由谁办", en: "Who carries it out")
    static let ownersNote = Sentence(zh: "不选就不指定", en: "Choose nobody, and nobody is named")
    static let day = Sentence(zh: "办完期限", en: "To be done by")
    static let dayNote = Sentence(zh: "不填就不设期限", en: "Empty: no date is set")
    static let leader = Sentence(zh: "哪位领导说的", en: "Which leader said it")
    static let choose = Sentence(zh: "选一位", en: "Choose one")
    static let said = Sentence(zh: "什么时候说的", en: "When it was said")
    static let saidNote = Sentence(zh: "之后由这位领导在今日里确认", en: "The leader confirms it later, from Today")

    static func kind(_ kind: HandlingAsk.Kind) -> Sentence {
        switch kind {
        case .propose: Sentence(zh: "拟办", en: "propose the handling")
        case .instruct: Sentence(zh: "批办", en: "say what is to be done")
        case .read: Sentence(zh: "传阅", en: "read it")
        case .countersign: Sentence(zh: "会签", en: "countersign it")
        case .signOff: Sentence(zh: "签发", en: "sign it off")
        case .confirm: Sentence(zh: "确认", en: "confirm it")
        case .carryOut: Sentence(zh: "承办", en: "carry it out")
        }
    }

    static let oneStep = Sentence(
        zh: "本单位一步办结：没有开拟办、批办、传阅、会签。", en: "Your unit handles papers in one step; all others are switched off.")
    static let settings = Sentence(zh: "本单位设置", en: "The unit's settings")
}
