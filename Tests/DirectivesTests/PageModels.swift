import Federation
import Markup

@testable import Directives
@testable import Web

/// Plain models to render: 84 units of one city in five branches, named by whoever asks.
enum PageModels {
    /// 2020-02-05 09:42 in China.
    static let now = moment(5, 9, 42)

    /// A moment of February 2020 in China.
    static func moment(_ day: Int, _ hour: Int, _ minute: Int = 0) -> Moment {
        Moment(microseconds: 1_580_486_400_000_000).adding(days: Int64(day - 1))
            .adding(seconds: Int64(hour * 3_600 + minute * 60))
    }

    static func frame(_ language: Language) -> Frame {
        Frame(
            language: language, unitName: "City", personName: "Sun Bing", postTitle: "Clerk", openDues: 4, isDemo: true,
            time: TimeWords.full(now, language), address: "/notices", csrf: "csrf-token")
    }

    static func notice(_ title: String = "Notice of two notices") -> NoticeLine {
        NoticeLine(title: title, path: "/notices/1", listPath: "/notices", grade: nil)
    }

    // MARK: The wall

    /// R relayed, S signed, O opened, D delivered, U not delivered; small letters are late.
    static let branches: [(name: String, states: String)] = [
        ("Counties", "RRdRRRRoRR"), ("Industrial unions", "RSRORSDR"),
        ("Workplaces", "SSOSSSSOSOSOSSDSSSSOSDSOSSdSSDSSSSSSSDSSdSSSSSSSdSS"), ("Office departments", "SSSSSSSSSSO"),
        ("Institutions", "SSSS"),
    ]

    static func wall(
        branches: [(name: String, states: String)] = branches, isLateKnown: Bool = false,
        view: WallModel.View = .squares,
        name: (Int) -> String = { "Unit \($0)" }
    ) -> WallModel {
        var number = 0
        let drawn = branches.enumerated().map { place, branch in
            let units = branch.states.map { letter in
                number += 1
                return unit(number, letter, name(number), isLateKnown: isLateKnown)
            }
            return WallModel.Branch(
                key: "b\(place)", name: branch.name, counts: WallModel.Counts(units), units: units,
                medianSeconds: 11_100)
        }
        let waiting = drawn.flatMap(\.units).filter { ($0.state ?? .sent) < .signed }
        return WallModel(
            notice: notice(), issuedAt: moment(4, 16, 30),
            deadline: isLateKnown
                ? WallModel.Deadline(at: moment(5, 9), setBy: Sentence(zh: "本单位所定，原文没有", en: "set by us")) : nil,
            view: view, branches: drawn, waiting: Array(waiting.prefix(8)), waitingCount: waiting.count, now: now)
    }

    private static func unit(
        _ number: Int, _ letter: Character, _ name: String, isLateKnown: Bool
    ) -> WallModel.WallUnit {
        let states: [Character: ReceiptState] = ["R": .relayed, "S": .signed, "O": .opened, "D": .sent]
        let state = states[Character(letter.uppercased())]
        let opened = (state ?? .sent) >= .opened
        return WallModel.WallUnit(
            id: UnitID(Int64(number)), name: name, path: "/receipts/\(ID<Receipt>(Int64(number)))", state: state,
            isLate: isLateKnown && letter.isLowercase, sentAt: moment(4, 16, 30),
            openedAt: opened ? moment(4, 18, number % 60) : nil,
            signedAt: state?.isSigned == true ? moment(4, 19, number % 60) : nil,
            signer: state?.isSigned == true ? "Clerk" : nil)
    }

    static func relay() -> RelayLine {
        let signatures = (0..<66).map { moment(4, 17, 2).adding(seconds: Int64($0 * $0 * 13)) }
        return RelayLine(
            levels: [
                RelayLine.Level(
                    name: "Province", note: Sentence(zh: "电报签发", en: "telegram"), issued: .day("2020-01-30"),
                    passedOnAt: moment(4, 16, 30)),
                RelayLine.Level(
                    name: "Nation", note: Sentence(zh: "通知签发", en: "notice"), issued: .day("2020-02-02"),
                    passedOnAt: moment(4, 16, 30)),
                RelayLine.Level(
                    name: "City", note: Sentence(zh: "转发，84 个单位", en: "sent on to 84 units"),
                    issued: .moment(moment(4, 16, 30))),
                RelayLine.Level(
                    name: "Counties and others", signatures: signatures, sentAt: moment(4, 16, 30), total: 84),
                RelayLine.Level(
                    name: "Below", note: Sentence(zh: "各自转发以后", en: "after each relayed"),
                    signatures: signatures.map { $0.adding(seconds: 4_000) }.filter { $0 < now }, sentAt: moment(4, 18),
                    total: 523),
            ], now: now)
    }

    // MARK: Addressees

    static func addressees(
        manner: Dispatch.Manner = .issue, name: (Int) -> String = { "Unit \($0)" }
    ) -> AddresseesModel {
        var number = 0
        func listed(_ count: Int) -> [AddresseesModel.Listed] {
            (0..<count).map { _ in
                number += 1
                return AddresseesModel.Listed(unit: UnitID(Int64(number)), name: name(number), code: "4108\(number)")
            }
        }
        let reason = Sentence(zh: "本市以下 · 总工会", en: "Below the city · federations")
        var phrases = [("各县（市）区总工会", 10), ("示范区总工会", 0), ("市各产业工会", 8), ("市属基层工会", 51), ("市总机关各部门", 11)]
            .enumerated().map { place, phrase in
                AddresseesModel.Phrase(
                    place: place, text: phrase.0, after: "、", reason: reason, units: listed(phrase.1))
            }
        phrases.append(
            AddresseesModel.Phrase(
                place: 5, text: "各事业单位", after: "：", reason: reason, isInferred: true, units: listed(4)))
        phrases.append(
            AddresseesModel.Phrase(
                place: 6, text: "市直机关工会联合会", purpose: .information, reason: reason, units: listed(1)))
        phrases[1].note = Sentence(zh: "名册里没有叫“示范区”的总工会。", en: "The register has no federation of that name.")
        phrases[1].choice = .keep
        phrases[1].keepReason = "still being set up"
        phrases[3].units[6].isOnBothLines = true
        phrases[3].units[7].alsoIn = [4]
        return AddresseesModel(
            notice: notice(), manner: manner, sendPath: "/notices/1/dispatches",
            checkPath: "/notices/1/addressee-checks",
            act: ActID(7), suggestPath: "/units.json?q=", newUnitPath: "/units/new",
            line: phrases.prefix(6).map { $0.text + $0.after }.joined(), copyLine: "市直机关工会联合会", phrases: phrases,
            added: listed(1), passedOver: listed(2))
    }
}
