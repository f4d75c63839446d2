package import Storage

/// The pieces of names by which units are found: any two signs that stand side by side, and each single sign of a unit
/// above the workplace. A search walks those of the rarest piece of its words, the highest units first, and looks through
/// no other name (docs/decisions/0014).
package enum UnitGrams {
    private struct Gram: Hashable {
        var text: String
        var unit: UnitID
        var rank: Int
    }

    /// Small letters, sign by sign as SQL counts them.
    private static func signs(_ text: String) -> [Unicode.Scalar] { Array(text.lowercased().unicodeScalars) }

    private static func text(_ signs: some Sequence<Unicode.Scalar>) -> String {
        var text = ""
        text.unicodeScalars.append(contentsOf: signs)
        return text
    }

    private static func pairs(_ signs: [Unicode.Scalar]) -> [String] {
        zip(signs, signs.dropFirst()).map { text([$0, $1]) }
    }

    private static func grams(of unit: Unit) -> Set<Gram> {
        Set(
            (unit.shortNames + [unit.name, unit.nameEnglish ?? ""]).flatMap { name in
                let signs = signs(name)
                let single = unit.level == .workplace ? [] : signs.map { text([$0]) }
                return (single + pairs(signs)).map { Gram(text: $0, unit: unit.id, rank: unit.level.depth) }
            })
    }

    package static func insert(_ units: [Unit], in db: any Transaction) throws {
        // In the order of the key: rows of a piece lie together. Few pieces are many units', so they are put together first.
        let grams = Dictionary(grouping: units.flatMap(grams), by: \.text).sorted { $0.key < $1.key }.flatMap { same in
            same.value.sorted { ($0.rank, $0.unit) < ($1.rank, $1.unit) }
        }
        try db.bulkInsert(
            into: "unit_gram", columns: [.text("gram"), .int("rank"), .int("unit")],
            rows: grams.map { [$0.text.columnValue, $0.rank.columnValue, $0.unit.columnValue] })
    }

    /// A unit is called otherwise now.
    static func replace(_ old: Unit, with new: Unit, in db: any Transaction) throws {
        for some in grams(of: old).map(\.text).sorted().boundLists {
            try db.execute(
                "delete from unit_gram where gram \(in: some) and rank = \(old.level.depth) and unit = \(old.id)")
        }
        try insert([new], in: db)
    }

    /// A piece of which there are more is as common as any other.
    private static let countedMax = 1_000

    /// The piece of some words that fewest names have.
    static func rarest(in words: String, in db: any Transaction) throws -> String? {
        let signs = signs(words)
        guard signs.count > 1 else { return signs.first.map { text([$0]) } }
        var best: (gram: String, units: Int)?
        for gram in Set(pairs(signs)).sorted() {
            let units: Int =
                try db.scalar(
                    """
                    select count(*) as units from (
                        select 1 as one from unit_gram where gram = \(gram) limit \(countedMax)) few
                    """) ?? 0
            if units < best?.units ?? .max { best = (gram, units) }
            if units == 0 { break }
        }
        return best?.gram
    }
}
