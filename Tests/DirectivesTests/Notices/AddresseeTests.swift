import Directives
import Federation
import Foundation
import Testing

// Foundation has a Unit too (of measure); this names ours.
import struct Federation.Unit

@Suite("An addressee line is read into phrases")
struct AddresseeGrammarTests {
    @Test("a line that names nobody has no phrases", arguments: ["", "：", "  \n", "、、，。", "主送："])
    func empty(line: String) {
        #expect(AddresseeLine(line).phrases.isEmpty)
    }

    @Test(
        "、 parts whole items and joins items that share a head",
        arguments: [
            (missionCity, ["各县（市）区总工会", "市各产业工会", "市属基层工会", "市总机关各部门", "各事业单位"]),
            (missionNation, ["各省、自治区、直辖市总工会", "各全国产业工会", "中央和国家机关工会联合会", "全总各部门", "各直属单位"]),
            (
                missionProvince,
                [
                    "各省辖市总工会", "济源示范区总工会", "省各产业工会", "省直工会", "省总直属基层工会", "省总工会机关各部门", "各直属单位",
                ]
            ),
            ("各市州、县市区医疗保障局：", ["各市州、县市区医疗保障局"]),
            ("各县(市、区)林业局、工信科技局，各供电公司:", ["各县(市、区)林业局、工信科技局", "各供电公司"]),
            ("解放区、中站区总工会，市总各部门", ["解放区、中站区总工会", "市总各部门"]),
            ("公安部、应急管理部", ["公安部", "应急管理部"]),
            ("各市总工会、各县", ["各市总工会", "各县"]),
            ("各产业工会和直属单位，市总机关各部门及各事业单位", ["各产业工会", "直属单位", "市总机关各部门", "各事业单位"]),
            ("中央和国家机关工会联合会，中省直有关部门和单位", ["中央和国家机关工会联合会", "中省直有关部门和单位"]),
            ("抄送：省委各部门，省法院，省检察院。各民主党派省委。", ["省委各部门", "省法院", "省检察院", "各民主党派省委"]),
        ] as [(String, [String])])
    func split(line: String, expected: [String]) {
        #expect(phrases(line) == expected)
    }

