import Federation

extension DemoUnitList {
    /// The 612 units below the ten counties: 99 joint unions, 513 unions at workplaces, branches among them.
    mutating func addCounties() {
        var townships = DemoNames.townships[...]
        var workplaces = DemoWorkplaces()
        for county in DemoCounty.all {
            var numbers = DemoCountyNumbers(county: county.code)
            let joint = addJointUnions(of: county, townships.prefix(county.jointCount), &numbers)
            townships = townships.dropFirst(county.jointCount)
            let direct = addDirectWorkplaces(of: county, &workplaces, &numbers)
            addTownshipWorkplaces(of: county, below: joint, &workplaces, &numbers)
            addBranches(of: county, below: direct, &numbers)
        }
    }

    private mutating func addJointUnions(
        of county: DemoCounty, _ names: ArraySlice<Substring>, _ numbers: inout DemoCountyNumbers
    ) -> [String] {
        names.enumerated().map { index, characters in
            let kind: (word: String, english: String, division: Division) =
                if index < county.streets {
                    ("街道", "Subdistrict", .street)
                } else if index < county.streets + county.towns {
                    ("镇", "Town", .town)
                } else {
                    ("乡", "Township", .townshipRural)
                }
            let code = numbers.next()
            add(
                code, "\(characters)\(kind.word)工会联合会", shortNames: ["\(characters)\(kind.word)"],
                english: "\(DemoNames.english(characters)) \(kind.english) Joint Union",
                kind: .jointUnion, level: .township, division: kind.division, parent: county.code)
            return code
        }
    }

    private mutating func addDirectWorkplaces(
        of county: DemoCounty, _ workplaces: inout DemoWorkplaces, _ numbers: inout DemoCountyNumbers
    ) -> [(code: String, workplace: DemoWorkplace)] {
        let named = county.code == DemoFederation.qinyangCode ? DemoWorkplaces.qinyang : []
        return (0..<county.direct).map { index in
            let workplace = index < named.count ? named[index] : workplaces.nextInCounty()
            let code = numbers.next()
            addWorkplace(
                workplace, code: code, parent: county.code, secondParent: Self.cityIndustrialUnion(of: workplace))
            return (code, workplace)
        }
    }

    private mutating func addTownshipWorkplaces(
        of county: DemoCounty, below joint: [String], _ workplaces: inout DemoWorkplaces,
        _ numbers: inout DemoCountyNumbers
    ) {
        for index in 0..<county.inTownships {
            let workplace = workplaces.nextInTownship()
            addWorkplace(
                workplace, code: numbers.next(), parent: joint[index / 2],
                secondParent: Self.cityIndustrialUnion(of: workplace))
        }
    }

    /// Branches hang below the fourth and, where there are four or more, the eighth direct workplace.
    private mutating func addBranches(
        of county: DemoCounty, below direct: [(code: String, workplace: DemoWorkplace)],
        _ numbers: inout DemoCountyNumbers
    ) {
        let hosts = county.branches < 4 ? [direct[3]] : [direct[3], direct[7]]
        let ordinals: [Character] = ["一", "二", "三"]
        for index in 0..<county.branches {
            let host = hosts[index % hosts.count]
            let ordinal = index / hosts.count
            add(
                numbers.next(), "\(host.workplace.name)第\(ordinals[ordinal])分会",
                english: "\(host.workplace.english), Branch \(ordinal + 1)",
                kind: .grassrootsUnion, level: .workplace, parent: host.code)
        }
    }
}

/// Running codes below a county: 410882-001, 410882-002 …
struct DemoCountyNumbers {
    let county: String
    private var last = 0

    init(county: String) { self.county = county }

    mutating func next() -> String {
        last += 1
        return "\(county)-\(DemoTables.threeDigits(last))"
    }
}
