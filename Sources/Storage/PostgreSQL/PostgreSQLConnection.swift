#if PostgreSQL
import CLibpq

/// One libpq connection. Used by one closure at a time; the engine sees to that.
final class PostgreSQLConnection {
    private var handle: OpaquePointer?
    private let url: String
    private let settings: [String]
    /// Statements prepared on this connection, by their text.
    private var prepared: [String: String] = [:]

    /// - Parameter settings: what is set on it besides, each time it connects.
    init(url: String, settings: [String] = []) throws {
        (self.url, self.settings) = (url, settings)
        try connect()
    }

    deinit { PQfinish(handle) }

    /// The socket, for a listener to wait on.
    var socket: Int32 { PQsocket(handle) }

    var isAlive: Bool { handle != nil && PQstatus(handle) == CONNECTION_OK }

    /// Connects anew where the server was away.
    func revive() throws {
        if !isAlive { try reconnect() }
    }

    private func reconnect() throws {
        PQfinish(handle)
        handle = nil
        try connect()
    }

    private func connect() throws {
        prepared = [:]
        handle = PQconnectdb(url)
        guard PQstatus(handle) == CONNECTION_OK else {
            let message = String(cString: PQerrorMessage(handle))
            PQfinish(handle)
            handle = nil
            throw StorageError.unavailable(message)
        }
        PQsetNoticeProcessor(handle, { _, _ in }, nil)
        // Planning some statements of an act takes longer than all that the act does: each is planned once, for any values.
        for setting in [
            "client_min_messages = warning", "bytea_output = 'hex'", "plan_cache_mode = force_generic_plan",
        ] + settings {
            try command("set \(setting)")
        }
    }

    /// Statements without values: begin, commit, settings.
    func command(_ text: String) throws {
        let result = PQexec(handle, text)
        defer { PQclear(result) }
        try check(result)
    }

    /// - Throws: also where the transaction had failed before: then the server rolls back and calls that no error.
    func commit() throws {
        let result = PQexec(handle, "commit")
        defer { PQclear(result) }
        try check(result)
        guard String(cString: PQcmdStatus(result)) == "COMMIT" else {
            throw StorageError.brokenTransaction
        }
    }

    func rollback() { if isAlive { try? command("rollback") } }

    /// Begins a transaction, over a new connection where the old one turns out to be gone: nothing was done on it yet, and
    /// a server that was away and is back must not be away once more for each connection that stood idle meanwhile.
    func begin(_ text: String) throws {
        do {
            try command(text)
        } catch StorageError.unavailable {
            // Not only where the connection looks dead: a server's last word may be read before its end is.
            try reconnect()
            try command(text)
        }
    }

    /// - Parameter isBinary: whether the result comes as the server keeps it, for `PostgreSQLResult.scan`.
    func run(_ text: String, _ values: [Value], inBinary isBinary: Bool = false) throws -> PostgreSQLResult {
        let name = try prepare(text)
        let texts: [[CChar]?] = values.map(Self.parameter)
        let result = Self.withPointers(texts) { pointers in
            PQexecPrepared(handle, name, Int32(values.count), pointers, nil, nil, isBinary ? 1 : 0)
        }
        let wrapped = PostgreSQLResult(result)
        try check(wrapped.handle)
        return wrapped
    }

    private func prepare(_ text: String) throws -> String {
        if let name = prepared[text] { return name }
        // Lists of varying length make many texts; forgetting all of them now and then is simpler than counting uses.
        if prepared.count >= 512 {
            try command("deallocate all")
            prepared = [:]
        }
        let name = "s\(prepared.count)"
        let result = PQprepare(handle, name, text, 0, nil)
        defer { PQclear(result) }
        try check(result)
        prepared[text] = name
        return name
    }

