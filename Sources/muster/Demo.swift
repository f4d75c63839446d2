import ArgumentParser
import Federation
import Foundation
import Site

struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Lay the demo federation where there is none, and serve it. Everyone in it is invented.")

    @OptionGroup var data: DatabaseOptions
    @OptionGroup var address: AddressOptions

    @Flag(help: "Throw away what was done and start over.")
    var fresh = false

    func run() async throws {
        if fresh { try startOver() }
        let federation = try await data.open(holder: "demo")
        try await Exit.translating {
            if try await DemoLaying.lay(in: federation) {
                Exit.say(
                    Sentence(
                        zh: "演示组织已铺好：\(DemoFederation.units.count) 个单位，\(DemoFederation.people.count) 人，全是虚构。",
                        en:
                            "The demo federation is laid: \(DemoFederation.units.count) units, \(DemoFederation.people.count) people, all invented."
                    ))
            }
            let server = try await MusterServer(federation: federation, options: address.options(data, isDemo: true))
            try await address.serve(server, started: Self.introduce)
        }
    }

    private func startOver() throws {
        guard data.database.hasPrefix("sqlite:") else {
            throw ValidationError("--fresh only clears an SQLite file; drop the PostgreSQL database yourself.")
        }
        let path = String(data.database.dropFirst("sqlite:".count))
        for suffix in ["", "-wal", "-shm"] where FileManager.default.fileExists(atPath: path + suffix) {
            try FileManager.default.removeItem(atPath: path + suffix)
        }
    }

    @Sendable private static func introduce(_ url: String) {
        Exit.say(Sentence(zh: "打开 \(url)/sign-in，以下面任何一位进入：", en: "Open \(url)/sign-in and enter as any of these:"))
        for person in DemoFederation.cast {
            let name = Exit.language == .english ? person.nameEnglish : person.name
            Exit.say("  \(name)  \(person.caption[Exit.language])")
        }
        Exit.say(
            Sentence(
                zh: "停下来按 Ctrl-C；再运行一次，做过的都在。", en: "Stop with Ctrl-C; run it again and everything is still there."))
    }
}
