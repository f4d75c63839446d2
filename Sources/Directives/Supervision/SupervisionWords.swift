import Federation
import Markup

/// The sentences of the pages that show how far obligations have come.
enum SupervisionWords {
    static let title = Sentence(zh: "落实", en: "Duties")
    static let head = Sentence(zh: "要办的，办到哪里了", en: "What was asked, and how far it is")
    static let nothing = Sentence(zh: "还没有分解下去的事项", en: "Nothing is allocated yet")
    static let nothingNote = Sentence(
        zh: "打开一份公文，先把句子分成“要办”和“要求”，再分解。",
        en: "Open a notice, sort its sentences into duties and guidance, then allocate.")
    static let notices = Sentence(zh: "去看公文", en: "To the notices")
    static func duties(_ count: Int) -> Sentence {
        Sentence(zh: "\(count.grouped) 件要办", en: count == 1 ? "1 duty" : "\(count.grouped) duties")
    }
    static let stuckHead = Sentence(zh: "要领导过问的", en: "What needs a leader")
    static let stuckNote = Sentence(zh: "最多十件，最急的在前", en: "ten at most, the worst first")
    static let noStuck = Sentence(zh: "没有卡住的。", en: "Nothing is stuck.")
    static func turn(_ turn: Stuck.Turn, _ branch: String) -> Sentence {
        switch turn {
        case .send: Sentence(zh: "公文没有发给\(branch)，轮到本单位", en: "Not sent to \(branch): your unit's turn")
        case .sign: Sentence(zh: "轮到\(branch)签收", en: "\(branch) has to sign for it")
        case .relay: Sentence(zh: "轮到\(branch)转发下去", en: "\(branch) has to relay it")
        case .act: Sentence(zh: "轮到\(branch)的单位去办", en: "Units of \(branch) have to act")
        }
    }
    static func left(_ standing: Standing) -> Sentence {
        Sentence(
            zh:
                "还有 \(standing.left.grouped) / \(standing.bound.grouped) 个单位\(standing.late > 0 ? "，逾期 \(standing.late.grouped)" : "")",
            en:
                "\(standing.left.grouped) of \(standing.bound.grouped) left\(standing.late > 0 ? ", \(standing.late.grouped) overdue" : "")"
        )
    }
    static func since(_ moment: String) -> Sentence { Sentence(zh: "\(moment) 起", en: "since \(moment)") }

    // The matrix.
    static let matrix = Sentence(zh: "要求 × 条块", en: "Duties by branch")
    static let row = Sentence(zh: "要求（每行一句原文）", en: "Duty (one sentence each)")
    static let total = Sentence(zh: "合计", en: "All")
    static let own = Sentence(zh: "本级", en: "Own")
    static let settled = Sentence(zh: "办结", en: "settled")
    static let underWay = Sentence(zh: "进行中", en: "under way")
    static let overdue = Sentence(zh: "逾期（右端红）", en: "overdue (red, right)")
    static let untouched = Sentence(zh: "没有动", en: "untouched")
    static let bound = Sentence(zh: "约束", en: "bound")
    static let unbound = Sentence(zh: "不约束", en: "not bound")
    static let unreached = Sentence(zh: "没有送到", en: "not reached")
    static let showAll = Sentence(zh: "全部", en: "All")
    static let showStuck = Sentence(zh: "只看没办完的", en: "Only what is not done")
    static let allDone = Sentence(zh: "都办完了。", en: "All of it is done.")
    static let notAllocated = Sentence(zh: "这份公文还没有分解。", en: "Nothing of this notice is allocated yet.")
    static let toSorting = Sentence(zh: "逐项分类、分解", en: "Sort and allocate")
    static func direct(_ kind: UnitKind) -> Sentence {
        switch kind {
        case .federation: Sentence(zh: "直属总工会", en: "Direct federations")
        case .industrialUnion: Sentence(zh: "各产业", en: "Industrial unions")
        case .organsUnion: Sentence(zh: "机关工会", en: "Organs")
        case .jointUnion: Sentence(zh: "工会联合会", en: "Joint unions")
        case .grassrootsUnion: Sentence(zh: "直属基层", en: "Direct workplaces")
        case .department: Sentence(zh: "机关部门", en: "Departments")
        case .institution: Sentence(zh: "事业单位", en: "Institutions")
        }
    }

    // One obligation.
    static let roleName = Sentence(zh: "工会的角色", en: "Part of the union")
    static let boundName = Sentence(zh: "约束谁", en: "Who is bound")
    static func binds(_ units: Int) -> Sentence {
        Sentence(zh: "→ \(units.grouped) 个单位", en: "→ \(units.grouped) unit\(units == 1 ? "" : "s")")
    }
    static let conditionName = Sentence(zh: "条件", en: "Condition")
    static let proofName = Sentence(zh: "怎么算落实", en: "What suffices")
    static let sortName = Sentence(zh: "分类", en: "Sorted as")
    static func sortedBy(_ unit: String) -> Sentence { Sentence(zh: "\(unit)所分", en: "by \(unit)") }
    static let branchesHead = Sentence(zh: "各条块", en: "By branch")
    static let latestHead = Sentence(zh: "最近办的", en: "Latest")
    static let noneYet = Sentence(zh: "还没有单位办结。", en: "No unit has settled it yet.")
    static func notReached(_ units: Int) -> Sentence {
        Sentence(zh: "没有送到 \(units.grouped)", en: "\(units.grouped) not reached")
    }
    static func declined(_ units: Int) -> Sentence {
        Sentence(zh: "办不了 \(units.grouped)", en: "\(units.grouped) cannot")
    }
    static let urgeHead = Sentence(zh: "催办", en: "Urge")
    static func urge(_ units: Int) -> Sentence {
        Sentence(zh: "催办 \(units.grouped) 个单位", en: "Urge \(units.grouped) unit\(units == 1 ? "" : "s")")
    }
    static let urgeText = Sentence(zh: "催办的话", en: "What to say")
    static let urgeNote = Sentence(
        zh: "只催公文已经送到、还没有办的；等别人转的不催。", en: "Only units that have the notice and owe it; nobody who waits on another.")
    static func customaryUrge(_ title: String) -> String { "请抓紧落实《\(title)》。" }
    static func urged(_ times: Int, last: String) -> Sentence {
        Sentence(zh: "已催 \(times) 次，最近 \(last)", en: "Urged \(times) time\(times == 1 ? "" : "s"), last \(last)")
    }

    // One branch.
    static func branchHead(_ name: String) -> Sentence {
        Sentence(zh: "\(name)：哪些单位办了", en: "\(name): who has done it")
    }
    static let more = Sentence(zh: "再看", en: "More")
    static let nobody = Sentence(zh: "这里没有受约束的单位。", en: "Nobody here is bound.")
    static let figureHead = Sentence(zh: "填报的数", en: "Figure")
    static let figureCoverage = Sentence(zh: "填数的单位", en: "Units that gave one")
    static func figure(_ sum: Int, _ givers: Int, of bound: Int) -> Sentence {
        Sentence(
            zh: "填报合计 \(sum.grouped)，\(bound.grouped) 个单位里填了 \(givers.grouped) 个",
            en: "\(sum.grouped) in all, from \(givers.grouped) of \(bound.grouped) units")
    }
    static let open = Sentence(zh: "往下看", en: "open down")
}
