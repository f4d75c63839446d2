import Directives
import Foundation
import Testing

/// An invented notice of a provincial federation around the clauses of a test.
private func obligations(
    _ clauses: String, issuer: String = "中原省总工会", to line: String = "各省辖市总工会，省总工会机关各部门、各直属单位",
    sourceLocation: SourceLocation = #_sourceLocation
) throws -> [ObligationProposal] {
    let text = """
        \(issuer)关于做好防汛救灾工作的通知

        \(line)：

        入汛以来，各级工会迅速行动。为做好防汛救灾工作，现将有关事项通知如下。

        \(clauses)

        \(issuer)

        2024年7月1日
        """
    return try #require(try? NoticeReader().read(text).get(), sourceLocation: sourceLocation).obligations
}

@Suite struct ReaderObligationTests {
    @Test func whatIsAskedIsQuotedWithItsClauseAndItsSubject() throws {
        let found = try obligations("一、落实责任。各级工会要设立救灾专项资金。")
        #expect(found.map(\.quote) == ["各级工会要设立救灾专项资金"])
        #expect(found.first?.clause == "一、")
        #expect(found.first?.role == .lead)
        #expect(found.first?.sort == .duty)
        #expect(found.first?.bound.kinds == [.federation, .industrialUnion, .grassrootsUnion])
        #expect(found.first?.bound.levels == [.province, .city, .county, .township, .workplace])
    }

    @Test func recitalsHeadingsPraiseAndReportedSpeechAskNothing() throws {
        let found = try obligations(
            """
            一、加强组织领导，把各项工作落到实处
            入汛以来，各级工会取得了明显成效。省领导作出重要批示，要求各地加强值班。防汛就是责任。
            二、抓好落实。汛期延长到8月2日。
            """)
        #expect(found.isEmpty)
    }

    @Test func aHeadingThatIsItsWholeClauseAsks() throws {
        let found = try obligations("一、各级工会要开通救助热线。\n二、各级工会要建立救灾台账。")
        #expect(found.map(\.clause) == ["一、", "二、"])
    }

    @Test func helpingSupervisingMobilisingPublishingAndReportingAreToldApart() throws {
        let found = try obligations(
            """
            一、各司其职
            企业工会要协助行政制定避险预案；督促职工佩戴救生衣；引导职工服从调度；广泛宣传避险知识；发现险情要立即报告。
            """)
        #expect(found.map(\.role) == [.assist, .supervise, .mobilise, .publish, .report])
        #expect(found.allSatisfy { $0.bound.kinds == [.grassrootsUnion] && $0.bound.levels == [.workplace] })
        #expect(found.last?.condition == "发现险情")
    }

    @Test func studyMobilisationAndSlogansAreGuidance() throws {
        let found = try obligations(
            """
            一、统一思想
            各级工会要认真学习防汛工作要求。各级工会领导干部要坚守岗位、靠前指挥。各级工会要动员职工守望相助。
            """)
        #expect(found.map(\.role) == [.study, .lead, .mobilise])
        #expect(found.allSatisfy { $0.sort == .guidance })
        #expect(found[1].bound.kinds == [.leader])
    }

    @Test func theSubjectHoldsUntilTheNextAndPersonsOnlyForTheirSentence() throws {
        let found = try obligations(
            """
            一、救灾帮扶
            县级以上地方总工会要成立救灾领导小组。设立专项资金。广大党员要冲锋在前。建立救灾台账。
            """)
        #expect(found.map(\.bound.kinds) == [[.federation], [.federation], [.member], [.federation]])
        #expect(found.first?.bound.levels == [.province, .city, .county])
    }

    @Test func aConditionIsKeptAndDoesNotReachTheNextSentence() throws {
        let found = try obligations(
            """
            一、心理援助
            各级工会要慰问受灾职工。有条件的城市工会开通心理援助专线。对于遇到重大困难的职工，要及时纳入帮扶范围。
            """)
        #expect(found.map(\.condition) == [nil, "有条件的城市工会", "遇到重大困难的职工"])
        #expect(found.map(\.bound.levels.count) == [5, 1, 5])
    }

