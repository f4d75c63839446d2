// Only here is XML parsed: FoundationXML has the parser, Foundation its data.
import Foundation
import FoundationXML

/// What is told of a part's elements, in the order they stand.
protocol DocxEvents {
    /// - Parameters:
    ///   - name: `w:p`, whatever prefix the file uses; a name of another vocabulary has none.
    ///   - attributes: by their local names.
    mutating func begin(_ name: String, _ attributes: [String: String])
    mutating func text(_ text: String)
    mutating func end(_ name: String)
}

enum DocxXML {
    /// - Throws: `OriginalRefusal.declaresEntities`, `.damaged`.
    static func read<Events: DocxEvents>(_ bytes: [UInt8], into events: Events) throws -> Events {
        try check(bytes)
        let listener = Listener(events)
        let parser = XMLParser(data: Data(bytes))
        parser.shouldProcessNamespaces = true
        parser.shouldResolveExternalEntities = false
        parser.delegate = listener
        let isWhole = parser.parse()
        guard !listener.hasEntities else { throw OriginalRefusal.declaresEntities }
        guard isWhole, !listener.isBroken else { throw OriginalRefusal.damaged }
        return listener.events
    }

    /// Office programs write UTF-8 without a document type. Another encoding could hide one, so none is let in.
    private static func check(_ bytes: [UInt8]) throws {
        func has(_ word: StaticString, in part: some Collection<UInt8>) -> Bool {
            word.withUTF8Buffer { part.contains($0) }
        }
        guard !bytes.contains(0) else { throw OriginalRefusal.damaged }
        guard !has("<!DOCTYPE", in: bytes[...]), !has("<!ENTITY", in: bytes[...]) else {
            throw OriginalRefusal.declaresEntities
        }
        let head = String(decoding: bytes.prefix(200), as: UTF8.self).lowercased()
        guard !head.contains("encoding=") || head.contains("utf-8") || head.contains("us-ascii") else {
            throw OriginalRefusal.damaged
        }
    }

    private final class Listener<Events: DocxEvents>: NSObject, XMLParserDelegate {
        var events: Events
        var hasEntities = false
        /// The parser goes on after some errors, and says then that all went well.
        var isBroken = false
        /// Names as they were begun: the parser does not tell the vocabulary again at the end.
        private var open: [String] = []

        init(_ events: Events) { self.events = events }

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String]
        ) {
            let local = name.split(separator: ":").last.map(String.init) ?? name
            let full = DocxXML.prefix(namespaceURI ?? "") + local
            open.append(full)
            var values: [String: String] = [:]
            for (key, value) in attributes {
                values[key.split(separator: ":").last.map(String.init) ?? key] = value
            }
            events.begin(full, values)
        }

        func parser(
            _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
        ) {
            if let name = open.popLast() { events.end(name) }
        }

        func parser(_ parser: XMLParser, foundCharacters string: String) { events.text(string) }

        func parser(_ parser: XMLParser, foundCDATA block: Data) { events.text(String(decoding: block, as: UTF8.self)) }

        func parser(_ parser: XMLParser, foundInternalEntityDeclarationWithName name: String, value: String?) {
            refuse(parser)
        }

        func parser(
            _ parser: XMLParser, foundExternalEntityDeclarationWithName name: String, publicID: String?,
            systemID: String?
        ) { refuse(parser) }

        func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) { isBroken = true }

        private func refuse(_ parser: XMLParser) {
            hasEntities = true
            parser.abortParsing()
        }
    }

    /// The vocabularies of ECMA-376, transitional and strict.
    private static func prefix(_ namespace: String) -> String {
        if namespace.hasSuffix("/wordprocessingml/main") || namespace.hasSuffix("/wordprocessingml/2006/main") {
            return "w:"
        }
        if namespace.hasSuffix("/markup-compatibility/2006") { return "mc:" }
        if namespace == "urn:schemas-microsoft-com:vml" { return "v:" }
        if namespace.hasSuffix("/math") { return "m:" }
        if namespace.contains("/drawingml/") { return "a:" }
        return ""
    }
}
