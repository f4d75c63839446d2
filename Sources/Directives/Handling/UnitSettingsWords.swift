import Federation

/// What the page of a unit's settings says.
enum UnitSettingsWords {
    static let name = Sentence(zh: "本单位设置", en: "The unit's settings")
    static func title(_ unit: String) -> Sentence { Sentence(zh: "\(unit)：设置", en: "Settings of \(unit)") }
    static let lead = Sentence(
        zh: "什么也不设，就是一步办结，不设时限。", en: "With nothing set, papers are handled in one step and no date is set.")

    static let steps = Sentence(zh: "办理步骤", en: "Steps of handling")
    static let stepsNote = Sentence(zh: "没勾的不办，页面上也没有", en: "What is not ticked is left out, and off the pages")
    static func note(_ step: UnitSettings.Step) -> Sentence {
        switch step {
        case .proposal: Sentence(zh: "办公室先写意见", en: "the office writes first what could be done")
        case .instruction: Sentence(zh: "领导批示，定谁办、什么时候办完", en: "a leader says what is to be done, by whom and by when")
        case .circulation: Sentence(zh: "送几个人看，看过有记号", en: "several people read it, each leaves a mark")
        case .countersigning: Sentence(zh: "发出以前，有关的人会签", en: "those concerned countersign before it goes out")
        case .signOff: Sentence(zh: "转发稿由领导签发；不勾就由办公室发", en: "a leader signs covers off; else the office does")
        }
    }
    static let relay = Sentence(zh: "直送", en: "Relaying")
    static let relayNeedsLeader = Sentence(zh: "领导批办以后才能直送下级", en: "A relay waits for a leader's instruction")

    static let hours = Sentence(zh: "几小时内签收", en: "Sign within, in hours")
    static let hoursNote = Sentence(
        zh: "从分送到签收的小时数，按等级；空着就没有时限，也没有逾期。",
        en: "Hours from sending to signing, by grade. Empty: no date, and nothing is late.")
    static func hours(_ grade: Grade?) -> Sentence {
        guard let grade else { return Sentence(zh: "没有等级", en: "Without a grade") }
        return Sentence(zh: grade.rawValue, en: "\(grade.meaning) (\(grade.rawValue))")
    }
    static let hoursUnusable = Sentence(
        zh: "写 \(UnitSettings.hours.lowerBound) 到 \(UnitSettings.hours.upperBound) 的整数，或者空着。",
        en: "A whole number from \(UnitSettings.hours.lowerBound) to \(UnitSettings.hours.upperBound), or nothing.")

    static let numbers = Sentence(zh: "发文", en: "Papers of its own")
    static let word = Sentence(zh: "发文代字", en: "Word of its numbers")
    static let wordNote = Sentence(zh: "转发稿签发时用这个代字编号，如“焦工发”", en: "Covers are numbered with it when signed off")

    static let save = Sentence(zh: "保存", en: "Save")
    static let readOnly = Sentence(
        zh: "领导和组织管理员可以改。", en: "Leaders and the administrator may change these.")
}
