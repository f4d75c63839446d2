import Federation
package import Markup

/// One square is one unit: how far its receipt has come, as shape, word and colour.
package enum ReceiptSquare {
    /// A small drawing that stands beside words. `state` is nil where no delivery has reached the unit.
    package static func svg(
        state: ReceiptState?, purpose: Purpose = .action, late: Bool = false, isRecorded: Bool = false
    ) -> HTML {
        let mark = mark(state, purpose, late)
        return Markup.svg(.class("sq \(mark.classes)"), .aria("hidden", "true")) { drawing(mark.symbol, isRecorded) }
    }

    /// A square of a wall: a link that says which unit and how far.
    static func link(
        _ path: String, name: String, state: ReceiptState?, purpose: Purpose, late: Bool, isRecorded: Bool = false,
        in language: Language
    ) -> HTML {
        let mark = mark(state, purpose, late)
        let said = ReceiptWords.state(state, purpose, late: late, isRecorded: isRecorded)
        let words = ReceiptWords.named(name, said)[language]
        return a(.class("sq \(mark.classes)"), .href(path), Attribute("title", words), .aria("label", words)) {
            Markup.svg(.aria("hidden", "true")) { drawing(mark.symbol, isRecorded) }
        }
    }

    /// What another unit wrote down for this one is hatched.
    private static func drawing(_ symbol: String, _ isRecorded: Bool) -> HTML {
        group {
            use(.href("#sq-\(symbol)"))
            if isRecorded { use(.href("#sq-recorded")) }
        }
    }

    private static func mark(
        _ state: ReceiptState?, _ purpose: Purpose, _ late: Bool
    ) -> (classes: String, symbol: String) {
        guard purpose == .action else { return ("info", "info") }
        let mark = state?.mark ?? "undelivered"
        // What was conveyed or filed has no drawing of its lateness: it is over.
        guard late, state != .conveyed, state != .filed else { return (mark, mark) }
        return ("\(mark) late", "\(mark)-late")
    }
}
