import Testing

@Suite struct HouseTests {
    @Test func arrowsRunOneWay() {
        #expect(SourceTree.sources.count > 50)
        #expect(SourceTree.sources.flatMap(\.imports).contains { House.ranks[$0] != nil })
        #expect(House.wrongArrows(in: SourceTree.sources) == [])
    }

    @Test func aLibraryIsWrappedInOnePlace() {
        #expect(SourceTree.sources.contains { $0.imports.contains("GRDB") })
        #expect(SourceTree.sources.contains { $0.imports.contains("CLibpq") })
        #expect(House.strayLibraries(in: SourceTree.sources) == [])
    }

    @Test(arguments: House.strangers.keys.sorted()) func thereAreFilesToHoldTo(_ suffix: String) {
        #expect(
            SourceTree.sources.contains { $0.name.hasSuffix(suffix) }, "no …\(suffix).swift: the rule holds of nothing")
    }

    @Test func aFileKnowsOnlyItsLayer() {
        #expect(House.strangeImports(in: SourceTree.sources) == [])
    }

    @Test func sqlIsWrittenInStores() throws {
        let found = try House.strayStatements(in: SourceTree.sources)
        #expect(found == [])
    }

    @Test func noTypeCarriesItsModulesName() {
        #expect(House.moduleNamesakes(in: SourceTree.sources + SourceTree.tests) == [])
    }

    @Test func brokenRulesAreSeen() throws {
        func file(_ path: String, _ text: String) -> [SourceFile] { [SourceFile(path: path, text: text)] }
        #expect(House.wrongArrows(in: file("Sources/Storage/A.swift", "package import Federation\n")).count == 1)
        #expect(House.wrongArrows(in: file("Sources/Storage/A.swift", "import Markup\n")).count == 1)
        #expect(House.wrongArrows(in: file("Sources/Web/A.swift", "import MusterTesting\n")).count == 1)
        #expect(House.wrongArrows(in: file("Sources/Nowhere/A.swift", "")).count == 1)
        #expect(House.wrongArrows(in: file("Sources/Web/A.swift", "import Federation\n// import Site\n")).isEmpty)
        #expect(House.strayLibraries(in: file("Sources/Storage/SQL.swift", "@preconcurrency import GRDB\n")).count == 1)
        #expect(House.strayLibraries(in: file("Sources/Directives/A.swift", "import NIOCore\n")).count == 1)
        #expect(House.strangeImports(in: file("Sources/Web/ARules.swift", "import Markup\n")).count == 1)
        #expect(House.strangeImports(in: file("Sources/Web/AStore.swift", "import HummingbirdCore\n")).count == 1)
        #expect(House.strangeImports(in: file("Sources/Web/APages.swift", "package import Storage\n")).count == 1)
        #expect(try House.strayStatements(in: file("Sources/Web/AHandlers.swift", "try db.query(\"x\")")).count == 1)
        #expect(try House.strayStatements(in: file("Sources/Web/AHandlers.swift", "read { $0.scalar(x) }")).count == 1)
        #expect(try House.strayStatements(in: file("Sources/Web/AStore.swift", "try db.query(\"x\")")).isEmpty)
        for kind in ["final class", "package struct", "enum", "actor", "protocol", "typealias"] {
            #expect(House.moduleNamesakes(in: file("Sources/Federation/A.swift", "\(kind) Federation {}")).count == 1)
        }
        #expect(House.moduleNamesakes(in: file("Sources/Web/A.swift", "struct Storage: Sendable {}")).count == 1)
        #expect(House.moduleNamesakes(in: file("Sources/Web/A.swift", "struct WebHost {}\n// enum Web\n")).isEmpty)
        #expect(House.moduleNamesakes(in: file("Sources/Web/A.swift", "package enum WebRefusal {}")).isEmpty)
        #expect(House.moduleNamesakes(in: file("Sources/Web/A.swift", "import struct Federation.Unit")).isEmpty)
    }
}
