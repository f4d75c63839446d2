/// How a cover names the notices it hands on, in the genre's words. What is composed is a proposal: the clerk may change
/// every word of it.
package enum DraftWording {
    /// 焦作市总工会转发《…》、《…》的通知. A notice that only handed on another gives its place to that one: the layers between
    /// are dropped. One 关于 is enough, and the quoted titles mostly have it.
    package static func title(of carried: [ReadNotice], by unit: String) -> String {
        var titles: [String] = []
        for title in carried.flatMap(innermost).map(fullTitle) where !titles.contains(title) { titles.append(title) }
        let about = titles.contains { $0.contains("关于") } ? "" : "关于"
        return unit + about + "转发" + titles.map(quoted).joined(separator: "、") + "的通知"
    }

    /// 现将《…》（…号）、《…》（…号）转发给你们，请一并认真贯彻落实。Each notice as it is, with its own title and number.
    package static func opening(of carried: [ReadNotice]) -> String {
        let names = carried.map { notice in
            quoted(fullTitle(of: notice)) + (notice.number.map { "（\($0)）" } ?? "")
        }
        return "现将" + names.joined(separator: "、") + "转发给你们，请" + (carried.count > 1 ? "一并" : "") + "认真贯彻落实。"
    }

    /// The title with its issuer before it, where the paper prints that only in its head.
    private static func fullTitle(of notice: ReadNotice) -> String {
        let title = notice.title ?? ""
        guard title.hasPrefix("关于") || title.hasPrefix("转发") else { return title }
        return notice.issuers.joined(separator: "、") + title
    }

    /// What a forwarding notice hands on in the end; any other notice is itself.
    private static func innermost(_ notice: ReadNotice) -> [ReadNotice] {
        let inner = notice.forwarded.filter { $0.relation == .forward && $0.notice.title != nil }
        guard notice.title?.contains("转发") ?? false, !inner.isEmpty else { return [notice] }
        return inner.flatMap { innermost($0.notice) }
    }

    /// Inside 《 》 the marks of an inner title are 〈 〉.
    private static func quoted(_ title: String) -> String {
        "《" + title.replacing("《", with: "〈").replacing("》", with: "〉") + "》"
    }
}
