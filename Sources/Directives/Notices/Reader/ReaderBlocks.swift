/// One notice as it lies on the paper, before it is known which notice contains which.
struct ReaderBlock: Sendable {
    /// The first piece that may belong to its head.
    var headStart: Int
    var title: Range<Int>?
    var titleKind: ReaderWord?
    /// The first piece of the title.
    var titlePiece: Int?
    /// The line without its colon.
    var addressees: Range<Int>?
    /// The line stands where addressees stand and speaks like them, but has no colon.
    var lacksColon = false
    /// Pieces of head before the body.
    var head: Range<Int>
    /// Body without attachments and signature.
    var body: Range<Int> = 0..<0
    var bodyPieces: Range<Int> = 0..<0
    var attachments: [Range<Int>] = []
    var signature: ReaderSignature?
    var footer: ReaderFooter?
    /// It begins with 附件 on a line of its own.
    var isAttached = false
    /// 《title》 and the number after it, in the order in which its body quotes them.
    var quotes: [ReaderQuote] = []
    /// All of them, for what the notice cites.
    var works: [ReaderQuote] = []
    /// From its title, or the first box above it, to the end of its footer.
    var ink: Range<Int> = 0..<0
}

/// A title between 《 》 with the number in parentheses behind it.
struct ReaderQuote: Sendable {
    var title: Range<Int>
    var number: ReaderNumber?
}

/// Finds the notices of a text one after another: a head, a body, a signature, a footer, the next head.
struct ReaderBlocks {
    private let page: ReaderPage
    private var text: ReaderText { page.text }
    /// How far a title may stand above its addressee line, in pieces.
    private static let headReach = 24
    private static let blockLimit = 32
    private static let quoteLimit = 32
    private static let workLimit = 400
    /// Scalars compared in all while looking for titles announced by a cover. A notice needs a few thousand.
    private static let comparisonLimit = 4_000_000

    init(_ page: ReaderPage) { self.page = page }

    func all() -> [ReaderBlock] {
        var blocks: [ReaderBlock] = []
        var quotes: [ReaderQuote] = []
        var comparisons = Self.comparisonLimit
        var start = 0
        var isAttached = false
        while start < page.count, blocks.count < Self.blockLimit {
            guard var block = head(from: start, isFirst: blocks.isEmpty) else { break }
            block.isAttached = isAttached
            let next = finish(&block, quotes: quotes, comparisons: &comparisons)
            isAttached = next.isAttached
            quotes += block.quotes
            blocks.append(block)
            start = max(next.piece, block.head.upperBound, start + 1)
        }
        return blocks
    }

    // MARK: Head

    /// A title and an addressee line close under it; else a title right above a body.
    private func head(from start: Int, isFirst: Bool) -> ReaderBlock? {
        var title: Int?
        var piece = start
        while piece < page.count {
            let range = page.ink(piece)
            if let end = title, piece - end <= Self.headReach {
                if let line = addressees(after: end, at: piece) {
                    var block = ReaderBlock(headStart: start, head: start..<piece + 1)
                    block.addressees = line
                    // 主送 and the first sentence may touch where line breaks were lost.
                    let glued = line.upperBound + 1 < range.upperBound
                    block.body = line.upperBound + 1..<page.ink(page.count - 1).upperBound
                    block.bodyPieces = (glued ? piece : piece + 1)..<page.count
                    block.titlePiece = end
                    return block
                }
                if page.sentenceEnd(in: range) != nil || ReaderAddressees.isLeadIn(text, range)
                    || ReaderClauses.numeral(text, at: range.lowerBound) != nil,
                    page.numberAlone(piece) == nil, !page.isParenthetical(piece)
                {
                    return bodyOnly(start: start, title: end, body: piece)
                }
            }
            if ReaderTitle.kind(page, piece) != nil, title.map({ piece - $0 > 0 }) ?? true { title = piece }
            piece += 1
        }
        guard let end = title, isFirst else {
            return isFirst ? headless(from: start) : nil
        }
        return bodyOnly(start: start, title: end, body: min(end + 1, page.count))
    }

