import Federation

/// The whole paper of a cover: its own part, and each notice it carries, whole, beginning on a line of its own. The reading
/// is built with the paper: nothing in it is guessed from the text but clauses, obligations and what the cover cites.
package struct DraftPaper: Sendable, Hashable {
    package private(set) var text = ""
    package private(set) var reading = ReadNotice()
    /// Scalars of `text` so far.
    private var count = 0

    /// A notice as it is carried: its text, and its reading with what was corrected.
    package struct Carried: Sendable, Hashable {
        package var text: String
        package var reading: ReadNotice

        package init(text: String, reading: ReadNotice) {
            self.text = text
            self.reading = reading
        }
    }

    /// What only the sign-off gives.
    package struct SignOff: Sendable, Hashable {
        package var number: String?
        /// ISO day.
        package var date: String

        package init(number: String?, date: String) {
            self.number = number
            self.date = date
        }
    }

    /// - Parameter signOff: nil while it is a draft: neither number nor date is printed.
    package init(_ content: DraftContent, by unit: String, carrying carried: [Carried], signOff: SignOff? = nil) {
        let cover = setCover(content, unit, signOff)
        read(cover, content, unit, signOff)
        for notice in carried { carry(notice) }
        dateWhatPassed()
    }

    // MARK: The cover

    /// Where its parts stand.
    private struct Places {
        var number: ReadRange?
        var title = ReadRange(0, 0)
        var addressees: ReadRange?
        var signature = ReadRange(0, 0)
        var date: ReadRange?
        var copies: ReadRange?
    }

    private mutating func setCover(_ content: DraftContent, _ unit: String, _ signOff: SignOff?) -> Places {
        var places = Places()
        add(unit)
        places.number = signOff?.number.map { add($0) }
        places.title = add(content.title)
        if !content.line.isEmpty {
            let line = add(content.line + "：")
            places.addressees = ReadRange(line.start, line.end - 1)
        }
        add(content.opening)
        for clause in content.clauses { add(clause) }
        if !content.closing.isEmpty { add(content.closing) }
        places.signature = add(unit)
        places.date = (signOff.flatMap { Self.printed($0.date) }).map { add($0) }
        if !content.copyLine.isEmpty {
            let line = add("抄送：" + content.copyLine)
            places.copies = ReadRange(line.start + 3, line.end)
        }
        return places
    }

    /// One paragraph and the blank line after it.
    @discardableResult
    private mutating func add(_ paragraph: String) -> ReadRange {
        let start = count
        let end = start + paragraph.unicodeScalars.count
        text += paragraph + "\n\n"
        count = end + 2
        return ReadRange(start, end)
    }

    /// 2020年2月4日
    private static func printed(_ iso: String) -> String? {
        let parts = iso.split(separator: "-").compactMap { Int($0) }
        return parts.count == 3 ? "\(parts[0])年\(parts[1])月\(parts[2])日" : nil
    }

    private mutating func read(_ places: Places, _ content: DraftContent, _ unit: String, _ signOff: SignOff?) {
        var own = (try? NoticeReader().read(text).get()) ?? ReadNotice()
        own.forwarded = []
        own.unsure = own.unsure.filter { $0.field == "clauses" }
        own.title = content.title
        own.kind = content.title.hasSuffix("通知") ? "通知" : own.kind
        own.issuers = [unit]
        own.signature = unit
        own.number = signOff?.number
        own.date = signOff?.date
        own.addressees = places.addressees.map { _ in
            ReadAddressees(line: content.line, phrases: AddresseeLine(content.line).phrases.map(\.text))
        }
        own.cc = places.copies.map { _ in content.copyLine }
        own.range = [ReadRange(0, max(0, count - 2))]
        let title = places.title
        let issuer =
            content.title.hasPrefix(unit)
            ? ReadRange(title.start, title.start + unit.unicodeScalars.count) : places.signature
        let printed: [(name: String, range: ReadRange?)] = [
            ("title", title), ("number", places.number), ("issuers", issuer), ("signature", places.signature),
            ("date", places.date), ("addressees", places.addressees), ("cc", places.copies),
            ("kind", own.kind.map { ReadRange(title.end - $0.unicodeScalars.count, title.end) }),
        ]
        for (name, range) in printed {
            own.fields[name] = range.map { ReadField(ranges: [$0], how: .printed) }
        }
        reading = own
    }

    // MARK: What it carries

    private mutating func carry(_ notice: Carried) {
        var placed = notice.reading.placed(at: count)
        // What stands above its number, the letterhead, is its own and not the cover's.
        if placed.range.isEmpty { placed.range = [ReadRange(count, count)] }
        placed.range[0].start = count
        reading.forwarded.append(ReadForwarded(relation: .forward, notice: placed))
        text += notice.text
        count += notice.text.unicodeScalars.count
        if !notice.text.hasSuffix("\n") {
            text += "\n"
            count += 1
        }
        text += "\n"
        count += 1
    }

    /// Days that were still ahead when a carried notice was written may be over now that its cover is dated.
    private mutating func dateWhatPassed() {
        guard let date = reading.date else { return }
        for place in reading.forwarded.indices { reading.forwarded[place].notice.markPassed(before: date) }
    }
}

extension ReadNotice {
    fileprivate mutating func markPassed(before day: String) {
        for place in dates.indices {
            guard let named = dates[place].date else { continue }
            // A day that the notice itself told of as past stays unmarked, unless it was a term.
            let wasAhead = date.map { named >= $0 } ?? true
            dates[place].passed = named < day && (wasAhead || dates[place].passed)
        }
        for place in forwarded.indices { forwarded[place].notice.markPassed(before: day) }
    }
}

extension DraftContent {
    /// The addressee line as it is printed, without its colon.
    package var line: String { Self.printed(addressees.line) }
    package var copyLine: String { Self.printed(addressees.copyLine) }

    private static func printed(_ line: String) -> String {
        var line = line.trimmed
        while let last = line.last, "：:。".contains(last) { line.removeLast() }
        return line.split(whereSeparator: \.isNewline).joined()
    }
}
