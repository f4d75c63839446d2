import Federation
package import Storage

package enum UrgeStore {
    private static let columns: SQL =
        """
        urge.id, urge.dispatch, urge.unit, urge.text, urge.person, urge.post, urge.moment,
        coalesce(urge.unsigned, (select count(*) from urge_unit c where c.urge = urge.id)) as units
        """

    static func insert(_ urge: Urge, _ receipts: [(unit: UnitID, receipt: ReceiptID)], in act: Act) throws {
        try act.db.execute(
            """
            insert into urge (id, dispatch, unit, text, person, post, moment)
            values (\(urge.id), \(urge.dispatch), \(urge.unit), \(urge.text), \(urge.person), \(urge.post),
                \(urge.moment))
            """)
        try act.db.bulkInsert(
            into: "urge_unit", columns: [.int("urge"), .int("unit"), .int("receipt")],
            rows: receipts.map { [urge.id.columnValue, $0.unit.columnValue, $0.receipt.columnValue] })
    }

    /// Urges all who have not signed at this moment.
    /// - Parameter branch: the place of the phrase they stand under; nil for all of the sending.
    static func insert(_ urge: Urge, whole branch: Int?, in act: Act) throws {
        try act.db.execute(
            """
            insert into urge (id, dispatch, unit, text, person, post, moment, unsigned, branch)
            values (\(urge.id), \(urge.dispatch), \(urge.unit), \(urge.text), \(urge.person), \(urge.post),
                \(urge.moment), \(urge.units), \(branch))
            """)
    }

    /// The urges `g` that reached a receipt `r`: those that name its unit, and those for all who had not signed then.
    private static let reaching: SQL =
        """
        (exists (select 1 from urge_unit u where u.urge = g.id and u.receipt = r.id)
            or g.unsigned is not null and (r.signed_at is null or r.signed_at > g.moment)
                and exists (select 1 from delivery y where y.dispatch = g.dispatch and y.unit = r.unit
                    and y.purpose = 'action' and (g.branch is null or g.branch = y.phrase)))
        """

    /// What was sent to urge the recipients of a sending, the newest first.
    package static func urges(of dispatch: DispatchID, in db: any Transaction) throws -> [Urge] {
        try db.query(
            "select \(columns) from urge where dispatch = \(dispatch) order by moment desc, id desc"
        ).map(urge)
    }

    /// What a unit was urged about one receipt with, the newest first.
    package static func urges(about receipt: ReceiptID, in db: any Transaction) throws -> [Urge] {
        try db.query(
            """
            select \(columns) from urge where id in (
                select g.id from receipt r join dispatch s on s.notice = r.notice join urge g on g.dispatch = s.id
                where r.id = \(receipt) and \(reaching))
            order by urge.moment desc, urge.id desc
            """
        ).map(urge)
    }

    /// How often and when last each of these receipts was urged, by whichever unit; those that never were are not in it.
    package static func soFar(
        _ receipts: [ReceiptID], in db: any Transaction
    ) throws -> [ReceiptID: UrgedSoFar] {
        var found: [ReceiptID: UrgedSoFar] = [:]
        for some in receipts.boundLists {
            for row in try db.query(
                """
                select r.id as receipt, count(*) as times, max(g.moment) as last
                from receipt r join dispatch s on s.notice = r.notice join urge g on g.dispatch = s.id
                where r.id \(in: some) and \(reaching) group by r.id
                """)
            {
                found[try row["receipt"]] = UrgedSoFar(times: try row["times"], last: try row["last"])
            }
        }
        return found
    }

    private static func urge(_ row: Row) throws -> Urge {
        Urge(
            id: try row["id"], dispatch: try row["dispatch"], unit: try row["unit"], text: try row["text"],
            person: try row["person"], post: try row["post"], moment: try row["moment"], units: try row["units"])
    }
}
