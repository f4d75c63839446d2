/// Verbs, roles, reaches and grants, read from their source.
struct Vocabulary {
    struct Verb: Hashable {
        let name: String
        let word: String
        var noun: String { String(word.prefix { $0 != "." }) }
    }

    struct Role {
        let name: String
        let word: String
        let chinese: String
        let english: String
    }

    let verbs: [Verb]
    let openVerbs: Set<String>
    let roles: [Role]
    /// Swift's name of a reach and how it is written.
    let reaches: [(name: String, words: String)]
    /// What a role may, by Swift's names.
    let grants: [String: [(verb: String, reach: String)]]

    init() throws {
        let verbFile = try SourceTree.source("Sources/Federation/Access/Verb.swift")
        verbs = verbFile.text.matches(of: #/(?m)^ *case (\w+) = "([^"]+)"$/#)
            .map { Verb(name: String($0.1), word: String($0.2)) }
        openVerbs = Set(
            try verbFile.blocks(after: "var isOpenToAnyone").flatMap { try $0.branches() }
                .filter { $0.text.contains("true") }.flatMap(\.names))

        let reachFile = try SourceTree.source("Sources/Federation/Access/Reach.swift")
        reaches = try reachFile.blocks(after: "enum Reach").flatMap { block in
            block.text.matches(of: #/(?m)^ *case (\w+)(?: = "(\w+)")?$/#).map { match in
                (String(match.1), String(match.2 ?? match.1).replacing("_", with: " "))
            }
        }

        let roleFile = try SourceTree.source("Sources/Federation/Access/Role.swift")
        let words = Dictionary(
            uniqueKeysWithValues: roleFile.text.matches(of: #/(?m)^ *case (\w+)(?: = "(\w+)")?$/#)
                .map { (String($0.1), String($0.2 ?? $0.1)) })
        roles = roleFile.text.matches(of: #/case \.(\w+): +Sentence\(zh: "([^"]+)", en: "([^"]+)"\)/#).map { match in
            Role(
                name: String(match.1), word: words[String(match.1)] ?? "", chinese: String(match.2),
                english: String(match.3))
        }
        grants = try Self.grants(in: reachFile)
    }

    /// The lists of `RoleGrants`, and the sum of lists and pairs that each role has.
    private static func grants(in file: SourceFile) throws -> [String: [(verb: String, reach: String)]] {
        func pairs(_ text: some StringProtocol) -> [(verb: String, reach: String)] {
            String(text).matches(of: #/\(\.(\w+), \.(\w+)\)/#).map { (String($0.1), String($0.2)) }
        }
        var lists: [String: [(verb: String, reach: String)]] = [:]
        for match in file.code.matches(of: #/static let (\w+): \[\(Verb, Reach\)\] = \[((?s).*?)\n    \]/#) {
            lists[String(match.1)] = pairs(match.2)
        }
        var grants: [String: [(verb: String, reach: String)]] = [:]
        for branch in try file.blocks(after: #"func grants\(_ role: Role\) -> \[\(Verb, Reach\)\]"#).flatMap({
            try $0.branches()
        }) {
            let sum = lists.keys.filter { branch.text.contains($0) }.flatMap { lists[$0] ?? [] } + pairs(branch.text)
            for name in branch.names where !pairs(branch.text).contains(where: { $0.verb == name || $0.reach == name })
            {
                grants[name] = sum
            }
        }
        return grants
    }
}

extension Vocabulary {
    /// | role | 中文 | English |
    var roleTable: String {
        table(["role", "中文", "English"], roles.map { ["`\($0.word)`", $0.chinese, $0.english] })
    }

    /// | verb | roles and reach |
    var verbTable: String { table(["verb", "roles and reach"], verbs.map { ["`\($0.word)`", holders(of: $0)] }) }

    private func holders(of verb: Verb) -> String {
        if openVerbs.contains(verb.name) { return "anyone, for themselves" }
        let groups = reaches.compactMap { reach -> String? in
            let holders = roles.filter { role in
                grants[role.name]?.contains { $0.verb == verb.name && $0.reach == reach.name } ?? false
            }
            if holders.isEmpty { return nil }
            let names = holders.count == roles.count ? "every role" : holders.map(\.word).joined(separator: ", ")
            return "*\(reach.words)*: \(names)"
        }
        return groups.isEmpty ? "Muster itself: jobs and the command line" : groups.joined(separator: " · ")
    }
}

func table(_ head: [String], _ rows: [[String]]) -> String {
    ([head, head.map { _ in "---" }] + rows)
        .map { "| " + $0.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |\n" }.joined()
}
