package import Federation
package import Storage
import Web

/// What Today says of duties: those that came in one paper are one item, and where that paper waits for a signature, they
/// stand with it.
package enum AssignmentDues: DueSource {
    package static let kinds: Set<Verb> = [.assignmentDischarge]

    package static func lines(
        of kind: Verb, _ subjects: [Int64], for unit: UnitID, _ language: Language, in db: any Transaction
    ) throws -> [Int64: DueLine] {
        let notices = try ObligationStore.notices(of: subjects.map { ObligationID($0) }, in: db)
        let arrivals = try ObligationGate.arrivals(of: Set(notices.values.map(\.raw)), at: unit, in: db)
        let urged = try SupervisionStore.urged(subjects.map { ObligationID($0) }, unit, in: db)
        let setters = try dateSetters(subjects, unit, language, in: db)
        let papers = try NoticeStore.find(arrivals.values.map(\.notice), in: db)
        let senders = try ReceiptReading.senders(of: Set(arrivals.values.compactMap(\.receipt)), language, in: db)
        var lines: [Int64: DueLine] = [:]
        for (arrival, some) in Dictionary(grouping: notices, by: { arrivals[$0.value.raw] }) {
            guard let arrival, let notice = papers[arrival.notice] else { continue }
            let from = arrival.receipt.flatMap { senders[$0] }
            let times = some.compactMap { urged[$0.key] }.max() ?? 0
            let act = AssignmentWords.due(some.count)
            for one in some {
                lines[one.key.raw] = DueLine(
                    act: times > 0 ? UrgeWords.due(act, urged: times) : act, path: path(to: arrival),
                    about: notice.title, from: from, dateSetBy: setters[one.key.raw])
            }
        }
        return lines
    }

    /// Where what came with an arrival is settled: with its signature, as long as that is wanted.
    static func path(to arrival: ObligationGate.Arrival) -> String {
        if let receipt = arrival.receipt, !arrival.isSigned { return ReceiptRoutes.show.path(receipt) }
        return AssignmentRoutes.duties.path(arrival.notice)
    }

    /// How many items of Today these dues make, beside those that stand with a signature.
    package static func countItems(_ dues: [Due], for unit: UnitID, in db: any Transaction) throws -> Int {
        let notices = Set(dues.filter { kinds.contains($0.kind) }.compactMap(\.about))
        guard !notices.isEmpty else { return 0 }
        let arrivals = try ObligationGate.arrivals(of: notices, at: unit, in: db)
        return Set(arrivals.values.filter(\.isSigned).map(\.notice)).count
    }

    /// Who set the earliest date of each.
    private static func dateSetters(
        _ subjects: [Int64], _ unit: UnitID, _ language: Language, in db: any Transaction
    ) throws -> [Int64: String] {
        let path = try UnitStore.require(unit, in: db).path
        let roots = try UnitStore.ancestors(of: path, in: db).map(\.id) + [unit]
        let dated = try DueScopeStore.scopes(rootedAt: roots, in: db)
            .filter { $0.kind == .assignmentDischarge && $0.dueAt != nil }
        let wanted = Set(subjects)
        let names = try UnitStore.find(Array(Set(dated.map(\.askedBy))), in: db)
        return Dictionary(grouping: dated.filter { wanted.contains($0.subject) }, by: \.subject).compactMapValues {
            $0.min { ($0.dueAt?.microseconds ?? .max) < ($1.dueAt?.microseconds ?? .max) }
                .flatMap { names[$0.askedBy]?.shownName(language) }
        }
    }
}
