import Federation
import Markup
import Testing

@testable import Directives

@Suite struct RelayLineDrawingTests {
    private func drawing(_ line: RelayLine, _ language: Language = .chinese) -> String {
        RelayLineDrawing.section(line, in: language).text
    }

    @Test func aDayIsHatchedAndAWaitIsCounted() {
        let html = drawing(PageModels.relay())
        #expect(PageChecks.count("class=\"r-hatch\"", in: html) == 2)
        #expect(html.contains("停留 5 天") && html.contains("停留 2 天"))
        #expect(html.contains("1月30日签发，只知日期"))
        #expect(html.contains("现在 09:42"))
        #expect(drawing(PageModels.relay(), .english).contains("lay 5 days"))
    }

    @Test func everySignatureIsATick() {
        var line = PageModels.relay()
        line.levels = [line.levels[3]]
        let html = drawing(line)
        #expect((60...66).contains(PageChecks.count("class=\"r-tick\"", in: html)))
        #expect(PageChecks.count("class=\"r-median\"", in: html) == 1)
        #expect(html.contains("签收中位"))
    }

    @Test func manySignaturesAreBins() {
        var line = PageModels.relay()
        line.levels[3].signatures = (0..<100_000).map { PageModels.moment(4, 17).adding(seconds: Int64($0 % 60_000)) }
        #expect(drawing(line).utf8.count < 60_000)
    }

    @Test func aCrowdedEndHasItsOwnAxis() {
        #expect(!drawing(PageModels.relay()).contains("送出以后"))
        var line = PageModels.relay()
        line.levels[0].issued = .day("2020-01-06")
        #expect(drawing(line).contains("送出以后"))
        for place in line.levels.indices { line.levels[place].sentAt = line.levels[place].sentAt?.adding(days: -1) }
        #expect(drawing(line).contains("最近 24 小时"))
    }

    @Test func yearsInWhichNothingHappenedAreLeftOut() throws {
        #expect(RelayAxis(PageModels.relay())?.gap == nil)
        var line = PageModels.relay()
        line.levels[0].issued = .day("2014-01-30")
        let gap = try #require(RelayAxis(line)?.gap)
        #expect((2_180...2_200).contains(gap.days))
        let html = drawing(line)
        #expect(html.contains("中间略去 5 年 11 个月") || html.contains("中间略去 6 年"))
        #expect(html.contains("2014年1月30日签发，只知日期"), "another year is said")
        #expect(html.contains(">2014年1月30日<") && html.contains(">2020年"), "each side of the break says its year")
        #expect(PageChecks.count("class=\"r-break\"", in: html) == 2, "two strokes, where a wait crosses the break")
    }

    @Test func aBreakKeepsTheOrderOfTime() throws {
        var line = PageModels.relay()
        line.levels[0].issued = .day("2014-01-30")
        let axis = try #require(RelayAxis(line))
        let places = (0..<80).map { axis.place(line.now.adding(days: -30 * (79 - $0))) }
        #expect(places == places.sorted() && places.allSatisfy { (80...9_720).contains($0) })
    }

    @Test func nowIsNowOnAShortAxis() {
        let axis = RelayAxis(start: PageModels.now.adding(seconds: -60), end: PageModels.now)
        #expect(axis.end == PageModels.now && axis.seconds == 600)
    }

    @Test func marksAreFew() {
        for (hours, most) in [(1, 8), (5, 8), (30, 8), (100, 8), (24 * 400, 8)] {
            let axis = RelayAxis(
                start: PageModels.now.adding(seconds: Int64(-hours * 3_600)), end: PageModels.now)
            #expect((1...most + 1).contains(axis.marks.count), "\(hours) hours")
            #expect(axis.marks.allSatisfy { (80...9_720).contains($0.place) })
        }
    }

    @Test func anEmptyLineIsNotDrawn() {
        #expect(drawing(RelayLine(levels: [], now: PageModels.now)) == "")
    }
}
