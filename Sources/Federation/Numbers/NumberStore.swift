package import Storage

extension Act {
    /// Draws the next free number of a series of the act's own unit, in this act: a paper that is not issued after all
    /// uses none up.
    ///
    /// Free numbers that were jumped over stay free: a draw never goes back.
    /// - Throws: `NumberRefusal`.
    package func drawNumber(word: String, year: Int, for subject: Subject, at unit: UnitID? = nil) throws
        -> DocumentNumber
    {
        let series = try NumberStore.ensure(word: word, year: year, at: try numberUnit(unit), next: 1, in: self)
        while true {
            // Moving the series first makes draws from one series wait for each other, and from others not.
            guard
                let number: Int = try db.scalar(
                    "update number_series set next = next + 1 where id = \(series) returning next - 1 as number"),
                DocumentNumber.numbers.contains(number)
            else { throw NumberRefusal.exhausted }
            let drawn = try DocumentNumber(word: word, year: year, number: number)
            if try NumberStore.insert(drawn, .drawn, reason: nil, subject, series: series, in: self) { return drawn }
        }
    }

    /// Uses a number that was reserved.
    package func drawReserved(_ number: DocumentNumber, for subject: Subject, at unit: UnitID? = nil) throws {
        guard let series = try NumberStore.find(word: number.word, year: number.year, at: try numberUnit(unit), in: db),
            try NumberStore.change(
                number, to: .drawn, from: .reserved, reason: nil, subject, series: series.id, in: self)
        else { throw NumberRefusal.notReserved(number) }
    }

    /// The unit whose papers are numbered.
    fileprivate func numberUnit(_ unit: UnitID?) throws -> UnitID {
        guard let unit = unit ?? self.unit else { throw AccessRefusal.notFound }
        return unit
    }
}

