import Foundation

/// A file of this repository, as the tidy tests read it.
struct SourceFile: Sendable {
    /// From the root of the repository: `Sources/Storage/SQL.swift`.
    let path: String
    let text: String
    /// The text with comments and the contents of string literals blanked out, byte for byte.
    let code: String

    init(path: String, text: String) {
        self.path = path
        self.text = text
        code = path.hasSuffix(".swift") ? SwiftCode.withoutCommentsAndStrings(text) : text
    }

    /// The file's name without its suffix.
    var name: String { (path as NSString).lastPathComponent.replacing(".swift", with: "") }

    /// `Storage` in `Sources/Storage/SQL.swift`.
    var module: String {
        let parts = path.split(separator: "/")
        return parts.count > 2 ? String(parts[1]) : ""
    }

    var lineCount: Int { text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().count }

    /// The modules it imports.
    var imports: [String] {
        code.matches(
            of:
                #/(?m)^ *(?:@\w+ +)*(?:(?:package|public|internal|private|fileprivate) +)?import +(?:(?:struct|class|enum|protocol|func|typealias|let|var) +)?(\w+)/#
        ).map { String($0.1) }
    }

    /// Lines of code that hold the pattern, numbered from 1.
    func codeLines(matching pattern: String) throws -> [Int] {
        let regex = try Regex(pattern)
        return code.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
            .filter { $0.element.contains(regex) }.map { $0.offset + 1 }
    }

    /// The bodies in braces that follow each match of a pattern which ends before its `{`.
    func blocks(after pattern: String) throws -> [SourceBlock] {
        try SourceBlock(text: text, code: code).blocks(after: pattern)
    }
}

/// A piece of source, with and without its words.
struct SourceBlock {
    /// The first capture of the pattern that found it.
    var capture = ""
    let text: String
    let code: String

    func blocks(after pattern: String) throws -> [SourceBlock] {
        let (textBytes, codeBytes) = (Array(text.utf8), Array(code.utf8))
        return try code.matches(of: Regex(pattern)).compactMap { match in
            var start = code.utf8.distance(from: code.startIndex, to: match.range.upperBound)
            while start < codeBytes.count, codeBytes[start] != UInt8(ascii: "{") { start += 1 }
            var (end, depth) = (start, 0)
            while end < codeBytes.count {
                if codeBytes[end] == UInt8(ascii: "{") { depth += 1 }
                if codeBytes[end] == UInt8(ascii: "}") { depth -= 1 }
                if depth == 0 { break }
                end += 1
            }
            guard start < end, end < codeBytes.count else { return nil }
            let capture = match.output.count > 1 ? match.output[1].substring.map(String.init) ?? "" : ""
            return SourceBlock(
                capture: capture, text: String(decoding: textBytes[(start + 1)..<end], as: UTF8.self),
                code: String(decoding: codeBytes[(start + 1)..<end], as: UTF8.self))
        }
    }

    /// The branches of the first switch: the names behind `case`, and what follows the colon.
    func branches() throws -> [(names: [String], text: String)] {
        let starts = code.matches(of: #/\bcase +\./#).map {
            code.utf8.distance(from: code.startIndex, to: $0.range.lowerBound)
        }
        let bytes = Array(text.utf8)
        return zip(starts, starts.dropFirst() + [bytes.count]).map { start, end in
            let branch = String(decoding: bytes[start..<end], as: UTF8.self)
            guard let colon = branch.firstIndex(of: ":") else { return ([], branch) }
            let names = branch[..<colon].matches(of: #/\.(\w+)/#).map { String($0.1) }
            return (names, String(branch[branch.index(after: colon)...]))
        }
    }
}

/// The repository's own files.
enum SourceTree {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static let sources = files(in: "Sources", suffixes: [".swift"])
    static let tests = files(in: "Tests", suffixes: [".swift"])

    static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    }

    static func source(_ path: String) throws -> SourceFile { SourceFile(path: path, text: try text(path)) }

    static func files(in folder: String, suffixes: [String]) -> [SourceFile] {
        let names = FileManager.default.enumerator(atPath: root.appendingPathComponent(folder).path) ?? .init()
        return names.compactMap { $0 as? String }.sorted()
            .filter { name in suffixes.contains { name.hasSuffix($0) } }
            .compactMap { name in
                (try? text("\(folder)/\(name)")).map { SourceFile(path: "\(folder)/\(name)", text: $0) }
            }
    }
}
