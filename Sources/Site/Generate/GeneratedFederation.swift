package import Federation
import Storage

/// An invented federation of any size under the real nation and its provinces, laid straight into an empty database: for
/// measuring, and for trying what a size feels like. The same size and seed give the same tree.
package enum GeneratedFederation {
    /// The larger, the more of what is written lies together.
    private static let chunk = 50_000

    /// - Parameter progress: called with how many units are there, after each piece.
    /// - Returns: false where there are units already; then nothing is touched.
    @discardableResult
    package static func lay(
        _ size: GeneratedSize, seed: UInt64, in federation: OpenFederation, progress: @Sendable (Int) -> Void = { _ in }
    ) async throws -> Bool {
        guard try await federation.read({ try UnitStore.root(in: $0) }) == nil else { return false }
        let rows = DemoUnitList.nation()
        _ = try await federation.importUnits(
            UnitImportSheet(rows: rows), as: .system, under: nil, id: federation.newActID())
        let (all, installation) = try await federation.read { db in
            guard let root = try UnitStore.root(in: db) else { throw StorageError.unexpectedShape("no root") }
            return (try UnitStore.descendants(of: root.path, in: db), try Installation.id(in: db))
        }
        var laying = Laying(
            federation: federation, installation: installation, random: Sequence(state: seed), size: size)
        laying.next = try await federation.engine.write { try GeneratedStore.takePaths(size.units, in: $0) }
        let provinces = all.filter { $0.kind == .federation && $0.level == .province }.sorted { $0.code < $1.code }
        try await laying.lay(under: provinces, progress)
        try await people(in: federation)
        return true
    }

    /// A head for the nation and each province, city and county, and for some workplaces, so that somebody can act there.
    private static func people(in federation: OpenFederation) async throws {
        let _: Int = try await federation.act(.demoLay, as: .system, at: nil, id: federation.newActID()) { act in
            let units: [(id: UnitID, code: String)] = try act.db.query(
                """
                select id, code from unit where kind = 'federation' and level in ('national', 'province', 'city',
                    'county')
                union all
                select id, code from (select id, code from unit where kind = 'grassroots_union' order by code limit 500)
                    few
                """
            ).map { (try $0["id"], try $0["code"]) }
            for unit in units {
                let id = act.newID(Person.self)
                try PersonStore.insert(
                    Person(id: id, login: "head-\(unit.code.lowercased())", name: "负责人\(unit.code)"), at: act.moment,
                    in: act.db)
                try PersonStore.insert(
                    Post(id: act.newID(), unit: unit.id, person: id, role: .principal, fromOn: act.today), in: act.db)
            }
            guard let root = try UnitStore.root(in: act.db) else { throw StorageError.unexpectedShape("no root") }
            return try act.record(on: Subject("unit", root.id), units.count, detail: ["people": "\(units.count)"])
        }
    }

    /// Numbers that follow from a seed.
    private struct Sequence: Sendable {
        var state: UInt64

        mutating func below(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(max(1, count)))
        }
    }

    private struct Laying {
        let federation: OpenFederation
        let installation: String
        var random: Sequence
        let size: GeneratedSize
        var next: Int64 = 0
        private var pending: [GeneratedStore.Row] = []
        private var done = 0

        init(federation: OpenFederation, installation: String, random: Sequence, size: GeneratedSize) {
            (self.federation, self.installation, self.random, self.size) = (federation, installation, random, size)
        }

        /// Level by level, so that parents always come before their children; what is written keeps no list of workplaces.
        mutating func lay(under provinces: [Unit], _ progress: @Sendable (Int) -> Void) async throws {
            var trades: [[Unit]] = []
            for province in provinces {
                var own: [Unit] = []
                for _ in 0..<size.trades {
                    own.append(try await add("产业工会", .industrialUnion, .province, nil, under: province, progress))
                }
                trades.append(own)
            }
            let cities = try await add(size.cities, "市总工会", .city, .prefectureCity, under: provinces, progress)
            let counties = try await add(size.counties, "县总工会", .county, .county, under: cities, progress)
            var townships: [Unit] = []
            for place in 0..<size.townships {
                let county =
                    place < size.firstCountyTownships
                    ? 0 : parent(of: place - size.firstCountyTownships, counties.count)
                townships.append(
                    try await add("联合工会", .jointUnion, .township, nil, under: counties[county], progress))
            }
            let places = Dictionary(uniqueKeysWithValues: provinces.enumerated().map { ($1.path.text, $0) })
            for place in 0..<size.workplaces {
                let parent: Unit
                switch random.below(100) {
                case let share where place < size.firstCounty:
                    let own = size.firstCountyTownships
                    parent = share < 76 && own > 0 ? townships[self.parent(of: place, own)] : counties[0]
                case ..<70 where !townships.isEmpty: parent = townships[self.parent(of: place, townships.count)]
                case ..<92: parent = counties[random.below(counties.count)]
                default: parent = cities[random.below(cities.count)]
                }
                var second: Unit?
                if random.below(10) == 0, let province = places[String(parent.path.text.prefix(10))] {
                    let own = trades[province]
                    second = own.isEmpty ? nil : own[random.below(own.count)]
                }
                _ = try await add(
                    "厂工会", .grassrootsUnion, .workplace, nil, under: parent, second: second, progress)
            }
            try await flush(progress)
        }

        /// Each parent gets one before any gets a second.
        private mutating func parent(of place: Int, _ parents: Int) -> Int {
            place < parents ? place : random.below(parents)
        }

        private mutating func add(
            _ count: Int, _ name: String, _ level: UnitLevel, _ division: Division, under parents: [Unit],
            _ progress: @Sendable (Int) -> Void
        ) async throws -> [Unit] {
            var units: [Unit] = []
            for place in 0..<count {
                let parent = parents[parent(of: place, parents.count)]
                units.append(try await add(name, .federation, level, division, under: parent, progress))
            }
            return units
        }

        private mutating func add(
            _ name: String, _ kind: UnitKind, _ level: UnitLevel, _ division: Division?, under parent: Unit,
            second: Unit? = nil, _ progress: @Sendable (Int) -> Void
        ) async throws -> Unit {
            let segment = TreePath.segment(next)
            let code = "G\(next)"
            next += 1
            let unit = Unit(
                id: federation.minter.mint(), code: code, name: Self.name(next, name), kind: kind, level: level,
                division: division, path: parent.path.appending(segment: segment),
                secondaryPath: second?.path.appending(segment: segment))
            pending.append(GeneratedStore.Row(unit: unit, parent: parent.id, second: second?.id))
            if pending.count == chunk { try await flush(progress) }
            return unit
        }

        private mutating func flush(_ progress: @Sendable (Int) -> Void) async throws {
            let (rows, installation, minter, now) = (pending, installation, federation.minter, federation.clock.now())
            try await federation.engine.write { db in
                try GeneratedStore.insert(
                    rows, installation: installation, since: Zone.day(now), at: now, minter, in: db)
            }
            done += pending.count
            pending = []
            progress(done)
        }

        private static let signs = Array("河阳临江安平永清德兴武定广源宁远昌乐新泰东山西岭南湖北川")

        /// An invented name of three signs that a number gives.
        private static func name(_ number: Int64, _ ending: String) -> String {
            let count = Int64(signs.count)
            return String([
                signs[Int(number % count)], signs[Int(number / count % count)],
                signs[Int(number / count / count % count)],
            ]) + ending
        }
    }
}
