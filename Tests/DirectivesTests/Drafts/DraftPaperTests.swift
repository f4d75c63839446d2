import Federation
import Foundation
import Testing

@testable import Directives

/// Notices of our own making.
enum ForwardedPapers {
    /// A province's, with its number on it.
    static let province = """
        中原省总工会文件

        中工发〔2020〕12号

        中原省总工会关于做好防汛值守工作的通知

        各市总工会、省各产业工会：

        为做好防汛值守工作，现将有关事项通知如下。

        一、落实值守责任。各级工会要安排专人值守，2月10日前将值班表报送省总工会办公室。

        二、遇有险情随时报告。

        中原省总工会

        2020年2月3日
        """

    /// A national one, which prints its issuer only at its end.
    static let nation = """
        关于组织职工参加防汛的通知

        各省、自治区、直辖市总工会：

        现就组织职工参加防汛通知如下：

        一、统一思想。各级工会要提高认识。

        全国防汛工会联合会

        2020年2月1日
        """

    /// A province's cover around the national one.
    static var stacked: String {
        """
        中原省总工会

        中工发〔2020〕13号

        中原省总工会转发《全国防汛工会联合会关于组织职工参加防汛的通知》的通知

        各市总工会：

        现将《全国防汛工会联合会关于组织职工参加防汛的通知》转发给你们，请认真贯彻落实。

        中原省总工会

        2020年2月3日

        \(nation)
        """
    }

    static func carried(_ text: String) throws -> DraftPaper.Carried {
        DraftPaper.Carried(text: text, reading: try NoticeReader().read(text).get())
    }
}

@Suite struct DraftPaperTests {
    private static let unit = "河阳市总工会"
    private static let signOff = DraftPaper.SignOff(number: "河工发〔2020〕7号", date: "2020-02-04")

    private func content(
        _ carried: [DraftPaper.Carried], clauses: [String] = [], closing: String = "", copies: String = ""
    ) -> DraftContent {
        let readings = carried.map(\.reading)
        return DraftContent(
            title: DraftWording.title(of: readings, by: Self.unit), opening: DraftWording.opening(of: readings),
            clauses: clauses, closing: closing,
            addressees: AddresseesForm(line: "各县（市）区总工会，市总机关各部门", copyLine: copies), carried: [])
    }

    private func paper(_ carried: [DraftPaper.Carried], _ content: DraftContent) -> DraftPaper {
        DraftPaper(content, by: Self.unit, carrying: carried, signOff: Self.signOff)
    }

    // MARK: The genre's words

