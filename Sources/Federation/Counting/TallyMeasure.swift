/// What one unit is about one subject, in one number: its kind, its level, a state that the subject's context gives, and a
/// stretch of time. A unit has at most one of them for each subject, so that a branch is a histogram of them, and going from
/// one state to another is one less here and one more there. A branch keeps what its units are apart from when they came to
/// it: most readers want the first alone, of which there is little.
package struct TallyMeasure: Sendable, Hashable {
    /// By the order of `UnitKind.allCases`, as a binding stores it.
    package var kind: UnitKind
    package var level: UnitLevel
    /// 0 … 15.
    package var state: Int
    /// 0 … 4,294,967,295: whatever the context counts by.
    package var bucket: Int

    package init(kind: UnitKind, level: UnitLevel, state: Int = 0, bucket: Int = 0) {
        (self.kind, self.level, self.state, self.bucket) = (kind, level, state, bucket)
    }

    /// How many buckets a state has.
    package static let buckets: Int64 = 1 << 32

    /// States to which a unit came at some time, which is their bucket: of those below and above, it is something else.
    package static let timedStates = 2...12

    package var isTimed: Bool { Self.timedStates.contains(state) && bucket > 0 }

    /// What it is, whenever that came about.
    package var timeless: TallyMeasure {
        isTimed ? TallyMeasure(kind: kind, level: level, state: state) : self
    }

    package var raw: Int64 {
        let kind = Int64(UnitKind.allCases.firstIndex(of: kind) ?? 0)
        let head = kind << 8 | Int64(level.depth) << 4 | Int64(state & 15)
        return head * Self.buckets + Int64(min(max(bucket, 0), Int(Self.buckets) - 1))
    }

    package init(raw: Int64) {
        let head = Int(raw / Self.buckets)
        kind = UnitKind.allCases[min(head >> 8, UnitKind.allCases.count - 1)]
        level = UnitLevel.allCases[min(head >> 4 & 15, UnitLevel.allCases.count - 1)]
        (state, bucket) = (head & 15, Int(raw % Self.buckets))
    }
}
