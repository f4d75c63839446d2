import Directives
import Foundation
import Testing

/// Texts to lay out: the sample in the repository, and the real papers beside it where they are there.
enum PaperTexts {
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    static let shared = root.deletingLastPathComponent().appending(path: "shared/notices")

    static let sample = text(root.appending(path: "Sources/Directives/Samples/flood-cover.txt")) ?? ""

    /// The mission's notice; nil, with a line printed, where it is not there.
    static let mission: String? = {
        let found = text(shared.appending(path: "000.txt"))
        if found == nil { print("skipped: \(shared.path)/000.txt is not there") }
        return found
    }()

    static let all: [(name: String, text: String)] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: shared.path)) ?? []
        if names.isEmpty { print("skipped: nothing is in \(shared.path)") }
        let real = names.sorted().filter { $0.hasSuffix(".txt") }
            .compactMap { name in text(shared.appending(path: name)).map { (name, $0) } }
        return [("flood-cover.txt", sample)] + real
    }()

    static func text(_ file: URL) -> String? {
        (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) }
    }

    static func read(_ text: String) throws -> ReadNotice { try NoticeReader().read(text).get() }

    static func paper(_ text: String) throws -> NoticePaper { NoticePaper(text, try read(text)) }
}

@Suite struct NoticePaperTests {
    private func ink(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.properties.isWhitespace }))
    }

    private func words(_ paper: NoticePaper, mark number: Int) -> String {
        paper.blocks.flatMap(\.runs).filter { $0.mark == number }.map(\.text).joined()
    }

    // MARK: For every paper

    @Test func noWordIsLostOrAdded() throws {
        for (name, text) in PaperTexts.all {
            guard let reading = try? PaperTexts.read(text) else { continue }
            #expect(ink(NoticePaper(text, reading).blocks.map(\.text).joined()) == ink(text), "\(name)")
            // However the text is broken, and whatever was corrected.
            let broken = text.map { "\($0)\r\n" }.joined()
            if let other = try? PaperTexts.read(broken) {
                #expect(ink(NoticePaper(broken, other).blocks.map(\.text).joined()) == ink(text), "\(name) broken")
            }
            let corrected = reading.corrected(by: [NoticeCorrection(field: .title, value: "Another")])
            #expect(ink(NoticePaper(text, corrected).blocks.map(\.text).joined()) == ink(text), "\(name) corrected")
        }
    }

    @Test func marksAreNumberedAsOneReads() throws {
        for (name, text) in PaperTexts.all {
            guard let paper = try? PaperTexts.paper(text) else { continue }
            let first = paper.blocks.flatMap(\.runs).filter(\.isFirst).compactMap(\.mark)
            #expect(first == Array(1..<paper.marks.marks.count + 1), "\(name)")
            #expect(paper.marks.marks.map(\.number) == first, "\(name)")
        }
    }

    @Test func aFoldHidesNothingToDecide() throws {
        for (name, text) in PaperTexts.all {
            guard let paper = try? PaperTexts.paper(text) else { continue }
            for fold in paper.folds {
                let hidden = paper.blocks[fold].flatMap(\.runs).compactMap(\.mark).map { paper.marks.marks[$0 - 1] }
                #expect(hidden.allSatisfy { !$0.style.needsDecision && !$0.isReport }, "\(name)")
                #expect(fold.count >= 2 && fold.upperBound <= paper.blocks.count)
            }
        }
    }

    // MARK: The mission's notice

    @Test func theMissionsPaperIsSetInItsParts() throws {
        guard let text = PaperTexts.mission else { return }
        let paper = try PaperTexts.paper(text)
        #expect(
            paper.blocks.prefix(6).map(\.kind) == [.letterhead, .title, .addressees, .body, .signature, .date])
        #expect(paper.blocks.filter { $0.kind == .part }.map(\.path) == [[0], [1]])
        #expect(paper.blocks.filter { $0.kind == .telegramMark }.map(\.text) == ["内部明电"])
        #expect(paper.blocks.filter { $0.kind == .clause }.map(\.clause) == [1, 2, 3, 4])
        // A heading and a paragraph that a page's end had torn apart.
        #expect(paper.blocks.contains { $0.kind == .clause && $0.text.contains("总理批示精神") })
        #expect(paper.blocks.contains { $0.kind == .body && $0.text.contains("坚定“四个自信”") })
        // Run-on headings keep their face; what they carry is folded.
        #expect(paper.blocks.contains { $0.clause == 5 && $0.runs.first?.face == .clause })
        #expect(paper.folds.count == 2)
    }

    @Test func theMissionsMarksSayHowTheyWereRead() throws {
        guard let text = PaperTexts.mission else { return }
        let reading = try PaperTexts.read(text)
        let paper = NoticePaper(text, reading)
        #expect((18...24).contains(paper.marks.marks.count))
        #expect(words(paper, mark: 1) == "焦作市总工会")
        #expect(paper.blocks.first?.runs.first?.mark == 1)

        let inferred = paper.marks.marks.filter { $0.style == .inferred }
        #expect(inferred.map { words(paper, mark: $0.number) } == ["工发电〔2020〕3号"])
        let passed = paper.marks.marks.filter { $0.style == .passed }
        #expect(passed.map { words(paper, mark: $0.number) } == ["2月2日"])
        let unsure = paper.marks.marks.filter { $0.style == .unsure }
        #expect(unsure.map { words(paper, mark: $0.number) } == ["中华全国总工会办公厅", "豫机发 号"])
        // The issuer inside a title has the title's number.
        #expect(paper.marks.number(.init([0], "issuers")) == paper.marks.number(.init([0], "title")))
    }

    @Test func aCorrectedFieldIsNoLongerUnsure() throws {
        guard let text = PaperTexts.mission else { return }
        var reading = try PaperTexts.read(text)
        reading.forwarded[0].notice.fields["signature"]?.how = .corrected
        let paper = NoticePaper(text, reading)
        let number = try #require(paper.marks.number(.init([0], "signature")))
        #expect(paper.marks.marks[number - 1].style == .printed)
    }

    // MARK: Lines

    @Test func linesOfOnePageWidthAreOneParagraph() throws {
        let sentence = "各级工会要把防汛抗洪抢险救灾作为当前最紧迫的任务"
        let lines = Array(repeating: sentence, count: 12).joined(separator: "\n")
        let text = "甲市总工会关于防汛工作的通知\n\n各县总工会：\n\n\(lines)。\n\n　　第二段在这里，它缩进两格。\n\n甲市总工会\n2020年2月4日"
        let body = try PaperTexts.paper(text).blocks.filter { $0.kind == .body }
        #expect(body.map(\.inkCount) == [sentence.count * 12 + 1, 13])
    }

    @Test func anIndentInTheMiddleOfALineBeginsAParagraph() throws {
        let long = String(repeating: "各级工会要认真落实责任，", count: 6)
        let text = "甲市总工会关于防汛工作的通知\n各县总工会：\n\(long)做好工作。　　联系人：某某。\n甲市总工会\n2020年2月4日"
        let body = try PaperTexts.paper(text).blocks.filter { $0.kind == .body }
        #expect(body.map { $0.text.prefix(3) } == ["各级工", "联系人"])
    }

    @Test func aTextOfFourMegabytesIsSetInLinearTime() throws {
        let clause = "一、工作要求\n" + String(repeating: "各级工会要及时向省总工会报告情况，于2月1日前做好值班安排。", count: 20) + "\n"
        func text(_ count: Int) -> String {
            "甲市总工会关于防汛工作的通知\n各县总工会：\n" + String(repeating: clause, count: count) + "甲市总工会\n2020年2月4日"
        }
        func seconds(_ text: String) throws -> Double {
            let reading = try PaperTexts.read(text)
            return ContinuousClock().measure { _ = NoticePaper(text, reading) } / .seconds(1)
        }
        let whole = (4 * 1024 * 1024 - 4096) / clause.utf8.count
        let (small, large) = (try seconds(text(whole / 8)), try seconds(text(whole)))
        // Eight times the text: quadratic work would take sixty-four times as long.
        #expect(large < small * 24 + 0.2, "\(small) s, then \(large) s")
    }
}
