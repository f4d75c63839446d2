import Directives
import Federation
import Foundation
import Testing

// Foundation has a Unit too (of measure); this names ours.
import struct Federation.Unit

@Suite("A line becomes exactly the units it means")
struct AddresseeResolutionTests {
    @Test(
        "the mission's three lines resolve to the last phrase",
        arguments: [
            ("焦作市总工会", missionCity, [10, 2, 3, 2, 1]),
            ("河南省总工会", missionProvince, [2, 1, 1, 1, 1, 1, 1]),
            ("中华全国总工会", missionNation, [4, 2, 1, 1, 1]),
        ] as [(String, String, [Int])])
    func mission(issuer: String, line: String, counts: [Int]) throws {
        let (resolution, _) = try resolve(line, from: issuer)
        #expect(resolution.phrases.map(\.units.count) == counts)
        #expect(resolution.unresolved.isEmpty)
        #expect(resolution.recipients.count == counts.reduce(0, +))
    }

    @Test("the corps is not among the provinces; it is shown as passed over, and stands in cc")
    func corps() throws {
        let (resolution, cast) = try resolve(missionNation, from: "中华全国总工会")
        let corps = try cast["新疆生产建设兵团总工会"].id
        #expect(resolution.passedOver == [corps])
        let (copy, _) = try resolve("抄送：新疆生产建设兵团总工会", from: "中华全国总工会")
        #expect(copy.recipients == [AddresseeRecipient(unit: corps, phrases: [0])])
    }

    @Test("a phrase that finds nobody stays, with its reason")
    func nobody() throws {
        let (resolution, _) = try resolve("各县（市）区总工会、示范区总工会、各乡镇（街道）工会联合会：", from: "郑州市总工会")
        #expect(resolution.phrases.count == 3 && resolution.unresolved.count == 3)
        #expect(resolution.recipients.isEmpty)
        #expect(resolution.phrases[0].note?.zh.hasPrefix("名册里一个也没有") == true)
        #expect(resolution.phrases[1].note?.zh.hasPrefix("名册里没有叫“示范区总工会”的单位") == true)
    }

    @Test("a name that two units bear is not decided")
    func ambiguous() throws {
        var cast = Cast.mission()
        let city = try cast["焦作市总工会"].id
        let twin = cast.add("焦作教育工会", short: ["教育工会"], .industrialUnion, .city, under: city)
        let resolution = try AddresseeResolution.resolve(
            line: AddresseeLine("教育工会"), issuer: cast["焦作市总工会"], lookup: cast)
        let first = try cast["焦作市教育工会"].id
        #expect(Set(resolution.phrases[0].candidates) == Set([first, twin]))
        #expect(resolution.phrases[0].units.isEmpty && !resolution.phrases[0].isResolved)
        #expect(resolution.recipients.isEmpty)
    }

    @Test("a phrase of several names sends to those found and says who is missing")
    func partly() throws {
        let (resolution, cast) = try resolve("解放区、高新区总工会", from: "焦作市总工会")
        #expect(resolution.recipients.map(\.unit) == [try cast["解放区总工会"].id])
        #expect(resolution.unresolved.count == 1)
        #expect(resolution.phrases[0].note?.en.contains("高新区总工会") == true)
    }

    @Test("a unit reached twice is one recipient that remembers both phrases")
    func twice() throws {
        let (resolution, cast) = try resolve("市属基层工会、焦作车站工会、基层工会", from: "焦作市总工会")
        let station = try cast["焦作车站工会"].id
        #expect(resolution.recipients.first { $0.unit == station }?.phrases == [0, 1, 2])
        #expect(Set(resolution.recipients.map(\.unit)).count == resolution.recipients.count)
    }

    @Test("a closed unit is not reached, by kind or by name")
    func closed() throws {
        let (resolution, cast) = try resolve("市属基层工会、宿字号造纸厂工会", from: "焦作市总工会")
        let closed = try cast["宿字号造纸厂工会"].id
        #expect(!resolution.recipients.contains { $0.unit == closed })
        #expect(resolution.unresolved.map(\.phrase.text) == ["宿字号造纸厂工会"])
    }

    @Test("a short name is found above the issuer and not in a stranger's branch")
    func above() throws {
        let (copy, cast) = try resolve("抄送：省总工会", from: "焦作市总工会")
        #expect(copy.recipients.map(\.unit) == [try cast["河南省总工会"].id])
        let (own, _) = try resolve("市总", from: "焦作市总工会")
        #expect(own.recipients.isEmpty && own.unresolved.count == 1)
    }

    @Test("names beyond the limit say that they were not looked up")
    func tooManyNames() throws {
        let line = (0...AddresseeResolution.namesMax).map { "第\($0)厂工会" }.joined(separator: "、")
        let (resolution, _) = try resolve(line, from: "焦作市总工会")
        #expect(resolution.unresolved.count == AddresseeResolution.namesMax + 1)
        #expect(resolution.phrases.last?.note?.en.contains("not looked up") == true)
        #expect(resolution.phrases.first?.note?.en.contains("not looked up") == false)
    }

