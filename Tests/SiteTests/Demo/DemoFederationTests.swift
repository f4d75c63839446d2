import Federation
import Site
import Testing

@Suite("The demo federation")
struct DemoFederationTests {
    private let units = DemoFederation.units

    private func children(of code: String) -> [UnitRow] { units.filter { $0.parentCode == code } }

    private func children(of code: String, _ kind: UnitKind) -> [UnitRow] {
        children(of: code).filter { $0.kind == kind }
    }

    /// All units below along primary links.
    private func descendants(of code: String) -> [UnitRow] {
        let below = Dictionary(grouping: units, by: \.parentCode)
        var found: [UnitRow] = []
        var open = [code]
        while let next = open.popLast() {
            let rows = below[next] ?? []
            found += rows
            open += rows.map(\.code)
        }
        return found
    }

    private func unit(named name: String) throws -> UnitRow {
        try #require(units.first { $0.name == name })
    }

    // MARK: the tree

    @Test("has one root, and every parent stands before its child, so there is no cycle")
    func parentsPrecede() {
        var seen: Set<String> = []
        for row in units {
            if let parent = row.parentCode { #expect(seen.contains(parent), "\(row.code) comes before its parent") }
            if let second = row.secondParentCode {
                #expect(seen.contains(second), "\(row.code) comes before its second parent")
                #expect(second != row.parentCode)
            }
            seen.insert(row.code)
        }
        #expect(units.filter { $0.parentCode == nil }.map(\.code) == [DemoFederation.nationalCode])
    }

    @Test("numbers its lines as the file has them")
    func lines() {
        #expect(units.map(\.line) == Array(2...(units.count + 1)))
    }

    @Test("gives no code twice and no name twice under one parent")
    func uniqueCodesAndNames() {
        #expect(Set(units.map(\.code)).count == units.count)
        for (parent, rows) in Dictionary(grouping: units, by: \.parentCode) {
            #expect(Set(rows.map(\.name)).count == rows.count, "two units of one name under \(parent ?? "nobody")")
        }
        #expect(Set(units.map(\.name)).count == units.count)
    }

    @Test("has six digits in every region code, and one only where there is a territory")
    func regionCodes() {
        for row in units {
            guard let region = row.regionCode else { continue }
            #expect(region.count == 6 && region.allSatisfy { ("0"..."9").contains($0) })
            #expect(row.kind == .federation && row.division != nil && row.code == region)
        }
        #expect(units.filter { $0.regionCode != nil }.count == 31 + 17 + 1 + 10)
    }

    @Test("names every unit in English, and no two alike")
    func english() {
        for row in units {
            let english = row.nameEnglish ?? ""
            #expect(!english.isEmpty && english.utf8.allSatisfy { $0 < 128 }, "\(row.name): \(english)")
            #expect(!english.contains("  ") && english.first != " ", "\(row.name): \(english)")
        }
        #expect(Set(units.compactMap(\.nameEnglish)).count == units.count)
    }

    @Test("gives levels that never rise downward")
    func levels() {
        let byCode = Dictionary(units.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        for row in units {
            guard let parent = row.parentCode.flatMap({ byCode[$0] }) else { continue }
            #expect(row.level.depth >= parent.level.depth, "\(row.name)")
        }
    }

    // MARK: the nation and the province

    @Test("has at national level what the national notice addresses")
    func nation() throws {
        let code = DemoFederation.nationalCode
        let nation = try unit(named: "中华全国总工会")
        #expect(nation.code == "100000" && nation.shortNames.first == "全总")
        let provinces = children(of: code, .federation)
        #expect(provinces.filter { $0.division == .province }.count == 22)
        #expect(provinces.filter { $0.division == .autonomousRegion }.count == 5)
        #expect(provinces.filter { $0.division == .municipality }.count == 4)
        #expect(provinces.filter { $0.division == .corps }.map(\.name) == ["新疆生产建设兵团总工会"])
        #expect(provinces.count == 32)
        #expect(children(of: code, .industrialUnion).count == 10)
        #expect(try unit(named: "中国教科文卫体工会").kind == .industrialUnion)
        #expect(children(of: code, .organsUnion).map(\.name) == ["中央和国家机关工会联合会"])
        #expect(children(of: code, .department).count == 14)
        #expect(children(of: code, .institution).count == 6)
    }

    @Test("has in Henan what the provincial telegram addresses, and Jiyuan apart from the 17 cities")
    func henan() throws {
        let code = DemoFederation.henanCode
        let henan = try unit(named: "河南省总工会")
        #expect(henan.code == code && henan.shortNames == ["省总", "河南省总"] && henan.regionCode == "410000")
        let cities = children(of: code, .federation).filter { $0.division == .prefectureCity }
        #expect(cities.count == 17)
        #expect(cities.allSatisfy { $0.level == .city })
        let jiyuan = try unit(named: "济源市总工会")
        #expect(jiyuan.code == "419001" && jiyuan.level == .county && jiyuan.division == .countyCity)
        #expect(jiyuan.parentCode == code && jiyuan.shortNames.contains("济源示范区总工会"))
        #expect(children(of: code, .industrialUnion).count == 8)
        #expect(children(of: code, .organsUnion).first?.shortNames.first == "省直工会")
        #expect(children(of: code, .grassrootsUnion).count == 12)
        #expect(children(of: code, .department).count == 13)
        #expect(try unit(named: "河南省总工会办公室").shortNames == ["办公室", "省总办公室", "省总工会办公室"])
        #expect(children(of: code, .institution).count == 6)
    }

    // MARK: Jiaozuo

    @Test("has in Jiaozuo the 84 units that the cover addresses")
    func jiaozuo() throws {
        let code = DemoFederation.jiaozuoCode
        let jiaozuo = try unit(named: "焦作市总工会")
        #expect(jiaozuo.code == code && jiaozuo.shortNames == ["市总", "焦作市总"])
        let counties = children(of: code, .federation)
        #expect(
            counties.map(\.code) == [
                "410802", "410803", "410804", "410811", "410821", "410822", "410823", "410825", "410882", "410883",
            ])
        #expect(counties.filter { $0.division == .district }.count == 4)
        #expect(counties.filter { $0.division == .county }.count == 4)
        #expect(counties.filter { $0.division == .countyCity }.count == 2)
        let industries = ["教科文卫体", "交通运输", "能源化工", "机械冶金", "轻纺", "建设", "财贸", "农林水"]
        #expect(children(of: code, .industrialUnion).map(\.name) == industries.map { "焦作市\($0)工会" })
        #expect(children(of: code, .grassrootsUnion).count == 51)
        #expect(children(of: code, .department).count == 11)
        #expect(
            children(of: code, .institution).compactMap(\.shortNames.first)
                == ["职工服务中心", "工人文化宫", "职工疗养院", "职工学校"])
        #expect(children(of: code).count == 84)
    }

