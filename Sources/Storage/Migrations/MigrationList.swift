extension Migration {
    /// Every migration there has ever been, in order.
    package static let all: [Migration] = [
        ground, federation, directives, originals, people, noticeAliases, handling, passage, changes,
        duties, reports, reportAskings, responses, counting, unitGrams, branchTallies,
        dispatchSets, tallyTimes, ownIndexes, closedUnits,
    ]
}
