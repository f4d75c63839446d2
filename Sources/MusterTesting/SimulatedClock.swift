package import Federation
import Synchronization

/// A clock that stands until a test moves it.
package final class SimulatedClock: Clock {
    private let moment: Mutex<Int64>

    /// - Parameter start: 2020-02-04 08:30 in China, the day the mission document was signed.
    package init(start: Moment = Moment(microseconds: 1_580_776_200_000_000)) {
        moment = Mutex(start.microseconds)
    }

    package func now() -> Moment { Moment(microseconds: moment.withLock { $0 }) }

    package func advance(seconds: Int64) { moment.withLock { $0 += seconds * 1_000_000 } }
}