    @Test("has no unit for the zone that is a statistical division only")
    func noZone() {
        #expect(!units.contains { $0.regionCode == "410871" || $0.code.hasPrefix("410871") })
        #expect(!descendants(of: DemoFederation.jiaozuoCode).contains { $0.name.contains("示范区") })
    }

    @Test("has the workplaces of the pictures where the pictures have them")
    func pictures() throws {
        let city = Set(children(of: DemoFederation.jiaozuoCode, .grassrootsUnion).map(\.name))
        for name in [
            "天字号轮胎厂工会", "地字号煤业工会", "黄字号水泥厂工会", "宇字号电厂工会", "宙字号医院工会", "洪字号机床厂工会",
            "荒字号化工总厂工会", "月字号制药厂工会", "辰字号印刷厂工会", "宿字号造纸厂工会", "列字号冷链工会",
        ] {
            #expect(city.contains(name), "\(name)")
        }
        let qinyang = Set(children(of: DemoFederation.qinyangCode, .grassrootsUnion).map(\.name))
        #expect(qinyang.isSuperset(of: ["玄字号纺织厂工会", "盈字号铝材厂工会", "昃字号食品厂工会"]))
    }

    @Test("has 612 units below the ten counties, 41 of them below Qinyang")
    func belowTheCounties() {
        let counties = children(of: DemoFederation.jiaozuoCode, .federation)
        let below = counties.flatMap { descendants(of: $0.code) }
        #expect(below.count == 612)
        #expect(descendants(of: DemoFederation.qinyangCode).count == 41)
        #expect(below.filter { $0.kind == .jointUnion }.count == 99)
        // With the 51 of the city these are the 564 of the pictures.
        #expect(below.filter { $0.kind == .grassrootsUnion }.count == 513)
        for county in counties {
            let all = descendants(of: county.code)
            #expect(children(of: county.code).count * 2 > all.count, "most units of \(county.name) hang on it directly")
            #expect(all.allSatisfy { $0.code.hasPrefix(county.code + "-") })
        }
    }

