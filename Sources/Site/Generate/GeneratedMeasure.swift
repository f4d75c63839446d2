import Federation
import Storage

/// What a tallied measure is of a unit `u`, written for the engine, for loads that are laid without acts.
enum GeneratedMeasure {
    /// Its kind and level, before the state is added.
    static let head: SQL = "(\(kinds) * 256 + \(levels) * 16)"

    private static let kinds: SQL = choose("u.kind", UnitKind.allCases.map(\.rawValue))
    private static let levels: SQL = choose("u.level", UnitLevel.allCases.map(\.rawValue))

    private static func choose(_ column: SQL, _ words: [String]) -> SQL {
        let cases = words.enumerated().reduce("" as SQL) { "\($0) when \($1.element) then \(Int64($1.offset))" }
        return "cast(case \(column)\(cases) end as bigint)"
    }
}