/// Numbers of documents. Every change stands in an act, and every number's fate in the register.
package enum NumberStore {
    /// Lets a series begin at any number, or go on from another: draws jump over what is used.
    package static func start(
        word: String, year: Int, at unit: UnitID, next: Int, in act: Act
    ) throws {
        guard DocumentNumber.numbers.contains(next) else { throw NumberRefusal.numberUnusable }
        let series = try ensure(word: word, year: year, at: unit, next: next, in: act)
        try act.db.execute("update number_series set next = \(next) where id = \(series)")
    }

    /// Enters by hand the number of a paper that Muster does not hold; a reserved one may be entered.
    ///
    /// The series goes on after it where it had not come so far: numbers follow the days of the papers.
    /// - Throws: `NumberRefusal.taken`.
    package static func enter(
        _ number: DocumentNumber, at unit: UnitID, subject: Subject? = nil, reason: String? = nil, in act: Act
    ) throws {
        let series = try ensure(word: number.word, year: number.year, at: unit, next: 1, in: act)
        if try !insert(number, .entered, reason: reason, subject, series: series, in: act) {
            guard
                try change(
                    number, to: .entered, from: .reserved, reason: reason, subject, series: series, in: act)
            else { throw NumberRefusal.taken(number, try fate(of: number, series: series, in: act.db) ?? .drawn) }
        }
        try act.db.execute(
            """
            update number_series set next = \(number.number + 1) where id = \(series) and next <= \(number.number)
            """)
    }

    /// Keeps a number for a paper that is still to come. The series does not move: draws jump over it.
    package static func reserve(
        _ number: DocumentNumber, at unit: UnitID, reason: String? = nil, in act: Act
    ) throws {
        let series = try ensure(word: number.word, year: number.year, at: unit, next: 1, in: act)
        guard try insert(number, .reserved, reason: reason, nil, series: series, in: act) else {
            throw NumberRefusal.taken(number, try fate(of: number, series: series, in: act.db) ?? .drawn)
        }
    }

    /// Voids a number, used or not; it is never used again. What paper it stood on stays in the register.
    package static func void(
        _ number: DocumentNumber, at unit: UnitID, reason: String, in act: Act
    ) throws {
        guard reason.contains(where: { !$0.isWhitespace }) else { throw NumberRefusal.reasonMissing }
        let series = try ensure(word: number.word, year: number.year, at: unit, next: 1, in: act)
        if try insert(number, .voided, reason: reason, nil, series: series, in: act) { return }
        let changed = try act.db.execute(
            """
            update number_fate set fate = 'voided', reason = \(reason), person = \(act.actor.person),
                moment = \(act.moment)
            where series = \(series) and number = \(number.number) and fate <> 'voided'
            """)
        guard changed == 1 else { throw NumberRefusal.alreadyVoid(number) }
    }

    // MARK: Reading

    package static func find(
        word: String, year: Int, at unit: UnitID, in db: any Transaction
    ) throws -> NumberSeries? {
        try db.first(
            """
            select id, unit, word, year, next from number_series
            where unit = \(unit) and word = \(word) and year = \(year)
            """
        ).map(series)
    }

    package static func find(_ id: ID<NumberSeries>, in db: any Transaction) throws -> NumberSeries? {
        try db.first("select id, unit, word, year, next from number_series where id = \(id)").map(series)
    }

    /// How many numbers of each series have each fate.
    package static func countFates(
        at unit: UnitID, in db: any Transaction
    ) throws -> [ID<NumberSeries>: [NumberFate: Int]] {
        try db.query(
            """
            select f.series, f.fate, count(*) as numbers from number_fate f
            join number_series s on s.id = f.series where s.unit = \(unit) group by f.series, f.fate
            """
        ).reduce(into: [:]) { counts, row in
            let (series, fate): (ID<NumberSeries>, NumberFate) = (try row["series"], try row["fate"])
            counts[series, default: [:]][fate] = try row["numbers"] as Int
        }
    }

    /// A unit's series, the newest year first.
    package static func series(at unit: UnitID, in db: any Transaction) throws -> [NumberSeries] {
        try db.query(
            "select id, unit, word, year, next from number_series where unit = \(unit) order by year desc, word"
        ).map(series)
    }

    /// Numbers that a unit keeps for papers still to come, the newest year first.
    package static func reserved(at unit: UnitID, limit: Int, in db: any Transaction) throws -> [DocumentNumber] {
        try db.query(
            """
            select s.word, s.year, f.number from number_fate f join number_series s on s.id = f.series
            where s.unit = \(unit) and f.fate = 'reserved' order by s.year desc, s.word, f.number limit \(limit)
            """
        ).map { try DocumentNumber(word: try $0["word"], year: try $0["year"], number: try $0["number"]) }
    }

    /// The register of a series, by number. Numbers without a line were never used.
    /// - Parameter last: the last number shown, for the next page.
    package static func register(
        of series: NumberSeries, after last: Int = 0, limit: Int, in db: any Transaction
    ) throws -> [NumberEntry] {
        try db.query(
            """
            select number, fate, reason, subject_kind, subject, person, moment from number_fate
            where series = \(series.id) and number > \(last) order by number limit \(limit)
            """
        ).map { row in
            let (kind, id): (String?, Int64?) = (try row["subject_kind"], try row["subject"])
            let subject: Subject? = if let kind, let id { Subject(kind: kind, id: id) } else { nil }
            return NumberEntry(
                number: try DocumentNumber(word: series.word, year: series.year, number: try row["number"]),
                fate: try row["fate"], reason: try row["reason"], subject: subject, person: try row["person"],
                moment: try row["moment"])
        }
    }

    // MARK: Rows

    /// The series, begun where there was none. The word and the year were checked when it is.
    fileprivate static func ensure(
        word: String, year: Int, at unit: UnitID, next: Int, in act: Act
    ) throws -> ID<NumberSeries> {
        try DocumentNumber.check(word: word, year: year)
        if let series = try find(word: word, year: year, at: unit, in: act.db) { return series.id }
        let id = act.newID(NumberSeries.self)
        try act.db.execute(
            "insert into number_series (id, unit, word, year, next) values (\(id), \(unit), \(word), \(year), \(next))")
        return id
    }

    /// - Returns: false where the number has a fate already.
    fileprivate static func insert(
        _ number: DocumentNumber, _ fate: NumberFate, reason: String?, _ subject: Subject?,
        series: ID<NumberSeries>, in act: Act
    ) throws -> Bool {
        try act.db.execute(
            """
            insert into number_fate (series, number, fate, reason, subject_kind, subject, person, moment)
            values (\(series), \(number.number), \(fate), \(reason), \(subject?.kind), \(subject?.id),
                \(act.actor.person), \(act.moment))
            on conflict do nothing
            """) == 1
    }

    /// - Returns: false where the number does not have the fate it should have had.
    fileprivate static func change(
        _ number: DocumentNumber, to fate: NumberFate, from old: NumberFate, reason: String?, _ subject: Subject?,
        series: ID<NumberSeries>, in act: Act
    ) throws -> Bool {
        try act.db.execute(
            """
            update number_fate set fate = \(fate), reason = coalesce(\(reason), reason),
                subject_kind = \(subject?.kind), subject = \(subject?.id), person = \(act.actor.person),
                moment = \(act.moment)
            where series = \(series) and number = \(number.number) and fate = \(old)
            """) == 1
    }

    private static func fate(
        of number: DocumentNumber, series: ID<NumberSeries>, in db: any Transaction
    ) throws -> NumberFate? {
        try db.scalar(
            "select fate from number_fate where series = \(series) and number = \(number.number)")
    }

    private static func series(_ row: Row) throws -> NumberSeries {
        NumberSeries(
            id: try row["id"], unit: try row["unit"], word: try row["word"], year: try row["year"],
            next: try row["next"])
    }
}
