import Foundation
import Testing

/// What docs/ says is what the code does. `bin/docs` writes the generated parts anew.
@Suite struct DocumentTests {
    @Test func permissionsAreThoseOfTheCode() throws {
        let vocabulary = try Vocabulary()
        #expect(vocabulary.verbs.count > 30)
        #expect(vocabulary.verbs.allSatisfy { $0.word.wholeMatch(of: #/[a-z_]+\.[a-z_]+/#) != nil })
        #expect(!vocabulary.openVerbs.isEmpty)
        #expect(vocabulary.openVerbs.isSubset(of: vocabulary.verbs.map(\.name)))
        #expect(vocabulary.roles.count >= 13)
        #expect(vocabulary.reaches.count >= 5)
        // The parser of RoleGrants sees every role and only what exists.
        #expect(Set(vocabulary.grants.keys) == Set(vocabulary.roles.map(\.name)))
        let granted = vocabulary.grants.values.flatMap { $0 }
        #expect(Set(granted.map(\.verb)).isSubset(of: vocabulary.verbs.map(\.name)))
        #expect(Set(granted.map(\.reach)).isSubset(of: vocabulary.reaches.map(\.name)))
        try expect("docs/permissions.md", holds: ["roles": vocabulary.roleTable, "verbs": vocabulary.verbTable])
        let document = try SourceTree.text("docs/permissions.md")
        #expect(vocabulary.verbs.filter { !document.contains("| `\($0.word)` |") } == [])
    }

    @Test func refusalsAreThoseOfTheCode() throws {
        let list = try RefusalList(in: SourceTree.sources)
        #expect(list.items.count > 5)
        #expect(list.typesWithoutCode == [], "a refusal has a code: noun.reason")
        let twice = Dictionary(grouping: list.items, by: \.code).filter { $0.value.count > 1 }
        #expect(twice.mapValues { $0.map(\.type) } == [:], "a code means one thing")
        try expect("docs/refusals.md", holds: ["refusals": list.table])
    }

    @Test func theGlossaryKnowsTheNounsOfTheVerbs() throws {
        let rows = try SourceTree.text("docs/glossary.md").split(separator: "\n").filter { $0.hasPrefix("|") }
            .map {
                $0.split(separator: "|", omittingEmptySubsequences: false).map {
                    $0.trimmingCharacters(in: .whitespaces)
                }
            }
        #expect(rows.first == ["", "English", "中文", "meaning", ""])
        let words = rows.dropFirst(2)
        #expect(words.count > 20)
        #expect(words.filter { $0.count != 5 || $0.dropFirst().dropLast().contains("") } == [])
        let english = words.flatMap { $0[1].split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) } }
        #expect(Dictionary(grouping: english) { $0 }.filter { $0.value.count > 1 }.keys.sorted() == [])
        let nouns = Set(try Vocabulary().verbs.map { $0.noun.replacing("_", with: " ") })
        #expect(nouns.subtracting(english).sorted() == [], "the glossary gives each noun one meaning")
    }

    @Test func aChangedDocumentIsSeen() throws {
        let text = "# A\n\n<!-- begin x -->\nold\n<!-- end x -->\n"
        #expect(try GeneratedDocument(text).part("x") == "old\n")
        #expect(try GeneratedDocument(text).replacing("x", by: "new\n").text == text.replacing("old", with: "new"))
        #expect(throws: GeneratedDocument.NoPart.self) { try GeneratedDocument(text).part("y") }
    }

    @Test func refusalsAreFound() throws {
        let text = """
            package enum ARefusal: Error, Refusal {
                case b(Int), c
                var code: String { switch self { case .b: "a.b"
                    case .c: "a.c" } }
                var sentence: Sentence { switch self {
                    case .b(let count): Sentence(zh: "有 \\(count) 个。", en: "There are \\(count).")
                    case .c: Words.c } }
            }
            struct NoRefusal: Error { var code: String { "x.y" } }
            extension D: Refusal { var other: String { "d.e" } }
            """
        let list = try RefusalList(in: [SourceFile(path: "Sources/Web/A.swift", text: text)])
        #expect(list.items.map(\.code) == ["a.b", "a.c"])
        #expect(list.items.map(\.chinese) == ["有 … 个。", "—"])
        #expect(list.typesWithoutCode == ["Sources/Web/A.swift: D"])
    }

    /// Compares the parts with what the code says; with MUSTER_UPDATE_DOCS=1 writes them.
    private func expect(_ path: String, holds parts: [String: String]) throws {
        var document = GeneratedDocument(try SourceTree.text(path))
        if ProcessInfo.processInfo.environment["MUSTER_UPDATE_DOCS"] == "1" {
            for (name, text) in parts { document = try document.replacing(name, by: text) }
            let url = SourceTree.root.appendingPathComponent(path)
            return try document.text.write(to: url, atomically: true, encoding: .utf8)
        }
        for (name, text) in parts {
            let written = Set(try document.part(name).split(separator: "\n"))
            let meant = Set(text.split(separator: "\n"))
            #expect(written.subtracting(meant).sorted() == [], "\(path) says what is not so: run bin/docs")
            #expect(meant.subtracting(written).sorted() == [], "\(path) does not say this: run bin/docs")
        }
    }
}

/// A document of ours with parts that are written by a program, between `<!-- begin NAME -->` and `<!-- end NAME -->`.
struct GeneratedDocument {
    struct NoPart: Error { let name: String }

    let text: String

    init(_ text: String) { self.text = text }

    func part(_ name: String) throws -> String { String(text[try range(name)]) }

    func replacing(_ name: String, by part: String) throws -> GeneratedDocument {
        GeneratedDocument(text.replacingCharacters(in: try range(name), with: part))
    }

    private func range(_ name: String) throws -> Range<String.Index> {
        guard let begin = text.range(of: "<!-- begin \(name) -->\n"),
            let end = text.range(of: "<!-- end \(name) -->", range: begin.upperBound..<text.endIndex)
        else { throw NoPart(name: name) }
        return begin.upperBound..<end.lowerBound
    }
}
