import Federation
import Markup

/// The sentences of a receipt wall and of its relay line.
enum WallWords {
    static let title = Sentence(
        zh: "谁收到了，谁签了，谁还没有", en: "Who has it, who has signed, who has not")
    static let notices = Sentence(zh: "公文", en: "Notices")
    static let crumb = Sentence(zh: "签收", en: "Receipts")
    static func issued(_ moment: String) -> Sentence { Sentence(zh: "\(moment) 分送", en: "Sent \(moment)") }
    static func signBy(_ moment: String) -> Sentence { Sentence(zh: "签收期限 \(moment)", en: "Sign by \(moment)") }

    // MARK: The count

    static func ofSigned(_ total: Int) -> Sentence {
        Sentence(zh: " / \(total.grouped) 已签收", en: " / \(total.grouped) signed")
    }
    static func relayedOf(_ count: Int) -> Sentence {
        Sentence(zh: "其中 \(count.grouped) 个已转发到下级", en: "\(count.grouped) of them relayed it below")
    }
    static func late(_ count: Int) -> Sentence { Sentence(zh: "\(count.grouped) 个逾期", en: "\(count.grouped) late") }
    static func waiting(_ count: Int) -> Sentence {
        Sentence(zh: "\(count.grouped) 个等待", en: "\(count.grouped) waiting")
    }
    static func notReached(_ count: Int) -> Sentence {
        Sentence(zh: "\(count.grouped) 个还没有发到", en: "\(count.grouped) not reached yet")
    }
    static func notReached(_ count: Int, stuckAt units: Int) -> Sentence {
        let words = notReached(count)
        return Sentence(
            zh: "\(words.zh)（停在 \(units.grouped) 个上级单位）",
            en: "\(words.en) (stuck at \(units.grouped) unit\(units == 1 ? "" : "s") above)")
    }
    static func lateSigned(_ count: Int) -> Sentence {
        Sentence(zh: "\(count.grouped) 个迟签", en: "\(count.grouped) signed late")
    }
    static let look = Sentence(zh: "看：", en: "View:")

    // MARK: The table

    static let branch = Sentence(zh: "条块", en: "Branch")
    static let onePerUnit = Sentence(
        zh: "每格一个单位，按区划码排，位置不变", en: "One square is one unit, by unit code; a square never moves")
    static let byState = Sentence(
        zh: "每格一个单位，按状态排：没有送到 → 未打开 → 已打开 → 已签收 → 已转发",
        en: "One square is one unit, by state: not delivered → not opened → opened → signed → relayed")
    static let lateThenByState = Sentence(
        zh: "每格一个单位，按状态排：逾期 → 没有送到 → 未打开 → 已打开 → 已签收 → 已转发",
        en: "One square is one unit, by state: late → not delivered → not opened → opened → signed → relayed")
    static func manyPerSquare(_ units: Int) -> Sentence {
        Sentence(
            zh: "一格\(Self.chineseTens[units] ?? units.grouped)个，按状态排；数字在右边",
            en: "One square is \(units.grouped) units, by state; the numbers stand beside them")
    }
    private static let chineseTens = [10: "十", 100: "一百", 1_000: "一千", 10_000: "一万"]
    static let signed = Sentence(zh: "已签收", en: "Signed")
    static let relayed = Sentence(zh: "已转发", en: "Relayed")
    static let lateHead = Sentence(zh: "逾期", en: "Late")
    static let median = Sentence(zh: "签收中位", en: "Median")
    static let unit = Sentence(zh: "单位", en: "Unit")
    static let state = Sentence(zh: "状态", en: "State")
    static let delivered = Sentence(zh: "送达", en: "Delivered")
    static let opened = Sentence(zh: "打开", en: "Opened")
    static let signer = Sentence(zh: "签收人", en: "Signed by")
    static let sentOn = Sentence(zh: "往下", en: "Sent on")
    static let more = Sentence(zh: "下一页", en: "Next page")
    static let nobody = Sentence(zh: "这里没有单位", en: "No unit stands here")

    // MARK: Beside the wall

    static let legend = Sentence(zh: "图例", en: "Legend")
    static let lateLegend = Sentence(zh: "逾期未签（红角）", en: "late, not signed (red corner)")
    static let lateSignedLegend = Sentence(zh: "迟签", en: "signed late")
    static let recordedLegend = Sentence(zh: "代签收（斜线）", en: "recorded for it (hatched)")
    static func notSigned(_ count: Int) -> Sentence {
        Sentence(zh: "还没有签的 \(count.grouped) 个", en: "Not signed yet: \(count.grouped)")
    }
    static let everybodySigned = Sentence(zh: "都签收了。", en: "All have signed.")
    static func rest(_ count: Int) -> Sentence {
        Sentence(zh: "另 \(count.grouped) 个", en: "\(count.grouped) more")
    }
    static func openedAt(_ moment: String) -> Sentence { Sentence(zh: "已打开 \(moment)", en: "opened \(moment)") }
    static let notOpened = Sentence(zh: "未打开", en: "not opened")
    static let notDelivered = Sentence(zh: "没有送到", en: "not delivered")
    static let leftOut = Sentence(zh: "写了，这次没有送", en: "Named, but not sent to this time")
    static let noReason = Sentence(zh: "没有写理由", en: "no reason given")

    // MARK: Keys

