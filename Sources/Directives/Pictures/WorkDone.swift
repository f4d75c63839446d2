import Federation
import Storage

/// What is done day by day, whatever notice it is about: signatures, and duties settled. Tallied by branch as everything else,
/// so that a year is a sum of its days.
enum WorkDone: Int64, Sendable, CaseIterable {
    /// The subjects under which they are counted; no id of anything is so small.
    case signed = 1
    case settled = 2

    /// One thing that was done at some moment. Of which kind and level the unit is makes no difference here.
    func figure(at moment: Moment, _ n: Int = 1) -> Figure { figure(onDay: Census.day(moment), n) }

    func figure(onDay day: Int, _ n: Int) -> Figure {
        Figure(
            subject: rawValue, measure: TallyMeasure(kind: .federation, level: .national, bucket: day).raw, n: n)
    }

    /// What some units did themselves since a day, by unit.
    static func figures(
        at units: [UnitID], sinceDay day: Int, in db: any Transaction
    ) throws -> [UnitID: [Figure]] {
        let since = Moment(microseconds: Int64(day) * 86_400_000_000 - 8 * 3_600_000_000)
        let (shift, width): (Int64, Int64) = (8 * 3_600_000_000, 86_400_000_000)
        var found: [UnitID: [Figure]] = [:]
        for some in units.boundLists {
            let signed = try db.query(
                """
                select unit, day, count(*) as n from (
                    select r.unit, (r.signed_at + \(shift)) / \(width) as day from unit u cross join receipt r
                    where u.id \(in: some) and r.unit = u.id and r.purpose = 'action' and r.signed_at >= \(since)
                    ) done
                group by unit, day
                """)
            let settled = try db.query(
                """
                select unit, day, count(*) as n from (
                    select a.unit, (a.changed_at + \(shift)) / \(width) as day from unit u cross join assignment a
                    where u.id \(in: some) and a.unit = u.id and a.changed_at >= \(since)
                        and a.is_returned = 0 and a.state in ('discharged', 'not_applicable')) done
                group by unit, day
                """)
            for (work, rows) in [(Self.signed, signed), (Self.settled, settled)] {
                for row in rows {
                    let day: Int = try row["day"]
                    found[try row["unit"], default: []].append(work.figure(onDay: day, try row["n"]))
                }
            }
        }
        return found
    }
}
