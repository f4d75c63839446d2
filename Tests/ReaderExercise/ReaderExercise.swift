import Foundation

// Built by bin/exercise-reader with the reader's own sources and libFuzzer; no target of the package.

/// What must hold of the reading of any bytes whatever.
@_cdecl("LLVMFuzzerTestOneInput")
public func exercise(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    guard case .success(let text) = NoticeDecoding.text(from: bytes) else { return 0 }
    let began = clock()
    let first = NoticeReader().read(text)
    let spent = Double(clock() - began) / Double(CLOCKS_PER_SEC)
    let ink = ReaderText(text)
    if count > 900_000 { print("exercise-reader: \(count) bytes in \(Int(spent * 1000)) ms") }
    // Twenty times what a notice takes, on a machine ten times as slow, and with the fuzzer's own counting.
    hold(spent < 1 + Double(ink.count) * 20e-6, "\(ink.count) scalars took \(spent) s")
    hold(first == NoticeReader().read(text), "two readings differ")
    if case .success(let notice) = first { Check(ink, text.unicodeScalars.count).notice(notice) }
    return 0
}

private func hold(_ condition: Bool, _ claim: @autoclosure () -> String) {
    if !condition { fatalError(claim()) }
}

private struct Check {
    let ink: ReaderText
    let count: Int

    init(_ ink: ReaderText, _ count: Int) {
        self.ink = ink
        self.count = count
    }

    func notice(_ notice: ReadNotice) {
        for (name, field) in notice.fields { inOrder(field.ranges, name) }
        inOrder(notice.range, "range")
        if let title = notice.fields["title"], let words = notice.title { says(words, title.ranges, "title") }
        clauses(notice.clauses, within: 0..<count, level: 1)
        for report in notice.reports { says(report.quote, report.ranges, "report") }
        for date in notice.dates { says(date.text, date.ranges, "date") }
        apart(notice.dates.flatMap(\.ranges), "dates")
        for cite in notice.cites { inOrder(cite.ranges, "cite") }
        for obligation in notice.obligations { says(obligation.quote, obligation.ranges, "obligation") }
        apart(notice.obligations.flatMap(\.ranges).sorted { $0.start < $1.start }, "obligations")
        for inner in notice.forwarded { self.notice(inner.notice) }
    }

    /// A clause lies in the one above it, after the one before it, and one level deeper.
    private func clauses(_ clauses: [ReadClause], within outer: Range<Int>, level: Int) {
        apart(clauses.flatMap(\.ranges), "clauses")
        for clause in clauses {
            hold(clause.level == level, "\(clause.numeral) is of level \(clause.level), not \(level)")
            hold(!clause.ranges.isEmpty, "\(clause.numeral) is nowhere")
            for range in clause.ranges {
                hold(
                    outer.lowerBound <= range.start && range.end <= outer.upperBound,
                    "\(clause.numeral) leaves \(outer)")
            }
            let own = (clause.ranges.first?.start ?? 0)..<(clause.ranges.last?.end ?? 0)
            self.clauses(clause.clauses, within: own, level: level + 1)
        }
    }

    private func inOrder(_ ranges: [ReadRange], _ name: String) {
        for range in ranges {
            hold(0 <= range.start && range.start < range.end && range.end <= count, "\(name): \(range) of \(count)")
        }
    }

    private func apart(_ ranges: [ReadRange], _ name: String) {
        inOrder(ranges, name)
        for (left, right) in zip(ranges, ranges.dropFirst()) {
            hold(left.end <= right.start, "\(name): \(left) and \(right)")
        }
    }

    /// The words are those of the text at these ranges, white space aside.
    private func says(_ words: String, _ ranges: [ReadRange], _ name: String) {
        apart(ranges, name)
        let there = ranges.map { range in
            let first = ink.place.partitioningIndex { $0 >= range.start }
            let last = ink.place.partitioningIndex { $0 >= range.end }
            return String(String.UnicodeScalarView(ink.raw[first..<last]))
        }
        let said = String(String.UnicodeScalarView(ReaderText(words).raw))
        hold(said == there.joined(separator: "…"), "\(name): “\(words)” is not at \(ranges)")
    }
}
