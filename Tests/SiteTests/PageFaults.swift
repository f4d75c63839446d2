import Foundation

/// What no page may have, whatever it shows.
enum PageFaults {
    static func found(in html: String) -> [String] {
        var faults: [String] = []
        if html.contains(" style=") { faults.append("a style attribute") }
        if !html.matches(of: #/ on[a-z]+="/#).isEmpty { faults.append("a script in an attribute") }
        let ids = html.matches(of: #/ id="([^"]*)"/#).map { String($0.1) }
        faults += Dictionary(grouping: ids) { $0 }.filter { $0.value.count > 1 }.keys.map { "id \($0) twice" }
        let known = Set(ids)
        let wanted = html.matches(of: #/ (?:for|href)="(#?)([^"]*)"/#).filter { match in
            match.0.hasPrefix(" for") || !match.1.isEmpty
        }
        faults += wanted.map { String($0.2) }.filter { !known.contains($0) }.map { "nothing has the id \($0)" }
        let primary = html.matches(of: #/class="[^"]*btn-primary/#).count
        if primary > 1 { faults.append("\(primary) primary buttons") }
        // Every form that posts proves that the page is ours.
        let posts = html.components(separatedBy: "method=\"post\"").count
        if posts != html.components(separatedBy: "name=\"csrf\"").count { faults.append("a form without its proof") }
        return faults
    }

    /// Chinese words and punctuation other than those marked as such. Not `\p{Han}`: that takes the middle dot for Chinese.
    static func chinese(in html: String) -> [String] {
        html.replacing(#/<button[^>]*lang="zh-CN".*?</button>/#, with: "")
            .matches(of: #/[\u{3000}-\u{303F}\u{3400}-\u{9FFF}\u{FF01}-\u{FF5E}]+/#).map { String($0.0) }
    }

    /// A name that would do harm if it were not escaped.
    static let hostile = "<script>alert('x')</script>\" onfocus=\"y"
    static let harmless = "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot; onfocus=&quot;y"
}
