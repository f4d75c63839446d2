extension Transaction {
    /// The schema as the engine itself tells it, one sorted line per column, key, check and index: for docs/schema and the
    /// test that compares a migrated database with it.
    package func schemaDump() throws -> String {
        let lines: [String] =
            switch dialect {
            case .sqlite:
                try query(
                    "select sql from sqlite_schema where sql is not null and name not like 'sqlite_%' order by type desc, name"
                ).map { row in
                    let sql: String = try row["sql"]
                    return sql + ";"
                }
            case .postgresql:
                try query(
                    """
                    select table_name || '.' || column_name || ' ' || data_type
                        || case when is_nullable = 'NO' then ' not null' else '' end
                        || coalesce(' default ' || column_default, '') as line
                    from information_schema.columns where table_schema = current_schema() order by 1
                    """
                ).map { try $0["line"] }
                    + query(
                        """
                        select cast(conrelid as regclass) || ' ' || conname || ' ' || pg_get_constraintdef(oid) as line
                        from pg_constraint where connamespace = cast(current_schema() as regnamespace) order by 1
                        """
                    ).map { try $0["line"] }
                    + query("select indexdef as line from pg_indexes where schemaname = current_schema() order by 1")
                    .map { try $0["line"] }
            }
        return lines.joined(separator: "\n") + "\n"
    }
}