    private func bodyOnly(start: Int, title: Int, body piece: Int) -> ReaderBlock {
        var block = ReaderBlock(headStart: start, head: start..<piece)
        block.titlePiece = title
        let end = page.ink(page.count - 1).upperBound
        block.body = (piece < page.count ? page.ink(piece).lowerBound : end)..<end
        block.bodyPieces = piece..<page.count
        if let line = unmarkedAddressees(after: title, before: piece) {
            block.addressees = line
            block.lacksColon = true
        }
        return block
    }

    /// A line of addressees that lost its colon: 各… right above the body.
    private func unmarkedAddressees(after title: Int, before body: Int) -> Range<Int>? {
        guard title + 1 < body, body - title <= Self.headReach else { return nil }
        var first = body
        while first - 1 > title, page.numberAlone(first - 1) == nil, page.dayAlone(first - 1) == nil,
            !page.isParenthetical(first - 1), !ReaderTelegramHead.isBox(page, first - 1)
        {
            first -= 1
        }
        guard first < body else { return nil }
        let line = page.ink(from: first, to: body - 1)
        return text.starts(line, with: "各") && line.count <= 200 && ReaderAddressees.isLine(text, line) ? line : nil
    }

    /// A text that lost its title: an addressee line at its very beginning.
    private func headless(from start: Int) -> ReaderBlock? {
        for piece in start..<min(start + 20, page.count) {
            let range = page.ink(piece)
            guard text.starts(range, with: "各"), let colon = range.first(where: { text.ink[$0] == ReaderSign.colon }),
                ReaderAddressees.isLine(text, range.lowerBound..<colon)
            else { continue }
            var block = ReaderBlock(headStart: start, head: start..<piece + 1)
            block.addressees = range.lowerBound..<colon
            block.body = colon + 1..<page.ink(page.count - 1).upperBound
            block.bodyPieces = (colon + 1 < range.upperBound ? piece : piece + 1)..<page.count
            return block
        }
        return nil
    }

    /// The line of addressees that ends in this piece, begun under the title.
    private func addressees(after title: Int, at piece: Int) -> Range<Int>? {
        guard piece > title else { return nil }
        let range = page.ink(piece)
        guard let colon = range.first(where: { text.ink[$0] == ReaderSign.colon }), page.numberAlone(piece) == nil,
            !ReaderTelegramHead.isBox(page, piece)
        else { return nil }
        var first = piece
        while first - 1 > title, page.numberAlone(first - 1) == nil, page.dayAlone(first - 1) == nil,
            !page.isParenthetical(first - 1), !ReaderTelegramHead.isBox(page, first - 1),
            !page.isPageNumber(first - 1), !page.isResidue(first - 1)
        {
            first -= 1
        }
        let line = page.ink(first).lowerBound..<colon
        return ReaderAddressees.isLine(text, line) ? line : nil
    }

    // MARK: Body, signature, footer

