import ArgumentParser
import Federation
import Site
import Storage

struct Generate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Lay an invented federation of any size into an empty database, for measuring.")

    @OptionGroup var data: DatabaseOptions

    @Option(help: "Unions at workplaces; 2476000 is the whole country.")
    var units = 10_000

    @Option(help: "The same seed gives the same tree.")
    var seed: UInt64 = 1

    @Flag(help: "Also lay the standing load: 200 notices with ten duties each.")
    var load = false

    func validate() throws {
        guard (1...20_000_000).contains(units) else { throw ValidationError("--units is from 1 to 20000000.") }
    }

    func run() async throws {
        let federation = try await data.open(holder: "generate", .forLaying)
        try await Exit.translating {
            let size = GeneratedSize(workplaces: units)
            let isLaid = try await GeneratedFederation.lay(size, seed: seed, in: federation) { done in
                if done % 100_000 == 0 { Exit.say("  \(done) / \(size.units)") }
            }
            guard isLaid else {
                throw ValidationError("There are units in this database already; nothing was touched.")
            }
            Exit.say(Sentence(zh: "铺好 \(size.units) 个单位，全是虚构。", en: "\(size.units) units are laid, all invented."))
            if load {
                let load = try await GeneratedLoad.lay(in: federation) { Exit.say("  \($0)") }
                Exit.say(Sentence(zh: "公文送达 \(load.receipts) 件次。", en: "\(load.receipts) receipts are laid."))
            }
            await federation.close()
        }
    }
}
