import Synchronization

/// Makes ids for one server. Its number is leased from the database, so that two servers never make the same.
package final class IDMinter: Sendable {
    /// 2020-01-01 UTC in milliseconds: ids fit 41 bits until 2089.
    static let epochMilliseconds: Int64 = 1_577_836_800_000

    private struct Last {
        var milliseconds: Int64 = 0
        var count: Int64 = 0
    }

    private let server: Int64
    private let clock: any Clock
    private let last = Mutex(Last())

    /// - Parameter server: 0 … 1023.
    package init(server: Int64, clock: any Clock) {
        precondition((0..<1024).contains(server), "a server's number has ten bits")
        self.server = server
        self.clock = clock
    }

    /// Less than any id that is made from this moment on.
    package static func floor(_ moment: Moment) -> Int64 {
        max(0, moment.microseconds / 1000 - epochMilliseconds) << 22
    }

    package func mint<Noun>(_: Noun.Type = Noun.self) -> ID<Noun> {
        let now = clock.now().microseconds / 1000 - Self.epochMilliseconds
        let (milliseconds, count) = last.withLock { last -> (Int64, Int64) in
            if now > last.milliseconds {
                last = Last(milliseconds: now)
            } else if last.count < 4095 {
                last.count += 1
            } else {
                // More than 4,096 in one millisecond borrow from the next.
                last = Last(milliseconds: last.milliseconds + 1)
            }
            return (last.milliseconds, last.count)
        }
        return ID(milliseconds << 22 | server << 12 | count)
    }
}
