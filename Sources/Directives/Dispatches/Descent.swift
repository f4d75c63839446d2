package import Federation

/// All sendings that followed from one, whether the same notice was relayed or a cover that carries it was issued, read
/// as one set: how many levels and units there are makes no difference to the number of queries.
package struct Descent: Sendable {
    /// A sending and the one by which the notice had come to its sender.
    package struct Link: Sendable {
        package var dispatch: Dispatch
        /// Nil for the first.
        package var above: DispatchID?
        /// 0 for the first sending, 1 for those of its recipients.
        package var depth: Int
        /// The recipient of the first sending under which this one stands; nil for the first.
        package var top: UnitID?
    }

    /// The first one first, then level by level, the earlier before the later.
    package let links: [Link]

    /// - Parameter below: what followed directly, by the sending above it.
    init(from first: Dispatch, _ below: [DispatchID: [Dispatch]]) { links = Self.levels(from: first, below) }

    private static func levels(from first: Dispatch, _ below: [DispatchID: [Dispatch]]) -> [Link] {
        var links = [Link(dispatch: first, above: nil, depth: 0, top: nil)]
        var seen: Set = [first.id]
        var place = 0
        while place < links.count {
            let link = links[place]
            for next in below[link.dispatch.id] ?? [] where seen.insert(next.id).inserted {
                links.append(
                    Link(dispatch: next, above: link.dispatch.id, depth: link.depth + 1, top: link.top ?? next.from))
            }
            place += 1
        }
        return links
    }

    /// The sendings of a level; those of depth 1 reach the second level of units.
    package func dispatches(at depth: Int) -> [Dispatch] { links.filter { $0.depth == depth }.map(\.dispatch) }

    /// The units that passed it on, with what they sent.
    package var sent: [UnitID: [Dispatch]] {
        links.dropFirst().reduce(into: [:]) { $0[$1.dispatch.from, default: []].append($1.dispatch) }
    }

    package var depth: Int { links.last?.depth ?? 0 }

    /// Above so many recipients in all, nobody is read one by one.
    static let arrivalsMax = 20_000

    /// A unit that one of the sendings reached.
    struct Arrival: Sendable {
        var unit: UnitID
        var dispatch: DispatchID
        var state: ReceiptState
        var sentAt: Moment
        var signature: Signature?
        /// Whether units work below it, to which it may pass on what it got.
        var hasBelow: Bool
    }

    /// How many are addressed in all.
    var recipients: Int { links.reduce(0) { $0 + $1.dispatch.recipients } }
}
