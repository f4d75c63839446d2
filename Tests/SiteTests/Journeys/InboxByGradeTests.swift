import Federation
import MusterTesting
import Storage
import Testing

@testable import Site

/// What is urgent stands first, however old it is.
@Suite struct InboxByGradeTests {
    private static func notice(_ number: Int, _ title: String, grade: String) -> String {
        """
        \(grade)焦作市总工会

        焦工发〔2020〕\(number)号

        焦作市总工会关于\(title)的通知

        \(OfficeDay.line)：

        现将有关事项通知如下。

        一、各单位要安排专人负责。

        焦作市总工会

        2020年2月5日
        """
    }

    @Test(arguments: TestDatabase.dialects) func theUrgentOneIsFirstThoughOlder(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let clerk = try await site.clerk("sunbing")
            let urgent = try await OfficeDay.register(clerk, Self.notice(51, "开展防汛值守", grade: "特急\n\n"))
            let page = try await clerk.get("/notices/\(urgent)")
            #expect(page.contains("特急"))
            _ = try await OfficeDay.send(urgent, by: clerk, line: OfficeDay.line)
            site.clock.advance(seconds: 3_600)
            let ordinary = try await OfficeDay.register(clerk, Self.notice(52, "做好档案整理", grade: ""))
            _ = try await OfficeDay.send(ordinary, by: clerk, line: OfficeDay.line)

            let county = try await site.clerk("liding")
            let (first, second) = (
                try await site.receipt(of: urgent, at: DemoFederation.qinyangCode),
                try await site.receipt(of: ordinary, at: DemoFederation.qinyangCode)
            )
            for path in ["/today", "/notices"] {
                let text = try await county.get(path).text
                let places = [first, second].map { text.firstRange(of: "/receipts/\($0)")?.lowerBound }
                let (urgentPlace, ordinaryPlace) = (try #require(places[0]), try #require(places[1]))
                #expect(urgentPlace < ordinaryPlace, "\(path)")
            }
        }
    }
}
