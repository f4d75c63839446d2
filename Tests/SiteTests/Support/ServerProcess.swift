import Foundation
import MusterTesting
import Storage

/// The real program in a process of its own, as it runs for people.
final class ServerProcess: Sendable {
    /// Where it listens.
    let url: String
    private let process: Process
    private let ended: Task<Void, Never>

    enum Fault: Error { case notStarted, notBuilt }

    /// Starts `muster demo` on a database that is laid already, on a free port; returns when it listens.
    static func demo(_ address: DatabaseAddress, keys: String) async throws -> ServerProcess {
        let process = Process()
        process.executableURL = try program
        process.arguments = ["demo", "--database", address.text, "--keys", keys, "--port", "0"]
        process.environment = ProcessInfo.processInfo.environment.merging(["LC_ALL": "C"]) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let output = Pipe()
        process.standardOutput = output
        let (pieces, said) = AsyncStream.makeStream(of: Data.self)
        output.fileHandleForReading.readabilityHandler = { handle in
            let piece = handle.availableData
            if piece.isEmpty { said.finish() } else { said.yield(piece) }
        }
        let (ends, end) = AsyncStream.makeStream(of: Void.self)
        process.terminationHandler = { _ in end.finish() }
        try process.run()
        let ended = Task { for await _ in ends {} }
        var words = Data()
        for await piece in pieces {
            words += piece
            let text = String(decoding: words, as: UTF8.self)
            if let url = text.firstMatch(of: #/Muster is at (http:\S+)\n/#) {
                return ServerProcess(url: String(url.1), process: process, ended: ended)
            }
        }
        throw Fault.notStarted
    }

    private init(url: String, process: Process, ended: Task<Void, Never>) {
        self.url = url
        self.process = process
        self.ended = ended
    }

    /// Without a word of warning.
    func kill() async {
        Foundation.kill(process.processIdentifier, SIGKILL)
        await ended.value
    }

    /// Lets it finish what is under way.
    func stop() async {
        process.terminate()
        await ended.value
    }

    /// `muster verify`, to its end.
    static func verify(_ address: DatabaseAddress, keys: String) async throws -> Int32 {
        let path = try program.path
        return try await TestProgram.run([path, "verify", "--database", address.text, "--keys", keys])
    }

    /// It is built beside the tests.
    private static var program: URL {
        get throws {
            let folder = URL(fileURLWithPath: ProcessInfo.processInfo.arguments[0]).deletingLastPathComponent()
            let program = folder.appendingPathComponent("muster")
            guard FileManager.default.isExecutableFile(atPath: program.path) else { throw Fault.notBuilt }
            return program
        }
    }
}

extension DatabaseAddress {
    /// As the command line has it.
    fileprivate var text: String {
        switch self {
        case .sqlite(let path): "sqlite:\(path)"
        case .postgresql(let url): url
        }
    }
}
