extension Migration {
    /// Whether a sum is of a state with a time, and not apart from it yet.
    private static let isTimed = """
        branch <> 0 and measure < 281474976710656 and measure % 4294967296 > 0
            and measure / 4294967296 % 16 between 2 and 12
        """

    /// What stands below a branch is kept apart from when it came to that: readers that want the first alone go through a
    /// tenth as many rows.
    static let tallyTimes = Migration(
        18, "tally-times",
        """
        insert into tally (branch, subject, measure, n)
            select branch, subject, 281474976710656 + measure, n from tally where \(isTimed)

        insert into tally (branch, subject, measure, n)
            select branch, subject, measure - measure % 4294967296, cast(sum(n) as bigint) from tally
            where \(isTimed) group by branch, subject, measure - measure % 4294967296
            on conflict (branch, subject, measure) do update set n = tally.n + excluded.n

        delete from tally where \(isTimed)
        """)
}
