import Federation
import Markup

/// The federation as squares, one for each unit, and one notice's way through it in ink.
struct FederationDrawing {
    private static let column = 261
    private static let (square, step) = (14, 17)
    private static let (small, smallStep, perRow) = (8, 10, 60)
    private static let top = 268

    let counts: FederationCounts
    let language: Language

    private var rows: Int { (counts.grassroots + Self.perRow - 1) / Self.perRow }
    /// The row and column where the chain begins, low on the left.
    private var chainRow: Int { rows * 3 / 4 }
    private var chainColumn: Int { 5 }
    /// The chain's places among the grassroots, as far as there are so many.
    private var chain: Range<Int> {
        let start = min(chainRow * Self.perRow + chainColumn, counts.grassroots)
        return start..<min(start + counts.chain, counts.grassroots)
    }

    var html: HTML {
        svg(
            Attribute("viewBox", "0 0 600 \(Self.top + rows * Self.smallStep + 2)"), Attribute("role", "img"),
            .aria("labelledby", "fed-title")
        ) {
            title(.id("fed-title")) { SignInWords.drawing(counts)[language] }
            // Where the way passes on each level: a place within it, so that each level hangs askew as in life.
            level(counts.provinces, at: counts.provinces / 2, y: 74)
            level(counts.cities, at: counts.cities * 2 / 5, y: 138)
            level(counts.counties, at: counts.counties * 4 / 5, y: 202)
            path(.class("f-path"), Attribute("d", "M\(Self.column - 11) 0h22v22h-22z"))
            path(.class("f-unit"), Attribute("d", grassroots { !chain.contains($0) }))
            path(.class("f-path"), Attribute("d", grassroots(chain.contains)))
            path(.class("f-line"), Attribute("d", line))
        }
    }

    private var line: String {
        let x = chainColumn * Self.smallStep + Self.small / 2
        let y = Self.top + chainRow * Self.smallStep + Self.small / 2
        return "M\(Self.column) 22V\(Self.top - 30)H\(x)V\(y)"
    }

    private func level(_ count: Int, at place: Int, y: Int) -> HTML {
        let own = Self.column - Self.square / 2
        let others = (0..<count).filter { $0 != place }.map { own + ($0 - place) * Self.step }
        return group {
            path(.class("f-unit"), Attribute("d", Self.squares(others.map { ($0, y) }, side: Self.square)))
            path(.class("f-path"), Attribute("d", Self.squares([(own, y)], side: Self.square)))
        }
    }

    private func grassroots(_ isShown: (Int) -> Bool) -> String {
        let places = (0..<counts.grassroots).filter(isShown).map { number in
            (number % Self.perRow * Self.smallStep, Self.top + number / Self.perRow * Self.smallStep)
        }
        return Self.squares(places, side: Self.small)
    }

    /// Squares as one path, each placed from the one before: that is shorter than naming where they stand.
    private static func squares(_ places: [(x: Int, y: Int)], side: Int) -> String {
        var text = ""
        var last = (x: 0, y: 0)
        for place in places {
            text += "m\(place.x - last.x) \(place.y - last.y)h\(side)v\(side)h-\(side)z"
            last = place
        }
        return text
    }
}
