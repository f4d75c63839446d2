package import Federation
package import Storage
import Web

/// What Today says of reports that came up, and of those that were given back.
package enum ReportDues: DueSource {
    package static let kinds: Set<Verb> = [.reportAccept, .reportWrite]

    package static func lines(
        of kind: Verb, _ subjects: [Int64], for unit: UnitID, _ language: Language, in db: any Transaction
    ) throws -> [Int64: DueLine] {
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
}
