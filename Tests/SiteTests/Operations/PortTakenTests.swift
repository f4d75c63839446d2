import Federation
import Foundation
import MusterTesting
import NIOCore
import Storage
import Testing
import Web

@Suite struct PortTakenTests {
    @Test func aPortThatIsTakenIsToldByItsNumber() throws {
        let taken = IOError(errnoCode: EADDRINUSE, reason: "bind")
        let refusal = try #require(PortRefusal(taken, port: 8080))
        #expect(refusal == .taken(8080))
        #expect(refusal.wayOn?.en.contains("8081") == true)
        #expect(PortRefusal(IOError(errnoCode: EACCES, reason: "bind"), port: 80) == nil)
        #expect(PortRefusal(StorageError.busy, port: 8080) == nil)
    }
}