    static let walk = Sentence(zh: "在格子间走", en: "walk the squares")
    static let openUnit = Sentence(zh: "打开单位", en: "open the unit")
    static let nextUnit = Sentence(zh: "上下一个单位", en: "next, previous unit")

    // MARK: The relay line

    static let relayHead = Sentence(zh: "接力线", en: "Relay line")
    static let relayNote = Sentence(
        zh: "每级一行，从签发到签收；竖粗线为中位，细线为每一次签收",
        en: "One row per level, from issue to signature; thick tick: the median, thin ticks: signatures")
    static let relayNoteBins = Sentence(
        zh: "每级一行，从签发到签收；竖粗线为中位，签收多的地方柱高",
        en: "One row per level, from issue to signature; thick tick: the median, taller bars: more signatures")
    /// Goes on after the note on how the line is read.
    static func leftOutOfAxis(days: Int) -> Sentence {
        let long = long(days: days)
        return Sentence(zh: "；中间略去 \(long.zh)", en: "; \(long.en) left out between")
    }
    /// 6 年 9 个月; less than a year in days.
    private static func long(days: Int) -> Sentence {
        func many(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
        let (years, months) = (days / 365, days % 365 / 30)
        guard years > 0 else { return Sentence(zh: "\(days) 天", en: many(days, "day")) }
        guard months > 0 else { return Sentence(zh: "\(years) 年", en: many(years, "year")) }
        return Sentence(zh: "\(years) 年 \(months) 个月", en: "\(many(years, "year")) \(many(months, "month"))")
    }
    static let sinceSent = Sentence(zh: "送出以后", en: "Since it was sent")
    static let lastDay = Sentence(zh: "最近 24 小时", en: "The last 24 hours")
    static func knownToTheDay(_ day: String) -> Sentence {
        Sentence(zh: "\(day)签发，只知日期", en: "Issued \(day), known to the day")
    }
    static func issuedAt(_ moment: String) -> Sentence {
        Sentence(zh: "\(moment) 签发并分送", en: "Issued and sent \(moment)")
    }
    static func stay(days: Int) -> Sentence {
        let long = long(days: days)
        return Sentence(zh: "停留 \(long.zh)", en: "lay \(long.en)")
    }
    static func stay(hours: Int) -> Sentence {
        Sentence(zh: "停留 \(hours) 小时", en: "lay \(hours) hour\(hours == 1 ? "" : "s")")
    }
    static func stay(minutes: Int64) -> Sentence {
        Sentence(zh: "停留 \(minutes) 分", en: "lay \(minutes) min")
    }
    static func toSign(_ units: Int) -> Sentence {
        Sentence(zh: "\(units.grouped) 个等签收", en: "\(units.grouped) to sign")
    }
    static func toRelay(_ units: Int) -> Sentence {
        Sentence(zh: "\(units.grouped) 个签了等转发", en: "\(units.grouped) signed, to relay")
    }
    /// After a count of those that wait.
    static func longest(_ stay: Sentence, _ unit: String) -> Sentence {
        Sentence(zh: "最久的\(unit)\(stay.zh)", en: "longest at \(unit): \(stay.en)")
    }
    static let level = Sentence(zh: "哪一级", en: "Level")
    static let sentOrIssued = Sentence(zh: "签发、送到", en: "Issued, sent")
    static let slowest = Sentence(zh: "最慢", en: "Slowest")
    static let waitsNow = Sentence(zh: "现在停在哪里", en: "Where it waits now")
    static let nowhere = Sentence(zh: "没有停留", en: "nowhere")
    static let numbers = Sentence(zh: "接力线的数字", en: "The relay line in numbers")
    static func onlyTheDay(_ count: Int) -> Sentence {
        Sentence(zh: "\(count) 个只知日期", en: "\(count) known to the day")
    }
    static let expiredHead = Sentence(zh: "路上过了期的话", en: "What expired on the way")
    static func expired(on day: String, sentBy unit: String, _ sent: String) -> Sentence {
        Sentence(zh: "是\(day)；\(unit)\(sent)送出，已过", en: "is \(day); it had passed when \(unit) sent it on \(sent)")
    }
    static func expired(on day: String, for units: Int, of level: String, _ reached: String) -> Sentence {
        Sentence(
            zh: "是\(day)；\(level)有 \(units.grouped) 个单位收到时已过，最早\(reached)",
            en: "is \(day); it had passed for \(units.grouped) of \(level), from \(reached)")
    }
    static func span(first: String, last: String) -> Sentence {
        Sentence(zh: "首个 \(first)，最近 \(last)", en: "first \(first), latest \(last)")
    }
    static func signedOf(_ signed: Int, _ total: Int) -> Sentence {
        Sentence(
            zh: "\(total.grouped) 个单位，已签 \(signed.grouped)", en: "\(signed.grouped) of \(total.grouped) units signed")
    }
    static func medianAfter(hours: Int64, minutes: Int64) -> Sentence {
        Sentence(
            zh: hours == 0 ? "签收中位 \(minutes) 分" : "签收中位 \(hours) 小时 \(minutes) 分",
            en: hours == 0 ? "median \(minutes) min" : "median \(hours) h \(minutes) min")
    }
    static func now(_ clock: String) -> Sentence { Sentence(zh: "现在 \(clock)", en: "now \(clock)") }
}
