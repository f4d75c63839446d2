import Federation

enum MonthWords {
    static let link = Sentence(zh: "逐月情况", en: "Month by month")
    static let note = Sentence(
        zh: "十二个月，按下面的单位。点单位往下看。", en: "Twelve months, by the units below. Open a unit to look further down.")
    static let signed = Sentence(zh: "签收的件数", en: "Signed for")
    static let settled = Sentence(zh: "落实的事项", en: "Duties settled")
    static let branch = Sentence(zh: "单位", en: "Unit")
    static let total = Sentence(zh: "合计", en: "Total")
    static let none = Sentence(
        zh: "十二个月里还没有签收，也没有落实的事项。", en: "Nothing was signed for or settled in these twelve months.")

    static func head(_ unit: String) -> Sentence { Sentence(zh: "\(unit)：逐月情况", en: "\(unit): month by month") }

    /// `2026-03` as it stands over a column.
    static func month(_ month: String) -> Sentence {
        let number = Int(month.suffix(2)) ?? 0
        let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let isFirst = number == 1
        return Sentence(
            zh: isFirst ? "\(month.prefix(4))年1月" : "\(number)月",
            en: (names.indices.contains(number - 1) ? names[number - 1] : month)
                + (isFirst ? " \(month.prefix(4))" : ""))
    }
}
