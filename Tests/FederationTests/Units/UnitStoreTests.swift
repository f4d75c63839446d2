import Federation
import MusterTesting
import Storage
import Testing

@Suite struct UnitStoreTests {
    @Test(arguments: TestDatabase.dialects) func closedUnitsAreNeverListed(_ dialect: Dialect) async throws {
        try await withFederation(dialect) { federation in
            let root = try await federation.create("410000", "河南省总工会", shortNames: ["省总"])
            let city = try await federation.create("410800", "焦作市总工会", under: root, shortNames: ["市总"])
            let closed = try await federation.create(
                "410801", "焦作旧总工会", under: city, shortNames: ["市总"], english: "Old Jiaozuo")
            let merged = try await federation.create("410802", "解放区总工会", under: city, second: root)
            try await federation.close(closed)
            try await federation.merge(merged, into: city)
            try await federation.read { (db) throws in
                let top = try UnitStore.require(root, in: db)
                #expect(try UnitStore.children(of: root, in: db).map(\.id) == [city])
                #expect(try UnitStore.children(of: city, in: db).isEmpty)
                #expect(try !UnitStore.hasChildren(city, in: db))
                #expect(try UnitStore.hasChildren(root, in: db))
                #expect(try UnitStore.descendants(of: top.path, in: db).map(\.id) == [city])
                #expect(try Census.count(below: top, in: db) == 1)
                #expect(try UnitStore.named(["市总", "焦作旧总工会", "解放区总工会"], within: nil, in: db).map(\.id) == [city])
                for words in ["旧", "解放", "410801", "Old"] {
                    #expect(try UnitStore.search(words, limit: 10, in: db).isEmpty, "\(words)")
                }
                // By their ids they are still there: what they did shows their names.
                #expect(try UnitStore.find([closed, merged], in: db).count == 2)
            }
        }
    }

    @Test(arguments: TestDatabase.dialects) func childrenStandInTheOrderOfTheirCodesOnBothLines(
        _ dialect: Dialect
    ) async throws {
        try await withFederation(dialect) { federation in
            let root = try await federation.create("100000")
            let city = try await federation.create("410800", under: root)
            let industry = try await federation.create("410000-101", under: root)
            let later = try await federation.create("410899", under: city, second: industry)
            let own = try await federation.create("ZZ-1", under: city, region: "410811")
            let first = try await federation.create("410801", under: industry, second: city)
            try await federation.read { (db) throws in
                #expect(try UnitStore.children(of: city, in: db).map(\.id) == [first, own, later])
                #expect(try UnitStore.children(of: industry, in: db).map(\.id) == [first, later])
                #expect(try UnitStore.root(in: db)?.id == root)
                #expect(
                    try UnitStore.ancestors(of: UnitStore.require(own, in: db).path, in: db).map(\.id) == [root, city])
            }
        }
    }

    @Test(arguments: TestDatabase.dialects) func namesAreFoundWholeAndWithinABranch(_ dialect: Dialect) async throws {
        try await withFederation(dialect) { federation in
            let root = try await federation.create("410000", "河南省总工会")
            let one = try await federation.create("410800", "焦作市总工会", under: root, shortNames: ["焦作市总", "市总"])
            let other = try await federation.create("410900", "濮阳市总工会", under: root, shortNames: ["市总"])
            let office = try await federation.create("410800-501", "焦作市总工会办公室", under: one, shortNames: ["办公室"])
            try await federation.read { (db) throws in
                let branch = try UnitStore.require(one, in: db).path
                #expect(try UnitStore.named(["市总"], within: nil, in: db).map(\.id) == [one, other])
                #expect(try UnitStore.named(["市总", "办公室"], within: branch, in: db).map(\.id) == [one, office])
                #expect(try UnitStore.named(["市"], within: nil, in: db).isEmpty)
                #expect(try UnitStore.named([], within: nil, in: db).isEmpty)
            }
        }
    }

    @Test(arguments: TestDatabase.dialects) func searchTakesItsWordsLiterallyAndBothEnginesAlike(
        _ dialect: Dialect
    ) async throws {
        try await withFederation(dialect) { federation in
            let root = try await federation.create("R", "根", english: "Root")
            let one = try await federation.create("Ab_1", "甲%乙厂", under: root, shortNames: ["ABC集团"])
            let two = try await federation.create("Abx1", "丙厂", under: one, english: "Cotton Mill")
            func found(_ words: String, limit: Int = 10) async throws -> [UnitID] {
                try await federation.read { try UnitStore.search(words, limit: limit, in: $0).map(\.id) }
            }
            #expect(try await found("厂") == [one, two])
            #expect(try await found("厂", limit: 1) == [one])
            #expect(try await found("%") == [one])
            #expect(try await found("ab_") == [one])
            #expect(try await found("abc集") == [one])
            #expect(try await found("COTTON") == [two])
            #expect(try await found("b_1").isEmpty)
            #expect(try await found("\\").isEmpty)
        }
    }

    @Test(arguments: TestDatabase.dialects) func aUnitIsFoundByTheNamesItHasNow(_ dialect: Dialect) async throws {
        try await withFederation(dialect) { federation in
            let root = try await federation.create("R", "河南省总工会", english: "Henan")
            let mill = try await federation.create("M", "清川纱厂工会", under: root, shortNames: ["川纱"])
            try await federation.change(.unitRevise) { act in
                try UnitTree.revise(mill, to: UnitNaming("安丰布厂工会", shortNames: ["安布"]), in: act).id
            }
            func found(_ words: String) async throws -> [UnitID] {
                try await federation.read { try UnitStore.search(words, limit: 10, in: $0).map(\.id) }
            }
            for words in ["清川", "川纱", "纱厂", "布厂河"] { #expect(try await found(words).isEmpty, "\(words)") }
            for words in ["安丰", "安布", "布厂工", "m"] { #expect(try await found(words) == [mill], "\(words)") }
            #expect(try await found("工会") == [root, mill])
            #expect(try await found("hENAN") == [root])
        }
    }

    @Test(arguments: TestDatabase.dialects) func aDatabaseFromBeforeThePiecesGetsTheSameOnes(
        _ dialect: Dialect
    ) async throws {
        try await withFederation(dialect) { federation in
            let root = try await federation.create("R", "河南省总工会", shortNames: ["省总", "河南省总"], english: "Henan Union")
            try await federation.create("M", "清川纱厂工会", under: root, shortNames: ["川纱"])
            func pieces() async throws -> [String] {
                try await federation.read { db in
                    try db.query("select gram, rank, unit from unit_gram order by gram, rank, unit").map {
                        "\(try $0["gram"] as String) \(try $0["rank"] as Int) \(try $0["unit"] as UnitID)"
                    }
                }
            }
            let kept = try await pieces()
            let migration = try #require(Migration.all.first { $0.name == "unit-grams" })
            let filling = try #require(migration.statements(for: dialect).last)
            try await federation.engine.write { db in
                try db.execute("delete from unit_gram")
                try db.execute(SQL(unchecked: filling))
            }
            #expect(try await pieces() == kept)
            #expect(kept.count > 30)
        }
    }
}
