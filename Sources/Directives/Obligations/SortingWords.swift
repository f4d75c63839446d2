import Federation
import Markup

/// The sentences of the worktable.
enum SortingWords {
    static let title = Sentence(zh: "逐项落实", en: "What it asks, sentence by sentence")
    static let head = Sentence(zh: "哪些要办，哪些是要求", en: "What has to be done, and what is guidance")
    static let note = Sentence(
        zh: "每行一句原文。要办的才分解，才有待办；要求只供看；去掉的不再出现。",
        en:
            "One sentence of the notice each. Only duties are allocated and owed; guidance is shown; the rest is dropped."
    )
    static let keyNext = Sentence(zh: "上下一句", en: "next, previous")
    static let save = Sentence(zh: "存下分类", en: "Save")
    static let nothing = Sentence(zh: "这份公文里没有读出要做的事。", en: "Nothing was read in this notice that asks for anything.")
    static func sorted(by unit: String) -> Sentence {
        Sentence(zh: "\(unit)已分类，照此办理", en: "Sorted by \(unit)")
    }
    static let unsorted = Sentence(zh: "还没有分类，下面是读出来的建议", en: "Not sorted yet; these are proposals")
    static func name(_ sort: Obligation.Sort) -> Sentence {
        switch sort {
        case .duty: Sentence(zh: "要办", en: "Duty")
        case .guidance: Sentence(zh: "要求", en: "Guidance")
        case .dropped: Sentence(zh: "去掉", en: "Drop")
        }
    }
    static func proof(_ proof: ObligationProof) -> Sentence {
        switch proof {
        case .sentence: Sentence(zh: "一句话说明", en: "one sentence")
        case .conveyance: Sentence(zh: "传达即可", en: "telling the workers suffices")
        case .figure: Sentence(zh: "一个数", en: "a figure")
        case .file: Sentence(zh: "一份材料", en: "a file")
        case .checklist: Sentence(zh: "逐项打勾", en: "a checklist")
        }
    }
    static func binds(_ units: Int) -> Sentence {
        units == 0
            ? Sentence(zh: "不约束本级和下级", en: "binds nobody here or below")
            : Sentence(zh: "约束 \(units.grouped) 个单位", en: "binds \(units.grouped) unit\(units == 1 ? "" : "s")")
    }
    static let inPlace = Sentence(zh: "在原文里", en: "in the notice")
    static let allocated = Sentence(zh: "已分解", en: "allocated")
    static let condition = Sentence(zh: "条件：", en: "Condition: ")

    // The bill.
    static let costHead = Sentence(zh: "分解以前，先看要基层花多少时间", en: "Before you ask: what it costs those below")
    static func cost(_ duties: Int, units: Int, minutes: Int) -> Sentence {
        Sentence(
            zh: "\(duties.grouped) 件要办，\(units.grouped) 个单位，合计约 \(minutes.grouped) 分钟",
            en: "\(duties.grouped) duties, \(units.grouped) units, about \(minutes.grouped) minutes in all")
    }
    static let costNote = Sentence(
        zh: "一份公文一句话就能办结，只有原文点名的东西和数才另算时间。公文还没有送到的单位，送到才开始算。",
        en:
            "One sentence answers a whole notice; only things and numbers that it names add to that. Where the notice has not arrived yet, nothing is owed until it does."
    )
    static func conveyed(_ units: Int) -> Sentence {
        Sentence(
            zh: "其中 \(units.grouped) 个单位已经传达到职工，传达就能说明的不再问。",
            en: "\(units.grouped) of them have told their workers already; what that shows is not asked again.")
    }
    static let kind = Sentence(zh: "单位", en: "Units")
    static let count = Sentence(zh: "个数", en: "Count")
    static let dutiesEach = Sentence(zh: "每个要办", en: "Duties each")
    static let minutesEach = Sentence(zh: "每个约（分钟）", en: "Minutes each")
    static let owedEach = Sentence(zh: "已在办（分钟）", en: "Owed already (min)")
    static func allocate(_ units: Int) -> Sentence {
        Sentence(zh: "分解到 \(units.grouped) 个单位", en: "Allocate to \(units.grouped) units")
    }
    static let allocateNext = Sentence(zh: "只到下一级", en: "To the next level only")
    static func mine(_ duties: Int) -> Sentence {
        Sentence(
            zh: "本单位已分解 \(duties.grouped) 件，新设、划转的单位照规则自动承担或解除。",
            en:
                "Your unit has allocated \(duties.grouped); units that are founded or moved are bound or released by the rule."
        )
    }
    static let recall = Sentence(zh: "收回分解", en: "Take it back")
    static func kindName(_ kind: UnitKind, _ level: UnitLevel) -> Sentence {
        let (zh, en) =
            switch kind {
            case .federation: ("总工会", "federations")
            case .industrialUnion: ("产业工会", "industrial unions")
            case .organsUnion: ("机关工会", "unions of organs")
            case .jointUnion: ("工会联合会", "joint unions")
            case .grassrootsUnion: ("基层工会", "grassroots unions")
            case .department: ("部门", "departments")
            case .institution: ("事业单位", "institutions")
            }
        return Sentence(zh: "\(level.name.zh) · \(zh)", en: "\(level.name.en) · \(en)")
    }
}
