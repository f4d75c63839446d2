/// Puts the fields of each block together and the notices inside one another.
struct ReaderAssembly {
    private let page: ReaderPage
    private let blocks: [ReaderBlock]
    private let parents: [(parent: Int, relation: ReadRelation)?]
    private var text: ReaderText { page.text }

    init(_ page: ReaderPage, _ blocks: [ReaderBlock]) {
        self.page = page
        self.blocks = blocks
        parents = ReaderNesting.parents(page, blocks)
    }

    func notice() -> ReadNotice {
        var notices = blocks.indices.map(read)
        returnFooters(&notices)
        inferNumbers(&notices)
        let reference = notices[0].date ?? notices.compactMap(\.date).max()
        for index in notices.indices {
            let children = Set(blocks.indices.filter { parents[$0]?.parent == index })
            notices[index].cites = ReaderCites.read(
                page, block: blocks[index], handedOn: handedOn(by: index, children: children))
            notices[index].dates = dates(of: index, own: notices[index].date ?? reference, reference: reference)
            notices[index].unsure += doubts(notices[index], index)
        }
        for index in blocks.indices { notices[index].forwarded += missing(under: index, notices) }
        // Children are put in from the last, so that each is complete when its parent takes it.
        for index in blocks.indices.reversed() {
            guard let above = parents[index] else { continue }
            notices[above.parent].forwarded.insert(
                ReadForwarded(relation: above.relation, notice: notices[index]), at: 0)
        }
        return notices[0]
    }

    // MARK: One block

    private func read(_ index: Int) -> ReadNotice {
        let block = blocks[index]
        var notice = ReadNotice()
        var first = block.ink.lowerBound

        func put(_ field: String, _ ranges: [Range<Int>], _ how: ReadField.How = .printed) {
            let ranges = ranges.filter { !$0.isEmpty }
            guard !ranges.isEmpty else { return }
            notice.fields[field] = ReadField(ranges: ranges.map(text.range), how: how)
        }

        if let title = block.title {
            notice.title = text.string(title)
            put("title", [title])
        }
        if let kind = block.titleKind, let title = block.title {
            notice.kind = kind.text
            let name = ReaderNames.withoutParentheses(text, title)
            put("kind", [name.suffix(kind.scalars.count)])
        }

        // The boxes: above the title and between it and the addressees.
        let head = block.head
        for piece in head {
            let range = page.ink(piece)
            if let title = block.title, range.overlaps(title) { continue }
            if let number = page.numberAlone(piece) {
                notice.number = number.value
                put("number", [number.ink])
                first = min(first, range.lowerBound)
            }
            if let signer = ReaderTelegramHead.signer(page, piece) { put("signer", [signer]) }
            if notice.grade == nil, let grade = ReaderTelegramHead.grade(page, piece) {
                notice.grade = grade.word.text
                put("grade", [grade.at..<grade.at + grade.word.scalars.count])
                first = min(first, range.lowerBound)
            }
        }
        let boxes = ReaderTelegramHead.read(page, block.headStart..<(block.titlePiece ?? head.upperBound))
        if let telegram = boxes.telegram {
            notice.telegram = telegram
            notice.medium = .telegram
            for (name, range) in boxes.places {
                put(name, [range])
                first = min(first, range.lowerBound)
            }
            put("medium", [boxes.places["telegram.mark"] ?? boxes.places["telegram.sender"] ?? 0..<0])
        } else if let number = notice.number, let prefix = number.split(separator: "〔").first, prefix.hasSuffix("电") {
            // 交运明电, 工发电: the number family says that it went out as a telegram.
            notice.medium = .telegram
            notice.fields["medium"] = ReadField(ranges: notice.fields["number"]?.ranges ?? [], how: .inferred)
        }

        if let line = block.addressees {
            notice.addressees = ReadAddressees(
                line: text.string(line), phrases: ReaderAddressees.phrases(text, line).map(text.string))
            put("addressees", [line])
        }
        if let signature = block.signature {
            notice.date = signature.day.iso()
            put("date", [signature.day.ink])
            if !signature.bodies.isEmpty {
                notice.signature = signature.bodies.map(text.string).joined(separator: "、")
                put("signature", signature.bodies)
            }
        }
        let issuers = issuers(block)
        if issuers.isEmpty, let sender = notice.telegram?.sender {
            notice.issuers = [sender]
            notice.fields["issuers"] = notice.fields["telegram.sender"]
        } else {
            notice.issuers = issuers.map(text.string)
            put("issuers", issuers)
        }

        let clauses = ReaderClauses.read(page, body: block.body, pieces: block.bodyPieces)
        notice.clauses = clauses.clauses
        notice.reports = ReaderReports.read(page, body: block.body, headings: clauses.headings)
        notice.obligations = ReaderObligations.read(page, block, clauses: clauses, issuers: notice.issuers)
        notice.attachments = block.attachments.map(text.string)
        put("attachments", block.attachments)

        if let footer = block.footer {
            if let note = footer.note {
                notice.note = text.string(note)
                put("note", [note])
            }
            if let cc = footer.cc {
                notice.cc = text.string(cc)
                put("cc", [cc])
            }
            if let printed = footer.printed {
                notice.printedDate = printed.iso()
                put("printedDate", [printed.ink])
            }
        }
        notice.range = [text.range(first..<max(first, block.ink.upperBound))]
        return notice
    }

