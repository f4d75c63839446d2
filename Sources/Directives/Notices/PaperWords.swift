import Federation
import Markup

/// The sentences around the words of a paper: where parts begin, what is folded.
enum PaperWords {
    static let paper = Sentence(zh: "公文原文", en: "The paper, in Chinese as printed")
    static let cover = Sentence(zh: "封面", en: "Cover")
    static let notice = Sentence(zh: "公文", en: "Notice")
    static let beginsHere = Sentence(zh: "由此开始", en: "begins here")
    static let goesOn = Sentence(zh: "接上", en: "goes on here")
    static let doubtful = Sentence(zh: "没认准，对着原件看", en: "doubtful: compare with the original")
    static let open = Sentence(zh: "展开", en: "open")
    static let shut = Sentence(zh: "收起", en: "close")

    /// 转发一 / Forwarded 1
    static func carried(_ relation: ReadRelation, _ place: Int, isOnly: Bool) -> Sentence {
        let zh = relation.rawValue + (isOnly ? "" : numeral(place + 1))
        let en =
            switch relation {
            case .forward: "Forwarded"
            case .issue: "Issued with it"
            case .endorse: "Endorsed"
            case .attachment: "Annex"
            }
        return Sentence(zh: zh, en: isOnly ? en : "\(en) \(place + 1)")
    }

    /// 主送、正文五条 / addressees, body in 5 clauses
    static func folded(addressees: Bool, clauses: ClosedRange<Int>?, ofAll: Int, ink: Int) -> Sentence {
        var (zh, en): ([String], [String]) = (addressees ? ["主送"] : [], addressees ? ["addressees"] : [])
        switch clauses {
        case .some(let some) where some == 1...ofAll:
            zh.append("正文\(numeral(ofAll))条")
            en.append(ofAll == 1 ? "body in one clause" : "body in \(ofAll) clauses")
        case .some(let some) where some.count == 1:
            zh.append("第\(numeral(some.lowerBound))条")
            en.append("clause \(some.lowerBound)")
        case .some(let some):
            zh.append("第\(numeral(some.lowerBound))至\(numeral(some.upperBound))条")
            en.append("clauses \(some.lowerBound)–\(some.upperBound)")
        case nil:
            zh.append("正文")
            en.append("body")
        }
        return Sentence(
            zh: zh.joined(separator: "、") + "，\(ink.grouped) 字",
            en: en.joined(separator: ", ") + ", \(ink.grouped) characters")
    }

    /// 1 to 99 as numerals count: 一, 十, 十二, 二十.
    static func numeral(_ number: Int) -> String {
        let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
        guard (1...99).contains(number) else { return "\(number)" }
        let (tens, ones) = (number / 10, number % 10)
        return (tens == 0 ? "" : (tens == 1 ? "" : digits[tens]) + "十") + digits[ones]
    }
}
