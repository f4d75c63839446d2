package import Storage

/// Slows down whoever guesses passwords: tries are counted by login and by client address, in the database, so that several
/// servers count together. Only keyed hashes are kept, so that nobody learns from the table who tried or from where.
///
/// A try is counted when it begins and taken back when it succeeds: a hundred sent at once are a hundred.
package struct Throttle: Sendable {
    let secret: InstallationSecret

    /// What is counted: a login, or an address from which many people may come at once.
    struct Key: Sendable, Hashable {
        let digest: [UInt8]
        /// Tries before anyone waits.
        let freeTries: Int
    }

    /// What is known of one key.
    struct Count: Sendable, Hashable {
        static let none = Count(failures: 0, lastAt: Moment(microseconds: 0))
        static let secondsMax: Int64 = 15 * 60
        /// Failures further apart than this, beyond the wait, are forgotten.
        static let windowSeconds: Int64 = 15 * 60

        var failures: Int
        var lastAt: Moment

        /// How long after the last failure the next try counts: nothing, then 2, 4, 8 … seconds, 15 minutes at most.
        func waitSeconds(freeTries: Int) -> Int64 {
            let beyond = failures - freeTries
            if beyond < 0 { return 0 }
            return beyond >= 10 ? Self.secondsMax : min(Self.secondsMax, 2 << Int64(beyond))
        }

        /// Seconds still to wait, rounded up.
        func secondsLeft(freeTries: Int, at moment: Moment) -> Int64 {
            let end = lastAt.adding(seconds: waitSeconds(freeTries: freeTries))
            return max(0, (end.microseconds - moment.microseconds + 999_999) / 1_000_000)
        }

        func isForgotten(freeTries: Int, at moment: Moment) -> Bool {
            moment >= lastAt.adding(seconds: waitSeconds(freeTries: freeTries) + Self.windowSeconds)
        }
    }

    /// - Parameter login: as typed; it need not exist.
    func key(login: String) -> Key { Key(digest: secret.digest(.throttle, [0], Array(login.utf8)), freeTries: 5) }

    /// A works' offices, and on mobile networks whole towns, share one address, so it has more tries than a login has.
    /// - Parameter client: the address a request comes from, or any text that stands for it.
    func key(client: String) -> Key { Key(digest: secret.digest(.throttle, [1], Array(client.utf8)), freeTries: 30) }

    /// Counts a try.
    /// - Throws: `SignInRefusal.slowDown` where any of the keys must wait; then nothing is counted.
    static func admit(_ keys: [Key], at moment: Moment, in db: any Transaction) throws {
        var counts: [(Key, Count)] = []
        var secondsLeft: Int64 = 0
        for key in keys {
            var count = try find(key, in: db)
            if count.isForgotten(freeTries: key.freeTries, at: moment) { count = .none }
            secondsLeft = max(secondsLeft, count.secondsLeft(freeTries: key.freeTries, at: moment))
            counts.append((key, count))
        }
        guard secondsLeft == 0 else { throw SignInRefusal.slowDown(seconds: secondsLeft) }
        for (key, count) in counts {
            try db.execute(
                """
                insert into sign_in_failure (key, failures, last_at)
                values (\(key.digest), \(count.failures + 1), \(moment))
                on conflict (key) do update set failures = \(count.failures + 1), last_at = \(moment)
                """)
        }
    }

    /// A try that turned out not to be a failure.
    static func takeBack(_ key: Key, in db: any Transaction) throws {
        try db.execute("update sign_in_failure set failures = failures - 1 where key = \(key.digest) and failures > 0")
    }

    /// Forgets all failures.
    static func reset(_ key: Key, in db: any Transaction) throws {
        try db.execute("delete from sign_in_failure where key = \(key.digest)")
    }

    static func find(_ key: Key, in db: any Transaction) throws -> Count {
        try db.first("select failures, last_at from sign_in_failure where key = \(key.digest)")
            .map { Count(failures: try $0["failures"], lastAt: try $0["last_at"]) } ?? .none
    }

    /// Removes counts that are forgotten. For a job that runs once a day.
    package static func sweep(at moment: Moment, in db: any Transaction) throws {
        let last = moment.adding(seconds: -(Count.secondsMax + Count.windowSeconds))
        try db.execute("delete from sign_in_failure where last_at < \(last)")
    }
}