    /// Streams rows through COPY in text format.
    func copy(_ statement: String, rows: [[Value]]) throws {
        let start = PQexec(handle, statement)
        defer { PQclear(start) }
        guard PQresultStatus(start) == PGRES_COPY_IN else { return try check(start) }
        var buffer: [UInt8] = []
        buffer.reserveCapacity(1 << 16)
        for row in rows {
            for (place, value) in row.enumerated() {
                if place > 0 { buffer.append(UInt8(ascii: "\t")) }
                Self.appendCopyField(value, to: &buffer)
            }
            buffer.append(UInt8(ascii: "\n"))
            if buffer.count > 1 << 16 { try put(&buffer) }
        }
        try put(&buffer)
        guard PQputCopyEnd(handle, nil) == 1 else { throw lost() }
        while let result = PQgetResult(handle) {
            defer { PQclear(result) }
            try check(result)
        }
    }

    private func put(_ buffer: inout [UInt8]) throws {
        guard !buffer.isEmpty else { return }
        let sent = buffer.withUnsafeBufferPointer { bytes in
            bytes.withMemoryRebound(to: CChar.self) { PQputCopyData(handle, $0.baseAddress, Int32($0.count)) }
        }
        guard sent == 1 else { throw lost() }
        buffer.removeAll(keepingCapacity: true)
    }

    /// Payloads that arrived since the last call.
    /// - Throws: `StorageError.unavailable` where the connection is gone.
    func notifications() throws -> [String] {
        guard PQconsumeInput(handle) == 1 else { throw lost() }
        var payloads: [String] = []
        while let notification = PQnotifies(handle) {
            payloads.append(String(cString: notification.pointee.extra))
            PQfreemem(notification)
        }
        return payloads
    }

    private func lost() -> StorageError { .unavailable(String(cString: PQerrorMessage(handle))) }

