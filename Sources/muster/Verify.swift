import ArgumentParser
import Federation
import Foundation
import Storage

struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check the whole journal: bytes, digests, roots, chain and signatures.")

    @OptionGroup var data: DatabaseOptions

    @Option(
        help:
            "A public key that sealed this journal once; repeatable. The one in the keys folder is used where it is there."
    )
    var publicKey: [String] = []

    @Option(help: "A seal's head as printed on a report, NUMBER:DIGEST; repeatable. It must still be there.")
    var head: [String] = []

    func run() async throws {
        let engine = try await data.openForReading()
        try await Exit.translating {
            let keys = try keyFiles().map { try SealPublicKey.load(at: $0) }
            let heads = try head.map { text -> SealHead in
                guard let head = SealHead(text) else { throw ValidationError("\(text) is no NUMBER:DIGEST") }
                return head
            }
            let report = try await JournalVerification(engine: engine, keys: keys).run(heads: heads)
            await engine.close()
            Exit.say(
                Sentence(
                    zh: "封存 \(report.seals) 次，\(report.entriesSealed) 条；还没有封存的 \(report.entriesUnsealed) 条。",
                    en:
                        "\(report.seals) seals over \(report.entriesSealed) entries; \(report.entriesUnsealed) not yet sealed."
                ))
            if let head = report.head { print("\(head)") }
            guard let found = report.firstBreak else {
                return Exit.say(Sentence(zh: "日志完好。", en: "The journal is whole."))
            }
            Exit.say(found.sentence)
            throw ExitCode(2)
        }
    }

    /// An auditor who was given the public key needs no keys folder.
    private func keyFiles() -> [String] {
        let beside = data.keys + "/seal.key.pub"
        let isBeside = publicKey.isEmpty || FileManager.default.fileExists(atPath: beside)
        return (isBeside ? [beside] : []) + publicKey
    }
}