    @Test("hangs the mill of the cast directly on Qinyang, with nothing below it")
    func textileMill() throws {
        let mill = try unit(named: "玄字号纺织厂工会")
        #expect(mill.code == DemoFederation.textileMillCode)
        #expect(mill.parentCode == DemoFederation.qinyangCode)
        #expect(mill.kind == .grassrootsUnion && mill.nameEnglish == "Xuan Textile Mill Union")
        #expect(children(of: mill.code).isEmpty)
    }

    @Test("has workplaces below townships, and branches below workplaces")
    func depth() {
        let kinds = Dictionary(units.map { ($0.code, $0.kind) }, uniquingKeysWith: { first, _ in first })
        let parents = units.filter { $0.kind == .grassrootsUnion }.compactMap { $0.parentCode.flatMap { kinds[$0] } }
        #expect(parents.filter { $0 == .jointUnion }.count == 90)
        #expect(parents.filter { $0 == .grassrootsUnion }.count == 31)
    }

    @Test("hangs some workplaces on a city industrial union too, the hospital among them")
    func secondLine() throws {
        let industrial = Set(children(of: DemoFederation.jiaozuoCode, .industrialUnion).map(\.code))
        let onTwoLines = units.filter { $0.secondParentCode.map(industrial.contains) ?? false }
        #expect(onTwoLines.allSatisfy { $0.kind == .grassrootsUnion })
        #expect(onTwoLines.filter { $0.parentCode == DemoFederation.jiaozuoCode }.count >= 6)
        #expect(onTwoLines.contains { $0.parentCode != DemoFederation.jiaozuoCode })
        let hospital = try unit(named: "宙字号医院工会")
        #expect(hospital.secondParentCode == (try unit(named: "焦作市教科文卫体工会")).code)
    }

    @Test("names workplaces from the Thousand Character Text, no character and no name twice")
    func workplaceNames() {
        let workplaces = units.filter { $0.kind == .grassrootsUnion && !$0.name.hasSuffix("分会") }
        #expect(workplaces.allSatisfy { $0.name.dropFirst().hasPrefix("字号") && $0.name.hasSuffix("工会") })
        #expect(Set(workplaces.map(\.name)).count == workplaces.count)
        #expect(Set(workplaces.compactMap(\.name.first)).count == workplaces.count)
        #expect(Set(workplaces.map { $0.name.dropFirst(3) }).count >= 100, "a wide range of trades")
    }

    // MARK: the file

    @Test("writes one line a unit under the header, and quotes what must be quoted")
    func csv() {
        let lines = DemoFederation.csv().split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.first == "code,name,short_names,name_en,kind,level,division,parent,second_parent,region_code")
        #expect(lines.count == units.count + 2, "header, units, and the end of the last line")
        #expect(lines.last == "")
        #expect(
            lines.contains(
                "410882,沁阳市总工会,沁阳市总,Qinyang Federation of Trade Unions,"
                    + "federation,county,county_city,410800,,410882"))
        #expect(
            lines.contains(
                "410800-101,焦作市教科文卫体工会,教科文卫体工会;市教科文卫体工会,"
                    + "\"Jiaozuo Education, Science, Culture, Health and Sports Union\","
                    + "industrial_union,city,,410800,410000-101,"))
        #expect(!units.contains { $0.shortNames.contains { $0.contains(";") } })
    }
}
