package import Storage

/// What one unit alone adds to a measure of a subject.
package struct Figure: Sendable, Hashable {
    package var subject: Int64
    package var measure: Int64
    package var n: Int

    package init(subject: Int64, measure: Int64, n: Int = 1) {
        (self.subject, self.measure, self.n) = (subject, measure, n)
    }

    /// The change that it is at a unit, or, less, that it is no more.
    package func delta(at path: TreePath, _ sign: Int = 1) -> Tally.Delta {
        Tally.Delta(subject: subject, path: path, measure: measure, n: n * sign)
    }
}

/// A context whose facts are tallied by branch. It writes the changes within its own acts; the tree asks it what a unit has
/// come to when that unit moves elsewhere or is no more.
package protocol FigureSource: Sendable {
    /// All that this unit adds to any subject by the facts of this context.
    static func figures(of unit: Unit, in db: any Transaction) throws -> [Figure]
    /// The units of a branch stand elsewhere now. Nothing to do for most.
    static func moved(_ branch: TreePath, in act: Act) throws
}

extension FigureSource {
    package static func moved(_ branch: TreePath, in act: Act) throws {}
}

/// How many units there are, by branch, kind and level.
package enum Census: FigureSource {
    /// The subject under which units themselves are counted.
    package static let subject: Int64 = 0

    package static func figures(of unit: Unit, in db: any Transaction) throws -> [Figure] {
        guard unit.isWorking else { return [] }
        return [Figure(subject: subject, measure: TallyMeasure(kind: unit.kind, level: unit.level).raw)]
    }

    /// How many units work below one.
    package static func count(below top: Unit, in db: any Transaction) throws -> Int {
        try Tally.below([top], of: [subject], in: db).reduce(0) { $0 + $1.n }
    }

    /// Whether a branch has so many units that what is looked for in it is gone through in its own order, and not unit by unit.
    package static func isLarge(_ top: Unit, in db: any Transaction) throws -> Bool {
        try count(below: top, in: db) > largeMin
    }

    private static let largeMin = 5_000

    /// Units that were just founded, put together by the place they hang on.
    static func add(_ units: [Unit], in act: Act) throws {
        try Tally.add(founded(units), in: act)
    }

    /// The same for an invented federation that is laid without acts.
    package static func lay(_ units: [Unit], _ minter: IDMinter, in db: any Transaction) throws {
        try Tally.add(founded(units), ids: { minter.mint(Tally.Delta.self).raw }, in: db)
    }

    private static func founded(_ units: [Unit]) -> [Tally.Delta] {
        var counts: [Tally.Delta: Int] = [:]
        for unit in units {
            // The root is in no branch.
            guard let above = unit.path.parent else { continue }
            let delta = Tally.Delta(
                subject: subject, path: above.appending(segment: TreePath.anySegment),
                measure: TallyMeasure(kind: unit.kind, level: unit.level).raw, n: 1)
            counts[delta, default: 0] += 1
        }
        return counts.map { delta, count in
            var delta = delta
            delta.n = count
            return delta
        }
    }

    /// The day in China, counted from 1970.
    package static func day(_ moment: Moment) -> Int {
        Int((moment.microseconds + 8 * 3_600_000_000) / 86_400_000_000)
    }
}

extension Tally {
    /// Takes away what a unit itself adds, in the branches above it: it is no more.
    static func close(_ unit: Unit, in act: Act) throws {
        try add(own(unit, in: act).map { $0.delta(at: unit.path, -1) }, in: act)
    }

    /// A branch, or only what stands below its top, is about to stand elsewhere: its sums go over to the branches above its
    /// new place. Called before any path is another.
    static func move(_ top: Unit, to new: TreePath, includingTop: Bool, in act: Act) throws {
        let old = top.path
        // What is not folded yet goes along by its path.
        let rest = old.text.utf8.count + 1
        try act.db.execute(
            """
            update delta set path = \(new) || substr(path, \(rest)) where path > \(old) and path < \(old.upperBound)
            """)
        var figures = try act.db.query(
            "select subject, measure, n from tally where branch = \(top.id) and n <> 0"
        ).map { Figure(subject: try $0["subject"], measure: try $0["measure"], n: try $0["n"]) }
        if includingTop {
            figures += try own(top, in: act)
        } else {
            // Nothing stands below it any more: its sums go, and the changes are those of the branches above it.
            try act.db.execute("delete from tally where branch = \(top.id)")
        }
        let to = includingTop ? new : new.appending(segment: TreePath.anySegment)
        try add(figures.flatMap { [$0.delta(at: old, -1), $0.delta(at: to, 1)] }, in: act)
        for source in act.figureSources { try source.moved(old, in: act) }
    }

    /// What a unit itself comes to, by every context.
    private static func own(_ unit: Unit, in act: Act) throws -> [Figure] {
        guard unit.isWorking else { return [] }
        return try ([Census.self] + act.figureSources).flatMap { try $0.figures(of: unit, in: act.db) }
    }
}
