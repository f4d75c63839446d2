import Federation
import Synchronization

/// Streams of server-sent events that many browsers hold open on the same thing: what changed is gathered once for all of
/// them, and one clock keeps all their connections alive.
package final class SharedFeeds: Sendable {
    /// What is sent when something changed.
    package struct Change: Sendable {
        /// To whoever has had the change before this one.
        package var changed: ServerEvent
        /// To whoever came since, and may have missed what changed while their page was on its way.
        package var whole: ServerEvent

        package init(changed: ServerEvent, whole: ServerEvent) { (self.changed, self.whole) = (changed, whole) }
    }

    private static let beatSeconds: Int64 = 15
    /// A stream lasts ten minutes: a post that has ended sees nothing for longer. A browser comes again by itself, and is asked
    /// anew who it is.
    private static let beatsMax = 40

    private struct Watcher {
        let stream: AsyncStream<ServerEvent>.Continuation
        var isNew = true
        var beats = 0
    }

    private struct Feed {
        var watchers: [Int: Watcher] = [:]
        var gathering: Task<Void, Never>?
    }

    private struct State {
        var feeds: [String: Feed] = [:]
        var next = 0
        var heart: Task<Void, Never>?
    }

    private let state = Mutex(State())

    package init() {}

    /// - Parameters:
    ///   - key: the same for whoever is shown the same.
    ///   - gather: runs while anybody watches, and hands over each change; where it ends, all streams of it end.
    package func watch(
        _ key: String, _ gather: @escaping @Sendable (_ send: @escaping @Sendable (Change) -> Void) async -> Void
    ) -> AsyncStream<ServerEvent> {
        AsyncStream(bufferingPolicy: .bufferingNewest(16)) { continuation in
            state.withLock { state in
                state.next += 1
                let number = state.next
                state.feeds[key, default: Feed()].watchers[number] = Watcher(stream: continuation)
                if state.feeds[key]?.gathering == nil {
                    state.feeds[key]?.gathering = Task { [weak self] in
                        let send: @Sendable (Change) -> Void = { [weak self] change in self?.send(change, on: key) }
                        await gather(send)
                        self?.end(key)
                    }
                }
                if state.heart == nil { state.heart = Task { [weak self] in await Self.beat(self) } }
                continuation.onTermination = { [weak self] _ in self?.leave(key, number) }
            }
        }
    }

    private func send(_ change: Change, on key: String) {
        let watchers = state.withLock { state -> [Watcher] in
            let watchers = state.feeds[key]?.watchers ?? [:]
            for number in watchers.keys { state.feeds[key]?.watchers[number]?.isNew = false }
            return Array(watchers.values)
        }
        for watcher in watchers { watcher.stream.yield(watcher.isNew ? change.whole : change.changed) }
    }

    private func leave(_ key: String, _ number: Int) {
        let ended = state.withLock { state -> [Task<Void, Never>?] in
            state.feeds[key]?.watchers[number] = nil
            guard state.feeds[key]?.watchers.isEmpty == true else { return [] }
            let feed = state.feeds.removeValue(forKey: key)
            guard state.feeds.isEmpty else { return [feed?.gathering] }
            defer { state.heart = nil }
            return [feed?.gathering, state.heart]
        }
        for task in ended { task?.cancel() }
    }

    private func end(_ key: String) {
        // Gone before its streams end: whoever comes meanwhile begins another.
        let feed = state.withLock { $0.feeds.removeValue(forKey: key) }
        for watcher in (feed?.watchers ?? [:]).values { watcher.stream.finish() }
    }

    private static func beat(_ feeds: SharedFeeds?) async {
        weak let held = feeds
        while !Task.isCancelled {
            try? await Task.sleep(for: .seconds(beatSeconds))
            guard let feeds = held, !Task.isCancelled else { return }
            feeds.beat()
        }
    }

    private func beat() {
        let watchers = state.withLock { state -> [(stream: AsyncStream<ServerEvent>.Continuation, isOver: Bool)] in
            var found: [(stream: AsyncStream<ServerEvent>.Continuation, isOver: Bool)] = []
            for (key, feed) in state.feeds {
                for (number, watcher) in feed.watchers {
                    state.feeds[key]?.watchers[number]?.beats += 1
                    found.append((watcher.stream, watcher.beats + 1 >= Self.beatsMax))
                }
            }
            return found
        }
        for watcher in watchers {
            watcher.stream.yield(.heartbeat)
            if watcher.isOver { watcher.stream.finish() }
        }
    }
}
