import Storage
import Synchronization

/// Tells open pages that what they show has changed: on this server at once, on the others through the engine.
///
/// Announcements are collected and sent at most four times a second. Losing one only delays a page.
package final class Bulletin: Sendable {
    private static let pause = Duration.milliseconds(250)

    private struct State {
        var watchers: [Topic: [Int: AsyncStream<Void>.Continuation]] = [:]
        var next = 0
        var pending: Set<Topic> = []
        var isSending = false
        var listening: Task<Void, Never>?
    }

    private let engine: any Engine
    private let state = Mutex(State())

    init(engine: any Engine) { self.engine = engine }

    func post(_ topic: Topic) {
        let mustStart = state.withLock { state -> Bool in
            state.pending.insert(topic)
            defer { state.isSending = true }
            return !state.isSending
        }
        if mustStart { Task { await sendUntilQuiet() } }
    }

    private func sendUntilQuiet() async {
        while true {
            let topics = state.withLock { state -> Set<Topic> in
                defer { state.pending = [] }
                if state.pending.isEmpty { state.isSending = false }
                return state.pending
            }
            if topics.isEmpty { return }
            for topic in topics { deliver(topic) }
            for topic in topics { await engine.announce(topic.text) }
            try? await Task.sleep(for: Self.pause)
        }
    }

    private func deliver(_ topic: Topic) {
        let watchers = state.withLock { Array(($0.watchers[topic] ?? [:]).values) }
        for watcher in watchers { watcher.yield() }
    }

    /// One element after each change, several changes within a quarter of a second being one.
    package func watch(_ topic: Topic) -> AsyncStream<Void> {
        listenToOthers()
        return AsyncStream(bufferingPolicy: .bufferingNewest(1)) { continuation in
            let number = state.withLock { state -> Int in
                state.next += 1
                state.watchers[topic, default: [:]][state.next] = continuation
                return state.next
            }
            continuation.onTermination = { [weak self] _ in
                self?.state.withLock { state in
                    state.watchers[topic]?[number] = nil
                    if state.watchers[topic]?.isEmpty == true { state.watchers[topic] = nil }
                }
            }
        }
    }

    private func listenToOthers() {
        state.withLock { state in
            guard state.listening == nil else { return }
            let announcements = engine.announcements()
            state.listening = Task { [weak self] in
                for await text in announcements { self?.deliver(Topic(text: text)) }
            }
        }
    }

    func stop() {
        let (listening, watchers) = state.withLock { state in
            defer { state.watchers = [:] }
            return (state.listening, state.watchers.values.flatMap(\.values))
        }
        listening?.cancel()
        for watcher in watchers { watcher.finish() }
    }
}
