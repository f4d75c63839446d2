extension Migration {
    /// Pieces of the names of units, to find them by; and their codes in small letters.
    static let unitGrams = Migration(
        15, "unit-grams",
        """
        create table unit_gram (
            gram {text} not null,
            rank {int} not null,
            unit {int} not null,
            primary key (gram, rank, unit)
        ) {table}

        create index unit_code_lower on unit (lower(code))

        insert into unit_gram (gram, rank, unit)
            with recursive place (n) as (select 1 union all select n + 1 from place where n < 200),
            called (unit, level, name) as (
                select id, level, lower(name) from unit
                union all select id, level, lower(name_english) from unit where name_english is not null
                union all select s.unit, u.level, lower(s.name) from unit_short_name s join unit u on u.id = s.unit)
            select distinct substr(called.name, cast(place.n as int), cast(width.signs as int)) as gram,
                case called.level when 'national' then 0 when 'province' then 1 when 'city' then 2
                    when 'county' then 3 when 'township' then 4 else 5 end as rank, called.unit
            from called cross join place cross join (select 1 as signs union all select 2) width
            where place.n + width.signs - 1 <= length(called.name)
                and (width.signs = 2 or called.level <> 'workplace')
            order by 1, 2, 3
        """)
}
