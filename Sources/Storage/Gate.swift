import Dispatch
import Synchronization

/// Lets so many through at once and makes the others wait in order, but not for ever.
final class Gate: Sendable {
    private struct State {
        var free: Int
        var next: UInt64 = 0
        var waiting: [(ticket: UInt64, continuation: CheckedContinuation<Bool, Never>)] = []
    }

    private let state: Mutex<State>
    private let waitSecondsMax: Double

    init(places: Int, waitSecondsMax: Double) {
        state = Mutex(State(free: places))
        self.waitSecondsMax = waitSecondsMax
    }

    /// - Throws: `StorageError.busy` when no place became free in time.
    func enter() async throws {
        let entered: Bool = await withCheckedContinuation { continuation in
            let ticket: UInt64? = state.withLock { state in
                if state.free > 0 {
                    state.free -= 1
                    return nil
                }
                state.next += 1
                state.waiting.append((state.next, continuation))
                return state.next
            }
            guard let ticket else { return continuation.resume(returning: true) }
            DispatchQueue.global().asyncAfter(deadline: .now() + waitSecondsMax) { [self] in
                let late = state.withLock { state -> CheckedContinuation<Bool, Never>? in
                    guard let place = state.waiting.firstIndex(where: { $0.ticket == ticket }) else { return nil }
                    return state.waiting.remove(at: place).continuation
                }
                late?.resume(returning: false)
            }
        }
        guard entered else { throw StorageError.busy }
    }

    func leave() {
        let next = state.withLock { state -> CheckedContinuation<Bool, Never>? in
            guard !state.waiting.isEmpty else {
                state.free += 1
                return nil
            }
            return state.waiting.removeFirst().continuation
        }
        next?.resume(returning: true)
    }
}
