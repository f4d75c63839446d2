/// Which notice carries which.
enum ReaderNesting {
    struct Node {
        var block: Int
        var relation: ReadRelation?
        var children: [Node] = []
    }

    /// The relation a cover announces: in its title, else in 现将…转发给你们.
    static func relation(_ text: ReaderText, _ block: ReaderBlock) -> ReadRelation? {
        if let title = block.title {
            if text.contains("批转", in: title) { return .endorse }
            if let forward = text.first("转发", in: title) {
                let issue = text.first("印发", in: title) ?? Int.max
                return forward < issue ? .forward : .issue
            }
            if text.contains("印发", in: title) || text.contains("公布", in: title) { return .issue }
        }
        let opening = block.body.prefix(1_000)
        if text.contains("转发给你们", in: opening) { return .forward }
        if text.contains("印发给你们", in: opening) { return .issue }
        return nil
    }

    /// For each block the block that carries it; nil for the outermost.
    static func parents(_ page: ReaderPage, _ blocks: [ReaderBlock]) -> [(parent: Int, relation: ReadRelation)?] {
        let text = page.text
        var parents: [(parent: Int, relation: ReadRelation)?] = []
        let relations = blocks.map { relation(text, $0) }
        for index in blocks.indices {
            guard index > 0 else {
                parents.append(nil)
                continue
            }
            // The nearest notice before it that names it, since covers stack: city, province, ministry.
            let title = blocks[index].title
            let naming = (0..<index).reversed().first { before in
                guard let title else { return false }
                return blocks[before].quotes.contains { isSameTitle(text, $0.title, title) }
                    && (relations[before] != nil || blocks[index].isAttached)
            }
            let covering = (0..<index).reversed().first { relations[$0] != nil }
            if let parent = naming {
                parents.append((parent, relations[parent] ?? .attachment))
            } else if let parent = covering {
                parents.append(
                    (
                        parent,
                        blocks[index].isAttached && relations[parent] == .forward
                            ? .attachment : relations[parent] ?? .attachment
                    ))
            } else {
                parents.append((0, .attachment))
            }
        }
        return parents
    }

    /// The quotations that a cover hands on: those in the sentence of 转发给你们, not what it only refers to.
    static func announced(_ text: ReaderText, _ block: ReaderBlock) -> [ReaderQuote] {
        let opening = block.body.prefix(1_500)
        guard let found = handings.first(text, in: opening) else { return [] }
        let start = opening.last { $0 < found.at && ReaderSign.endsSentence(text.ink[$0]) } ?? opening.lowerBound
        return block.quotes.filter { quote in
            quote.title.lowerBound >= start && quote.title.upperBound <= found.at && quote.title.count >= 8
                && kindEnds(text, quote.title)
        }
    }

    private static let handings: ReaderWords = ["转发给你们", "转发你们", "批转给你们", "批转你们", "现予转发"]
    private static func kindEnds(_ text: ReaderText, _ title: Range<Int>) -> Bool {
        ReaderTitle.kinds.ending(text, ReaderNames.withoutParentheses(text, title)) != nil
    }

    /// Titles are quoted with small slips (人力资源和社会保障部 for 人力资源社会保障部): nine in ten pairs of signs must agree.
    static func isSameTitle(_ text: ReaderText, _ left: Range<Int>, _ right: Range<Int>) -> Bool {
        if text.equalInk(left, right) { return true }
        // 中原省总工会《关于…的通知》: the issuer stands outside the quotation, but on top of the notice itself.
        let (short, long) = left.count < right.count ? (left, right) : (right, left)
        if text.starts(short, with: "关于"), text.equalInk(long.suffix(short.count), short),
            ReaderNames.isBody(text, long.dropLast(short.count))
        {
            return true
        }
        guard left.count > 8, right.count > 8, abs(left.count - right.count) * 5 <= max(left.count, right.count) else {
            return false
        }
        var pairs: [UInt64: Int] = [:]
        for index in left.dropLast() { pairs[pair(text, index), default: 0] += 1 }
        var common = 0
        for index in right.dropLast() {
            let key = pair(text, index)
            if let count = pairs[key], count > 0 {
                pairs[key] = count - 1
                common += 1
            }
        }
        return common * 10 >= (max(left.count, right.count) - 1) * 9
    }

    private static func pair(_ text: ReaderText, _ index: Int) -> UInt64 {
        UInt64(text.ink[index]) << 32 | UInt64(text.ink[index + 1])
    }
}
