import ArgumentParser
import Federation
import Storage

struct Schema: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print the schema of the database as its engine tells it.")

    @OptionGroup var data: DatabaseOptions

    func run() async throws {
        let federation = try await data.open(holder: "schema")
        print(try await federation.read { try $0.schemaDump() }, terminator: "")
        await federation.close()
    }
}
