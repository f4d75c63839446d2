import Storage

/// Writes new units with all that belongs to them but their links; one statement a table, however many they are.
enum UnitInsertion {
    /// - Throws: `UnitRefusal.codeTaken` where another act took a code meanwhile.
    static func insert(_ units: [Unit], since day: String, in act: Act) throws {
        let installation = try Installation.id(in: act.db)
        do {
            try act.db.bulkInsert(
                into: "unit",
                columns: [
                    .int("id"), .text("origin_installation"), .int("origin_id"), .text("code"), .text("name"),
                    .text("name_english"), .text("kind"), .text("level"), .text("division"), .text("region_code"),
                    .text("path"), .text("secondary_path"), .text("sort_key"), .int("created_at"),
                ],
                rows: units.map { unit in
                    [
                        unit.id.columnValue, installation.columnValue, unit.id.columnValue, unit.code.columnValue,
                        unit.name.columnValue, unit.nameEnglish.columnValue, unit.kind.columnValue,
                        unit.level.columnValue, unit.division.columnValue, unit.regionCode.columnValue,
                        unit.path.columnValue, unit.secondaryPath.columnValue,
                        UnitRules.sortKey(code: unit.code, regionCode: unit.regionCode).columnValue,
                        act.moment.columnValue,
                    ]
                })
        } catch StorageError.uniqueViolation("unit_code_key") {
            throw UnitRefusal.codeTaken(units.count == 1 ? units[0].code : "…")
        }
        try insertShortNames(units.map { ($0.id, $0.shortNames) }, in: act.db)
        try UnitGrams.insert(units, in: act.db)
        try Census.add(units, in: act)
        try act.db.bulkInsert(
            into: "unit_region_code", columns: [.int("unit"), .text("code"), .text("from_on")],
            rows: units.compactMap { unit in
                unit.regionCode.map { [unit.id.columnValue, $0.columnValue, day.columnValue] }
            })
    }

    static func insertShortNames(_ names: [(unit: UnitID, names: [String])], in db: any Transaction) throws {
        try db.bulkInsert(
            into: "unit_short_name", columns: [.int("unit"), .int("place"), .text("name")],
            rows: names.flatMap { unit, names in
                names.enumerated().map { place, name in
                    [unit.columnValue, (place + 1).columnValue, name.columnValue]
                }
            })
    }
}
