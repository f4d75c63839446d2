/// One step of the schema, forward only. A shipped migration never changes; a new one is added.
package struct Migration: Sendable {
    package let number: Int
    package let name: String
    /// Statements separated by blank lines. `{int}`, `{text}`, `{blob}` and `{table}` stand for what differs:
    /// 64-bit integers, text that both engines order alike, bytes, and SQLite's strictness. A statement that begins with
    /// `{postgresql}` says how that engine is to keep something, and is nothing to the other.
    package let text: String

    package init(_ number: Int, _ name: String, _ text: String) {
        self.number = number
        self.name = name
        self.text = text
    }

    package func statements(for dialect: Dialect) -> [String] {
        let words: [(String, String)] =
            switch dialect {
            case .sqlite: [("{int}", "integer"), ("{text}", "text"), ("{blob}", "blob"), ("{table}", "strict")]
            case .postgresql:
                [("{int}", "bigint"), ("{text}", "text collate \"C\""), ("{blob}", "bytea"), ("{table}", "")]
            }
        let onlyPostgreSQL = "{postgresql}"
        return text.split(separator: "\n\n").filter { dialect == .postgresql || !$0.hasPrefix(onlyPostgreSQL) }
            .map { statement in
                words.reduce(String(statement.replacing(onlyPostgreSQL, with: ""))) { $0.replacing($1.0, with: $1.1) }
            }
    }

    /// A digest that only tells whether the text was changed: 64-bit FNV-1a, in hexadecimal.
    var digest: String {
        let hash = text.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        return String(hash, radix: 16)
    }
}

extension Engine {
    /// Brings the schema up to this program's. Two servers that start together do it once.
    /// - Parameters:
    ///   - migrations: every migration there has ever been, in order.
    ///   - appliedAt: microseconds UTC.
    /// - Returns: the numbers applied now.
    /// - Throws: `StorageError.newerThanProgram`, `StorageError.migrationChanged`.
    @discardableResult
    package func migrate(_ migrations: [Migration], appliedAt: Int64) async throws -> [Int] {
        var applied: [Int] = []
        for migration in [Migration.book] + migrations {
            let isNew = try await write { db in
                if migration.number == 0 {
                    for statement in migration.statements(for: db.dialect) { try db.execute(SQL(unchecked: statement)) }
                    return false
                }
                return try apply(migration, of: migrations, in: db, at: appliedAt)
            }
            if isNew { applied.append(migration.number) }
        }
        return applied
    }
}

extension ReadEngine {
    /// Whether the schema is exactly this program's, for who reads without migrating.
    /// - Throws: `StorageError.olderThanProgram`, `StorageError.newerThanProgram`, `StorageError.migrationChanged`.
    package func requireSchema(_ migrations: [Migration]) async throws {
        let known = migrations.map(\.number).max() ?? 0
        try await read { db in
            let applied = try db.hasBook ? db.query("select number, digest from schema_migration where number > 0") : []
            let digests: [Int: String] = try applied.reduce(into: [:]) { digests, row in
                digests[try row["number"]] = try row["digest"] as String
            }
            let newest = digests.keys.max() ?? 0
            guard newest <= known else { throw StorageError.newerThanProgram(found: newest, known: known) }
            for migration in migrations {
                guard let digest = digests[migration.number] else {
                    throw StorageError.olderThanProgram(found: newest, known: known)
                }
                guard digest == migration.digest else { throw StorageError.migrationChanged(migration.number) }
            }
        }
    }
}

extension Transaction {
    fileprivate var hasBook: Bool {
        get throws {
            let found: SQL =
                switch dialect {
                case .sqlite: "select 1 as one from sqlite_schema where name = 'schema_migration'"
                case .postgresql: "select 1 as one where to_regclass('schema_migration') is not null"
                }
            return try first(found) != nil
        }
    }
}

private func apply(_ migration: Migration, of all: [Migration], in db: any Transaction, at moment: Int64) throws -> Bool
{
    let known = all.map(\.number).max() ?? 0
    if let newest: Int = try db.scalar(
        "select cast(coalesce(max(number), 0) as bigint) as newest from schema_migration"),
        newest > known
    {
        throw StorageError.newerThanProgram(found: newest, known: known)
    }
    if let row = try db.first("select digest from schema_migration where number = \(migration.number)") {
        let digest: String = try row["digest"]
        guard digest == migration.digest else { throw StorageError.migrationChanged(migration.number) }
        return false
    }
    for statement in migration.statements(for: db.dialect) { try db.execute(SQL(unchecked: statement)) }
    try db.execute(
        """
        insert into schema_migration (number, name, digest, applied_at)
        values (\(migration.number), \(migration.name), \(migration.digest), \(moment))
        """)
    return true
}

extension Migration {
    /// The book of migrations itself.
    fileprivate static let book = Migration(
        0, "book",
        """
        create table if not exists schema_migration (
            number {int} primary key,
            name {text} not null,
            digest {text} not null,
            applied_at {int} not null
        ) {table}
        """)
}