    @Test("an item is taken apart into owner, 各, territories, head and variants")
    func items() throws {
        let county = try #require(AddresseeLine("各县（市）区总工会").phrases.first?.items.first)
        #expect(county.isEvery && county.owner == nil && county.head == "总工会")
        #expect(
            county.territories == [
                TerritoryWord("县"), TerritoryWord("市", isAlternative: true), TerritoryWord("区"),
            ])
        let office = try #require(AddresseeLine("省总工会机关各部门").phrases.first?.items.first)
        #expect(office.owner == "省总工会" && office.link == .office && office.head == "部门")
        let direct = try #require(AddresseeLine("市属基层工会").phrases.first?.items.first)
        #expect(direct.owner == "市" && direct.link == .direct && direct.head == "基层工会" && !direct.isEvery)
        let variants = try #require(AddresseeLine("各省交通运输厅(局、委)").phrases.first?.items.first)
        #expect(variants.head == "交通运输厅" && variants.variants == ["局", "委"])
    }

    @Test("an owner carries over within its family and not beyond it")
    func carriedOwner() {
        let near = AddresseeLine("市总机关各部门、各事业单位").phrases
        #expect(near.last?.carriedOwner?.text == "市总" && near.last?.carriedOwner?.phrase == 0)
        let far = AddresseeLine("市总机关各部门，各事业单位").phrases
        #expect(far.map(\.family) == [0, 1])
        #expect(far.last?.carriedOwner == nil)
        let county = AddresseeLine("市总机关各部门、各县总工会").phrases
        #expect(county.last?.carriedOwner == nil)
    }

    @Test("ranges are Unicode scalars, and plural where a line break splits a phrase")
    func ranges() {
        let line = AddresseeLine("各县（市）区总\n  工会、𠮷字号工会：")
        #expect(line.phrases.map(\.text) == ["各县（市）区总工会", "𠮷字号工会"])
        #expect(line.phrases.map(\.ranges) == [[0..<7, 10..<12], [13..<18]])
        #expect(phrases("Muster Union 2、工会") == ["Muster Union 2", "工会"])
    }

    @Test("brackets without a partner are ordinary characters")
    func unpairedBrackets() {
        #expect(phrases("各县（市总工会、市各产业工会") == ["各县（市总工会", "市各产业工会"])
        #expect(phrases("各县）市总工会、市各产业工会") == ["各县）市总工会", "市各产业工会"])
    }

    @Test(
        "hostile lines are read in linear time",
        arguments: [
            "、", "（", "）", "（）", "（、）", "各", "各、", "市、", "各市、", "县（市）", "局、", "，", "各县（", "及", "解放区、", "直属", "\u{301}",
            " ",
        ])
    func hostile(unit: String) throws {
        let text = String(repeating: unit, count: 30_000) + "总工会"
        let issuer = try Cast.mission()["焦作市总工会"]
        let clock = ContinuousClock()
        let time = try clock.measure {
            let line = AddresseeLine(text)
            #expect(reproduces(line))
            _ = try AddresseeResolution.resolve(line: line, issuer: issuer, lookup: Cast())
        }
        #expect(time < .seconds(10), "\(unit) took \(time)")
    }

    @Test("lines built from the grammar parse back into their phrases", arguments: 0..<200)
    func roundTrip(seed: UInt64) {
        var dice = Dice(state: seed)
        var line = ""
        var expected: [String] = []
        for family in 0..<Int.random(in: 1...4, using: &dice) {
            if family > 0 { line += "，" }
            for item in 0..<Int.random(in: 1...4, using: &dice) {
                if item > 0 { line += "、" }
                let phrase = randomPhrase(&dice)
                expected.append(phrase)
                line += phrase
            }
        }
        line += ["：", ":", ""].randomElement(using: &dice) ?? ""
        let read = AddresseeLine(line)
        #expect(read.phrases.map(\.text) == expected, "\(line)")
        #expect(reproduces(read))
    }

    @Test("whatever is written, phrases and separators together are the line", arguments: 0..<300)
    func anything(seed: UInt64) throws {
        var dice = Dice(state: seed &+ 1_000_000)
        let alphabet = Array("各省市县区（）()、，：。 \n总工会产业基层机关部门直属单位及和有关级以上焦作aB1")
        let length = Int.random(in: 0...60, using: &dice)
        let text = String((0..<length).compactMap { _ in alphabet.randomElement(using: &dice) })
        let line = AddresseeLine(text)
        #expect(reproduces(line))
        let cast = Cast.mission()
        let resolution = try AddresseeResolution.resolve(line: line, issuer: cast["焦作市总工会"], lookup: cast)
        #expect(resolution.phrases.map(\.phrase) == line.phrases)
    }

    private func randomPhrase(_ dice: inout Dice) -> String {
        let territories = [
            "县（市）区", "县（市、区）", "县(市、区)", "省辖市", "省、自治区、直辖市", "省（区、市）", "市州、县市区", "乡镇（街道）", "乡、镇、街道",
        ]
        let heads = ["总工会", "工会联合会", "医疗保障局", "交通运输厅（局、委）"]
        let owners = ["", "市总机关", "省总工会机关", "市", "省", "全总", "焦作市总工会"]
        let own = ["部门", "产业工会", "基层工会", "事业单位", "直属单位", "部（室）"]
        let names = ["济源示范区总工会", "中央和国家机关工会联合会", "省直工会", "解放区、中站区总工会", "市属基层工会", "省总直属基层工会"]
        func pick(_ words: [String]) -> String { words[Int.random(in: 0..<words.count, using: &dice)] }
        switch Int.random(in: 0..<3, using: &dice) {
        case 0: return "各" + pick(territories) + pick(heads)
        case 1: return pick(owners) + "各" + pick(own)
        default: return pick(names)
        }
    }

    /// Phrases stand in order, their ranges spell them, and only separators, white space and a label lie between.
    private func reproduces(_ line: AddresseeLine) -> Bool {
        let scalars = Array(line.text.unicodeScalars)
        let between: Set<Unicode.Scalar> = ["、", "，", ",", "；", ";", "。", "：", ":", "及", "和", "与", "以"]
        var position = 0
        func onlySeparators(until end: Int) -> Bool {
            scalars[position..<end].allSatisfy { between.contains($0) || $0.properties.isWhitespace }
        }
        for phrase in line.phrases {
            var text = String.UnicodeScalarView()
            for range in phrase.ranges {
                guard range.lowerBound >= position, !range.isEmpty, onlySeparators(until: range.lowerBound) else {
                    return false
                }
                text.append(contentsOf: scalars[range])
                position = range.upperBound
            }
            guard String(text).unicodeScalars.elementsEqual(phrase.text.unicodeScalars) else { return false }
            guard
                phrase.items.flatMap(\.ranges).allSatisfy({ item in
                    phrase.ranges.contains { $0.contains(item.lowerBound) }
                })
            else { return false }
        }
        return onlySeparators(until: scalars.count)
    }
}

