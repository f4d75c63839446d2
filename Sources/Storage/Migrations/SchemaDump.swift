extension Transaction {
    /// The schema as the engine itself tells it, one sorted line per column, key, check and index: for docs/schema and the
    /// test that compares a migrated database with it.
    ///
    /// It is the same on every version and under every collation: sorted here by bytes, without the rows that PostgreSQL
    /// 18 keeps for "not null" (the column's own line says it), and without the name of the schema.
    package func schemaDump() throws -> String {
        let lines =
            switch dialect {
            case .sqlite: try sqliteLines()
            case .postgresql: try columnLines() + constraintLines() + indexLines()
            }
        return lines.joined(separator: "\n") + "\n"
    }

    private func sqliteLines() throws -> [String] {
        try query(
            "select sql from sqlite_schema where sql is not null and name not like 'sqlite_%' order by type desc, name"
        ).map { row in
            let sql: String = try row["sql"]
            return sql + ";"
        }
    }

    private func columnLines() throws -> [String] {
        try sorted(
            """
            select table_name || '.' || column_name || ' ' || data_type
                || case when collation_name is null then '' else ' collate ' || collation_name end
                || case when is_nullable = 'NO' then ' not null' else '' end
                || coalesce(' default ' || column_default, '') as line
            from information_schema.columns where table_schema = current_schema()
            """)
    }

    private func constraintLines() throws -> [String] {
        try sorted(
            """
            select c.relname || ' ' || k.conname || ' ' || pg_get_constraintdef(k.oid) as line
            from pg_constraint k join pg_class c on c.oid = k.conrelid
            where k.connamespace = cast(current_schema() as regnamespace) and k.contype in ('c', 'f', 'p', 'u', 'x')
            """)
    }

    private func indexLines() throws -> [String] {
        let schema: String = try scalar("select cast(current_schema() as text) as name") ?? ""
        return try sorted("select indexdef as line from pg_indexes where schemaname = current_schema()")
            .map { $0.replacing(" ON \(schema).", with: " ON ") }
    }

    private func sorted(_ lines: SQL) throws -> [String] {
        try query(lines).map { try $0["line"] as String }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
