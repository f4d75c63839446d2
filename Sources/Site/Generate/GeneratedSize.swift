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

    /// In the proportions of the whole country.
    /// - Parameter workplaces: at least one.
    package init(workplaces: Int) {
        let count = max(1, workplaces)
        self.workplaces = count
        let between = max(count * 100_000 / 2_476_000, 40)
        trades = between > 4_000 ? 10 : 1
        cities = max(32, between * 34 / 10_000)
        counties = max(cities, between * 290 / 10_000)
        townships = max(0, between - cities - counties - 32 * trades)
        // Where every province has its city and every city its county, a small federation's counties are too small to be
        // compared with those of a large one. Its first county is as large as any.
        let share = min(1, Double(count) / 4 / Double(Self.countyWorkplaces))
        if count / counties < Self.countyWorkplaces / 2 {
            firstCounty = Int(Double(Self.countyWorkplaces) * share)
            firstCountyTownships = min(townships, Int(Double(Self.countyTownships) * share))
        }
    }

    /// Workplaces laid in the first county before any other is given some; none where each gets its share.
    package private(set) var firstCounty = 0
    package private(set) var firstCountyTownships = 0

    /// What a county of the whole country has.
    private static let countyWorkplaces = 790
    private static let countyTownships = 33

    /// All that is generated, the nation and the provinces not counted.
    package var units: Int { workplaces + townships + counties + cities + 32 * trades }
}