@Suite("A phrase means what its issuer means by it")
struct AddresseeMeaningTests {
    @Test(
        "every phrase of the table in B.3",
        arguments: [
            ("中华全国总工会", "各省、自治区、直辖市总工会", "children federation province+autonomous_region+municipality"),
            ("中华全国总工会", "各省（区、市）总工会", "children federation province+autonomous_region+municipality"),
            ("中华全国总工会", "各省、区、市总工会", "children federation province+autonomous_region+municipality"),
            ("中华全国总工会", "各全国产业工会", "children industrial_union"),
            ("中华全国总工会", "中央和国家机关工会联合会", "named 中央和国家机关工会联合会"),
            ("中华全国总工会", "全总各部门", "children department"),
            ("中华全国总工会", "各直属单位", "children institution"),
            ("中华全国总工会", "新疆生产建设兵团总工会", "named 新疆生产建设兵团总工会"),
            ("河南省总工会", "各省辖市总工会", "children federation prefecture_city"),
            ("河南省总工会", "济源示范区总工会", "named 济源示范区总工会"),
            ("河南省总工会", "省各产业工会", "children industrial_union"),
            ("河南省总工会", "省直工会", "named 省直工会"),
            ("河南省总工会", "省总直属基层工会", "children grassroots_union"),
            ("河南省总工会", "省总工会机关各部门", "children department"),
            ("河南省总工会", "各直属单位", "children institution"),
            ("焦作市总工会", "各县（市）区总工会", "children federation county+county_city+district"),
            ("焦作市总工会", "各县(市、区)总工会", "children federation county+county_city+district"),
            ("焦作市总工会", "各县、市、区总工会", "children federation county+county_city+district"),
            ("焦作市总工会", "市各产业工会", "children industrial_union"),
            ("焦作市总工会", "市属基层工会", "children grassroots_union"),
            ("焦作市总工会", "市总机关各部门", "children department"),
            ("焦作市总工会", "各事业单位", "children institution"),
            ("焦作市总工会", "各级工会", "descendants federation+industrial_union+organs_union+joint_union+grassroots_union"),
            ("河南省总工会", "县级以上地方总工会", "descendants federation  city+county"),
            ("焦作市总工会", "基层工会", "descendants grassroots_union"),
            ("焦作市总工会", "有条件的城市工会", "unknown"),
        ])
    func table(issuer: String, phrase: String, expected: String) throws {
        #expect(gist(try meaning(phrase, from: Cast.mission()[issuer])) == expected)
    }

    @Test(
        "phrases beyond the table",
        arguments: [
            ("焦作市总工会", "各基层工会", "descendants grassroots_union"),
            ("焦作市总工会", "市级各产业工会", "children industrial_union"),
            ("焦作市总工会", "各直属基层工会", "children grassroots_union"),
            ("焦作市总工会", "各市属基层工会", "children grassroots_union"),
            ("焦作市总工会", "各产业（系统）工会", "children industrial_union"),
            ("焦作市总工会", "市总机关各部（室）", "children department"),
            ("焦作市总工会", "各部门（单位）", "children department+institution"),
            ("焦作市总工会", "焦作市总工会机关各部门", "children department"),
            ("焦作市总工会", "全市各级工会", "descendants federation+industrial_union+organs_union+joint_union+grassroots_union"),
            ("焦作市总工会", "地方各级总工会", "descendants federation"),
            ("武陟县总工会", "各乡镇（街道）工会联合会", "children joint_union  township"),
            ("武陟县总工会", "各乡、镇、街道工会联合会", "children joint_union  township"),
            ("武陟县总工会", "各街道工会联合会", "children joint_union street"),
            ("焦作市总工会", "各乡镇（街道）总工会", "descendants joint_union+federation  township"),
            ("北京市总工会", "各区总工会", "children federation district"),
            ("河南省总工会", "各县（市、区）总工会", "descendants federation county+county_city+district"),
            ("河南省总工会", "各市、县总工会", "children federation prefecture_city | descendants federation county"),
            (
                "河南省总工会", "各市、县（市、区）总工会",
                "children federation prefecture_city | descendants federation county+county_city+district"
            ),
            (
                "河南省总工会", "各市州、县市区总工会",
                "children federation prefecture_city | descendants federation county+county_city+district"
            ),
            ("河南省总工会", "各省辖市、济源示范区总工会", "children federation prefecture_city | named 济源示范区总工会"),
            ("河南省总工会", "各省辖市及济源示范区总工会", "children federation prefecture_city | named 济源示范区总工会"),
            (
                "中华全国总工会", "各省、自治区、直辖市及新疆生产建设兵团总工会",
                "children federation province+autonomous_region+municipality+corps"
            ),
            ("中华全国总工会", "各省产业工会", "descendants industrial_union  province"),
            ("焦作市总工会", "新区街道工会", "named 新区街道工会"),
            ("焦作市总工会", "县市区总工会", "children federation county+county_city+district"),
            ("焦作市总工会", "解放区、中站区总工会", "named 解放区总工会 | named 中站区总工会"),
            ("河南省总工会", "各开发区总工会", "children federation zone"),
            ("焦作市总工会", "各县（市）区、高新区总工会", "children federation county+county_city+district | named 高新区总工会"),
        ])
    func more(issuer: String, phrase: String, expected: String) throws {
        #expect(gist(try meaning(phrase, from: Cast.mission()[issuer])) == expected)
    }

