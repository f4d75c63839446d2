import Directives
import Federation
import MusterTesting
import Testing

/// Reports by period: late is not missing, zero is neither, and nobody counts who was not there.
@Suite struct ReportPeriodTests {
    private func day(_ iso: String) -> CivilDay { CivilDay(iso)! }

    @Test func periodsFollowEachOtherWithoutGapOrOverlap() {
        for rhythm in ReportRhythm.allCases {
            var next = day("2019-12-28")
            for _ in 0..<120 {
                let period = rhythm.period(of: next)
                #expect(period.contains(next) && rhythm.period(of: period.upperBound) == period)
                #expect(rhythm.period(of: period.lowerBound) == period)
                next = period.upperBound.adding(days: 1)
                #expect(rhythm.period(of: next).lowerBound == next, "\(rhythm) \(next)")
            }
        }
        #expect(ReportRhythm.weekly.period(of: day("2020-02-05")) == day("2020-02-03")...day("2020-02-09"))
        #expect(ReportRhythm.monthly.period(of: day("2020-02-05")) == day("2020-02-01")...day("2020-02-29"))
    }

    @Test func aRhythmIsOnlyWhatTheWordsName() {
        #expect(ReportRhythm(words: "每日17时前报省总工会办公室") == .daily)
        #expect(ReportRhythm(words: "实行零报告制度") == .daily)
        #expect(ReportRhythm(words: "每周五报送") == .weekly)
        #expect(ReportRhythm(words: "请及时报告省总工会办公室") == nil)
    }

    @Test func lateMissingAndZeroAreThreeThings() {
        let period = day("2020-02-10")...day("2020-02-10")
        let there = [ReportMembership(unit: UnitID(1), from: day("2019-01-01"), until: nil)]
        func cell(_ sent: [(on: CivilDay, isZero: Bool)], today: String = "2020-02-12") -> ReportCell {
            ReportRules.cell(period, there, reachedOn: day("2020-02-05"), sent: sent, today: day(today))
        }
        #expect(cell([]) == .missing)
        #expect(cell([], today: "2020-02-10") == .waiting)
        #expect(cell([(day("2020-02-10"), false)]) == .inTime(isZero: false))
        #expect(cell([(day("2020-02-10"), true)]) == .inTime(isZero: true))
        #expect(cell([(day("2020-02-12"), false)]) == .late(isZero: false))
        #expect(cell([(day("2020-02-12"), false), (day("2020-02-10"), true)]) == .inTime(isZero: true))
    }

    @Test func whoeverCameLaterOrWasClosedIsNotExpected() {
        let period = day("2020-02-10")...day("2020-02-16")
        func cell(from: String, until: String?, reached: String? = "2020-02-05") -> ReportCell {
            ReportRules.cell(
                period, [ReportMembership(unit: UnitID(1), from: day(from), until: until.map(day))],
                reachedOn: reached.map(day), sent: [], today: day("2020-03-01"))
        }
        #expect(cell(from: "2020-02-17", until: nil) == .notExpected, "founded after it")
        #expect(cell(from: "2019-01-01", until: "2020-02-12") == .notExpected, "closed or moved away within it")
        #expect(cell(from: "2020-02-12", until: nil) == .missing, "moved here within it")
        #expect(cell(from: "2019-01-01", until: nil, reached: nil) == .notExpected, "the notice never came")
        #expect(cell(from: "2019-01-01", until: nil, reached: "2020-02-20") == .notExpected, "the notice came later")
    }

    /// Two units under one parent after the other: a report is expected by exactly one of them.
    @Test(arguments: [3, 20_200_210] as [UInt64]) func aUnitThatMovesIsExpectedOnce(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let start = day("2020-01-01")
        for _ in 0..<300 {
            let moves = Int.random(in: 0...40, using: &random)
            let here = ReportMembership(unit: UnitID(1), from: start, until: start.adding(days: moves))
            let there = ReportMembership(unit: UnitID(1), from: start.adding(days: moves), until: nil)
            let rhythm = ReportRhythm.allCases.randomElement(using: &random) ?? .daily
            let period = rhythm.period(of: start.adding(days: Int.random(in: 0...60, using: &random)))
            let today = start.adding(days: 120)
            let cells = [here, there].map {
                ReportRules.cell(period, [$0], reachedOn: start, sent: [], today: today)
            }
            #expect(cells.count { $0 == .missing } == (period.upperBound < start ? 0 : 1))
        }
    }

    @Test(arguments: [8, 20_200_213] as [UInt64]) func sharesNeverPassTheWhole(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let all: [ReportCell] = [
            .notExpected, .waiting, .missing, .inTime(isZero: true), .inTime(isZero: false), .late(isZero: false),
            .late(isZero: true),
        ]
        for _ in 0..<300 {
            let cells = (0..<Int.random(in: 0...30, using: &random)).compactMap { _ in
                all.randomElement(using: &random)
            }
            let sum = ReportCompleteness(cells)
            #expect(sum.isIn + sum.missing + sum.waiting == sum.expected)
            #expect(sum.expected == cells.count { $0 != .notExpected } && sum.zero <= sum.isIn)
        }
    }
}

extension ReportPeriodTests {
    @Test func anOutlineFromAboveIsFilled() {
        let figures = ReportFigures(
            reached: .init(6, of: 9), signed: .init(5, of: 6), passedOn: .init(2, of: 5), settled: .init(1, of: 8),
            late: 1)
        let filled = ReportRules.filled("一、传达\n共 【单位】 个，签收 【签收】 个\n\n二、困难", figures)
        #expect(filled == "一、传达\n\n共 9 个，签收 5 个\n\n二、困难\n")
    }

    @Test func anOfficeIsWhatStandsBehindTheUnitsName() {
        let province = Unit(
            id: UnitID(1), code: "410000", name: "河南省总工会", shortNames: ["省总"], kind: .federation, level: .province,
            path: TreePath("01"))
        #expect(ReportRules.office(in: "省总工会办公室", of: province) == "办公室")
        #expect(ReportRules.office(in: "河南省总工会宣教部", of: province) == "宣教部")
        #expect(ReportRules.office(in: "省总工会", of: province) == nil)
        #expect(ReportRules.office(in: "全国总工会办公厅", of: province) == nil)
    }
}
