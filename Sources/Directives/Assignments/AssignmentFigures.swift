package import Federation
package import Storage

/// What became of each obligation at each unit, as it is tallied by branch: one measure for what was done, and the figure
/// that was given with it.
package enum AssignmentFigures: FigureSource {
    /// States of a measure. Nothing done, or returned, is no measure at all.
    enum Done: Int, Sendable {
        case underWay = 1
        case declined = 2
        case discharged = 3
        /// Discharged, with a figure.
        case dischargedWithFigure = 4
        case notApplicable = 5
        case notApplicableWithFigure = 6
        /// The sum of the figures; it counts no units.
        case figure = 15

        /// Nil for the sum of the figures.
        var state: Assignment.State? {
            switch self {
            case .underWay: .underWay
            case .declined: .declined
            case .discharged, .dischargedWithFigure: .discharged
            case .notApplicable, .notApplicableWithFigure: .notApplicable
            case .figure: nil
            }
        }

        var isSettled: Bool { rawValue >= Self.discharged.rawValue && self != .figure }
        var hasFigure: Bool { self == .dischargedWithFigure || self == .notApplicableWithFigure }
    }

    package static func figures(of unit: Unit, in db: any Transaction) throws -> [Figure] {
        try AssignmentStore.all(of: unit.id, in: db).flatMap { measures(of: $0, at: unit) }
    }

    /// Some obligations at some units, by unit.
    static func figures(
        of obligations: [ObligationID], at units: [Unit], in db: any Transaction
    ) throws -> [UnitID: [Figure]] {
        let known = Dictionary(units.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return try AssignmentStore.assignments(about: obligations, by: units.map(\.id), in: db)
            .reduce(into: [:]) { found, one in
                guard let unit = known[one.unit] else { return }
                found[unit.id, default: []] += measures(of: one, at: unit)
            }
    }

    /// Tallies that an assignment goes from what it was to what it is.
    static func change(from old: Assignment?, to new: Assignment, at unit: Unit, in act: Act) throws {
        guard unit.isWorking else { return }
        let before = old.map { measures(of: $0, at: unit) + done(of: $0) } ?? []
        let after = measures(of: new, at: unit) + done(of: new)
        guard before != after else { return }
        try Tally.add(
            before.map { $0.delta(at: unit.path, -1) } + after.map { $0.delta(at: unit.path) }, in: act)
    }

    /// What it adds to all that is settled that day.
    private static func done(of assignment: Assignment) -> [Figure] {
        guard !assignment.isReturned, done(assignment)?.isSettled == true else { return [] }
        return [WorkDone.settled.figure(at: assignment.changedAt)]
    }

    private static func measures(of assignment: Assignment, at unit: Unit) -> [Figure] {
        guard !assignment.isReturned, let done = done(assignment) else { return [] }
        func figure(_ state: Done, _ bucket: Int, _ n: Int) -> Figure {
            Figure(
                subject: assignment.obligation.raw,
                measure: TallyMeasure(kind: unit.kind, level: unit.level, state: state.rawValue, bucket: bucket).raw,
                n: n)
        }
        let one = figure(done, done.isSettled ? Census.day(assignment.changedAt) : 0, 1)
        guard done.isSettled, let given = assignment.figure, given != 0 else { return [one] }
        return [one, figure(.figure, 0, given)]
    }

    private static func done(_ assignment: Assignment) -> Done? {
        let hasFigure = assignment.figure != nil
        return switch assignment.state {
        case .open: nil
        case .underWay: .underWay
        case .declined: .declined
        case .discharged: hasFigure ? .dischargedWithFigure : .discharged
        case .notApplicable: hasFigure ? .notApplicableWithFigure : .notApplicable
        }
    }
}