    @Test(
        "what cannot be known is not guessed",
        arguments: [
            ("焦作市总工会", "省总直属基层工会"), ("焦作市总工会", "省总工会机关各部门"), ("焦作市总工会", "省各产业工会"),
            ("焦作市总工会", "各全国产业工会"), ("焦作市总工会", "各省辖市总工会"), ("焦作市总工会", "市直各单位"), ("解放区总工会", "市各产业工会"),
            ("焦作市总工会", "各直属工会"), ("焦作市总工会", "各单位"), ("焦作市总工会", "各有关部门"), ("焦作市总工会", "各县（市、区）人社局"),
            ("焦作市总工会", "各县（市）区"), ("焦作市总工会", "各慈善组织"), ("焦作市总工会", "市总工会"), ("焦作市总工会", "焦作市总工会"),
            ("焦作市总工会", "各产业、局工会"), ("焦作市总工会", "各部门（含派驻）"), ("中华全国总工会", "各省、市总工会"), ("中华全国总工会", "各区总工会"),
            ("河南省总工会", "各市（区）总工会"), ("武陟县总工会", "县级以上地方总工会"), ("焦作市总工会", "各县总工会机关各部门"),
            ("焦作市总工会", "各县（市）区、市各产业工会"), ("焦作市总工会", "解放区、各产业工会"), ("河南省总工会", "各省辖市及各产业工会"),
            ("河南省总工会", "各省辖市、河南省教育工会"), ("焦作市总工会", "各县总工会（部门）"), ("焦作市总工会", "各县总工会（筹）"),
            ("焦作市总工会", "市各部门"), ("焦作市总工会", "市属事业单位"), ("焦作市总工会", "市级机关各部门"), ("焦作市总工会", "全市各单位"),
            ("中华全国总工会", "各省会城市、计划单列市总工会"), ("河南省总工会", "各省直管县（市）总工会"),
        ])
    func unknown(issuer: String, phrase: String) throws {
        let read = try meaning(phrase, from: Cast.mission()[issuer])
        #expect(gist(read) == "unknown", "\(phrase) from \(issuer)")
        #expect(!read.reason.zh.isEmpty && !read.reason.en.isEmpty)
    }

    @Test("an inherited owner that is not the issuer is not the issuer's to address")
    func foreignCarriedOwner() throws {
        let line = AddresseeLine("省总机关各部门、各直属单位")
        let city = try Cast.mission()["焦作市总工会"]
        #expect(line.phrases.map { gist(AddresseeMeaning.of($0, issuer: city)) } == ["unknown", "unknown"])
    }

    @Test("the reason says in both languages how the phrase was read")
    func reasons() throws {
        let city = try Cast.mission()["焦作市总工会"]
        let county = try meaning("各县（市）区总工会", from: city).reason
        #expect(county.zh == "本市以下 · 县级（县、县级市、区） · 总工会")
        #expect(county.en == "Below this city · county level (counties, county-level cities, districts) · federations")
        let line = AddresseeLine(missionCity)
        let carried = AddresseeMeaning.of(line.phrases[4], issuer: city).reason
        #expect(carried.zh == "“市总”由第 4 个短语承前 · 本级 · 事业单位和直属单位")
        #expect(carried.en == "“市总” carried over from phrase 4 · This unit's own institutions")
    }

    @Test(
        "a name is completed by the issuer's territory and never shortened",
        arguments: [
            ("河南省总工会", "省直工会", ["省直工会", "河南省直工会"]),
            ("焦作市总工会", "教育工会", ["教育工会", "焦作市教育工会", "焦作教育工会"]),
            ("焦作市总工会", "示范区总工会", ["示范区总工会", "焦作市示范区总工会", "焦作示范区总工会"]),
            ("焦作市总工会", "市教育工会", ["市教育工会", "焦作市教育工会"]),
            ("焦作市总工会", "焦作市教育工会", ["焦作市教育工会"]),
            ("焦作市总工会", "省直工会", ["省直工会"]),
        ] as [(String, String, [String])])
    func candidates(issuer: String, phrase: String, expected: [String]) throws {
        guard case .named(_, let candidates, _) = try meaning(phrase, from: Cast.mission()[issuer]) else {
            Issue.record("\(phrase) is not read as a name")
            return
        }
        #expect(candidates == expected)
    }
}
