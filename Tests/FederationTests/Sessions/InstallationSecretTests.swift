import Federation
import Foundation
import MusterTesting
import Storage
import Testing

@Suite struct InstallationSecretTests {
    private func withDirectory(_ body: (String) throws -> Void) throws {
        let path = FileManager.default.temporaryDirectory.path + "/muster-keys-\(UInt64.random(in: .min ... .max))"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try body(path)
    }

    @Test func oneThatOthersCanReadIsRefused() throws {
        try withDirectory { directory in
            _ = try InstallationSecret.load(orCreateIn: directory)
            let path = directory + "/installation-secret"
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
            #expect(throws: SecretRefusal.openToOthers(path)) { try InstallationSecret.load(orCreateIn: directory) }
        }
    }

    @Test func oneThatIsCutOffIsRefused() throws {
        try withDirectory { directory in
            _ = try InstallationSecret.load(orCreateIn: directory)
            let path = directory + "/installation-secret"
            let file = try #require(FileHandle(forWritingAtPath: path))
            try file.truncate(atOffset: 31)
            try file.close()
            #expect(throws: SecretRefusal.damaged(path)) { try InstallationSecret.load(orCreateIn: directory) }
        }
    }

    @Test func itIsMadeOnceForItsOwnerAlone() throws {
        try withDirectory { directory in
            _ = try InstallationSecret.load(orCreateIn: directory)
            let path = directory + "/installation-secret"
            let made = FileManager.default.contents(atPath: path)
            _ = try InstallationSecret.load(orCreateIn: directory)
            #expect(made?.count == 32)
            #expect(FileManager.default.contents(atPath: path) == made)
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber
            #expect(mode?.intValue == 0o600)
            #expect(try FileManager.default.contentsOfDirectory(atPath: directory) == ["installation-secret"])
        }
    }

    @Test(arguments: TestDatabase.dialects) func anotherOnesServerIsTold(_ dialect: Dialect) async throws {
        try await TestDatabase.with(dialect) { database in
            let federation = try await OpenFederation.open(database.engine, clock: SimulatedClock())
            let first = InstallationSecret(bytes: Array(repeating: 1, count: 32))
            let other = InstallationSecret(bytes: Array(repeating: 2, count: 32))
            #expect(try await first.isKnown(to: federation))
            #expect(try await !other.isKnown(to: federation))
            #expect(try await first.isKnown(to: federation))
        }
    }
}
