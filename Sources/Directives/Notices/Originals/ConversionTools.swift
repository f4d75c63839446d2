import Foundation

/// The programs that read or print what Muster cannot: each in a process of its own, with limits, in a private folder.
enum ConversionTool: String, Sendable {
    case pdfinfo, pdftotext, pdftoppm, tesseract, weasyprint

    /// Where it is installed; nil where it is not.
    var path: String? {
        let folders = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
        return folders.split(separator: ":").map { "\($0)/\(rawValue)" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// The longest it may take, by the clock.
    private var secondsMax: Int {
        switch self {
        case .pdfinfo: 10
        case .pdftotext, .pdftoppm: 30
        case .tesseract: 90
        case .weasyprint: 180
        }
    }

    enum Outcome: Sendable, Equatable {
        case ended(Int32)
        /// Not installed, or stopped because it took too long or too much.
        case failed
    }

    /// Runs it in a folder; what it prints goes to `said` there.
    func run(_ arguments: [String], in folder: PrivateFolder) async -> Outcome {
        guard let path else { return .failed }
        await ConversionGate.shared.enter()
        let outcome = await Self.limited(path, arguments, in: folder, secondsMax: secondsMax)
        await ConversionGate.shared.leave()
        return outcome
    }

    /// The shell sets the limits and becomes the program: seconds of processor, bytes of memory and of each file.
    private static let limits = """
        umask 077; ulimit -t 120; ulimit -v 4194304; ulimit -f 262144; exec "$0" "$@" >said 2>&1 </dev/null
        """

    private static func limited(
        _ path: String, _ arguments: [String], in folder: PrivateFolder, secondsMax: Int
    ) async -> Outcome {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", limits, path] + arguments
        process.currentDirectoryURL = folder.url
        var environment = [
            "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "OMP_THREAD_LIMIT": "1", "HOME": folder.url.path,
        ]
        environment["TESSDATA_PREFIX"] = ProcessInfo.processInfo.environment["TESSDATA_PREFIX"]
        process.environment = environment
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                process.terminationHandler = { ended in
                    let isOwn = ended.terminationReason == .exit
                    continuation.resume(returning: isOwn ? .ended(ended.terminationStatus) : .failed)
                }
                do {
                    try process.run()
                    let deadline = DispatchTime.now() + .seconds(secondsMax)
                    DispatchQueue.global().asyncAfter(deadline: deadline) { Self.kill(process) }
                } catch {
                    process.terminationHandler = nil
                    continuation.resume(returning: .failed)
                }
            }
        } onCancel: {
            Self.kill(process)
        }
    }

    private static func kill(_ process: Process) {
        if process.isRunning { Foundation.kill(process.processIdentifier, SIGKILL) }
    }
}

/// Lets two programs run at a time: they take a processor each.
private actor ConversionGate {
    static let shared = ConversionGate()
    private var free = 2
    private var waiting: [CheckedContinuation<Void, Never>] = []

    func enter() async {
        if free > 0 {
            free -= 1
        } else {
            await withCheckedContinuation { waiting.append($0) }
        }
    }

    func leave() {
        if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
    }
}

/// A folder that only this server's account can enter. It is gone with its content when the last one lets go of it.
final class PrivateFolder: Sendable {
    let url: URL

    init() throws {
        var template = Array((NSTemporaryDirectory() + "/muster-XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else { throw CocoaError(.fileWriteUnknown) }
        let path = template.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        url = URL(fileURLWithPath: String(decoding: path, as: UTF8.self), isDirectory: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func write(_ bytes: [UInt8], as name: String) throws {
        let path = url.appendingPathComponent(name).path
        let isWritten = FileManager.default.createFile(
            atPath: path, contents: Data(bytes), attributes: [.posixPermissions: 0o600])
        guard isWritten else { throw CocoaError(.fileWriteUnknown) }
    }

    /// - Returns: nil where there is no such file, or it is longer.
    func read(_ name: String, bytesMax: Int) -> [UInt8]? {
        guard let file = try? FileHandle(forReadingFrom: url.appendingPathComponent(name)) else { return nil }
        defer { try? file.close() }
        guard let data = try? file.read(upToCount: bytesMax + 1), data.count <= bytesMax else { return nil }
        return Array(data)
    }
}

/// Work that fills a processor for a while, kept off the threads that answer requests.
enum OwnThread {
    private static let queue = DispatchQueue(label: "muster.originals", attributes: .concurrent)

    static func run<Result: Sendable>(_ body: @escaping @Sendable () throws -> Result) async throws -> Result {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Swift.Result { try body() }) }
        }
    }
}
