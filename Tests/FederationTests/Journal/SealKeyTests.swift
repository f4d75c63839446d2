import Federation
import Foundation
import Testing

@Suite struct SealKeyTests {
    @Test func aKeyThatOthersCanReadIsRefused() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/seal.key"
            _ = try SealKey.load(orCreateAt: path)
            try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
            #expect(throws: SealKeyRefusal.readableByOthers) { try SealKey.load(orCreateAt: path) }
        }
    }

    @Test func aSpoiledKeyIsRefusedAndNotReplaced() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/seal.key"
            _ = try SealKey.load(orCreateAt: path)
            try Data("muster-seal-key-1 00\n".utf8).write(to: URL(fileURLWithPath: path))
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
            #expect(throws: SealKeyRefusal.unreadable) { try SealKey.load(orCreateAt: path) }
            #expect(try String(contentsOfFile: path, encoding: .utf8) == "muster-seal-key-1 00\n")
        }
    }

    @Test func aFolderThatIsNotThereIsRefused() {
        #expect(throws: SealKeyRefusal.unwritable) { try SealKey.load(orCreateAt: "/nowhere/seal.key") }
    }

    @Test func itIsMadeOnceForItsOwnerOnly() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/seal.key"
            let made = try SealKey.load(orCreateAt: path)
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber
            #expect(mode?.intValue == 0o600)
            #expect(try SealKey.load(orCreateAt: path).id == made.id)
            #expect(made.id.count == 16)
            let exported = try SealPublicKey.load(at: path + ".pub")
            #expect(exported.id == made.id)
            #expect(try Set(FileManager.default.contentsOfDirectory(atPath: folder)) == ["seal.key", "seal.key.pub"])
        }
    }

    @Test func manyThatStartTogetherUseOneKey() async throws {
        try await withTemporaryFolder { folder in
            let ids = try await withThrowingTaskGroup(of: String.self) { group in
                for _ in 0..<16 { group.addTask { try SealKey.load(orCreateAt: folder + "/seal.key").id } }
                return try await group.reduce(into: Set<String>()) { $0.insert($1) }
            }
            #expect(ids.count == 1)
        }
    }

    @Test(arguments: ["", "muster-seal-public-1 0000000000000000", "muster-seal-public-1 0000000000000000 zz"])
    func whatIsNoPublicKeyIsNone(_ text: String) { #expect(SealPublicKey(text) == nil) }

    @Test(arguments: [
        "", "1", "1:", "0:\(String(repeating: "00", count: 32))", "1:00", "x:\(String(repeating: "00", count: 32))",
    ])
    func whatIsNoHeadIsNone(_ text: String) { #expect(SealHead(text) == nil) }

    @Test func aHeadComesBackFromItsText() {
        let head = SealHead(number: 12, digest: Array(0..<32))
        #expect(SealHead(head.description) == head)
        #expect(SealHead(head.description.uppercased()) == head)
    }
}
