import Federation
package import Storage

package enum UrgeStore {
    private static let columns: SQL =
        """
        urge.id, urge.dispatch, urge.unit, urge.text, urge.person, urge.post, urge.moment,
        (select count(*) from urge_unit c where c.urge = urge.id) as units
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
            select \(columns) from urge join urge_unit u on u.urge = urge.id where u.receipt = \(receipt)
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
                select u.receipt, count(*) as times, max(urge.moment) as last
                from urge_unit u join urge on urge.id = u.urge where u.receipt in \(list: some) group by u.receipt
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
