/// Habits that a compiler does not teach.
enum Habits {
    static let linesMax = 450

    /// Clock and randomness come from the act. Where they come from in the end, and why there.
    static let sources: [String: String] = [
        "Sources/Federation/Acts/Moment.swift": "the one clock of the machine",
        "Sources/Federation/Acts/Act.swift": "the one source of secrets",
        "Sources/Federation/Acts/ServerLease.swift": "a lease is taken before there is any act",
        "Sources/Federation/Journal/SealKey.swift": "the name of a half-written file; keys are made before any act",
        "Sources/Federation/Sessions/InstallationSecret.swift": "the secret is made before there is any act",
        "Sources/MusterBench/BenchServer.swift": "each browser of a measurement has a key of its own",
        "Sources/Web/WebApplication.swift":
            "a new browser's key, and the mask of a response's proof: made where nobody acts yet",
        "Sources/MusterTesting/TestPostgreSQL.swift": "the folder of a throw-away server",
        "Sources/MusterTesting/TestDatabase.swift": "names of throw-away databases",
    ]

    static func takenFromTheAir(in files: [SourceFile], allowed: [String: String] = sources) throws -> [String] {
        try files.filter { allowed[$0.path] == nil }.flatMap { file in
            try airyLines(file).map { "\(file.path):\($0): clock, ids and randomness come from the act" }
        }
    }

    /// A generator that is handed over (`using:`) is not taken from the air.
    static func airyLines(_ file: SourceFile) throws -> [Int] {
        try file.codeLines(
            matching: #"\bDate\(\)|\bDate\.now\b|\bUUID\(\)|\bSystemRandomNumberGenerator\b"#
                + #"|\.(random|randomElement|shuffled|shuffle)\((?!.*using:)"#)
    }

    static func forcedTries(in files: [SourceFile]) throws -> [String] {
        try files.flatMap { file in try file.codeLines(matching: "try!").map { "\(file.path):\($0): no try with force" }
        }
    }

    static func leftUndone(in files: [SourceFile]) throws -> [String] {
        // Joined, so that this file does not find itself.
        let marks = try Regex("\\b(TO" + "DO|FIX" + "ME)\\b")
        return files.flatMap { file in
            file.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
                .filter { $0.element.contains(marks) }
                .map { "\(file.path):\($0.offset + 1): do it, or write an issue" }
        }
    }

    static func tooLong(in files: [SourceFile]) -> [String] {
        files.filter { $0.lineCount > linesMax }.map { "\($0.path): \($0.lineCount) lines, \(linesMax) at most" }
    }
}
