package import Federation
package import Storage

/// An obligation is owed when its notice has reached the unit: sent to it for action, in itself or within a cover, or
/// entered in its own book. To be informed binds nobody, and what was withdrawn or replaced asks for nothing any more.
package enum ObligationGate: DueGate {
    /// How a notice came to a unit first: the paper that it came in, and the receipt, where it was sent.
    package struct Arrival: Sendable, Hashable {
        package var notice: NoticeID
        package var receipt: ReceiptID?
        /// Nothing waits for a signature.
        package var isSigned: Bool
        package var at: Moment
    }

    package static func opened(
        _ gates: Set<Int64>, to unit: UnitID, in db: any Transaction
    ) throws -> [Int64: Moment] {
        try arrivals(of: gates, at: unit, in: db).mapValues(\.at)
    }

    /// The first arrival of each of these notices; those that have not reached the unit are not in it.
    package static func arrivals(
        of notices: Set<Int64>, at unit: UnitID, in db: any Transaction
    ) throws -> [Int64: Arrival] {
        var found: [Int64: Arrival] = [:]
        let ended = Set(try ChangeStore.ends(within: notices.sorted().map { NoticeID($0) }, in: db).keys.map(\.raw))
        var gates: [NoticeID: [Int64]] = [:]
        for some in notices.subtracting(ended).sorted().boundLists {
            let rows = try db.query(
                """
                with recursive over (gate, id) as (
                    select id, id from notice where id \(in: some)
                    union select over.gate, c.cover from notice_containment c join over on over.id = c.inner_notice)
                select gate, id from over
                """)
            for row in rows { gates[try row["id"], default: []].append(try row["gate"]) }
        }
        // With the list at hand an engine knows how few they are beside all that the unit ever got.
        for some in gates.keys.sorted().boundLists {
            let rows = try db.query(
                """
                select notice, id as receipt, state, sent_at as reached from receipt
                where notice \(in: some) and unit = \(unit) and purpose = 'action'
                union all
                select notice, null, null, entered_at from notice_book
                where notice \(in: some) and unit = \(unit)
                """)
            for row in rows {
                let state: Int? = try row["state"]
                let arrival = Arrival(
                    notice: try row["notice"], receipt: try row["receipt"],
                    isSigned: state.flatMap(ReceiptState.init(rawValue:))?.isSigned ?? true, at: try row["reached"])
                for gate in gates[arrival.notice] ?? [] {
                    if let known = found[gate], !arrival.isBefore(known) { continue }
                    found[gate] = arrival
                }
            }
        }
        return found
    }
}

extension ObligationGate.Arrival {
    fileprivate func isBefore(_ other: Self) -> Bool {
        // What was sent comes before what was entered at the same moment: there it is signed for.
        (at.microseconds, receipt == nil ? 1 : 0, notice.raw)
            < (other.at.microseconds, other.receipt == nil ? 1 : 0, other.notice.raw)
    }
}
