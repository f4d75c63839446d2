package import Storage

package enum UnitStore {
    private static let columns: SQL =
        """
        unit.id, unit.code, unit.name, unit.name_english, unit.kind, unit.level, unit.division, unit.region_code,
        unit.path, unit.secondary_path, unit.closed_on
        """

    package static func find(_ id: UnitID, in db: any Transaction) throws -> Unit? {
        try units("where unit.id = \(id)", in: db).first
    }

    package static func find(code: String, in db: any Transaction) throws -> Unit? {
        try units("where unit.code = \(code)", in: db).first
    }

    /// - Throws: `AccessRefusal.notFound`, the same for a unit that does not exist and one that is not to be known.
    package static func require(_ id: UnitID, in db: any Transaction) throws -> Unit {
        guard let unit = try find(id, in: db) else { throw AccessRefusal.notFound }
        return unit
    }

    package static func find(_ ids: [UnitID], in db: any Transaction) throws -> [UnitID: Unit] {
        var found: [UnitID: Unit] = [:]
        for some in ids.boundLists {
            for unit in try units("where unit.id \(in: some)", in: db) { found[unit.id] = unit }
        }
        return found
    }

    /// Working units directly below, on either line, in the order of their codes.
    package static func children(of parent: UnitID, in db: any Transaction) throws -> [Unit] {
        try units(
            """
            join unit_link on unit_link.unit = unit.id and unit_link.to_on is null
            where unit_link.parent = \(parent) and unit.closed_on is null order by unit.sort_key
            """, in: db)
    }

    /// Whether any unit works below this one.
    package static func hasChildren(_ parent: UnitID, in db: any Transaction) throws -> Bool {
        try db.first(
            """
            select 1 as one from unit_link join unit on unit.id = unit_link.unit
            where unit_link.parent = \(parent) and unit_link.to_on is null and unit.closed_on is null limit 1
            """) != nil
    }

    /// How many working units hang directly below, on either line.
    package static func countChildren(of parent: Unit, in db: any Transaction) throws -> Int {
        try childCounts(of: [parent], in: db)[parent.id] ?? 0
    }

    /// Working units in the branch below, without the unit itself, in the order of their codes.
    package static func descendants(of path: TreePath, in db: any Transaction) throws -> [Unit] {
        try units(
            """
            where unit.path > \(path) and unit.path < \(path.upperBound) and unit.closed_on is null
            order by unit.sort_key
            """, in: db)
    }

    /// The units above, the highest first.
    package static func ancestors(of path: TreePath, in db: any Transaction) throws -> [Unit] {
        try units("where unit.path \(in: path.ancestors) order by unit.path", in: db)
    }

    /// The units at some places, by place.
    package static func find(at paths: Set<TreePath>, in db: any Transaction) throws -> [TreePath: Unit] {
        var found: [TreePath: Unit] = [:]
        for some in paths.sorted().boundLists {
            for unit in try units("where unit.path \(in: some)", in: db) { found[unit.path] = unit }
        }
        return found
    }

    /// Working units called so, by full or short name, within a branch.
    package static func named(_ names: [String], within path: TreePath?, in db: any Transaction) throws -> [Unit] {
        let branch: SQL =
            if let path { "and unit.path >= \(path) and unit.path < \(path.upperBound)" } else { "" }
        return try units(
            """
            where unit.closed_on is null \(branch) and (unit.name \(in: names) or exists (
                select 1 from unit_short_name s where s.unit = unit.id and s.name \(in: names)))
            order by unit.sort_key
            """, in: db)
    }

    /// Working units whose name or short name contains the words, or whose code begins with them, nearest the root first.
    /// Where there are more than are asked for, those of the higher levels are taken. A single sign finds no workplace by
    /// its name.
    package static func search(_ words: String, limit: Int, in db: any Transaction) throws -> [Unit] {
        guard !words.isEmpty else { return [] }
        let escaped = words.replacing("\\", with: "\\\\").replacing("%", with: "\\%").replacing("_", with: "\\_")
        let pattern = "%\(escaped)%"
        var found: [UnitID] = []
        if let gram = try UnitGrams.rarest(in: words, in: db) {
            found = try db.query(
                """
                select g.unit from unit_gram g cross join unit
                where g.gram = \(gram) and unit.id = g.unit and unit.closed_on is null and (lower(unit.name) like lower(\(pattern)) escape '\\'
                    or lower(coalesce(unit.name_english, '')) like lower(\(pattern)) escape '\\' or exists (
                        select 1 from unit_short_name s
                        where s.unit = unit.id and lower(s.name) like lower(\(pattern)) escape '\\'))
                order by g.rank, g.unit limit \(limit)
                """
            ).map { try $0["unit"] }
        }
        found += try db.query(
            """
            select id from unit where lower(code) >= lower(\(words)) and lower(code) < lower(\(words)) || \(Self.last)
                and closed_on is null
            order by lower(code) limit \(limit)
            """
        ).map { try $0["id"] }
        let units = try find(Array(Set(found)), in: db).values.map { unit in
            (depth: unit.path.depth, key: UnitRules.sortKey(code: unit.code, regionCode: unit.regionCode), unit: unit)
        }
        return units.sorted { ($0.depth, $0.key, $0.unit.id) < ($1.depth, $1.key, $1.unit.id) }.prefix(limit).map(
            \.unit)
    }

    /// Sorts after every text.
    private static let last = "\u{10FFFF}"

    package static func root(in db: any Transaction) throws -> Unit? {
        // There is one root and every path begins with its segment, so its path is the first of all.
        try units("order by unit.path limit 1", in: db).first
    }

    static func units(_ rest: SQL, in db: any Transaction) throws -> [Unit] {
        let rows = try db.query("select \(columns) from unit \(rest)")
        guard !rows.isEmpty else { return [] }
        var shortNames: [UnitID: [String]] = [:]
        let ids: [UnitID] = try rows.map { try $0["id"] }
        for some in ids.boundLists {
            for row in try db.query(
                "select unit, name from unit_short_name where unit \(in: some) order by unit, place")
            {
                shortNames[try row["unit"], default: []].append(try row["name"])
            }
        }
        return try rows.map { row in
            let id: UnitID = try row["id"]
            return Unit(
                id: id, code: try row["code"], name: try row["name"], shortNames: shortNames[id] ?? [],
                nameEnglish: try row["name_english"], kind: try row["kind"], level: try row["level"],
                division: try row["division"], regionCode: try row["region_code"], path: try row["path"],
                secondaryPath: try row["secondary_path"], closedOn: try row["closed_on"])
        }
    }
}
