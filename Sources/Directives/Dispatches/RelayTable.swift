import Federation
import Markup
import Web

/// The relay line in numbers: what the drawing shows, and what it cannot.
enum RelayTable {
    static func html(_ line: RelayLine, _ language: Language) -> HTML {
        group {
            table(.class("table stack section")) {
                caption(.class("out")) { WallWords.numbers[language] }
                thead {
                    tr {
                        head(WallWords.level, language)
                        head(WallWords.sentOrIssued, language, isNumber: true)
                        head(WallWords.signed, language, isNumber: true)
                        head(WallWords.median, language, isNumber: true)
                        head(WallWords.slowest, language, isNumber: true)
                        head(WallWords.waitsNow, language)
                    }
                }
                tbody { line.levels.map { row($0, now: line.now, language) } }
            }
            if !line.expired.isEmpty { expired(line.expired, language) }
        }
    }

    private static func head(_ words: Sentence, _ language: Language, isNumber: Bool = false) -> HTML {
        th(Attribute("scope", "col"), isNumber ? .class("num") : .none) { words[language] }
    }

    private static func row(_ level: RelayLine.Level, now: Moment, _ language: Language) -> HTML {
        let signs = level.total > 0
        return tr {
            th(.class("wide"), Attribute("scope", "row")) {
                level.name
                if let note = level.note {
                    " "
                    small { note[language] }
                }
            }
            cell(WallWords.sentOrIssued, moment(level, language), language)
            cell(WallWords.signed, signs ? "\(level.signed.grouped) / \(level.total.grouped)" : nil, language)
            cell(WallWords.median, level.medianSeconds.map(TimeWords.duration(seconds:)), language)
            cell(WallWords.slowest, level.slowestSeconds.map(TimeWords.duration(seconds:)), language)
            if let waits = waits(level, now: now, language) {
                td(.class("second"), .data("label", WallWords.waitsNow[language])) { waits }
            } else {
                td {}
            }
        }
    }

    private static func cell(_ label: Sentence, _ text: String?, _ language: Language) -> HTML {
        // On a phone each cell stands behind its label; a label without anything would only be in the way.
        text.map { said in td(.class("num nowrap"), .data("label", label[language])) { said } } ?? td {}
    }

    private static func moment(_ level: RelayLine.Level, _ language: Language) -> String? {
        switch level.issued {
        case .moment(let moment): TimeWords.short(moment, language)
        case .day(let day): TimeWords.day(day, language)
        case nil: level.sentAt.map { TimeWords.short($0, language) }
        }
    }

    private static func waits(_ level: RelayLine.Level, now: Moment, _ language: Language) -> String? {
        if let waits = RelayLevelWords.waits(level.waits, now: now) { return waits[language] }
        guard level.total == 0 else { return WallWords.nowhere[language] }
        return level.passedOnAt.flatMap { level.issued?.stay(until: $0) }?[language]
    }

    private static func expired(_ expired: [RelayLine.Expired], _ language: Language) -> HTML {
        group {
            div(.class("section-head section")) { h2 { WallWords.expiredHead[language] } }
            ul(.class("rows")) {
                expired.map { one in
                    li {
                        span {
                            span(.class("flag passed")) {
                                svg(.aria("hidden", "true")) { use(.href("#i-passed")) }
                                ReceiptWords.passed[language]
                            }
                            " "
                            span(.lang(Language.chinese.tag)) { "“\(one.quote)”" }
                            " "
                            said(one, language)[language]
                        }
                    }
                }
            }
        }
    }

    private static func said(_ one: RelayLine.Expired, _ language: Language) -> Sentence {
        let (day, reached) = (TimeWords.day(one.day, language), TimeWords.day(one.reachedOn, language))
        guard let units = one.units else { return WallWords.expired(on: day, sentBy: one.level, reached) }
        return WallWords.expired(on: day, for: units, of: one.level, reached)
    }
}