    @Test func oneSentenceMayAskSeveralThings() throws {
        let found = try obligations(
            "一、抓实\n各级工会要配合督促企业落实安全措施，设立专项资金，及时开展慰问活动，确保职工队伍稳定。")
        #expect(found.map(\.role) == [.supervise, .lead, .lead])
        #expect(found.last?.quote == "及时开展慰问活动，确保职工队伍稳定")
    }

    @Test func aListOfStandingArrangementsIsOneDutyEach() throws {
        let found = try obligations("一、值守\n各级工会领导干部要执行领导包片责任制、轮流值守重点堤段、汛期领导带班制度。")
        #expect(found.map(\.quote) == ["各级工会领导干部要执行领导包片责任制", "轮流值守重点堤段", "汛期领导带班制度"])
        #expect(found.allSatisfy { $0.bound.kinds == [.leader] && $0.sort == .duty })
    }

    @Test func pleaseSpeaksToTheAddressees() throws {
        let found = try obligations("一、落实。各级工会要设立专项资金。\n工作情况请及时报告省总工会办公室。")
        let report = try #require(found.last)
        #expect(report.role == .report)
        #expect(report.bound.kinds == [.federation, .department, .institution])
        #expect(report.bound.levels == [.province, .city])
    }

    @Test func namedUnitsAreBoundWithTheirLeadersAndOwnOrgansAtTheirOwnLevel() throws {
        let found = try obligations("一、责任\n省总工会机关各部门、各直属单位主要负责同志要切实负起责任。")
        #expect(found.first?.bound.kinds == [.department, .institution, .leader])
        #expect(found.first?.bound.levels == [.province])
    }

    @Test func whatIsAllowedOrPromisedByTheIssuerIsNotAsked() throws {
        let found = try obligations(
            "一、保障\n各级工会可简化审批手续。我会将适时开展督查。各地党委已经制定救灾方案。", issuer: "中原省总工会")
        #expect(found.isEmpty)
    }

    @Test func aNoticeOfAnotherBodyBindsNoUnion() throws {
        let found = try obligations(
            "一、检修\n各电力企业要开展线路巡查，严禁带病运行。", issuer: "中原省能源局", to: "各市能源局，各电力企业")
        #expect(!found.isEmpty)
        #expect(found.allSatisfy { $0.bound.kinds.isEmpty })
    }

    @Test func aReportToAHigherBodyAsksNothingOfAnybody() throws {
        let text = """
            中原省总工会关于报送防汛工作情况的报告

            中华全国总工会：

            按照要求，各级工会要求职工做好防护，现予以上报。特此报告。

            中原省总工会

            2024年7月1日
            """
        let found = try #require(try? NoticeReader().read(text).get()).obligations
        #expect(found.isEmpty)
    }

    @Test func storedReadingsComeBackWithTheirProposalsAndOldOnesWithNone() throws {
        let found = try obligations("一、资金。各级工会要设立专项资金。")
        let json = try JSONEncoder().encode(found)
        let again = try JSONDecoder().decode([ObligationProposal].self, from: json)
        #expect(again == found)
        #expect(String(decoding: json, as: UTF8.self).contains("\"condition\":null"))
    }
}

// MARK: Real papers

@Suite struct ReaderObligationPaperTests {
    private static let shared = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/notices")

