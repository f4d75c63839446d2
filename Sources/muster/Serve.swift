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

    @Option(help: "The port to listen on.")
    var port = 8080

    @Flag(help: "A reverse proxy ends TLS before Muster: cookies are marked Secure, X-Forwarded-For is believed.")
    var behindProxy = false

    func options(_ data: DatabaseOptions, isDemo: Bool) -> MusterServer.Options {
        MusterServer.Options(
            host: host, port: port, isDemo: isDemo, isBehindProxy: behindProxy, keysDirectory: data.keys)
    }

    func serve(_ server: MusterServer, started: @escaping @Sendable () async -> Void = {}) async throws {
        let (host, port) = (host, port)
        do {
            try await server.run {
                Exit.say(Sentence(zh: "众志在 http://\(host):\(port)", en: "Muster is at http://\(host):\(port)"))
                await started()
            }
        } catch let error where Self.isPortTaken(error) {
            FileHandle.standardError.write(
                Data(
                    (Sentence(
                        zh: "端口 \(port) 已经有别的程序在用。换一个：--port \(port + 1)",
                        en: "Port \(port) is taken by another program. Choose another: --port \(port + 1)")[
                            Exit.language]
                        + "\n").utf8))
            throw ExitCode(1)
        }
    }

    private static func isPortTaken(_ error: any Error) -> Bool { "\(error)".contains("errno: 98") }
}
