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
        #expect(!drawing(PageModels.relay()).contains("最近 24 小时"))
        var line = PageModels.relay()
        line.levels[0].issued = .day("2019-10-01")
        #expect(drawing(line).contains("最近 24 小时"))
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
