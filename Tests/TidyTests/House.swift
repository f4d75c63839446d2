/// The rules of the house: which module may know which, and which file what. ARCHITECTURE.md tells why.
enum House {
    /// Arrows run one way: a module may import those of lower rank.
    static let ranks: [String: Int] = [
        "Storage": 0, "Markup": 0, "Federation": 1, "Web": 2, "Playbooks": 3, "Directives": 4, "Fieldwork": 5,
        "Command": 6, "Relief": 7, "Outreach": 7, "Site": 8, "muster": 9,
        // For tests only: it may know every context, and none knows it.
        "MusterTesting": 9,
        // For figures only: it asks a whole server, as a browser does.
        "MusterBench": 10,
    ]

    /// Libraries that one place wraps, so that they can be replaced there. A name ending in `*` stands for its family.
    static let homes: [String: [String]] = [
        "GRDB*": ["Sources/Storage/SQLite/"],
        "CLibpq": ["Sources/Storage/PostgreSQL/"],
        "CLibZip": ["Sources/Directives/Notices/Originals/"],
        "CQREncode": ["Sources/Federation/"],
        "CZlib": ["Sources/Web/"],
        "Hummingbird*": ["Sources/Web/", "Sources/Site/"],
        "HTTPTypes": ["Sources/Web/", "Sources/Site/"],
        "NIO*": ["Sources/Web/", "Sources/Site/", "Sources/MusterBench/"],
        "ArgumentParser": ["Sources/muster/", "Sources/MusterBench/"],
    ]

    /// What a file may not import, by the end of its name.
    static let strangers: [String: [String]] = [
        "Rules": ["Hummingbird*", "HTTPTypes", "NIO*", "Markup", "GRDB", "CLibpq"],
        "Store": ["Hummingbird*", "HTTPTypes", "NIO*", "Markup"],
        "Pages": ["Hummingbird*", "HTTPTypes", "NIO*", "Storage"],
        "Handlers": ["GRDB", "CLibpq"],
    ]

    /// Files that may not speak SQL, by the end of their name.
    static let withoutSQL = ["Rules", "Pages", "Handlers", "Forms", "Words"]

    static func wrongArrows(in files: [SourceFile]) -> [String] {
        files.flatMap { file -> [String] in
            guard let own = ranks[file.module] else {
                return ["\(file.path): no module of the house is called \(file.module)"]
            }
            return file.imports.compactMap { name in
                guard let other = ranks[name], other >= own, name != file.module else { return nil }
                return "\(file.path): \(file.module) may not import \(name)"
            }
        }
    }

    static func strayLibraries(in files: [SourceFile]) -> [String] {
        files.flatMap { file in
            file.imports.compactMap { name in
                guard let homes = homes.first(where: { matches(name, $0.key) })?.value,
                    !homes.contains(where: file.path.hasPrefix)
                else { return nil }
                return "\(file.path): \(name) is imported only in \(homes.joined(separator: ", "))"
            }
        }
    }

    static func strangeImports(in files: [SourceFile]) -> [String] {
        files.flatMap { file in
            strangers.filter { file.name.hasSuffix($0.key) }.flatMap { suffix, names in
                file.imports.filter { name in names.contains { matches(name, $0) } }
                    .map { "\(file.path): …\(suffix).swift does not import \($0)" }
            }
        }
    }

    static func strayStatements(in files: [SourceFile]) throws -> [String] {
        try files.filter { file in withoutSQL.contains { file.name.hasSuffix($0) } }.flatMap { file in
            try file.codeLines(
                matching: #"\bSQL\(|: *SQL\b|\b(db|act\.db|\$0)\.(query|scan|execute|scalar|bulk[A-Z][a-z]+)\("#
            ).map { "\(file.path):\($0): SQL belongs in a …Store.swift" }
        }
    }

    /// A type of its module's name hides the module: `Federation.Unit` then means something in the type.
    static func moduleNamesakes(in files: [SourceFile]) -> [String] {
        let modules = Set(ranks.keys).union(files.map(\.module))
        return files.flatMap { file in
            file.code.matches(of: #/(?m)^(?!.*\bimport ).*\b(?:class|struct|enum|actor|protocol|typealias) +(\w+)/#)
                .map { String($0.1) }.filter(modules.contains)
                .map { "\(file.path): \($0) is a module's name" }
        }
    }

    private static func matches(_ name: String, _ pattern: String) -> Bool {
        pattern.hasSuffix("*") ? name.hasPrefix(pattern.dropLast()) : name == pattern
    }
}
