import Directives
import Federation
import MusterTesting
import Storage
import Testing

@testable import Site

/// A day on which 焦作市总工会 has received a notice of the province's and forwards it. The province's text is ours.
struct DraftDay: Sendable {
    static let notice = """
        河南省总工会

        特急

        豫工发〔2020〕51号

        河南省总工会关于做好防汛值守工作的通知

        各省辖市总工会：

        为做好防汛值守工作，现将有关事项通知如下。

        一、落实值守责任。各级工会要安排专人值守。

        二、遇有险情随时报告。

        河南省总工会

        2020年2月3日
        """

    let site: TestSite
    /// 孙丙, clerk of 焦作市总工会, who writes.
    let clerk: TestBrowser
    /// 钱乙, its deputy, who signs off.
    let deputy: TestBrowser
    let received: NoticeID
    let draft: String

    var path: String { "/drafts/\(draft)" }

    /// - Parameter begins: whether the draft is begun, too.
    init(_ site: TestSite) async throws {
        self.site = site
        received = try await Self.receive(site, Self.notice)
        clerk = try await site.clerk("sunbing")
        deputy = try await site.clerk("qianyi")
        draft = try await Self.start(received, by: clerk)
    }

    /// The province issues a notice, and the city signs for it.
    static func receive(_ site: TestSite, _ text: String) async throws -> NoticeID {
        let province = try await TestClerk("zhenggeng", at: site)
        let notice = try await province.register(text)
        _ = try await province.dispatch(notice)
        let city = try await TestClerk("sunbing", at: site)
        let receipt = try await site.receipt(of: "\(notice)", at: DemoFederation.jiaozuoCode)
        try await city.sign(try #require(ReceiptID(receipt)))
        return notice
    }

    static func start(
        _ notice: NoticeID, with others: [NoticeID] = [], by clerk: TestBrowser
    ) async throws -> String {
        let page = try await clerk.get("/notices/\(notice)/drafts")
        try #require(page.status == 200)
        let act = try #require(page.act(of: "/notices/\(notice)/drafts"))
        let done = try await clerk.post(
            "/notices/\(notice)/drafts", [("act", act)] + others.map { ("carry", "\($0)") })
        try #require(done.status == 303)
        return try done.leadsTo("/drafts/")
    }

    /// What the form on the page says, with some of it typed over.
    func form(_ page: TestPage, _ typed: [(String, String)] = []) throws -> [(String, String)] {
        var fields = ["base": try #require(page.value(of: "base"))]
        for name in ["title", "line", "copy_line", "opening", "clauses", "closing"] {
            fields[name] = try #require(page.area(name)).trimmed
        }
        for (name, value) in typed { fields[name] = value }
        let carried = page.text.matches(of: #/name="carry" value="([^"]*)" checked/#).map { ("carry", String($0.1)) }
        return fields.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } + carried
    }

    /// Saves what is typed over the newest version.
    @discardableResult
    func save(_ typed: [(String, String)], by browser: TestBrowser? = nil) async throws -> TestPage {
        let browser = browser ?? clerk
        let page = try await browser.get(path)
        try #require(page.status == 200)
        return try await browser.post("\(path)/versions", try form(page, typed))
    }

    /// Presses sign-off on the page as it is now.
    func signOff(_ fields: [(String, String)] = [("number", "next")], by browser: TestBrowser? = nil) async throws
        -> TestPage
    {
        let browser = browser ?? deputy
        let page = try await browser.get("\(path)/sign-offs")
        try #require(page.status == 200)
        let version = try #require(page.value(of: "version"))
        return try await browser.post("\(path)/sign-offs", [("version", version)] + fields)
    }

    /// The notice that the draft was issued as.
    func issued() async throws -> Notice {
        let id = try #require(DraftID(draft))
        return try await site.federation.read { db in
            let notice = try #require(try DraftStore.find(id, in: db)?.notice)
            return try #require(try NoticeStore.findWhole(notice, in: db))
        }
    }

    func post(of login: String) async throws -> PostID {
        let day = Zone.day(site.clock.now())
        return try await site.federation.read { db in
            let person = try #require(try PersonStore.find(login: login, in: db))
            return try #require(try PersonStore.posts(of: person.id, on: day, in: db).first).id
        }
    }

    func verbs() async throws -> [String] {
        try await site.federation.read {
            try $0.query(
                "select verb from journal where verb like 'draft.%' or verb like 'handling.%' order by moment, id"
            )
            .map { try $0["verb"] }
        }
    }
}
