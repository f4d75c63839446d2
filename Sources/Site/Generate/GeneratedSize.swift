/// How many units of each sort an invented federation has, under the real nation and its provinces.
package struct GeneratedSize: Sendable, Hashable {
    /// Unions at workplaces.
    package var workplaces: Int
    package var cities: Int
    package var counties: Int
    package var townships: Int
    /// Industrial unions of each province.
    package var trades: Int

    /// In 2020 there were 2,476,000 unions at workplaces, and some 100,000 units between them and the provinces.
    package static let whole = GeneratedSize(workplaces: 2_476_000)

    /// In the proportions of the whole country at any size, so that a county of a small federation is like one of a large:
    /// a small one has fewer cities than provinces.
    /// - Parameter workplaces: at least one.
    package init(workplaces: Int) {
        let count = max(1, workplaces)
        self.workplaces = count
        let between = count * 100_000 / 2_476_000
        trades = between > 4_000 ? 10 : 1
        cities = max(1, between * 34 / 10_000)
        counties = max(cities, between * 290 / 10_000)
        townships = between * 9_644 / 10_000
    }

    /// All that is generated, the nation and the provinces not counted.
    package var units: Int { workplaces + townships + counties + cities + 32 * trades }
}
