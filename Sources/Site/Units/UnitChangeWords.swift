import Federation

enum UnitChangeWords {
    typealias Change = UnitChangeModel.Change

    static func head(_ change: Change, _ unit: String) -> Sentence {
        switch change {
        case .move: Sentence(zh: "\(unit)挂到哪里", en: "Where \(unit) is to hang")
        case .merge: Sentence(zh: "\(unit)并入哪里", en: "What \(unit) is merged into")
        case .close: Sentence(zh: "撤销\(unit)", en: "Close \(unit)")
        case .secondLine: Sentence(zh: "\(unit)的第二上级", en: "The second parent of \(unit)")
        case .endSecondLine: Sentence(zh: "\(unit)不再有第二上级", en: "\(unit) without a second parent")
        }
    }

    /// What it does, said before it is done. Of what is not there nothing is said.
    static func what(_ change: Change, children: Int, below: Int, posts: Int) -> [Sentence] {
        switch change {
        case .move: (below > 0 ? [goAlong(below)] : []) + [kept]
        case .merge: (children > 0 ? [comeUnder(children)] : []) + [postsEnd(posts), kept]
        case .close:
            [
                Sentence(
                    zh: "下面还有单位的，撤不了；先移走或者并入。",
                    en: "It cannot be closed while units are below it: move or merge them first."),
                postsEnd(posts), kept,
            ]
        case .secondLine:
            [
                Sentence(
                    zh: "第二上级可以给它发公文，看它签没签；不在那里计数。",
                    en: "The second parent may send it notices and see whether it signed; it is not counted there.")
            ]
        case .endSecondLine:
            [
                Sentence(
                    zh: "从那天起，那个单位的公文不再发给它。", en: "From that day the other's notices no longer go to it."), kept,
            ]
        }
    }

    private static func goAlong(_ below: Int) -> Sentence {
        Sentence(
            zh: "下面的 \(Figures.grouped(below)) 个单位跟着走，从那天起算在新的上级下面。",
            en: "\(units(below)) below it go along and are counted under the new parent from that day.")
    }
    private static func comeUnder(_ children: Int) -> Sentence {
        Sentence(
            zh: "直接以下的 \(Figures.grouped(children)) 个单位挂到那个单位下面。",
            en: "\(units(children)) directly below come under the other one.")
    }
    private static func units(_ count: Int) -> String { count == 1 ? "1 unit" : "\(Figures.grouped(count)) units" }
    private static let kept = Sentence(zh: "以前签收、填报的都不改。", en: "What was signed and reported before stays as it is.")
    private static func postsEnd(_ posts: Int) -> Sentence {
        Sentence(
            zh: "这里的 \(Figures.grouped(posts)) 个职务到那天为止，没用过的邀请码作废。",
            en: "The \(Figures.grouped(posts)) posts here end that day; unused codes are withdrawn.")
    }

    static func parent(_ change: Change) -> Sentence {
        switch change {
        case .merge: Sentence(zh: "并入", en: "Into")
        case .secondLine: Sentence(zh: "第二上级", en: "Second parent")
        case .move, .close, .endSecondLine: Sentence(zh: "新的上级", en: "New parent")
        }
    }
    static let parentNote = Sentence(zh: "填单位的编码", en: "The unit's code")
    static func found(_ name: String) -> Sentence { Sentence(zh: "是 \(name)", en: "That is \(name)") }
    static let line = Sentence(zh: "哪条线", en: "Line")
    static func name(of line: UnitLine) -> Sentence {
        switch line {
        case .territorial: Sentence(zh: "块：地方", en: "Territory")
        case .industrial: Sentence(zh: "条：产业", en: "Industry")
        }
    }
    static let day = Sentence(zh: "从哪天起", en: "From which day")
    static let dayNote = Sentence(zh: "不能晚于今天", en: "Not later than today")
    static let now = Sentence(zh: "现在挂在哪里", en: "Where it hangs now")
    static let does = Sentence(zh: "会怎样", en: "What happens")

    static func press(_ change: Change, below: Int) -> Sentence {
        switch change {
        case .move:
            Sentence(
                zh: "移动 \(Figures.grouped(below + 1)) 个单位",
                en: below == 0 ? "Move 1 unit" : "Move \(Figures.grouped(below + 1)) units")
        case .merge: Sentence(zh: "并入，撤销 1 个单位", en: "Merge and close 1 unit")
        case .close: Sentence(zh: "撤销 1 个单位", en: "Close 1 unit")
        case .secondLine: Sentence(zh: "设为第二上级", en: "Set the second parent")
        case .endSecondLine: Sentence(zh: "取消第二上级", en: "End the second line")
        }
    }
    static let back = Sentence(zh: "不改，回去", en: "Leave it as it is")
}