    private static func papers() -> [(name: String, text: String)] {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: shared.path)) ?? []
        if files.isEmpty { print("skipped: \(shared.path) is not there") }
        return files.sorted().filter { $0.hasSuffix(".txt") }.compactMap { name in
            (try? String(contentsOf: shared.appending(path: name), encoding: .utf8)).map { (name, $0) }
        }
    }

    private static func all(_ notice: ReadNotice) -> [ObligationProposal] {
        notice.obligations + notice.forwarded.flatMap { all($0.notice) }
    }

    @Test func everyQuoteIsTheTextOfItsRangesWithinOneSentenceAndNoneOverlap() throws {
        for (name, text) in Self.papers() {
            guard let notice = try? NoticeReader().read(text).get() else { continue }
            let scalars = Array(text.unicodeScalars)
            var end = 0
            for proposal in Self.all(notice).sorted(by: { $0.ranges[0].start < $1.ranges[0].start }) {
                #expect(proposal.quote.unicodeScalars.count <= 120, "\(name)")
                var words: [String] = []
                for range in proposal.ranges {
                    #expect(range.start >= end && range.start < range.end && range.end <= scalars.count, "\(name)")
                    end = range.end
                    let stretch = scalars[range.start..<range.end].filter { !$0.properties.isWhitespace }
                    #expect(!stretch.contains { "。！？；".unicodeScalars.contains($0) }, "\(name): \(proposal.quote)")
                    words.append(String(String.UnicodeScalarView(stretch)))
                }
                let quote = String(
                    String.UnicodeScalarView(proposal.quote.unicodeScalars.filter { !$0.properties.isWhitespace }))
                #expect(quote == words.joined(separator: "…"), "\(name)")
            }
        }
    }

    private struct Key: Decodable {
        struct Row: Decodable {
            struct Bound: Decodable {
                var kinds: [String]
                var levels: [String]
            }
            var id: String
            var phrases: [String]
            var role: String
            var bound: Bound
            var sort: String
        }
        var rows: [Row]
        var negatives: [String]
    }

    private static func plain(_ text: String) -> String {
        let marks = CharacterSet(charactersIn: " \n：:。，,；;、《》“”\"'（）()…").union(.whitespacesAndNewlines)
        return String(String.UnicodeScalarView(text.unicodeScalars.filter { !marks.contains($0) }))
    }

    /// Rows found by proposals of their own, few idle ones, nothing that only looks like a duty.
    @Test func theMissionDocumentIsReadToItsBars() throws {
        let file = Self.shared.appending(path: "000.obligations.json")
        guard let data = try? Data(contentsOf: file),
            let text = try? String(contentsOf: Self.shared.appending(path: "000.txt"), encoding: .utf8)
        else { return print("skipped: \(file.path) is not there") }
        let key = try JSONDecoder().decode(Key.self, from: data)
        let rows = key.rows.filter { "NH".contains($0.id.prefix(1)) && !$0.bound.kinds.isEmpty }
        let found = Self.all(try #require(try? NoticeReader().read(text).get()))
        let quotes = found.map { Self.plain($0.quote) }
        let answers = rows.map { row in
            quotes.indices.filter { place in row.phrases.contains { quotes[place].contains(Self.plain($0)) } }
        }
        let pairs = Self.matching(answers)
        #expect(pairs.count * 10 >= rows.count * 9)
        #expect((40...120).contains(found.count))
        #expect(quotes.indices.filter { place in !answers.contains { $0.contains(place) } }.count * 5 <= found.count)
        for negative in key.negatives { #expect(!quotes.contains { $0.contains(Self.plain(negative)) }) }
        let roles = pairs.filter { rows[$0.row].role == found[$0.proposal].role.rawValue }
        let sorts = pairs.filter { rows[$0.row].sort == found[$0.proposal].sort.rawValue }
        let bounds = pairs.filter { pair in
            let kinds = Set(found[pair.proposal].bound.kinds.map(\.rawValue))
            let want = Set(rows[pair.row].bound.kinds)
            return !kinds.isDisjoint(with: want) && kinds.symmetricDifference(want).count <= 1
        }
        #expect(roles.count * 10 >= pairs.count * 8)
        #expect(sorts.count * 10 >= pairs.count * 8)
        #expect(bounds.count * 10 >= pairs.count * 7)
    }

    /// As many rows as possible, each with a proposal of its own.
    private static func matching(_ answers: [[Int]]) -> [(row: Int, proposal: Int)] {
        var owner: [Int: Int] = [:]
        func place(_ row: Int, _ seen: inout Set<Int>) -> Bool {
            for proposal in answers[row] where seen.insert(proposal).inserted {
                let isFree = owner[proposal].map { place($0, &seen) } ?? true
                if isFree {
                    owner[proposal] = row
                    return true
                }
            }
            return false
        }
        for row in answers.indices {
            var seen: Set<Int> = []
            _ = place(row, &seen)
        }
        return owner.map { (row: $0.value, proposal: $0.key) }
    }
}
