import Federation
import Storage

/// Units on two lines (条、块): which line brought one to a sender, and where its other line leads.
enum AddresseesLines {
    /// - Returns: a sentence for each of these units that hangs on two lines; the others are not in it.
    static func of(
        _ units: [UnitID], below sender: Unit, _ language: Language, in db: any Transaction
    ) throws -> [UnitID: Sentence] {
        let two = try UnitStore.find(units, in: db).values.filter { $0.secondaryPath != nil }
        var sentences: [UnitID: Sentence] = [:]
        for unit in two {
            guard let first = try UnitLinkStore.open(of: unit.id, isPrimary: true, in: db),
                let second = try UnitLinkStore.open(of: unit.id, isPrimary: false, in: db)
            else { continue }
            let parents = try UnitStore.find([first.parent, second.parent], in: db)
            func name(_ link: UnitLink) -> String { parents[link.parent]?.shownName(language) ?? "" }
            let isByFirst = sender.path.contains(unit.path)
            let isBySecond = unit.secondaryPath.map(sender.path.contains) ?? false
            let (here, other) = isByFirst ? (first, second) : (second, first)
            sentences[unit.id] =
                isByFirst && isBySecond
                ? AddresseesWords.onBothLines(first.line, name(first), second.line, name(second))
                : AddresseesWords.onOtherLine(by: here.line, other: other.line, name(other))
        }
        return sentences
    }
}
