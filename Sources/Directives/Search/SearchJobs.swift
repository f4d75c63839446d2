package import Federation
import Storage

/// Notices from before there was a search are taken in, some at a time, when a server starts; then nothing is left.
package enum SearchJobs {
    private static let noticesMax = 200

    package static func add(to handlers: inout JobHandlers) {
        handlers.add(
            JobTimer("search.fill", everySeconds: 3_600) { federation in
                while try await federation.engine.write({ try SearchStore.fill(limit: noticesMax, in: $0) }) > 0 {}
            })
    }
}
