import Federation
import Markup

/// The sentences of the picture.
enum PictureWords {
    static let link = Sentence(zh: "态势", en: "The picture")
    static func head(_ unit: String) -> Sentence { Sentence(zh: "\(unit)办到哪里了", en: "How far \(unit) is") }
    static let note = Sentence(
        zh: "每个数旁边都是它的总数；没有送到的不算，没有报不等于零。",
        en: "Every number stands beside what it is of; what was not reached is not counted in, and missing is not zero."
    )
    static func signed(_ signed: Int, of reached: Int) -> Sentence {
        Sentence(zh: "\(reached.grouped) 个送到的单位里签收的", en: "of \(reached.grouped) reached have signed")
    }
    static func reached(_ reached: Int, of units: Int) -> Sentence {
        Sentence(
            zh: "\(units.grouped) 个单位里送到 \(reached.grouped)", en: "\(reached.grouped) of \(units.grouped) units reached"
        )
    }
    static func duties(_ settled: Int, of bound: Int) -> Sentence {
        Sentence(
            zh: "要办 \(bound.grouped) 件次，办结 \(settled.grouped)",
            en: "\(settled.grouped) of \(bound.grouped) duties settled")
    }
    static func median(_ hours: Int) -> Sentence {
        hours == 0
            ? Sentence(zh: "一半在 1 小时内签收", en: "half of them within an hour")
            : Sentence(zh: "一半在 \(hours) 小时内签收", en: "half of them within \(hours) h")
    }
    static let branch = Sentence(zh: "条块", en: "Branch")
    static let units = Sentence(zh: "单位", en: "Units")
    static let reachedHead = Sentence(zh: "送到", en: "Reached")
    static let signedHead = Sentence(zh: "签收", en: "Signed")
    static let passedOn = Sentence(zh: "转发、传达", en: "Passed on")
    static let late = Sentence(zh: "逾期未签", en: "Overdue")
    static let medianHead = Sentence(zh: "中位（小时）", en: "Median (h)")
    static let dutiesHead = Sentence(zh: "要办", en: "Duties")
    static let daysHead = Sentence(zh: "每天签收", en: "Signed by day")
    static let total = Sentence(zh: "合计", en: "All")
    static let csv = Sentence(zh: "下载表格（CSV）", en: "As a table (CSV)")
    static let xlsx = Sentence(zh: "Excel 表格", en: "For Excel (XLSX)")
    static let loadHead = Sentence(zh: "每单位要用（分）", en: "Asks each (min)")
    static func timeLine(_ signed: Int, of reached: Int, hours: Int) -> Sentence {
        Sentence(
            zh: "从发出起每小时的签收：\(max(1, hours)) 小时里 \(reached.grouped) 个中签了 \(signed.grouped) 个；竖线是一半签收的时候",
            en:
                "Signatures by hour since sending: \(signed.grouped) of \(reached.grouped) within \(max(1, hours)) h; the upright line is when half had signed"
        )
    }
    static let missing = Sentence(zh: "还缺什么", en: "What is missing")
    static let matrix = Sentence(zh: "要求 × 条块", en: "Duties by branch")
    static let tilesHead = Sentence(zh: "签收的比例", en: "Share that has signed")
    static let tilesNote = Sentence(
        zh: "按方位摆放的格子，不是地图。红角：逾期超过一成。",
        en: "Tiles by where places lie, not a map. Red corner: more than a tenth overdue.")
    static let noUnit = Sentence(zh: "这里没有单位", en: "no unit here")
    static func tile(_ name: String, _ figures: PictureFigures) -> Sentence {
        Sentence(
            zh: "\(name)：送到 \(figures.reached.grouped)，签收 \(figures.signed.grouped)，逾期 \(figures.late.grouped)",
            en:
                "\(name): \(figures.reached.grouped) reached, \(figures.signed.grouped) signed, \(figures.late.grouped) overdue"
        )
    }
    static let none = Sentence(zh: "还没有发出，没有什么可看。", en: "It was not sent yet; there is nothing to see.")

    // What is missing.
    static func missingHead(_ unit: String) -> Sentence {
        Sentence(zh: "\(unit)还缺什么", en: "What is missing at \(unit)")
    }
    static let unsignedHead = Sentence(zh: "没有签收", en: "Not signed")
    static let notRelayedHead = Sentence(zh: "签收了，没有转下去", en: "Signed, and not passed on")
    static let stuckHead = Sentence(zh: "要办的卡在哪里", en: "Where duties are stuck")
    static let nothing = Sentence(zh: "什么都不缺。", en: "Nothing is missing.")
    static func since(_ moment: String) -> Sentence { Sentence(zh: "\(moment) 起", en: "since \(moment)") }
    static func due(_ moment: String) -> Sentence { Sentence(zh: "期限 \(moment)", en: "due \(moment)") }
    static let more = Sentence(zh: "再看", en: "More")
    static let picture = Sentence(zh: "态势", en: "The picture")
}
