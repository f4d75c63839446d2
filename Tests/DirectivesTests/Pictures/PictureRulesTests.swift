import Directives
import Federation
import Testing

/// What a picture may say: never more than all, never none where there is one, late apart from missing.
@Suite struct PictureRulesTests {
    @Test(
        arguments: [
            (0, 0, nil), (0, 10, 0), (1, 1_000, 1), (999, 1_000, 99), (1_000, 1_000, 100), (1_200, 1_000, 100),
            (5, 10, 50),
        ] as [(Int, Int, Int?)])
    func aPercentageIsHonest(_ part: Int, _ whole: Int, _ percent: Int?) {
        #expect(PictureRules.percent(part, of: whole) == percent)
    }

    @Test func theMedianIsOfThoseThatSigned() {
        var figures = PictureFigures()
        #expect(figures.medianHours == nil, "nobody is not zero hours")
        figures.hours = [0: 1, 5: 1, 90: 1]
        #expect(figures.medianHours == 5)
        figures.hours = [2: 2, 40: 2]
        #expect(figures.medianHours == 2)
    }

    @Test func lateIsNotMissingAndMissingIsNotZero() {
        var figures = PictureFigures()
        (figures.units, figures.reached, figures.signed, figures.late) = (100, 60, 30, 10)
        #expect(figures.waiting == 20 && figures.unreached == 40)
        #expect(PictureRules.isMarked(figures))
        figures.late = 6
        #expect(!PictureRules.isMarked(figures), "a tenth is not more than a tenth")
        let twice = figures + figures
        #expect(twice.units == 200 && twice.late == 12 && twice.waiting == figures.waiting * 2)
    }

    @Test func everyDayBetweenIsThere() throws {
        var figures = PictureFigures()
        let today = try #require(CivilDay("2020-02-08"))
        #expect(PictureRules.days(figures, through: today, max: 14).isEmpty)
        figures.days = [try #require(CivilDay("2020-02-05")): 3, try #require(CivilDay("2020-02-07")): 1]
        let days = PictureRules.days(figures, through: today, max: 14)
        #expect(days.map(\.description) == ["2020-02-05", "2020-02-06", "2020-02-07", "2020-02-08"])
        #expect(PictureRules.days(figures, through: today, max: 2).count == 2)
    }

    @Test func noTwoTilesLieOnEachOther() {
        for grid in [TileGrid.china, TileGrid.henan] {
            let places = grid.places.map { "\($0.column),\($0.row)" }
            #expect(Set(places).count == places.count)
            #expect(Set(grid.places.map(\.name)).count == places.count)
            #expect(grid.places.allSatisfy { $0.column >= 1 && $0.row >= 1 })
        }
        #expect(TileGrid.china.places.count == 35 && TileGrid.henan.places.count == 18)
    }
}