    @Test("a fault of the register is thrown, not read as nobody")
    func fault() throws {
        struct Broken: UnitLookup, Error {
            func children(of: UnitID, kinds: [UnitKind], divisions: [Division], levels: [UnitLevel]) throws -> [Unit] {
                throw self
            }
            func descendants(of: UnitID, kinds: [UnitKind], divisions: [Division], levels: [UnitLevel]) throws -> [Unit]
            { throw self }
            func named(_ candidates: [String], near issuer: Unit) throws -> [Unit] { throw self }
        }
        let issuer = try Cast.mission()["焦作市总工会"]
        #expect(throws: Broken.self) {
            try AddresseeResolution.resolve(line: AddresseeLine(missionCity), issuer: issuer, lookup: Broken())
        }
    }

    @Test("on any tree, every unit comes once and every phrase is accounted for", arguments: 0..<100)
    func anyTree(seed: UInt64) throws {
        var dice = Dice(state: seed)
        var cast = Cast()
        let city = cast.add("焦作市总工会", .federation, .city, .prefectureCity)
        var all = [city]
        for number in 0..<Int.random(in: 0...60, using: &dice) {
            let parent = all[Int.random(in: 0..<all.count, using: &dice)]
            let secondary = Bool.random(using: &dice) ? all[Int.random(in: 0..<all.count, using: &dice)] : nil
            all.append(
                cast.add(
                    "第\(number % 40)工会", UnitKind.allCases.randomElement(using: &dice) ?? .federation,
                    UnitLevel.allCases.randomElement(using: &dice) ?? .county,
                    Division.allCases.randomElement(using: &dice),
                    under: parent, also: secondary,
                    closedOn: Int.random(in: 0..<6, using: &dice) == 0 ? "2020-01-01" : nil))
        }
        let words = [
            "各县（市）区总工会", "市各产业工会", "市属基层工会", "市总机关各部门", "各事业单位", "各级工会", "基层工会", "第3工会", "第3、第7工会",
            "各乡镇（街道）工会联合会", "省总各部门", "各有关部门", "沁阳市、孟州市总工会",
        ]
        let line = AddresseeLine(words.shuffled(using: &dice).joined(separator: "，"))
        let resolution = try AddresseeResolution.resolve(line: line, issuer: cast["焦作市总工会"], lookup: cast)

        #expect(resolution.phrases.map(\.phrase) == line.phrases)
        let recipients = resolution.recipients.map(\.unit)
        #expect(Set(recipients).count == recipients.count)
        #expect(!recipients.contains(city))
        #expect(recipients.allSatisfy { cast.units[$0]?.closedOn == nil })
        #expect(Set(recipients).isDisjoint(with: resolution.passedOver))
        for (number, phrase) in resolution.phrases.enumerated() {
            #expect(!phrase.units.isEmpty || phrase.note != nil, "\(phrase.phrase.text) was dropped")
            #expect(Set(phrase.units).count == phrase.units.count)
            let reached = resolution.recipients.filter { $0.phrases.contains(number) }.map(\.unit)
            #expect(Set(reached) == Set(phrase.units))
        }
        #expect(resolution.recipients.map { $0.phrases[0] } == resolution.recipients.map { $0.phrases[0] }.sorted())
    }
}

@Suite("Real notices")
struct AddresseeNoticeTests {
    private struct Head: Decodable {
        var issuer: String?
        var addressees_line: String?
        var addressee_phrases: [String]?
        var cc: String?
        var forwarded: [Head]?
    }

    /// The corpus beside the package; it is not part of the repository.
    private static var folder: URL {
        var url = URL(fileURLWithPath: #filePath)
        for _ in 0..<4 { url.deleteLastPathComponent() }
        return url.deletingLastPathComponent().appendingPathComponent("shared/notices")
    }

    @Test("their addressee lines are read into the phrases a person marked")
    func marked() throws {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: Self.folder.path)) ?? []
        let names = files.filter { $0.hasSuffix(".json") && !$0.hasSuffix(".obligations.json") }.sorted()
        guard !names.isEmpty else {
            print("skipped: no notices at \(Self.folder.path)")
            return
        }
        var lines = 0
        for name in names {
            let head = try JSONDecoder().decode(
                Head.self, from: Data(contentsOf: Self.folder.appendingPathComponent(name)))
            for part in [head] + (head.forwarded ?? []) {
                guard let line = part.addressees_line, let marked = part.addressee_phrases else { continue }
                #expect(phrases(line) == marked, "\(name)")
                lines += 1
            }
        }
        #expect(lines > 0)
    }

    @Test("every line of theirs is understood or says why not, for an issuer that is not theirs")
    func accounted() throws {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: Self.folder.path)) ?? []
        let names = files.filter { $0.hasSuffix(".json") && !$0.hasSuffix(".obligations.json") }.sorted()
        guard !names.isEmpty else {
            print("skipped: no notices at \(Self.folder.path)")
            return
        }
        let cast = Cast.mission()
        for name in names {
            let head = try JSONDecoder().decode(
                Head.self, from: Data(contentsOf: Self.folder.appendingPathComponent(name)))
            for part in [head] + (head.forwarded ?? []) {
                for text in [part.addressees_line, part.cc].compactMap({ $0 }) {
                    let line = AddresseeLine(text)
                    let resolution = try AddresseeResolution.resolve(
                        line: line, issuer: cast["焦作市总工会"], lookup: cast)
                    #expect(resolution.phrases.map(\.phrase) == line.phrases)
                    for phrase in resolution.phrases { #expect(!phrase.units.isEmpty || phrase.note != nil) }
                    // No other authority's units may pass for the city's own. 000 is the city's own line.
                    if name != "000.json" { #expect(resolution.recipients.isEmpty, "\(name): \(text)") }
                }
            }
        }
    }
}