    /// The fuller of title and signature: 省工业和信息化厅 in the title is 贵州省工业和信息化厅 below it,
    /// but an office that signs for its body (中华全国总工会办公厅) does not become the issuer.
    private func issuers(_ block: ReaderBlock) -> [Range<Int>] {
        let signed = block.signature?.bodies ?? []
        let titled = block.title.map { ReaderTitle.issuers(page, title: $0, bodies: signed) } ?? []
        if titled.isEmpty || signed.count > titled.count { return signed }
        guard signed.count == 1, titled.count == 1, signed[0].count > titled[0].count,
            text.equalInk(signed[0].suffix(titled[0].count), titled[0])
        else { return titled }
        return signed
    }

    // MARK: Between blocks

    /// A document issued under a cover has no signature; what stands in the footer after it is the cover's.
    private func returnFooters(_ notices: inout [ReadNotice]) {
        for index in blocks.indices.reversed() {
            guard let above = parents[index], let footer = blocks[index].footer else { continue }
            let coverPrinted =
                footer.printer.map { printer in
                    notices[above.parent].issuers.contains(text.string(printer))
                        && notices[index].signature != text.string(printer)
                } ?? false
            guard blocks[index].signature == nil || coverPrinted else { continue }
            for field in ["cc", "printedDate"] where notices[above.parent].fields[field] == nil {
                notices[above.parent].fields[field] = notices[index].fields.removeValue(forKey: field)
            }
            if notices[above.parent].cc == nil {
                notices[above.parent].cc = notices[index].cc
                notices[index].cc = nil
            }
            if notices[above.parent].printedDate == nil {
                notices[above.parent].printedDate = notices[index].printedDate
                notices[index].printedDate = nil
            }
            if let ink = footer.ink {
                let lines = text.range(ink)
                if let last = notices[index].range.indices.last, notices[index].range[last].end == lines.end {
                    notices[index].range[last].end = min(lines.start, notices[index].range[last].end)
                }
                notices[above.parent].range.append(lines)
            }
        }
    }

    /// A number that only the cover prints, in parentheses after the title.
    private func inferNumbers(_ notices: inout [ReadNotice]) {
        for index in blocks.indices {
            guard notices[index].number == nil, let above = parents[index], let title = blocks[index].title else {
                continue
            }
            for cover in [above.parent] + blocks.indices.filter({ $0 < index && $0 != above.parent }) {
                guard
                    let number = blocks[cover].quotes.first(where: { ReaderNesting.isSameTitle(text, $0.title, title) }
                    )?.number
                else { continue }
                notices[index].number = number.value
                notices[index].fields["number"] = ReadField(ranges: [text.range(number.ink)], how: .inferred)
                if let prefix = number.value.split(separator: "〔").first, prefix.hasSuffix("电"),
                    notices[index].medium == .document
                {
                    notices[index].medium = .telegram
                    notices[index].fields["medium"] = notices[index].fields["number"]
                }
                break
            }
        }
    }

    /// A paper that a cover hands on without its text being there: known by title and number only.
    private func missing(under index: Int, _ notices: [ReadNotice]) -> [ReadForwarded] {
        guard let relation = ReaderNesting.relation(text, blocks[index]) else { return [] }
        let announced = ReaderNesting.announced(text, blocks[index])
        let present = blocks.indices.filter { parents[$0]?.parent == index }
        guard present.count < announced.count else { return [] }
        return announced.compactMap { quote in
            let isPresent = present.contains { child in
                blocks[child].title.map { ReaderNesting.isSameTitle(text, quote.title, $0) } ?? false
            }
            guard !isPresent else { return nil }
            var notice = ReadNotice()
            notice.title = text.string(quote.title)
            notice.fields["title"] = ReadField(ranges: [text.range(quote.title)], how: .inferred)
            let name = ReaderNames.withoutParentheses(text, quote.title)
            notice.kind = ReaderTitle.kinds.ending(text, name)?.text
            if let number = quote.number {
                notice.number = number.value
                notice.fields["number"] = ReadField(ranges: [text.range(number.ink)], how: .inferred)
            }
            notice.unsure = [
                ReadDoubt(
                    field: "range",
                    reason: .init(zh: "所附通知的正文不在这份材料里。", en: "The text of the notice carried is not in this paper."))
            ]
            return ReadForwarded(relation: relation, notice: notice)
        }
    }