    private func finish(_ block: inout ReaderBlock, quotes: [ReaderQuote], comparisons: inout Int) -> (
        piece: Int, isAttached: Bool
    ) {
        let end = page.ink(page.count - 1).upperBound
        var piece = block.bodyPieces.lowerBound
        var stop = end
        var next = page.count
        var isAttached = false
        let known = quotes.map(\.title)
        while piece < page.count {
            if let signature = ReaderSignature.ending(page, at: piece, floor: block.bodyPieces.lowerBound) {
                block.signature = signature
                stop = signature.start
                next = piece + 1
                break
            }
            let isFooter = ReaderFooter.begins(page, piece)
            let isMark = ReaderFooter.isAttachmentMark(page, piece)
            let isTitle =
                piece > block.bodyPieces.lowerBound && page.pieces[piece].gap >= .line
                && known.contains { startsTitle($0, at: page.ink(piece).lowerBound, comparisons: &comparisons) }
            if isFooter || isMark || isTitle {
                stop = page.ink(piece).lowerBound
                next = piece
                break
            }
            piece += 1
        }
        let bodyStart = min(block.body.lowerBound, stop)
        let lastPiece = block.signature?.pieces.lowerBound ?? piece
        block.bodyPieces = block.bodyPieces.lowerBound..<max(block.bodyPieces.lowerBound, min(lastPiece, page.count))

        var bodyEnd = stop
        let tail = max(block.bodyPieces.lowerBound, block.bodyPieces.upperBound - 40)..<block.bodyPieces.upperBound
        if let first = ReaderFooter.attachmentStart(page, tail) {
            block.attachments = ReaderFooter.attachments(page, first..<block.bodyPieces.upperBound, end: stop)
            bodyEnd = max(bodyStart, page.ink(first).lowerBound)
            block.bodyPieces = block.bodyPieces.lowerBound..<first
        }
        block.body = bodyStart..<max(bodyStart, bodyEnd)
        block.works = quoted(in: block.body)
        block.quotes = Array(block.works.prefix(Self.quoteLimit))

        if next < page.count, !ReaderFooter.isAttachmentMark(page, next) {
            let footer = ReaderFooter.read(page, from: next)
            block.footer = footer
            next = footer.next
            if block.addressees == nil { block.addressees = footer.addressees }
            if let list = footer.attachments, block.attachments.isEmpty {
                block.attachments = ReaderFooter.attachments(page, list, end: page.ink(list.upperBound - 1).upperBound)
            }
        }
        if next < page.count, ReaderFooter.isAttachmentMark(page, next) {
            isAttached = true
            next += 1
        }
        settleTitle(&block)
        let first = block.title?.lowerBound ?? page.ink(min(block.headStart, page.count - 1)).lowerBound
        let last = max(
            stop, block.footer?.ink?.upperBound ?? 0, block.signature.map { page.ink($0.dayPiece).upperBound } ?? 0)
        block.ink = min(first, last)..<last
        return (next, isAttached)
    }

    private func settleTitle(_ block: inout ReaderBlock) {
        guard let end = block.titlePiece else { return }
        let first = ReaderTitle.first(page, end: end, floor: block.headStart, bodies: block.signature?.bodies ?? [])
        // （试行） or （第五版） on a line of its own still belongs to the title.
        let isQualified =
            end + 1 < page.count && page.isParenthetical(end + 1) && page.ink(end + 1).count <= 14
            && ReaderTitle.qualifiers.first(text, in: page.ink(end + 1)) != nil
        block.title = page.ink(from: first, to: isQualified ? end + 1 : end)
        block.titleKind = ReaderTitle.kind(page, end)
        block.titlePiece = first
    }

    private func startsTitle(_ title: Range<Int>, at index: Int, comparisons: inout Int) -> Bool {
        guard title.count >= 10, index + title.count <= text.count, title.lowerBound != index, comparisons > 0
        else { return false }
        for offset in 0..<title.count {
            comparisons -= 1
            if text.ink[title.lowerBound + offset] != text.ink[index + offset] { return false }
        }
        return true
    }

    /// Titles between 《 》; a title inside a title belongs to the outer one.
    private func quoted(in body: Range<Int>) -> [ReaderQuote] {
        var quotes: [ReaderQuote] = []
        var depth = 0
        var start = 0
        for index in body {
            switch text.ink[index] {
            case ReaderSign.bookOpen:
                if depth == 0 { start = index + 1 }
                depth += 1
            case ReaderSign.bookClose where depth > 0:
                depth -= 1
                guard depth == 0, index > start, index - start <= 400 else { continue }
                let number =
                    text.has("(", at: index + 1)
                    ? page.numbers(in: index + 2..<min(index + 40, body.upperBound)).first : nil
                quotes.append(
                    ReaderQuote(title: start..<index, number: number?.ink.lowerBound == index + 2 ? number : nil))
                if quotes.count >= Self.workLimit { return quotes }
            default: break
            }
        }
        return quotes
    }
}
