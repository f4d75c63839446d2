import ArgumentParser
import Federation
import Foundation
import Site

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Serve the web application.")

    @OptionGroup var data: DatabaseOptions
    @OptionGroup var address: AddressOptions

    @Option(help: "The full name of the unit at the top, needed at the first start only.")
    var rootName: String?

    func run() async throws {
        let federation = try await data.open(holder: "serve")
        try await Exit.translating {
            let server = try await MusterServer(federation: federation, options: address.options(data, isDemo: false))
            try await printFirstLink(federation, server)
            try await address.serve(server)
        }
    }

    /// While nobody can sign in yet, the start prints a one-time link for the first administrator.
    private func printFirstLink(_ federation: OpenFederation, _ server: MusterServer) async throws {
        let known = try await federation.read { try UnitStore.root(in: $0)?.id }
        guard known != nil || rootName != nil else {
            throw ValidationError(
                Sentence(
                    zh: "库里还没有单位。第一次启动请写明最上面的单位：--root-name 焦作市总工会",
                    en:
                        "There is no unit yet. Name the one at the top at the first start: --root-name 'Name of the federation'"
                )[Exit.language])
        }
        let root = try await Bootstrap.ensureRoot(name: rootName ?? "", in: federation)
        if let link = try await FirstAdministrator.link(at: root, through: server.signInGate) {
            Exit.say(
                Sentence(
                    zh: "第一位管理员用这个一次性链接进入：http://\(address.host):\(address.port)\(link.path)",
                    en: "One-time link for the first administrator: http://\(address.host):\(address.port)\(link.path)")
            )
        }
    }
}

/// Where the server listens.
struct AddressOptions: ParsableArguments {
    @Option(help: "The address to listen on.")
    var host = "127.0.0.1"

    @Option(help: "The port to listen on; 0 for any that is free.")
    var port = 8080

    @Flag(help: "A reverse proxy ends TLS before Muster: cookies are marked Secure, X-Forwarded-For is believed.")
    var behindProxy = false

    func options(_ data: DatabaseOptions, isDemo: Bool) -> MusterServer.Options {
        MusterServer.Options(
            host: host, port: port, isDemo: isDemo, isBehindProxy: behindProxy, keysDirectory: data.keys)
    }

    /// - Parameter started: called with the address that a browser opens, after it was said.
    func serve(
        _ server: MusterServer, started: @escaping @Sendable (_ url: String) async -> Void = { _ in }
    ) async throws {
        let host = host
        try await Exit.translating {
            try await server.run { port in
                let url = "http://\(host):\(port)"
                Exit.say(Sentence(zh: "众志在 \(url)", en: "Muster is at \(url)"))
                await started(url)
            }
        }
    }
}
