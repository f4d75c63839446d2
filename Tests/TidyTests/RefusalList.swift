/// Every refusal there is, read from the source.
struct RefusalList {
    struct Item {
        let code: String
        let type: String
        let path: String
        let chinese: String
        let english: String
    }

    let items: [Item]
    /// Types that conform to `Refusal` and have no code that can be read here.
    let typesWithoutCode: [String]

    init(in files: [SourceFile]) throws {
        var items: [Item] = []
        var silent: [String] = []
        for file in files {
            let types = try file.blocks(after: #"\b(?:enum|struct|extension) +(\w+) *:[^{}]*\bRefusal\b[^{}]*(?=\{)"#)
            for type in types {
                let codes = try type.words(
                    of: "var code: String", #/"((?:[a-z_]|\\\([^)]*\))+\.(?:[a-z_]|\\\([^)]*\))+)"/#)
                let sentences = try type.blocks(after: "var sentence: Sentence").first
                let branches = try sentences?.branches() ?? []
                if codes.isEmpty { silent.append("\(file.path): \(type.capture)") }
                for (code, names) in codes {
                    let text = branches.isEmpty ? sentences?.text ?? "" : Self.best(of: branches, for: names)
                    items.append(
                        Item(
                            // `unit.{field}_{fault}` where a part is filled in.
                            code: code.replacing(#/\\\((\w+)[^)]*\)/#) { "{\($0.1)}" }, type: type.capture,
                            path: file.path,
                            chinese: try Self.literal("zh", in: text), english: try Self.literal("en", in: text)))
                }
            }
        }
        self.items = items.sorted { $0.code < $1.code }
        typesWithoutCode = silent
    }

    /// `.unreadable(.empty)` has two names, and other branches share the first.
    private static func best(of branches: [(names: [String], text: String)], for names: [String]) -> String {
        func shared(_ branch: (names: [String], text: String)) -> Int { branch.names.filter(names.contains).count }
        guard let best = branches.max(by: { shared($0) < shared($1) }), shared(best) > 0 else { return "" }
        return best.text
    }

    /// The sentence as written; what is filled in when it is said becomes an ellipsis.
    private static func literal(_ label: String, in text: String) throws -> String {
        let pattern = try Regex(label + #": *"((?:[^"\\]|\\\((?:[^()]|\([^()]*\))*\)|\\.)*)""#)
        guard let words = text.firstMatch(of: pattern)?.output[1].substring else { return "—" }
        return String(words).replacing(#/\\\((?:[^()]|\([^()]*\))*\)/#, with: "…").replacing("\\\"", with: "\"")
    }

    var table: String {
        TidyTests.table(
            ["code", "中文", "English", "type"], items.map { ["`\($0.code)`", $0.chinese, $0.english, "`\($0.type)`"] })
    }
}

extension SourceBlock {
    /// The literals of a property, each with the cases whose branch it stands in; no cases where there is no switch.
    fileprivate func words(
        of property: String, _ literal: Regex<(Substring, Substring)>
    ) throws -> [(word: String, names: [String])] {
        try blocks(after: property).flatMap { body in
            let branches = try body.branches()
            let parts = branches.isEmpty ? [(names: [], text: body.text)] : branches
            return parts.flatMap { part in part.text.matches(of: literal).map { (String($0.1), part.names) } }
        }
    }
}
