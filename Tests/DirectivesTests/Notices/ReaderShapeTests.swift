import Directives
import Foundation
import Testing

/// The keys of `muster read --json`, which others build on.
@Suite struct ReaderShapeTests {
    private static let keys: Set = [
        "title", "kind", "number", "grade", "medium", "telegram", "issuers", "signature", "date", "printedDate",
        "addressees", "clauses", "attachments", "cc", "note", "reports", "dates", "cites", "obligations", "forwarded",
        "fields", "unsure",
    ]

    private func object(_ text: String) throws -> [String: Any] {
        let notice = try NoticeReader().read(text).get()
        return try #require(try JSONSerialization.jsonObject(with: Data(try notice.json().utf8)) as? [String: Any])
    }

    private func flood() throws -> String {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return try String(
            contentsOf: root.appending(path: "Sources/Directives/Samples/flood-cover.txt"), encoding: .utf8)
    }

    @Test func exactlyTheseKeysArePrinted() throws {
        let cover = try object(try flood())
        #expect(Set(cover.keys) == Self.keys)
        let inner = try #require((cover["forwarded"] as? [[String: Any]])?.first)
        #expect(Set(inner.keys) == Self.keys.union(["relation"]))
        #expect(inner["relation"] as? String == "转发")
        #expect(
            Set(try #require(inner["telegram"] as? [String: Any]).keys) == [
                "mark", "sender", "signOff", "machineNumber",
            ])
        #expect(Set(try #require(cover["addressees"] as? [String: Any]).keys) == ["line", "phrases"])

        func first(_ key: String) throws -> [String: Any] {
            try #require((inner[key] as? [[String: Any]])?.first ?? (cover[key] as? [[String: Any]])?.first)
        }
        #expect(Set(try first("clauses").keys) == ["numeral", "heading", "level", "ranges", "clauses"])
        #expect(Set(try first("reports").keys) == ["quote", "ranges", "to", "by", "cadence"])
        #expect(Set(try first("dates").keys) == ["text", "ranges", "date", "passed"])
        #expect(
            Set(try first("obligations").keys) == [
                "quote", "ranges", "clause", "role", "bound", "condition", "sort",
            ])
        let field = try #require((cover["fields"] as? [String: [String: Any]])?["title"])
        #expect(Set(field.keys) == ["ranges", "how"])
        #expect(field["how"] as? String == "printed")
        #expect((field["ranges"] as? [[Int]])?.allSatisfy { $0.count == 2 && $0[0] < $0[1] } == true)
    }

    @Test func whatIsNotPrintedIsNull() throws {
        let notice = try object("河阳市总工会关于防汛的通知\n各县总工会：\n请安排值班。\n河阳市总工会\n2026年7月20日\n")
        for key in ["number", "grade", "telegram", "printedDate", "cc", "note"] {
            #expect(notice[key] is NSNull, "\(key)")
        }
        #expect((notice["clauses"] as? [Any])?.isEmpty == true)
        #expect((notice["unsure"] as? [Any])?.isEmpty == true)
    }
}

/// One rule of the genre each.
@Suite struct ReaderGenreTests {
    private func read(_ text: String) throws -> ReadNotice { try NoticeReader().read(text).get() }
    private let end = "\n河阳市总工会\n2026年7月20日\n"

    @Test func worksAreCitedByTitleAndNumber() throws {
        let text = """
            河阳市总工会关于防汛的通知
            各县总工会：
            根据《中原省总工会关于防汛的通知》（中工发〔2026〕8号，以下简称《通知》）和《防洪法》，按照中工电〔2026〕2号文件要求安排值班，落实《通知》精神和《防洪法》规定。
            河阳市总工会
            2026年7月20日
            """
        let notice = try read(text)
        #expect(notice.cites.map(\.title) == ["中原省总工会关于防汛的通知", "防洪法", nil])
        #expect(notice.cites.map(\.number) == ["中工发〔2026〕8号", nil, "中工电〔2026〕2号"])
        #expect(notice.cites.map(\.ranges.count) == [1, 2, 1])
    }

    @Test func whatACoverCarriesIsNotCited() throws {
        let notice = try read(
            "河阳市总工会转发《中原省总工会关于做好防汛工作的通知》的通知\n各县总工会：\n现将《中原省总工会关于做好防汛工作的通知》（中工发〔2026〕8号）转发给你们，请按《防洪法》落实。\(end)"
        )
        #expect(notice.cites.map(\.title) == ["防洪法"])
    }

