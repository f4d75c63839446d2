/// A place of the paper that says where a field was read, numbered in reading order.
package struct SourceMark: Sendable, Hashable {
    /// What the reader, or a person, has to know of it.
    package enum Style: String, Sendable, Hashable {
        case printed, inferred, unsure, passed

        package var needsDecision: Bool { self == .unsure || self == .passed }
    }

    package var number: Int
    package var ranges: [ReadRange]
    package var style: Style
    /// A sentence that asks for a report.
    package var isReport: Bool
}

/// All marks of a paper and of the notices inside it.
package struct SourceMarks: Sendable {
    /// A field of one of the notices: `path` are places among the forwarded ones, from the outermost in.
    package struct Key: Sendable, Hashable {
        package var path: [Int]
        package var field: String
        package var place: Int

        package init(_ path: [Int], _ field: String, _ place: Int = 0) {
            self.path = path
            self.field = field
            self.place = place
        }
    }

    /// A stretch of the text that belongs to one mark. Stretches do not overlap; the inner of two marks has it.
    struct Stretch: Sendable {
        var start: Int
        var end: Int
        var mark: Int
    }

    /// In reading order: the mark of number n is at n - 1.
    package private(set) var marks: [SourceMark] = []
    private(set) var stretches: [Stretch] = []
    private var numbers: [Key: Int] = [:]
    private var shared: Set<Key> = []

    package func number(_ key: Key) -> Int? { numbers[key] }

    /// True where a field has no mark of its own: it stands inside another's words.
    func isShared(_ key: Key) -> Bool { shared.contains(key) }

    private struct Entry {
        var key: Key
        var ranges: [ReadRange]
        var style: SourceMark.Style
    }

    /// - Parameter letterheads: where a notice's issuer stands above its title, by the notice's path.
    init(_ reading: ReadNotice, letterheads: [[Int]: ReadRange]) {
        var entries: [Entry] = []
        Self.collect(reading, [], letterheads, into: &entries)
        entries.sort { left, right in
            let (one, other) = (left.ranges[0], right.ranges[0])
            return one.start != other.start ? one.start < other.start : one.end > other.end
        }
        number(entries)
        stretch()
    }

    private static let single = [
        "issuers", "title", "number", "grade", "addressees", "date", "signature", "cc", "note", "attachments",
        "printedDate",
    ]

    private static func collect(
        _ notice: ReadNotice, _ path: [Int], _ letterheads: [[Int]: ReadRange], into entries: inout [Entry]
    ) {
        func put(_ field: String, _ ranges: [ReadRange], _ style: SourceMark.Style, place: Int = 0) {
            let ranges = ranges.filter { $0.start < $0.end }.sorted { $0.start < $1.start }
            guard !ranges.isEmpty else { return }
            entries.append(Entry(key: Key(path, field, place), ranges: ranges, style: style))
        }
        for field in single {
            guard let read = notice.fields[field] else { continue }
            let isUnsure = notice.doubt(about: field) != nil
            let style: SourceMark.Style = read.how == .inferred ? .inferred : isUnsure ? .unsure : .printed
            let letterhead = field == "issuers" ? letterheads[path].map { [$0] } : nil
            put(field, letterhead ?? read.ranges, style)
        }
        let head = ["telegram.mark", "telegram.sender", "telegram.signOff"].flatMap { notice.fields[$0]?.ranges ?? [] }
        put("telegram", head, .printed)
        if let machine = notice.fields["telegram.machineNumber"] {
            put("machine", machine.ranges, notice.telegram?.machineNumber == "" ? .unsure : .printed)
        }
        for (place, report) in notice.reports.enumerated() { put("report", report.ranges, .printed, place: place) }
        for (place, date) in notice.dates.enumerated() where date.passed {
            put("passed", date.ranges, .passed, place: place)
        }
        for (place, forwarded) in notice.forwarded.enumerated() {
            collect(forwarded.notice, path + [place], letterheads, into: &entries)
        }
    }

    /// Gives numbers. A field inside another's words (the issuer in a title) shares its number.
    private mutating func number(_ entries: [Entry]) {
        var open: [(end: Int, entry: Entry, number: Int)] = []
        for entry in entries {
            let first = entry.ranges[0]
            while let last = open.last, last.end <= first.start { open.removeLast() }
            if entry.style != .passed,
                let around = open.last(where: { $0.end >= entry.ranges[entry.ranges.count - 1].end }),
                around.entry.key.path == entry.key.path,
                entry.key.field == "issuers" || around.entry.ranges == entry.ranges || around.entry.key.field == "title"
            {
                numbers[entry.key] = around.number
                shared.insert(entry.key)
                continue
            }
            let number = marks.count + 1
            numbers[entry.key] = number
            marks.append(
                SourceMark(
                    number: number, ranges: entry.ranges, style: entry.style, isReport: entry.key.field == "report"))
            open.append((first.end, entry, number))
        }
    }

    /// Cuts overlapping ranges into stretches, the inner one winning.
    private mutating func stretch() {
        let all = marks.flatMap { mark in mark.ranges.map { Stretch(start: $0.start, end: $0.end, mark: mark.number) } }
            .sorted { ($0.start, -$0.end, $0.mark) < ($1.start, -$1.end, $1.mark) }
        var open: [Stretch] = []
        var cursor = 0
        func emit(to end: Int, _ mark: Int, into found: inout [Stretch]) {
            if end > cursor { found.append(Stretch(start: cursor, end: end, mark: mark)) }
            cursor = max(cursor, end)
        }
        var found: [Stretch] = []
        for next in all {
            while let last = open.last, last.end <= next.start {
                emit(to: last.end, last.mark, into: &found)
                open.removeLast()
            }
            if let last = open.last { emit(to: next.start, last.mark, into: &found) }
            cursor = max(cursor, next.start)
            open.append(next)
        }
        while let last = open.popLast() { emit(to: last.end, last.mark, into: &found) }
        stretches = found
    }
}

extension ReadNotice {
    /// Why a field is not certain; nil where it is, and where it is only concluded from another place.
    func doubt(about field: String) -> ReadDoubt.Reason? {
        if let how = fields[field]?.how, how != .printed { return nil }
        if let doubt = unsure.first(where: { $0.field == field }) { return doubt.reason }
        guard field == "signature", fields["issuers"]?.how == .printed, issuers.count == 1, let signature,
            signature != issuers[0], unsure.allSatisfy({ $0.field != "issuers" })
        else { return nil }
        // 中华全国总工会 in the title, 中华全国总工会办公厅 under it: one of them issued it.
        return ReadDoubt.Reason(
            zh: "标题里是“\(issuers[0])”，落款是“\(signature)”。发文单位取标题里的。",
            en: "The title and the signature name different bodies; the issuer is taken from the title.")
    }

    /// Why a field was concluded from another place.
    func inference(about field: String) -> ReadDoubt.Reason? {
        guard fields[field]?.how == .inferred else { return nil }
        return unsure.first { $0.field == field }?.reason
    }
}
