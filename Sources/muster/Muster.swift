import ArgumentParser

@main
struct Muster: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "muster",
        abstract: "One notice in, the whole federation moving, one true picture back.",
        subcommands: [Serve.self, Demo.self, Read.self, Verify.self, Units.self, Schema.self, Generate.self])
}
