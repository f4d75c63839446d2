/// A count of a total with a bar under it. The words carry the numbers, the bar only their shape.
package enum FractionBar {
    static let width = 100
    /// What is late is seen however little of the whole it is.
    static let lateWidthMin = 3

    /// - Parameters:
    ///   - done: green, from the left.
    ///   - doing: amber, after it.
    ///   - late: red, from the right end.
    package static func html(done: Int, doing: Int = 0, late: Int = 0, of total: Int) -> HTML {
        span(.class("fraction")) {
            span {
                b { done.grouped }
                span(.class("of")) { " / \(total.grouped)" }
            }
            bar(done: done, doing: doing, late: late, of: total)
        }
    }

    /// The bar alone, as wide as its place.
    package static func bar(done: Int, doing: Int, late: Int, of total: Int) -> HTML {
        let doneEnd = share(done, of: total)
        let doingEnd = share(done + doing, of: total)
        let lateWidth = late > 0 ? max(lateWidthMin, share(late, of: total)) : 0
        return svg(
            .class("bar"), .aria("hidden", "true"), Attribute("viewBox", "0 0 \(width) 5"),
            Attribute("preserveAspectRatio", "none")
        ) {
            rect(
                .class("bar-frame"), Attribute("x", ".5"), Attribute("y", ".5"), Attribute("width", "\(width - 1)"),
                Attribute("height", "4"))
            if doneEnd > 0 { part("bar-done", from: 0, to: doneEnd) }
            if doingEnd > doneEnd { part("bar-doing", from: doneEnd, to: doingEnd) }
            if lateWidth > 0 { part("bar-late", from: width - lateWidth, to: width) }
        }
    }

    private static func part(_ name: String, from start: Int, to end: Int) -> HTML {
        rect(
            .class(name), Attribute("x", "\(start)"), Attribute("width", "\(end - start)"), Attribute("height", "5"))
    }

    /// Some is never drawn as none, nor all but one as all.
    private static func share(_ count: Int, of total: Int) -> Int {
        guard total > 0, count > 0 else { return 0 }
        guard count < total else { return width }
        return min(max(1, count * width / total), width - 1)
    }
}
