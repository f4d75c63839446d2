import Directives
import Foundation
import Testing

/// The notices beside the repository are real papers and stay outside it; without them those tests only say so.
private enum Paper {
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    static let shared = root.deletingLastPathComponent().appending(path: "shared/notices")
    static let samples = root.appending(path: "Sources/Directives/Samples")

    static func real(_ name: String) throws -> String? {
        let file = shared.appending(path: name)
        guard FileManager.default.fileExists(atPath: file.path) else {
            print("skipped: \(file.path) is not there")
            return nil
        }
        return try String(contentsOf: file, encoding: .utf8)
    }

    static func sample(_ name: String) throws -> String {
        try String(contentsOf: samples.appending(path: name), encoding: .utf8)
    }

    /// What stands in the text at these ranges.
    static func text(_ text: String, _ ranges: [ReadRange]) -> String {
        let scalars = Array(text.unicodeScalars)
        return ranges.map { range in
            String(String.UnicodeScalarView(scalars[range.start..<range.end]))
        }.joined(separator: "…")
    }
}

private func read(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> ReadNotice {
    try #require(try? NoticeReader().read(text).get(), sourceLocation: sourceLocation)
}

private func refusal(_ text: String) -> ReaderRefusal? {
    guard case .failure(let refusal) = NoticeReader().read(text) else { return nil }
    return refusal
}

@Suite struct ReaderMissionTests {
    @Test func coverAndTwoNoticesAreReadWhole() throws {
        guard let text = try Paper.real("000.txt") else { return }
        let cover = try read(text)
        #expect(cover.issuers == ["焦作市总工会"])
        #expect(cover.date == "2020-02-04")
        #expect(cover.number == nil)
        #expect(cover.grade == nil)
        #expect(cover.cc == nil)
        #expect(cover.clauses.isEmpty)
        #expect(cover.reports.isEmpty)
        #expect(cover.addressees?.phrases.count == 5)
        #expect(cover.forwarded.map(\.relation) == [.forward, .forward])

        let national = try #require(cover.forwarded.first?.notice)
        #expect(national.number == "工发电〔2020〕3号")
        #expect(national.fields["number"]?.how == .inferred)
        #expect(national.signature == "中华全国总工会办公厅")
        #expect(national.issuers == ["中华全国总工会"])
        #expect(national.date == "2020-02-02")
        #expect(national.clauses.count == 5)
        #expect(national.cc == "新疆生产建设兵团总工会")
        #expect(national.reports.map(\.to) == ["全总"])

        let provincial = try #require(cover.forwarded.last?.notice)
        #expect(provincial.number == "豫工发电〔2020〕3号")
        #expect(provincial.fields["number"]?.how == .printed)
        #expect(provincial.grade == "特急")
        #expect(provincial.medium == .telegram)
        #expect(provincial.telegram?.mark == "内部明电")
        #expect(provincial.telegram?.sender == "河南省总工会")
        // Three characters; the name itself is a real person's and does not stand in our sources.
        #expect(provincial.telegram?.signOff?.count == 3)
        #expect(provincial.telegram?.machineNumber == "")
        #expect(provincial.clauses.count == 4)
        #expect(provincial.clauses.first?.heading.hasSuffix("李克强总理批示精神，坚决落实中央、省委关于疫情防控的决策部署") == true)
    }

    @Test func theHolidayHadPassedWhenTheCoverWasDated() throws {
        guard let text = try Paper.real("000.txt") else { return }
        let provincial = try #require(try read(text).forwarded.last?.notice)
        let passed = provincial.dates.filter(\.passed)
        #expect(passed.map(\.text) == ["2月2日"])
        #expect(passed.map(\.date) == ["2020-02-02"])
        #expect(provincial.dates.count == 4)
    }

    @Test(arguments: [
        "000", "002", "003", "007", "012", "016", "019", "024", "027", "101", "112", "117", "129", "136",
    ])
    func annotatedNoticesAgree(name: String) throws {
        guard let text = try Paper.real("\(name).txt"), let note = try Paper.real("\(name).json") else { return }
        try compare(text, with: note)
        if name < "100", let flat = try Paper.real("\(name).flat.txt") { try compare(flat, with: note) }
    }

    private func compare(_ text: String, with json: String) throws {
        let object = try JSONSerialization.jsonObject(with: Data(json.utf8))
        let note = try #require(object as? [String: Any])
        let notice = try read(text)
        if let title = note["title"] as? String { #expect(notice.title == title) }
        #expect(bare(notice.number) == bare(note["doc_number"] as? String))
        #expect(notice.grade == note["urgency"] as? String)
        if let date = note["date"] as? String { #expect(notice.date == date) }
        #expect(notice.addressees?.phrases ?? [] == note["addressee_phrases"] as? [String] ?? [])
        #expect(notice.clauses.map(\.heading) == note["top_level_clause_headings"] as? [String] ?? [])
        check(notice, in: text)
    }

    /// The brackets of numbers are printed in several shapes.
    private func bare(_ number: String?) -> String? {
        number.map { $0.filter { $0.isLetter || $0.isNumber } }
    }
}

/// What must hold of any reading: ranges lie in the text, clauses do not overlap, fields stand where they say.
private func check(_ notice: ReadNotice, in text: String) {
    let count = text.unicodeScalars.count
    let ranges =
        notice.fields.values.flatMap(\.ranges) + notice.range + notice.reports.flatMap(\.ranges)
        + notice.dates.flatMap(\.ranges) + notice.clauses.flatMap(\.ranges)
    #expect(ranges.allSatisfy { 0 <= $0.start && $0.start < $0.end && $0.end <= count })
    let clauses = notice.clauses.flatMap(\.ranges)
    for (left, right) in zip(clauses, clauses.dropFirst()) { #expect(left.end <= right.start) }
    if let title = notice.title, let field = notice.fields["title"] {
        #expect(Paper.text(text, field.ranges).filter { !$0.isWhitespace } == title.filter { !$0.isWhitespace })
    }
    for inner in notice.forwarded { check(inner.notice, in: text) }
}

@Suite struct ReaderSampleTests {
    @Test func theFloodCoverIsReadWhole() throws {
        let text = try Paper.sample("flood-cover.txt")
        let cover = try read(text)
        #expect(cover.title == "河阳市总工会转发《中原省总工会关于组织动员广大职工全力做好当前防汛抗洪抢险救灾工作的紧急通知》的通知")
        #expect(cover.kind == "通知")
        #expect(cover.number == "河工发〔2026〕17号")
        #expect(cover.medium == .document)
        #expect(cover.issuers == ["河阳市总工会"])
        #expect(cover.date == "2026-07-20")
        #expect(cover.printedDate == "2026-07-20")
        #expect(cover.note == "此件公开发布")
        #expect(cover.addressees?.phrases == ["各县（市）区总工会", "市各产业工会", "市属基层工会", "市总机关各部门", "各事业单位"])
        #expect(cover.clauses.map(\.heading) == ["迅速传达到基层", "明确责任分工"])
        #expect(cover.reports.map(\.to) == ["市总工会办公室"])
        #expect(cover.reports.map(\.by) == ["7月22日前"])
        #expect(cover.cc == "市委办公室、市人大常委会办公室、市政府办公室、市政协办公室，市防汛抗旱指挥部办公室")
        #expect(cover.forwarded.map(\.relation) == [.forward])

        let telegram = try #require(cover.forwarded.first?.notice)
        #expect(telegram.title == "中原省总工会关于组织动员广大职工全力做好当前防汛抗洪抢险救灾工作的紧急通知")
        #expect(telegram.number == "中工发电〔2026〕9号")
        #expect(telegram.grade == "特急")
        #expect(telegram.telegram?.mark == "内部明电")
        #expect(telegram.telegram?.sender == "中原省总工会")
        #expect(telegram.telegram?.signOff == "赵甲")
        #expect(telegram.telegram?.machineNumber == "")
        #expect(telegram.date == "2026-07-18")
        #expect(telegram.clauses.count == 4)
        #expect(telegram.clauses.map(\.clauses.count) == [0, 3, 0, 0])
        #expect(telegram.clauses.dropFirst().first?.clauses.map(\.numeral) == ["（一）", "（二）", "（三）"])
        #expect(telegram.reports.map(\.to) == ["省总工会办公室", "省总工会办公室", nil])
        #expect(telegram.reports.map(\.by) == ["7月19日前", "17时前", "立即"])
        #expect(telegram.reports.map(\.cadence) == [nil, "每日", nil])
        #expect(telegram.dates.filter(\.passed).map(\.date) == ["2026-07-19"])
        #expect(telegram.cc == "省防汛抗旱指挥部办公室，省应急管理厅")
        check(cover, in: text)
    }

    @Test func lostLineBreaksChangeNothing() throws {
        let text = try Paper.sample("flood-cover.txt")
        let flat = text.split(separator: "\n", omittingEmptySubsequences: true).joined(separator: " ")
        let (kept, lost) = (try read(text), try read(flat))
        #expect(withoutPlaces(lost) == withoutPlaces(kept))
        check(lost, in: flat)
    }

    @Test func everyEncodingGivesTheSameText() throws {
        let text = try Paper.sample("flood-cover.txt")
        let utf8 = Array(text.utf8)
        let utf16 = Array(text.utf16)
        let low: [UInt8] = [0xFF, 0xFE] + utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        let high: [UInt8] = [0xFE, 0xFF] + utf16.flatMap { unit -> [UInt8] in [UInt8(unit >> 8), UInt8(unit & 0xFF)] }
        let gb = try #require(text.data(using: String.Encoding(rawValue: 0x8000_0632)))
        let marked: [UInt8] = [0xEF, 0xBB, 0xBF] + utf8
        for bytes in [utf8, marked, low, high, [UInt8](gb)] {
            #expect(NoticeDecoding.text(from: bytes) == .success(text))
        }
    }

    @Test func whatIsKeptComesBackUnchanged() throws {
        let notice = try read(try Paper.sample("flood-cover.txt"))
        let json = try notice.json()
        #expect(json.contains("\"machineNumber\" : \"\""))
        #expect(json.contains("\"grade\" : null"))
        let kept = try JSONEncoder().encode(notice)
        #expect(try JSONDecoder().decode(ReadNotice.self, from: kept) == notice)
    }

    /// Ranges move with the line breaks; what was read must not.
    private func withoutPlaces(_ notice: ReadNotice) -> [String] {
        [
            notice.title, notice.number, notice.grade, notice.date, notice.printedDate, notice.signature, notice.cc,
            notice.note, notice.addressees?.line,
        ].map { $0 ?? "" } + notice.clauses.map(\.heading) + notice.reports.map(\.quote)
            + notice.forwarded.flatMap { withoutPlaces($0.notice) }
    }
}

@Suite struct ReaderFormTests {
    private let body = "\n\n为做好防汛工作，现将有关事项通知如下：\n\n一、加强值守。各单位要安排值班。\n\n二、及时报告。各单位要于8月1日前报送情况。\n\n"

    @Test func numbersInEveryBracketAndSpacing() throws {
        for (printed, number) in [
            ("河工发〔2026〕17号", "河工发〔2026〕17号"), ("河工发﹝2026﹞17号", "河工发〔2026〕17号"),
            ("河工发[2026]17号", "河工发〔2026〕17号"), ("河工发【2026】17 号", "河工发〔2026〕17号"),
            ("河工发（２０２６）１７号", "河工发〔2026〕17号"), ("河工发 〔2026〕 17 号", "河工发〔2026〕17号"),
        ] {
            let notice = try read("河阳市总工会关于防汛的通知\n\(printed)\n各县总工会：\(body)河阳市总工会\n2026年7月20日\n")
            #expect(notice.number == number, "\(printed)")
        }
    }

    @Test func datesInEveryNumeral() throws {
        for printed in ["2026年7月20日", "2026 年 7 月 20 日", "２０２６年７月２０日", "二〇二六年七月二十日", "二○二六年七月二十日", "2026-07-20"] {
            let notice = try read("河阳市总工会关于防汛的通知\n各县总工会：\(body)河阳市总工会\n\(printed)\n")
            #expect(notice.date == "2026-07-20", "\(printed)")
        }
    }

    @Test func jointIssuersAreTwo() throws {
        let notice = try read(
            "河阳市总工会\n河阳市水利局文件\n河工发〔2026〕18号\n\n河阳市总工会\n河阳市水利局关于防汛的通知\n\n各县总工会、水利局：\(body)河阳市总工会\n河阳市水利局\n2026年7月20日\n")
        #expect(notice.issuers == ["河阳市总工会", "河阳市水利局"])
        #expect(notice.title == "河阳市总工会河阳市水利局关于防汛的通知")
        #expect(notice.signature == "河阳市总工会、河阳市水利局")
        #expect(notice.addressees?.phrases == ["各县总工会、水利局"])
    }

    @Test func attachmentsAreNoClauses() throws {
        let notice = try read(
            "河阳市总工会关于报送名单的报告\n中原省总工会：\n现将名单报上，请审阅。\n附件：1.领导小组名单\n2.值班表\n河阳市总工会（代章）\n2026年7月20日\n（联系人：孙丙）\n")
        #expect(notice.attachments == ["领导小组名单", "值班表"])
        #expect(notice.clauses.isEmpty)
        #expect(notice.kind == "报告")
        #expect(notice.signature == "河阳市总工会")
        #expect(notice.note == "联系人：孙丙")
    }

    @Test func aDocumentIssuedUnderACoverGivesTheFooterBack() throws {
        let notice = try read(
            "河阳市总工会关于印发《河阳市总工会防汛应急预案》的通知\n河工发〔2026〕19号\n各县总工会：\n现将《河阳市总工会防汛应急预案》印发给你们，请遵照执行。\n河阳市总工会\n2026年7月20日\n\n河阳市总工会防汛应急预案\n\n一、总则。为做好防汛工作，制定本预案。\n二、职责。市总工会办公室负责值班。\n\n抄送：市水利局。\n河阳市总工会办公室2026年7月21日印发\n"
        )
        #expect(notice.forwarded.map(\.relation) == [.issue])
        #expect(notice.forwarded.first?.notice.title == "河阳市总工会防汛应急预案")
        #expect(notice.forwarded.first?.notice.clauses.count == 2)
        #expect(notice.forwarded.first?.notice.cc == nil)
        #expect(notice.cc == "市水利局")
        #expect(notice.printedDate == "2026-07-21")
        #expect(notice.range.count == 2)
    }

    @Test func aPaperHandedOnWithoutItsTextIsKnownByTitleAndNumber() throws {
        let notice = try read(
            "河阳市总工会关于转发《中原省总工会关于做好防汛工作的通知》的通知\n各县总工会：\n现将《中原省总工会关于做好防汛工作的通知》（中工发〔2026〕8号）转发给你们，请遵照执行。\n河阳市总工会\n2026年7月20日\n"
        )
        #expect(notice.forwarded.map(\.notice.title) == ["中原省总工会关于做好防汛工作的通知"])
        #expect(notice.forwarded.map(\.notice.number) == ["中工发〔2026〕8号"])
        #expect(notice.forwarded.first?.notice.fields["number"]?.how == .inferred)
        #expect(notice.forwarded.first?.notice.range == [])
    }

    @Test func webPageAroundANoticeIsLeftOut() throws {
        let notice = try read(
            "首页 > 政务公开 > 通知公告\n索引号：0001\n信息来源：河阳市总工会 发布时间：2026-07-21 10:30\n河阳市总工会关于防汛的通知\n河阳市总工会关于防汛的通知\n各县总工会：\(body)河阳市总工会\n2026年7月20日\n责任编辑：孙丙\n相关链接\n河阳市总工会关于开展送清凉活动的通知\n"
        )
        #expect(notice.title == "河阳市总工会关于防汛的通知")
        #expect(notice.addressees?.line == "各县总工会")
        #expect(notice.date == "2026-07-20")
        #expect(notice.forwarded.isEmpty)
    }

    @Test func linesBrokenAtThePageWidthAreJoined() throws {
        let long = "各级工会要把防汛抗洪抢险救灾作为当前最紧迫的任务，克服麻痹思想和侥幸心理，在当地党委、政府和防汛抗旱指挥部的统一指挥下开展工作，确保人民群众生命财产安全。"
        let text =
            "河阳市总工会关于防汛的通知\n各县总工会：\n一、提高政治站位，坚决服从统一指挥\n\(long)\(long)\n二、突出工作重点\n\(long)\(long)\n河阳市总工会\n2026年7月20日\n"
        let broken = text.split(separator: "\n").flatMap { line in
            stride(from: 0, to: line.count, by: 28).map { String(line.dropFirst($0).prefix(28)) }
        }.joined(separator: "\n")
        let notice = try read(broken)
        #expect(notice.clauses.map(\.heading) == ["提高政治站位，坚决服从统一指挥", "突出工作重点"])
        #expect(notice.date == "2026-07-20")
    }

    @Test(arguments: [
        ("各省、自治区、直辖市总工会，各全国产业工会", ["各省、自治区、直辖市总工会", "各全国产业工会"]),
        ("各县（市、区）总工会、市各产业工会", ["各县（市、区）总工会", "市各产业工会"]),
        ("各县(市、区)林业局、工信科技局，各供电公司", ["各县(市、区)林业局、工信科技局", "各供电公司"]),
        ("全总各部门、各直属单位", ["全总各部门", "各直属单位"]),
        ("各省辖市总工会、济源示范区总工会", ["各省辖市总工会", "济源示范区总工会"]),
        ("河阳经济开发区、河东新区管委会", ["河阳经济开发区、河东新区管委会"]),
    ])
    func addresseesAreSplitOnlyWhereBothStandAlone(line: String, phrases: [String]) throws {
        let notice = try read("河阳市总工会关于防汛的通知\n\(line)：\(body)河阳市总工会\n2026年7月20日\n")
        #expect(notice.addressees?.line == line)
        #expect(notice.addressees?.phrases == phrases)
    }
}

@Suite struct ReaderRefusalTests {
    @Test func nothingIsRefusedByName() {
        #expect(refusal("") == .empty)
        #expect(refusal(" \n　\u{FEFF}") == .empty)
        #expect(refusal("通知\u{0}") == .notText)
        #expect(refusal(String(repeating: "汛", count: 1_400_000)) == .tooLong)
        #expect(refusal("今天天气很好。我们去公园散步。") == .notANotice)
    }

    @Test(arguments: ["机密", "机密★1年", "绝 密", "秘密★10年", "密级：机密", "机密·特急"])
    func secretPapersAreNotHeld(mark: String) {
        let word = ["绝密", "机密", "秘密"].first { mark.filter { !$0.isWhitespace }.contains($0) } ?? ""
        let text = "\(mark)\n河阳市总工会关于防汛的通知\n各县总工会：\n请认真贯彻落实。\n河阳市总工会\n2026年7月20日\n"
        #expect(refusal(text) == .classified(mark: word))
    }

    @Test func speakingOfSecretsIsNoMark() throws {
        let text = "河阳市总工会关于保守国家秘密的通知\n各县总工会：\n各单位要保守国家秘密、工作秘密。\n河阳市总工会\n2026年7月20日\n"
        #expect(try read(text).title == "河阳市总工会关于保守国家秘密的通知")
    }

    @Test func binaryIsNoText() {
        #expect(NoticeDecoding.text(from: [0x50, 0x4B, 0x03, 0x04, 0x00, 0x00]) == .failure(.notText))
        #expect(NoticeDecoding.text(from: [0xFF, 0xFE, 0x41]) == .failure(.notText))
        #expect(NoticeDecoding.text(from: []) == .failure(.empty))
    }
}

@Suite struct ReaderLimitTests {
    /// Much of what would hurt a careless reader. In a debug build each takes about a second; a quadratic rule, minutes.
    @Test(
        .timeLimit(.minutes(10)),
        arguments: [
            "（", "《", "《关于甲的通知》（甲发〔2020〕3号）", "一、（一）1.（1）①", "2020年1月1日\n", "要报告", "关于甲的通知\n", "甲 ",
            "甲市总工会\n2020年1月1日\n",
        ])
    func hostileTextsEnd(unit: String) {
        let head = "关于测试的通知\n\n各县总工会：\n\n"
        let text = head + String(repeating: unit, count: 400_000 / unit.utf8.count)
        if case .success(let notice) = NoticeReader().read(text) { check(notice, in: text) }
    }
}
