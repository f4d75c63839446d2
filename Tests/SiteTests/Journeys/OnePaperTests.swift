import Directives
import Federation
import MusterTesting
import Storage
import Testing

/// One paper is one notice, whichever way it arrives.
@Suite struct OnePaperTests {
    private static let alone = """
        玄黄市总工会关于做好防汛工作的通知

        各县（区）总工会：

        汛期将至，请认真做好防汛工作，确保职工安全。

        玄黄市总工会
        2026年6月3日
        """
    private static let cover = """
        焦作市总工会关于转发《玄黄市总工会关于做好防汛工作的通知》（玄工发〔2026〕5号）的通知

        各县（市）区总工会：

        现将《玄黄市总工会关于做好防汛工作的通知》（玄工发〔2026〕5号）转发给你们，请认真贯彻执行。

        焦作市总工会
        2026年6月4日


        """

    private func contained(in cover: NoticeID, _ site: TestSite) async throws -> [NoticeID] {
        try await site.federation.read { try NoticeStore.contained(in: cover, in: $0).map(\.notice.id) }
    }

    @Test(arguments: TestDatabase.dialects)
    func aPaperWithoutItsNumberIsTheOneItsCoverNumbers(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let clerk = try await TestClerk("sunbing", at: site)
            let alone = try await clerk.register(Self.alone)
            #expect(try await clerk.register(Self.alone.replacing("做好防汛", with: "做好\n防汛")) == alone)
            let cover = try await clerk.register(Self.cover + Self.alone)
            #expect(try await contained(in: cover, site) == [alone])
            let numbered = try await clerk.register(Self.alone, [("field.number", "玄工发[2026]5号")])
            #expect(numbered == alone, "met under its number, it is known by that from then on")
        }
    }

    @Test(arguments: TestDatabase.dialects)
    func twoNumbersOfOneDayAreTwoPapers(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let clerk = try await TestClerk("sunbing", at: site)
            let first = try await clerk.register(Self.alone, [("field.number", "玄工发〔2026〕5号")])
            let other = Self.alone.replacing("确保职工安全", with: "确保安全度汛")
            #expect(try await clerk.register(other, [("field.number", "玄工发〔2026〕6号")]) != first)
        }
    }

    /// A number can be guessed; the paper it stands on must not be shown for it, nor be displaced by a false one.
    @Test(arguments: TestDatabase.dialects)
    func aTrueNumberOnAnotherTextIsAnotherPaper(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let number = [("field.number", "玄工发〔2026〕5号")]
            let genuine = try await TestClerk("sunbing", at: site).register(Self.alone, number)
            let stranger = try await TestClerk("liding", at: site)
            let guess = Self.alone.replacing("汛期将至，请认真做好防汛工作，确保职工安全。", with: "照此办理。")
                .replacing("关于做好防汛工作的通知", with: "关于调整收费的通知").replacing("6月3日", with: "1月9日")
            let guessed = try await stranger.register(guess, number)
            #expect(guessed != genuine)
            #expect(try await !stranger.browser.get("/notices/\(guessed)").contains("防汛"))
            #expect(try await stranger.browser.get("/notices/\(genuine)").status == 404)
            let scanned = Self.alone.replacing("汛期将至", with: "讯期将至")
            #expect(try await stranger.register(scanned, number) == genuine, "a damaged copy is the same paper")
        }
    }

    @Test(arguments: TestDatabase.dialects)
    func aNoticeInsideIsCorrectedOnTheSameDesk(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let clerk = try await TestClerk("sunbing", at: site)
            let text = Self.cover + Self.alone
            _ = try await clerk.browser.get("/notices/new")
            let draft = try await clerk.browser.post(
                "/readings", [("text", text), ("field.0.date", "2026年6月2日"), ("field.0.grade", "很急")])
            #expect(draft.contains("name=\"field.0.date\"") && draft.contains("value=\"2026-06-02\""))
            let act = try #require(draft.act(of: "/notices"))
            let refused = try await clerk.browser.post(
                "/notices", [("text", text), ("act", act), ("field.0.grade", "很急")])
            #expect(refused.status == 422 && refused.contains("field.0.grade-error"))
            let cover = try await clerk.register(text, [("field.0.signature", "玄黄市总工会办公室")])
            let inner = try #require(try await contained(in: cover, site).first)
            let corrections = try await site.federation.read { try NoticeStore.corrections(of: inner, in: $0) }
            #expect(corrections == [NoticeCorrection(field: .signature, value: "玄黄市总工会办公室")])
        }
    }
}
