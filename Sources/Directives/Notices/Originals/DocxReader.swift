import Federation

/// Reads a DOCX (ECMA-376) into the text it prints, nothing left out: what stands in headers before the body,
/// foot- and endnotes and what stands in footers behind it.
package enum DocxReader {
    /// - Throws: `OriginalRefusal.damaged`, `.encrypted`, `.bomb`, `.declaresEntities`, `.wrongKind`, `.noText`.
    package static func text(_ bytes: [UInt8]) throws -> String {
        let archive = try DocxArchive(bytes)
        let root = try relations(of: "", in: archive)
        guard let main = root.target(ofType: "/officeDocument"), main.hasSuffix(".xml"),
            let body = try archive.part(main), try archive.part("[Content_Types].xml") != nil
        else { throw OriginalRefusal.wrongKind }
        let relations = try relations(of: main, in: archive)
        let start = try DocxText(
            numbering: part(relations.target(ofType: "/numbering"), archive, DocxNumberingEvents()).numbering,
            styles: part(relations.target(ofType: "/styles"), archive, DocxStyles()))
        let text = try DocxXML.read(body, into: start)
        guard main.contains("word/") || !text.lines.isEmpty else { throw OriginalRefusal.wrongKind }
        func parts(_ headers: [DocxText.Header]) throws -> [String] {
            let wanted = headers.filter { $0.kind == "default" || $0.kind == "first" && text.hasTitlePage }
            var seen: Set<[String]> = []
            return try wanted.flatMap { header -> [String] in
                let read = try part(relations.target(id: header.relation), archive, start).lines
                let lines = read.filter { !$0.trimmed.isEmpty && !OriginalRules.isPageNumber($0) }
                return seen.insert(lines).inserted ? lines : []
            }
        }
        let notes = try ["/footnotes", "/endnotes"].reduce(into: [:]) { notes, type in
            notes.merge(try part(relations.target(ofType: type), archive, start).notes) { first, _ in first }
        }
        let called = text.calledNotes.enumerated().flatMap { place, id -> [String] in
            guard let lines = notes[id]?.filter({ !$0.trimmed.isEmpty }), let first = lines.first else { return [] }
            return [NumberFormat.circled(place + 1) + first.trimmed] + lines.dropFirst()
        }
        let whole = tidy(try parts(text.headers) + text.lines + called + parts(text.footers))
        guard !whole.isEmpty else { throw OriginalRefusal.noText }
        return whole
    }

    private static func part<Events: DocxEvents>(
        _ name: String?, _ archive: DocxArchive, _ events: Events
    ) throws -> Events {
        guard let name, let bytes = try archive.part(name) else { return events }
        return try DocxXML.read(bytes, into: events)
    }

    private static func relations(of part: String, in archive: DocxArchive) throws -> DocxRelations {
        let folders = part.split(separator: "/").dropLast().joined(separator: "/")
        let file = part.split(separator: "/").last.map(String.init) ?? ""
        let name = (folders.isEmpty ? "" : folders + "/") + "_rels/\(file).rels"
        return try self.part(name, archive, DocxRelations(folder: folders))
    }

    /// Lines without white space at their ends, and never more than one empty line.
    private static func tidy(_ lines: [String]) -> String {
        var text: [String] = []
        for line in lines.flatMap({ $0.split(separator: "\n", omittingEmptySubsequences: false) }) {
            let end = line.lastIndex { !$0.isWhitespace }.map { line.index(after: $0) } ?? line.startIndex
            if end > line.startIndex || text.last.map({ !$0.isEmpty }) ?? false {
                text.append(String(line[..<end]))
            }
        }
        if text.last?.isEmpty ?? false { text.removeLast() }
        return text.joined(separator: "\n")
    }
}

/// Which parts a part leads to (ECMA-376 part 2, 9.3). Only parts of this archive are ever looked at.
private struct DocxRelations: DocxEvents {
    private let folder: String
    private var byID: [String: String] = [:]
    private var byType: [(type: String, target: String)] = []

    init(folder: String) { self.folder = folder }

    func target(id: String) -> String? { byID[id] }
    func target(ofType suffix: String) -> String? { byType.first { $0.type.hasSuffix(suffix) }?.target }

    mutating func begin(_ name: String, _ attributes: [String: String]) {
        guard name == "Relationship", attributes["TargetMode"] != "External", let target = attributes["Target"] else {
            return
        }
        let path = resolve(target)
        if let id = attributes["Id"] { byID[id] = path }
        byType.append((attributes["Type"] ?? "", path))
    }

    mutating func text(_ text: String) {}
    mutating func end(_ name: String) {}

    private func resolve(_ target: String) -> String {
        var parts = target.hasPrefix("/") ? [] : folder.split(separator: "/").map(String.init)
        for part in target.split(separator: "/") {
            switch part {
            case ".": break
            case "..": _ = parts.popLast()
            default: parts.append(String(part))
            }
        }
        return parts.joined(separator: "/")
    }
}
