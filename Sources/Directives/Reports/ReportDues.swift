package import Federation
package import Storage
import Web

/// What Today says of reports that came up, and of those that were given back.
package enum ReportDues: DueSource {
    package static let kinds: Set<Verb> = [.reportAccept, .reportWrite, .reportSign]

    package static func lines(
        of kind: Verb, _ subjects: [Int64], for unit: UnitID, _ language: Language, in db: any Transaction
    ) throws -> [Int64: DueLine] {
        if kind == .reportSign { return try periods(subjects, for: unit, language, in: db) }
        var lines: [Int64: DueLine] = [:]
        for subject in subjects {
            guard let report = try ReportStore.find(ReportID(subject), in: db),
                let notice = try NoticeStore.find(report.notice, in: db)
            else { continue }
            let other = kind == .reportAccept ? report.unit : report.receiver
            lines[subject] = DueLine(
                act: kind == .reportAccept ? ReportWords.acceptDue : ReportWords.returnedDue,
                path: ReportRoutes.show.path(report.id), about: notice.title,
                from: try UnitStore.find(other, in: db)?.shownName(language))
        }
        return lines
    }

    /// A report that is asked for again and again: for which days, and by whom.
    private static func periods(
        _ subjects: [Int64], for unit: UnitID, _ language: Language, in db: any Transaction
    ) throws -> [Int64: DueLine] {
        let periods = try ReportAskingStore.find(subjects.map { ReportPeriodID($0) }, in: db)
        let arrivals = try ObligationGate.arrivals(of: Set(periods.values.map(\.notice.raw)), at: unit, in: db)
        let askers = try UnitStore.find(Array(Set(periods.values.map(\.unit))), in: db)
        let papers = try NoticeStore.find(arrivals.values.map(\.notice), in: db)
        var lines: [Int64: DueLine] = [:]
        for (id, period) in periods {
            guard let paper = arrivals[period.notice.raw]?.notice, let notice = papers[paper] else { continue }
            let asker = askers[period.unit]?.shownName(language)
            lines[id.raw] = DueLine(
                act: ReportWords.periodDue, path: ReportRoutes.list.path(paper), about: notice.title, from: asker,
                dateSetBy: asker)
        }
        return lines
    }
}
