/// Titles: issuer, 关于…的, and a kind; printed over several lines, and often twice on a web page.
enum ReaderTitle {
    static let kinds: ReaderWords = [
        "决议", "决定", "命令", "公报", "公告", "通告", "意见", "通知", "通报", "报告", "请示", "批复", "议案", "函", "纪要",
        "方案", "办法", "规定", "规则", "细则", "措施", "政策", "预案", "要点", "规划", "计划", "制度", "标准", "指南", "指引",
        "条例", "章程", "倡议书", "安排", "守则", "准则", "清单", "提示", "令", "倡议", "公开信", "一封信", "慰问信", "感谢信", "告知书", "须知", "方法", "规范",
        "程序",
    ]
    /// What a title may carry in parentheses after its kind.
    static let qualifiers: ReaderWords = ["版", "试行", "暂行", "修订", "征求意见稿", "草案", "讨论稿", "送审稿", "节录", "摘要"]
    /// Words after which the subject of the paper begins.
    static let openers: ReaderWords = ["关于", "转发", "印发", "批转", "公布", "发布"]
    private static let pieceLimit = 9
    private static let inkLimit = 400

    /// The kind a piece ends with, not counting （试行） and the like. Nil when it cannot end a title.
    static func kind(_ page: ReaderPage, _ piece: Int) -> ReaderWord? {
        let text = page.text
        var range = ReaderNames.withoutParentheses(text, page.ink(piece))
        // …的通 / 知: the width of the page cut the word itself.
        if range.count == 1, piece > 0, page.fillsLine(page.ink(piece - 1)) {
            range = page.ink(piece - 1).lowerBound..<range.upperBound
        }
        guard range.count >= 2, range.count <= inkLimit, let kind = kinds.ending(text, range) else { return nil }
        var depth = 0
        for index in range {
            switch text.ink[index] {
            case ReaderSign.bookOpen, 0x3C: depth += 1
            case ReaderSign.bookClose: depth -= 1
            case 0x3E where depth > 0: depth -= 1
            // A line with a sentence, a label or a way through a site (首页 > 公文) in it is no title; within 《》 and
            // <> anything may stand.
            case let sign
            where depth <= 0 && (ReaderSign.endsSentence(sign) || sign == ReaderSign.colon || sign == 0x3E):
                return nil
            default: break
            }
        }
        guard depth <= 0, ReaderClauses.numeral(text, at: range.lowerBound) == nil else { return nil }
        return kind
    }

    /// From the piece that ends the title back to the piece that begins it.
    /// `bodies` are the names in the signature: they tell a first line of the title from a letterhead.
    static func first(_ page: ReaderPage, end: Int, floor: Int, bodies: [Range<Int>]) -> Int {
        let text = page.text
        var first = end
        while first > floor, end - first < pieceLimit {
            let piece = first - 1
            let title = page.ink(from: first, to: end)
            guard !isBarrier(page, piece), title.count + page.ink(piece).count <= inkLimit else { break }
            // A 》 without its 《 is the end of what the line above began.
            let isOpened = openers.first(text, in: title) != nil && !closesMore(text, title)
            if !isOpened || continues(page, piece) {
                first = piece
            } else if openers.match(text, at: title.lowerBound) != nil {
                // 关于… lacks its issuer; the line above may be it.
                let isOpening = openers.first(text, in: page.ink(piece)) != nil && kind(page, piece) == nil
                let isIssuer =
                    ReaderNames.isBody(text, page.ink(piece))
                    && (bodies.isEmpty || bodies.contains { isSame(text, $0, page.ink(piece)) })
                guard isOpening || isIssuer else { break }
                first = piece
            } else {
                // The issuer is there; another line of names belongs to a joint paper if it has signed too.
                guard bodies.count > 1, bodies.contains(where: { isSame(text, $0, page.ink(piece)) }),
                    !text.equalInk(page.ink(piece), title.prefix(page.ink(piece).count))
                else { break }
                first = piece
            }
        }
        // Nothing opened the title: take the one piece, not whatever stood above it.
        return openers.first(text, in: page.ink(from: first, to: end)) == nil ? end : first
    }

    /// The issuers named before 关于.
    static func issuers(_ page: ReaderPage, title: Range<Int>, bodies: [Range<Int>]) -> [Range<Int>] {
        let text = page.text
        guard let opener = openers.first(text, in: title), opener.at > title.lowerBound else { return [] }
        let prefix = title.lowerBound..<opener.at
        // 龙岩市工业和信息化局龙岩市林业局: only the signature can tell where one name ends.
        if bodies.count > 1, bodies.reduce(0, { $0 + $1.count }) == prefix.count {
            var at = prefix.lowerBound
            var parts: [Range<Int>] = []
            for body in bodies where text.equalInk(at..<at + body.count, body) {
                parts.append(at..<at + body.count)
                at += body.count
            }
            if at == prefix.upperBound { return parts }
        }
        var parts: [Range<Int>] = []
        var start = prefix.lowerBound
        for index in prefix {
            let isPause = text.ink[index] == ReaderSign.pause
            let isGap = index > start && text.gap[index] > .none && ReaderNames.isBody(text, start..<index)
            guard isPause || isGap else { continue }
            if index > start { parts.append(start..<index) }
            start = isPause ? index + 1 : index
        }
        if start < prefix.upperBound { parts.append(start..<prefix.upperBound) }
        return parts.allSatisfy { ReaderNames.isBody(text, $0) } ? parts : []
    }

    private static func closesMore(_ text: ReaderText, _ range: Range<Int>) -> Bool {
        var depth = 0
        for index in range {
            if text.ink[index] == ReaderSign.bookOpen { depth += 1 }
            if text.ink[index] == ReaderSign.bookClose { depth -= 1 }
            if depth < 0 { return true }
        }
        return false
    }

    private static func isSame(_ text: ReaderText, _ left: Range<Int>, _ right: Range<Int>) -> Bool {
        text.equalInk(left, right)
    }

    /// …印发, …转发, …关于: the title goes on in the next line.
    private static func continues(_ page: ReaderPage, _ piece: Int) -> Bool {
        let text = page.text
        let range = page.ink(piece)
        return openers.ending(text, range) != nil || text.ends(range, with: "、")
    }

    /// What cannot stand inside a title.
    private static func isBarrier(_ page: ReaderPage, _ piece: Int) -> Bool {
        let text = page.text
        let range = page.ink(piece)
        if range.count > 120 || page.numberAlone(piece) != nil || page.dayAlone(piece) != nil { return true }
        if page.isParenthetical(piece) || page.isPageNumber(piece) || text.ends(range, with: "文件") { return true }
        if ReaderTelegramHead.isBox(page, piece) || ReaderClauses.numeral(text, at: range.lowerBound) != nil {
            return true
        }
        if text.starts(range, with: "附件") || text.ends(range, with: "印发") && page.days(in: range).first != nil {
            return true
        }
        return range.contains { index in
            let sign = text.ink[index]
            return ReaderSign.endsSentence(sign) || sign == ReaderSign.colon || sign == 0x3E
        }
    }
}
