import ArgumentParser
import Federation
import Foundation
import Site
import Storage

/// Which database, and where the keys lie. The same for every command.
struct DatabaseOptions: ParsableArguments {
    @Option(help: "Where the data is: sqlite:PATH or postgres://…")
    var database = "sqlite:data/muster.sqlite"

    @Option(help: "Where the keys lie, apart from the database and from its backups.")
    var keys = "data/keys"

    func open(holder: String, _ options: EngineOptions = EngineOptions()) async throws -> OpenFederation {
        let address = try Exit.translating { try DatabaseAddress(database) }
        if case .sqlite(let path) = address {
            let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        }
        return try await Exit.translating {
            try await OpenFederation.openSite(try await openEngine(address, options), holder: holder)
        }
    }

    /// For commands that change nothing: no migration and no server's number; a file or a role that may only read will do.
    func openForReading() async throws -> any ReadEngine {
        try await Exit.translating {
            let engine = try await Storage.openForReading(try DatabaseAddress(database))
            try await engine.requireSchema(Migration.all)
            return engine
        }
    }
}

/// The one place where a refusal or a storage error becomes a sentence on standard error and an exit code.
enum Exit {
    static func translating<Result>(_ body: () async throws -> Result) async throws -> Result {
        do { return try await body() } catch { throw translated(error) }
    }

    static func translating<Result>(_ body: () throws -> Result) throws -> Result {
        do { return try body() } catch { throw translated(error) }
    }

    static func translated(_ error: any Error) -> any Error {
        switch error {
        case let refusal as any Refusal:
            let way = refusal.wayOn.map { "\n" + $0[language] } ?? ""
            return failure("\(refusal.sentence[language])\(way)")
        case StorageError.badAddress(let text):
            return failure(
                Sentence(
                    zh: "数据库地址“\(text)”看不懂。写成 sqlite:路径 或 postgres://用户@主机/库名。",
                    en:
                        "The database address “\(text)” is not understood. Write sqlite:PATH or postgres://user@host/name."
                )[
                    language])
        case StorageError.newerThanProgram(let found, let known):
            return failure(
                Sentence(
                    zh: "数据库是更新的程序升过级的（第 \(found) 次，本程序到第 \(known) 次）。请用新版程序打开。",
                    en:
                        "The database was migrated by a newer program (step \(found); this one knows \(known)). Use the newer program."
                )[language])
        case StorageError.olderThanProgram(let found, let known):
            return failure(
                Sentence(
                    zh: "数据库还没有升级到本程序的样子（在第 \(found) 次，本程序到第 \(known) 次）。用与服务器同版的程序，或者先用 muster serve 升级。",
                    en:
                        "The database was not migrated yet (step \(found); this program knows \(known)). Use the program that the server runs, or let muster serve migrate it first."
                )[language])
        case StorageError.migrationChanged(let number):
            return failure(
                Sentence(
                    zh: "数据库的第 \(number) 次升级与本程序的不同：两者不是同一个版本。",
                    en:
                        "Step \(number) of the database is not the one this program knows: they are of different builds."
                )[
                    language])
        case StorageError.unavailable(let message):
            return failure(
                Sentence(zh: "数据库打不开：\(message)", en: "The database cannot be opened: \(message)")[language])
        default: return error
        }
    }

    private static func failure(_ text: String) -> any Error {
        FileHandle.standardError.write(Data((text + "\n").utf8))
        return ExitCode(1)
    }

    /// The language of the person at the terminal: Chinese where the environment says so, else English.
    static let language: Language = {
        let environment = ProcessInfo.processInfo.environment
        let locale = environment["LC_ALL"] ?? environment["LANG"] ?? ""
        return locale.hasPrefix("zh") ? .chinese : .english
    }()

    /// Written through at once: a server's first words must not wait in a buffer.
    static func say(_ sentence: Sentence) { say(sentence[language]) }

    static func say(_ text: String) { FileHandle.standardOutput.write(Data((text + "\n").utf8)) }
}