    @Test func onePaperIsQuotedWithItsNumber() throws {
        let readings = [try ForwardedPapers.carried(ForwardedPapers.province).reading]
        #expect(
            DraftWording.title(of: readings, by: Self.unit) == "河阳市总工会转发《中原省总工会关于做好防汛值守工作的通知》的通知")
        #expect(
            DraftWording.opening(of: readings)
                == "现将《中原省总工会关于做好防汛值守工作的通知》（中工发〔2020〕12号）转发给你们，请认真贯彻落实。")
    }

    @Test func twoPapersAreJoinedAndCarriedOutTogether() throws {
        let readings = try [ForwardedPapers.nation, ForwardedPapers.province].map {
            try ForwardedPapers.carried($0).reading
        }
        #expect(
            DraftWording.title(of: readings, by: Self.unit)
                == "河阳市总工会转发《全国防汛工会联合会关于组织职工参加防汛的通知》、《中原省总工会关于做好防汛值守工作的通知》的通知")
        #expect(DraftWording.opening(of: readings).hasSuffix("转发给你们，请一并认真贯彻落实。"))
    }

    /// The layers between are dropped from the title; what is handed on is named as it is.
    @Test func aStackedForwardQuotesTheInnermost() throws {
        let readings = [try ForwardedPapers.carried(ForwardedPapers.stacked).reading]
        #expect(
            DraftWording.title(of: readings, by: Self.unit)
                == "河阳市总工会转发《全国防汛工会联合会关于组织职工参加防汛的通知》的通知")
        #expect(
            DraftWording.opening(of: readings)
                == "现将《中原省总工会转发〈全国防汛工会联合会关于组织职工参加防汛的通知〉的通知》（中工发〔2020〕13号）转发给你们，请认真贯彻落实。")
    }

    @Test func aTitleWithoutAboutGetsOne() {
        var reading = ReadNotice()
        reading.title = "防汛工作方案"
        #expect(DraftWording.title(of: [reading], by: Self.unit) == "河阳市总工会关于转发《防汛工作方案》的通知")
    }

    /// The mission document's own cover, word for word. Its text stays outside the repository.
    @Test func theMissionsCoverIsWordedAsItWas() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let file = root.deletingLastPathComponent().appending(path: "shared/notices/000.txt")
        guard FileManager.default.fileExists(atPath: file.path) else {
            return print("The mission's cover is not composed: \(file.path) is not there.")
        }
        let text = try String(contentsOf: file, encoding: .utf8)
        let cover = try NoticeReader().read(text).get()
        let carried = cover.forwarded.map(\.notice)
        #expect(DraftWording.title(of: carried, by: cover.issuers[0]) == cover.title)
        #expect(text.contains(DraftWording.opening(of: carried)))
    }

    // MARK: The paper

    @Test(arguments: [
        [ForwardedPapers.province], [ForwardedPapers.nation, ForwardedPapers.province], [ForwardedPapers.stacked],
    ]) func theReaderReadsWhatWasBuilt(_ texts: [String]) throws {
        let carried = try texts.map(ForwardedPapers.carried)
        let paper = paper(
            carried,
            content(carried, clauses: ["一、落实到人。各县（市）区总工会要明确专人负责。", "二、3月1日前报送落实情况。"], closing: "特此通知。"))
        let read = try NoticeReader().read(paper.text).get()
        let built = paper.reading
        #expect(read.title == built.title)
        #expect(read.number == built.number && read.number == "河工发〔2020〕7号")
        #expect(read.date == "2020-02-04" && built.date == read.date)
        #expect(read.issuers == [Self.unit] && built.issuers == read.issuers)
        #expect(read.signature == built.signature)
        #expect(read.addressees == built.addressees)
        #expect(
            read.clauses.map(\.numeral) == ["一、", "二、"] && built.clauses.map(\.ranges) == read.clauses.map(\.ranges))
        #expect(read.forwarded.map(\.notice.title) == built.forwarded.map(\.notice.title))
        #expect(built.forwarded.map(\.relation) == carried.map { _ in .forward })
        #expect(built.unsure.isEmpty)
    }

    @Test func everyFieldPointsAtItsWords() throws {
        let carried = try [ForwardedPapers.nation, ForwardedPapers.province].map(ForwardedPapers.carried)
        let paper = paper(carried, content(carried, copies: "市委办公室"))
        func words(_ field: String, _ reading: ReadNotice) throws -> String {
            paper.text.scalars(try #require(reading.fields[field]?.ranges.first))
        }
        for (field, value) in [
            ("title", paper.reading.title), ("number", "河工发〔2020〕7号"), ("issuers", Self.unit),
            ("signature", Self.unit), ("date", "2020年2月4日"), ("addressees", "各县（市）区总工会，市总机关各部门"),
            ("cc", "市委办公室"), ("kind", "通知"),
        ] {
            #expect(try words(field, paper.reading) == value, "\(field)")
        }
        for (inner, carried) in zip(paper.reading.forwarded.map(\.notice), carried) {
            #expect(try words("title", inner) == carried.reading.title)
            let extent = try #require(inner.extent)
            let whole = try #require(carried.reading.extent)
            #expect(paper.text.scalars(extent).hasSuffix(carried.text.scalars(whole)), "carried whole")
            for clause in inner.clauses {
                #expect(paper.text.scalars(try #require(clause.ranges.first)).hasPrefix(clause.numeral))
            }
        }
        #expect(paper.text.contains("\n" + ForwardedPapers.nation + "\n"), "it begins on a line of its own")
    }

    @Test func aDraftHasNeitherNumberNorDate() throws {
        let carried = [try ForwardedPapers.carried(ForwardedPapers.province)]
        let draft = DraftPaper(content(carried), by: Self.unit, carrying: carried)
        #expect(draft.reading.number == nil && draft.reading.date == nil)
        #expect(!draft.text.contains("2020年2月4日") && draft.reading.title == content(carried).title)
    }

    /// 2月10日前 was ahead when it was written, and is over for a cover of the eleventh.
    @Test func whatPassedOnTheWayIsMarked() throws {
        let carried = [try ForwardedPapers.carried(ForwardedPapers.province)]
        #expect(carried[0].reading.dates.map(\.passed) == [false])
        func passed(_ day: String) -> [Bool] {
            let late = DraftPaper.SignOff(number: nil, date: day)
            return DraftPaper(content(carried), by: Self.unit, carrying: carried, signOff: late)
                .reading.forwarded[0].notice.dates.map(\.passed)
        }
        #expect(passed("2020-02-04") == [false])
        #expect(passed("2020-02-11") == [true])
    }
}

@Suite struct DraftDifferenceTests {
    @Test func linesAreSameRemovedOrAdded() {
        let difference = DraftDifference(from: ["甲", "乙", "丙"], to: ["甲", "丁", "丙", "戊"])
        #expect(difference.lines == [.same("甲"), .removed("乙"), .added("丁"), .same("丙"), .added("戊")])
        #expect(!difference.isEmpty)
    }

    @Test func whatIsTheSameDiffersInNothing() {
        #expect(DraftDifference(from: ["甲"], to: ["甲"]).isEmpty)
        #expect(DraftDifference(from: [], to: []).lines.isEmpty)
        #expect(DraftDifference(from: ["甲"], to: []).lines == [.removed("甲")])
    }

    /// Whatever two texts are compared, the lines give both again.
    @Test func bothTextsCanBeReadOutOfIt() {
        var dice = SplitMix(7)
        for _ in 0..<200 {
            let texts = (0..<2).map { _ in (0..<dice.below(12)).map { _ in "\(dice.below(5))" } }
            let lines = DraftDifference(from: texts[0], to: texts[1]).lines
            let old = lines.compactMap { line -> String? in
                switch line {
                case .same(let text), .removed(let text): text
                case .added: nil
                }
            }
            let new = lines.compactMap { line -> String? in
                switch line {
                case .same(let text), .added(let text): text
                case .removed: nil
                }
            }
            #expect(old == texts[0] && new == texts[1])
        }
    }
}

/// Numbers that are the same in every run.
private struct SplitMix {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func below(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((bits ^ (bits >> 31)) % UInt64(bound))
    }
}
