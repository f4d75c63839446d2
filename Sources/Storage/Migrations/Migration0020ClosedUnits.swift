extension Migration {
    /// The few units that are closed, by their place, so that those that work are counted by their lines alone.
    static let closedUnits = Migration(
        20, "closed-units",
        """
        create index unit_closed on unit (path) where closed_on is not null
        """)
}
