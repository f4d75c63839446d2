package import Federation
import Directives
package import Storage

extension OpenFederation {
    /// Opens the database as everything that is assembled here needs it: with all contexts whose facts are tallied.
    package static func openSite(
        _ engine: any Engine, clock: any Clock = SystemClock(), holder: String = "muster"
    ) async throws -> OpenFederation {
        try await open(
            engine, clock: clock, holder: holder, figureSources: [ReceiptFigures.self, AssignmentFigures.self])
    }
}