    /// What a cover quotes because it carries it: the papers under it, and those it announces without their text.
    private func handedOn(by index: Int, children: Set<Int>) -> [ReaderQuote] {
        let announced =
            ReaderNesting.relation(text, blocks[index]) == nil ? [] : ReaderNesting.announced(text, blocks[index])
        let present = blocks[index].quotes.filter { quote in
            children.contains { child in
                blocks[child].title.map { ReaderNesting.isSameTitle(text, quote.title, $0) } ?? false
            }
        }
        return announced + present
    }

    // MARK: Days

    private func dates(of index: Int, own: String?, reference: String?) -> [ReadDate] {
        page.days(in: blocks[index].body).prefix(Self.dateLimit).compactMap { day in
            // A bare month names no day.
            guard day.day != nil || day.isMonthEnd else { return nil }
            let year = own.flatMap { ReaderDates.nearestYear(month: day.month, to: $0) }
            let iso = day.iso(year: year)
            var isPassed = false
            if let iso, let reference, iso < reference {
                isPassed = own.map { iso >= $0 } ?? true || isTerm(day)
            }
            return ReadDate(text: text.string(day.ink), ranges: [text.range(day.ink)], date: iso, passed: isPassed)
        }
    }

    private static let dateLimit = 2_000
    private static let termBefore: ReaderWords = ["延长到", "延长至", "截至", "截止", "延期至", "推迟到", "推迟至"]

    /// 2月9日前, 延长到2月2日: a term, even where it was over on the day of writing.
    private func isTerm(_ day: ReaderDay) -> Bool {
        let before = max(0, day.ink.lowerBound - 6)..<day.ink.lowerBound
        return text.has("前", at: day.ink.upperBound) || Self.termBefore.ending(text, before) != nil
    }

    // MARK: Doubts

    private func doubts(_ notice: ReadNotice, _ index: Int) -> [ReadDoubt] {
        var doubts: [ReadDoubt] = []
        func doubt(_ field: String, _ zh: String, _ en: String) {
            doubts.append(ReadDoubt(field: field, reason: .init(zh: zh, en: en)))
        }
        if notice.title == nil { doubt("title", "没有找到标题。", "No title was found.") }
        if notice.fields["number"]?.how == .inferred {
            doubt("number", "文号只印在转发它的通知里。", "The number is printed only in the notice that carries this one.")
        }
        if blocks[index].signature == nil, parents[index] == nil {
            doubt("date", "没有找到署名和成文日期。", "No signature and date were found.")
        }
        if let signature = notice.signature, notice.issuers.count == 1, !signature.contains(notice.issuers[0]) {
            doubt("issuers", "标题中的发文机关与署名不同。", "The issuer in the title is not the one that signed.")
        }
        if blocks[index].lacksColon {
            doubt("addressees", "主送机关一行没有冒号，是按位置判断的。", "The addressee line has no colon; it was taken by its place.")
        }
        let ordinals = notice.clauses.compactMap { ordinal($0.numeral) }
        for (left, right) in zip(ordinals, ordinals.dropFirst()) where right != left + 1 {
            doubt("clauses", "条款序号不连续，可能缺条。", "The clause numbers are not consecutive; one may be missing.")
            break
        }
        if parents[index] != nil, blocks[index].quotes.isEmpty, notice.title != nil,
            let parent = parents[index]?.parent,
            !blocks[parent].quotes.contains(where: { quote in
                blocks[index].title.map { ReaderNesting.isSameTitle(text, quote.title, $0) } ?? false
            })
        {
            doubt("title", "前面的通知没有逐字引用这个标题。", "The notice before it does not quote this title word for word.")
        }
        return doubts
    }

    private func ordinal(_ numeral: String) -> Int? {
        ReaderClauses.numeral(ReaderText(numeral + "文"), at: 0)?.ordinal
    }
}