    @Test func theToolsOfAWebPageAreNoAddressees() throws {
        let notice = try read(
            "河阳市总工会关于防汛的通知\n2026-07-21 09:10:00 作者：办公室 点击：332\n2026-07-21 | 来源: 市总工会 | 【字体：大 中 小】 打印\n河工电〔2026〕4 号\n各县总工会，市各产业工会:\n请安排值班。\(end)【关闭窗口】\n"
        )
        #expect(notice.addressees?.phrases == ["各县总工会", "市各产业工会"])
        #expect(notice.number == "河工电〔2026〕4号")
    }

    @Test func aLongNameOverTheDateIsJoined() throws {
        let notice = try read(
            "关于做好防汛工作的通知\n各县总工会：\n请安排值班。\n河阳市应对特大暴雨洪涝灾害\n防汛抗旱指挥部办公室\n2026年7月20日\n")
        #expect(notice.signature == "河阳市应对特大暴雨洪涝灾害防汛抗旱指挥部办公室")
    }

    @Test func aVersionInParenthesesBelongsToTheTitle() throws {
        let notice = try read(
            "关于印发防汛工作方案（第五版）的通知\n各县总工会：\n我们组织修订了《防汛工作方案（第五版）》。现印发给你们，请认真组织实施。\(end)防汛工作方案\n（第五版）\n为做好防汛工作，制定本方案。\n一、目的\n及时处置。\n二、范围\n适用于全市。\n"
        )
        #expect(notice.forwarded.map(\.notice.title) == ["防汛工作方案（第五版）"])
        #expect(notice.forwarded.first?.notice.clauses.map(\.heading) == ["目的", "范围"])
    }

    @Test func numeralsOfOneSignAndMisreadOnesCount() throws {
        let notice = try read(
            "河阳市总工会关于防汛的通知\n各县总工会：\n—、提高认识。请安排值班。\nニ、落实责任。请安排值班。\n三 、及时上报。请安排值班。\(end)")
        #expect(notice.clauses.map(\.heading) == ["提高认识", "落实责任", "及时上报"])
        let signs = try read("河阳市总工会关于防汛的通知\n各县总工会：\n㈠提高认识。请值班。\n㈡落实责任。请值班。\(end)")
        #expect(signs.clauses.map(\.numeral) == ["㈠", "㈡"])
    }

    @Test func aHeadingThatLostItsNumeralIsFoundBetweenItsNeighbours() throws {
        let notice = try read(
            "河阳市总工会关于防汛的通知\n各县总工会：\n一、提高思想认识\n请安排值班。\n落实工作责任\n请安排值班。\n三、加强督导检查\n请安排值班。\(end)")
        #expect(notice.clauses.map(\.heading) == ["提高思想认识", "落实工作责任", "加强督导检查"])
        #expect(notice.clauses.map(\.numeral) == ["一、", "", "三、"])
    }

    @Test func announcementsCountUnderTheirOwnName() throws {
        let notice = try read(
            "中原省财政厅 中原省税务局关于防汛捐赠税收政策的公告\n中原省财政厅 中原省税务局公告2026年第8号\n现就有关政策公告如下：\n一、允许税前扣除。\n二、自发布之日起实施。\n中原省财政厅\n中原省税务局\n2026年7月20日\n"
        )
        #expect(notice.number == "中原省财政厅中原省税务局公告2026年第8号")
        #expect(notice.issuers == ["中原省财政厅", "中原省税务局"])
        #expect(notice.addressees == nil)
    }

    @Test(arguments: [
        "请将落实情况函告市总工会办公室。", "请于每日17时前将情况报备市总工会办公室。", "有关情况请于7月底前汇总后报送市总工会。",
        "各单位每天下午4点前将情况报市总工会办公室。",
    ])
    func everyVerbOfReportingIsHeard(sentence: String) throws {
        let notice = try read("河阳市总工会关于防汛的通知\n各县总工会：\n请安排值班。\(sentence)\(end)")
        #expect(notice.reports.map(\.quote) == [String(sentence.dropLast())])
    }

    @Test func theSignerIsShownWhereHeStands() throws {
        let text = "河阳市总工会文件\n河工发〔2026〕9号 签发人：赵甲\n河阳市总工会关于防汛资金的请示\n中原省总工会：\n现申请资金。妥否，请批示。\(end)"
        let notice = try read(text)
        let range = try #require(notice.fields["signer"]?.ranges.first)
        let scalars = Array(text.unicodeScalars)[range.start..<range.end]
        #expect(String(String.UnicodeScalarView(scalars)) == "赵甲")
        #expect(notice.number == "河工发〔2026〕9号")
    }
}