    private func check(_ result: OpaquePointer?) throws {
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_COPY_IN: return
        default: throw StorageError(result, connectionLost: PQstatus(handle) != CONNECTION_OK)
        }
    }

    private static func parameter(_ value: Value) -> [CChar]? {
        switch value {
        case .null: nil
        case .int(let number): Array(String(number).utf8CString)
        case .text(let text): Array(text.utf8CString)
        case .blob(let bytes): PostgreSQLArray.hex(bytes).map { CChar(bitPattern: $0) } + [0]
        }
    }

    private static func appendCopyField(_ value: Value, to buffer: inout [UInt8]) {
        switch value {
        case .null: buffer += Array(#"\N"#.utf8)
        case .int(let number): buffer += Array(String(number).utf8)
        case .text(let text):
            for byte in text.utf8 {
                switch byte {
                case UInt8(ascii: "\\"): buffer += Array(#"\\"#.utf8)
                case UInt8(ascii: "\t"): buffer += Array(#"\t"#.utf8)
                case UInt8(ascii: "\n"): buffer += Array(#"\n"#.utf8)
                case UInt8(ascii: "\r"): buffer += Array(#"\r"#.utf8)
                default: buffer.append(byte)
                }
            }
        case .blob(let bytes):
            buffer.append(UInt8(ascii: "\\"))
            buffer += PostgreSQLArray.hex(bytes)
        }
    }

    private static func withPointers<Result>(
        _ texts: [[CChar]?], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Result
    ) -> Result {
        // One flat buffer keeps all parameters alive for the call without nesting a closure per value.
        var flat: [CChar] = []
        var offsets: [Int?] = []
        for text in texts {
            offsets.append(text == nil ? nil : flat.count)
            if let text { flat += text }
        }
        return flat.withUnsafeBufferPointer { buffer in
            let pointers = offsets.map { offset in offset.flatMap { buffer.baseAddress?.advanced(by: $0) } }
            return pointers.withUnsafeBufferPointer { body($0.baseAddress) }
        }
    }
}

/// A result and its end.
final class PostgreSQLResult {
    let handle: OpaquePointer?

    init(_ handle: OpaquePointer?) { self.handle = handle }

    deinit { PQclear(handle) }

    var changed: Int { Int(String(cString: PQcmdTuples(handle))) ?? 0 }

    func rows() throws -> [Row] {
        let width = PQnfields(handle)
        let columns = Row.Columns((0..<width).map { String(cString: PQfname(handle, $0)) })
        let types = (0..<width).map { PQftype(handle, $0) }
        var rows: [Row] = []
        rows.reserveCapacity(Int(PQntuples(handle)))
        for row in 0..<PQntuples(handle) {
            var values: [Value] = []
            values.reserveCapacity(Int(width))
            for column in 0..<width { values.append(try value(row, column, types[Int(column)])) }
            rows.append(Row(columns: columns, values: values))
        }
        return rows
    }

    private func value(_ row: Int32, _ column: Int32, _ type: Oid) throws -> Value {
        guard PQgetisnull(handle, row, column) == 0, let pointer = PQgetvalue(handle, row, column) else { return .null }
        let length = Int(PQgetlength(handle, row, column))
        let bytes = UnsafeBufferPointer(start: pointer, count: length).lazy.map { UInt8(bitPattern: $0) }
        switch type {
        case 16: return .int(bytes.first == UInt8(ascii: "t") ? 1 : 0)
        case 20, 21, 23, 26:
            guard let number = Int64(String(decoding: bytes, as: UTF8.self)) else {
                throw StorageError.unexpectedShape("an integer that is none")
            }
            return .int(number)
        case 17: return .blob(try Self.unhex(Array(bytes)))
        case 700, 701, 1700: throw StorageError.unexpectedShape("a numeric or floating-point value: cast it")
        default: return .text(String(decoding: bytes, as: UTF8.self))
        }
    }

    private static func unhex(_ text: [UInt8]) throws -> [UInt8] {
        func digit(_ byte: UInt8) -> UInt8 { byte < 58 ? byte - 48 : byte - 87 }
        guard text.count >= 2, text.count % 2 == 0 else { throw StorageError.unexpectedShape("bytes that are no hex") }
        return stride(from: 2, to: text.count, by: 2).map { digit(text[$0]) << 4 | digit(text[$0 + 1]) }
    }
}

extension StorageError {
    init(_ result: OpaquePointer?, connectionLost: Bool) {
        let message = String(cString: PQresultErrorMessage(result))
        func field(_ code: Character) -> String? {
            PQresultErrorField(result, Int32(code.asciiValue ?? 0)).map { String(cString: $0) }
        }
        let state = field("C") ?? ""
        switch state {
        case "23505":
            self = .uniqueViolation(
                Self.uniqueName(index: field("n") ?? message, table: field("t"), detail: field("D")))
        case "23503": self = .foreignKeyViolation(message)
        case "23514": self = .checkViolation(message)
        case "23502": self = .notNullViolation(message)
        // Who else writes and holds what is wanted; a lock that was waited for as long as one may.
        case "40001", "40P01", "55P03": self = .busy
        case "57P01", "57P02", "57P03", "53300": self = .unavailable(message)
        // What the server says has a state; what libpq itself says, of a connection that broke, has none.
        case _ where connectionLost || state.isEmpty || state.hasPrefix("08"): self = .unavailable(message)
        default: self = .other(code: state, message: message)
        }
    }

    /// SQLite does not tell which of several indexes over the same columns was violated, so the columns are the name here
    /// too: `Key (unit)=(7) already exists.` of `unit_link` is `unit_link_unit_key`.
    private static func uniqueName(index: String, table: String?, detail: String?) -> String {
        guard !index.hasSuffix("_pkey"), let table, let detail, let start = detail.firstIndex(of: "("),
            let end = detail.firstRange(of: ")=(")
        else { return index }
        let columns = detail[detail.index(after: start)..<end.lowerBound]
        guard !columns.contains("(") else { return index }
        return ([table] + columns.split(separator: ", ").map { $0.filter { $0 != "\"" } } + ["key"])
            .joined(separator: "_")
    }
}
#endif
