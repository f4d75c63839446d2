import Federation
import Foundation
import Testing

/// What every page must keep, whatever is on it.
enum PageChecks {
    static let hostile = #"<script>alert("x")</script>&'"#

    static func keepsTheHouse(_ html: String, _ place: SourceLocation = #_sourceLocation) {
        #expect(!html.contains(" style="), "styles are classes", sourceLocation: place)
        #expect(!html.contains("<script>alert"), "text is escaped", sourceLocation: place)
        #expect(html.range(of: #" on[a-z]+=""#, options: .regularExpression) == nil, sourceLocation: place)
        let ids = html.matches(of: #/ id="([^"]+)"/#).map { String($0.1) }
        #expect(Set(ids).count == ids.count, "an id stands once", sourceLocation: place)
        let mains = html.components(separatedBy: "btn-primary").count - 1
        #expect(mains <= 1, "one main button", sourceLocation: place)
    }

    /// Han characters and full-width signs outside of what is marked as Chinese. `<… lang="zh-CN">` never holds an element of its own name.
    /// What a form carries unseen is nobody's to read.
    static func chinese(in html: String) -> [String] {
        var rest = html.replacing(#/<input [^<>]*(?:type="hidden"|lang="zh-CN")[^<>]*>/#, with: "")
        let quotes = #/<(?<name>[a-z0-9]+)(?: [^<>]*)? lang="zh-CN"[^<>]*>.*?</\k<name>>/#.dotMatchesNewlines()
        while let quote = rest.firstMatch(of: quotes) { rest.removeSubrange(quote.range) }
        return rest.matches(of: #/[\u{3000}-\u{303F}\u{3400}-\u{9FFF}\u{FF00}-\u{FFEF}]+/#).map { String($0.0) }
    }

    static func count(_ piece: String, in html: String) -> Int { html.components(separatedBy: piece).count - 1 }
}
