import Directives
import Federation
import Foundation
import Testing

// Foundation has a Unit too (of measure); this names ours.
import struct Federation.Unit

/// The register of the tests: a flat list of units with their parents, answered as the SQL one must answer.
struct Cast: UnitLookup {
    var units: [UnitID: Unit] = [:]
    /// Each unit's parents, the primary one first.
    var parents: [UnitID: [UnitID]] = [:]
    private var order: [UnitID] = []

    @discardableResult
    mutating func add(
        _ name: String, short: [String] = [], _ kind: UnitKind, _ level: UnitLevel, _ division: Division? = nil,
        under parent: UnitID? = nil, also secondary: UnitID? = nil, closedOn: String? = nil
    ) -> UnitID {
        let id = UnitID(Int64(order.count + 1))
        let above = parent.flatMap { units[$0]?.path.text } ?? ""
        units[id] = Unit(
            id: id, code: "\(order.count + 1)", name: name, shortNames: short, kind: kind, level: level,
            division: division, path: TreePath(above + TreePath.segment(id.raw)), closedOn: closedOn)
        parents[id] = [parent, secondary].compactMap { $0 }
        order.append(id)
        return id
    }

    subscript(_ name: String) -> Unit {
        get throws { try #require(units.values.first { $0.name == name }, "no unit called \(name)") }
    }

    func children(of unit: UnitID, kinds: [UnitKind], divisions: [Division], levels: [UnitLevel]) -> [Unit] {
        order.compactMap { units[$0] }.filter {
            parents[$0.id, default: []].contains(unit) && Self.fits($0, kinds, divisions, levels)
        }
    }

    func descendants(of unit: UnitID, kinds: [UnitKind], divisions: [Division], levels: [UnitLevel]) -> [Unit] {
        order.compactMap { units[$0] }.filter {
            $0.id != unit && isBelow($0.id, unit) && Self.fits($0, kinds, divisions, levels)
        }
    }

    func named(_ candidates: [String], near issuer: Unit) -> [Unit] {
        let wanted = Set(candidates)
        return order.compactMap { units[$0] }.filter { unit in
            guard unit.closedOn == nil else { return false }
            if wanted.contains(unit.name) { return true }
            let isNear = parents[unit.id, default: []].contains(issuer.id) || isBelow(issuer.id, unit.id)
            return isNear && unit.shortNames.contains(where: wanted.contains)
        }
    }

    private func isBelow(_ unit: UnitID, _ above: UnitID) -> Bool {
        parents[unit, default: []].contains { $0 == above || isBelow($0, above) }
    }

    private static func fits(_ unit: Unit, _ kinds: [UnitKind], _ divisions: [Division], _ levels: [UnitLevel]) -> Bool
    {
        unit.closedOn == nil && (kinds.isEmpty || kinds.contains(unit.kind))
            && (divisions.isEmpty || unit.division.map(divisions.contains) == true)
            && (levels.isEmpty || levels.contains(unit.level))
    }

    /// The mission's federation: the nation, 河南, 焦作 and what hangs on them.
    static func mission() -> Cast {
        var cast = Cast()
        let nation = cast.add("中华全国总工会", short: ["全总"], .federation, .national)
        let henan = cast.add("河南省总工会", short: ["省总", "省总工会"], .federation, .province, .province, under: nation)
        cast.add("山东省总工会", .federation, .province, .province, under: nation)
        cast.add("内蒙古自治区总工会", .federation, .province, .autonomousRegion, under: nation)
        cast.add("北京市总工会", .federation, .province, .municipality, under: nation)
        cast.add("新疆生产建设兵团总工会", .federation, .province, .corps, under: nation)
        let rail = cast.add("中华全国铁路总工会", .industrialUnion, .national, under: nation)
        cast.add("中国金融工会", .industrialUnion, .national, under: nation)
        cast.add("中央和国家机关工会联合会", .organsUnion, .national, under: nation)
        cast.add("全总办公厅", .department, .national, under: nation)
        cast.add("工人日报社", .institution, .national, under: nation)

        let jiaozuo = cast.add("焦作市总工会", short: ["市总", "市总工会"], .federation, .city, .prefectureCity, under: henan)
        cast.add("郑州市总工会", short: ["市总"], .federation, .city, .prefectureCity, under: henan)
        cast.add("济源示范区总工会", short: ["济源市总工会"], .federation, .county, .zone, under: henan)
        cast.add("河南省教科文卫体工会", .industrialUnion, .province, under: henan)
        cast.add("河南省直机关工会", short: ["省直工会"], .organsUnion, .province, under: henan)
        cast.add("省总直属印刷厂工会", .grassrootsUnion, .workplace, under: henan)
        cast.add("河南省总工会组织部", .department, .province, under: henan)
        cast.add("河南工人日报社", .institution, .province, under: henan)

        for (name, division) in [
            ("解放区", Division.district), ("中站区", .district), ("马村区", .district), ("山阳区", .district),
            ("修武县", .county), ("博爱县", .county), ("武陟县", .county), ("温县", .county),
            ("沁阳市", .countyCity), ("孟州市", .countyCity),
        ] {
            cast.add("\(name)总工会", short: ["\(name)总"], .federation, .county, division, under: jiaozuo)
        }
        cast.add("焦作市交通运输工会", .industrialUnion, .city, under: jiaozuo)
        cast.add("焦作市教育工会", .industrialUnion, .city, under: jiaozuo)
        cast.add("天字号轮胎厂工会", .grassrootsUnion, .workplace, under: jiaozuo)
        cast.add("宇字号电厂工会", .grassrootsUnion, .workplace, under: jiaozuo)
        cast.add("宿字号造纸厂工会", .grassrootsUnion, .workplace, under: jiaozuo, closedOn: "2019-12-01")
        cast.add("焦作车站工会", .grassrootsUnion, .workplace, under: rail, also: jiaozuo)
        cast.add("市总办公室", .department, .city, under: jiaozuo)
        cast.add("市总宣教部", .department, .city, under: jiaozuo)
        cast.add("焦作市职工服务中心", .institution, .city, under: jiaozuo)
        let wuzhi = cast.units.values.first { $0.name == "武陟县总工会" }?.id
        cast.add("木城街道工会联合会", .jointUnion, .township, .street, under: wuzhi)
        cast.add("詹店镇工会联合会", .jointUnion, .township, under: wuzhi)
        cast.add("武陟县棉纺厂工会", .grassrootsUnion, .workplace, under: wuzhi)
        return cast
    }
}

/// A seeded stream, so that a failure can be run again.
struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

func phrases(_ line: String) -> [String] { AddresseeLine(line).phrases.map(\.text) }

/// What a phrase asks for, without its reason: short enough for a table.
func gist(_ meaning: AddresseeMeaning) -> String {
    func list<Word: RawRepresentable<String>>(_ words: [Word]) -> String {
        words.map(\.rawValue).joined(separator: "+")
    }
    switch meaning {
    case .children(let kinds, let divisions, let levels, _):
        return "children \(list(kinds)) \(list(divisions)) \(list(levels))".trimmingCharacters(in: .whitespaces)
    case .descendants(let kinds, let divisions, let levels, _):
        return "descendants \(list(kinds)) \(list(divisions)) \(list(levels))".trimmingCharacters(in: .whitespaces)
    case .named(let name, _, _): return "named \(name)"
    case .several(let parts, _): return parts.map(gist).joined(separator: " | ")
    case .unknown: return "unknown"
    }
}

func meaning(_ phrase: String, from issuer: Unit) throws -> AddresseeMeaning {
    let line = AddresseeLine(phrase)
    try #require(line.phrases.count == 1, "\(phrase) is read as \(line.phrases.map(\.text))")
    return AddresseeMeaning.of(line.phrases[0], issuer: issuer)
}

func resolve(_ line: String, from issuer: String, in cast: Cast = .mission()) throws -> (
    AddresseeResolution, Cast
) {
    (try .resolve(line: AddresseeLine(line), issuer: cast[issuer], lookup: cast), cast)
}

let missionCity = "各县（市）区总工会、市各产业工会、市属基层工会，市总机关各部门、各事业单位："
let missionNation = "各省、自治区、直辖市总工会，各全国产业工会，中央和国家机关工会联合会，全总各部门、各直属单位："
let missionProvince =
    "各省辖市总工会、济源示范区总工会，省各产业工会，省直工会，省总直属基层工会，省总工会机关各部门、各直属单位："
