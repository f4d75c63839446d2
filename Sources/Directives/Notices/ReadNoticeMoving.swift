extension ReadNotice {
    /// The same reading of a text that begins elsewhere: of an inner notice cut out of its cover.
    ///
    /// A place that falls outside (a number printed in the cover alone) is dropped; the field itself stays, as inferred.
    func moved(by offset: Int) -> ReadNotice {
        moved(by: offset, within: extent.map { $0.end - $0.start } ?? 0)
    }

    /// The same reading of a text that now begins at `offset` of a longer one: of a notice carried whole.
    func placed(at offset: Int) -> ReadNotice { moved(by: offset, within: .max) }

    private func moved(by offset: Int, within length: Int) -> ReadNotice {
        func move(_ ranges: [ReadRange]) -> [ReadRange] {
            ranges.map { ReadRange($0.start + offset, $0.end + offset) }.filter { $0.start >= 0 && $0.end <= length }
        }
        func move(_ clause: ReadClause) -> ReadClause {
            var moved = clause
            moved.ranges = move(clause.ranges)
            moved.clauses = clause.clauses.map(move)
            return moved
        }
        var moved = self
        moved.range = move(range)
        moved.clauses = clauses.map(move)
        for place in reports.indices { moved.reports[place].ranges = move(reports[place].ranges) }
        for place in obligations.indices { moved.obligations[place].ranges = move(obligations[place].ranges) }
        for place in dates.indices { moved.dates[place].ranges = move(dates[place].ranges) }
        moved.fields = fields.mapValues { ReadField(ranges: move($0.ranges), how: $0.how) }
        for place in forwarded.indices {
            moved.forwarded[place].notice = forwarded[place].notice.moved(by: offset, within: length)
        }
        return moved
    }
}
