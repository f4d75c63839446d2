package import Federation

/// Who has reported about a notice, and who has not.
package struct ReportListModel: Sendable {
    package var notice: NoticeLine
    package var own: [Line]
    /// Where a report is begun; nil where it cannot be.
    package var start: Target?
    package var received: [Line]
    /// Units directly below that have the notice and have reported nothing.
    package var silent: [String]
    /// For which periods a report can be begun, the newest first; empty where there is no rhythm.
    package var periods: [ReportPeriod] = []
    /// The unit above gives an outline.
    package var hasOutline = false
    package var csvPath = ""
    /// Who asks for reports here, and how.
    package var asked: [Asked] = []
    /// Where nothing new is said with one press; nil where this post may not sign.
    package var zero: Target?
    package var asking: Asking?
    package var record: Record?
    package var table: Table?
    /// What the notice itself says about reporting, in its words.
    package var printed: [ReadReport] = []

    package struct Line: Sendable {
        package var unit: String
        package var ordinal: Int
        package var state: Report.State
        package var at: Moment
        package var path: String
        package var isZero = false
        package var isRecorded = false
    }

    package struct Asked: Sendable {
        package var unit: String
        package var rhythm: ReportRhythm?
        package var reason: String
        package var outline: String?
    }

    /// The form by which a unit asks for reports.
    package struct Asking: Sendable {
        package var path: String
        package var act: ActID
        /// Nil where nothing is asked yet.
        package var stop: Target?
        package var form = ReportAskingForm()
        package var errors: [String: Sentence] = [:]
    }

    /// The form by which a report that came by telephone is written down.
    package struct Record: Sendable {
        package var path: String
        package var act: ActID
        package var units: [(value: String, name: String)]
        package var form: ReportRecordForm
        package var errors: [String: Sentence] = [:]
    }

    /// Who reported for which period.
    package struct Table: Sendable {
        /// The earliest first.
        package var periods: [ReportPeriod]
        package var rows: [(unit: String, cells: [(cell: ReportCell, path: String?)])]

        /// How complete each period is.
        package var sums: [ReportCompleteness] {
            periods.indices.map { place in ReportCompleteness(rows.map { $0.cells[place].cell }) }
        }
    }

    package struct Target: Sendable {
        package var path: String
        package var act: ActID
    }
}

/// One report as its unit writes it, or as it went up.
package struct ReportModel: Sendable {
    package var notice: NoticeLine
    /// What became of the notice since: withdrawn, replaced, corrected.
    package var banners: [NoticeBanner]
    package var listPath: String
    /// Nil as long as nothing was signed.
    package var paperPath: String?
    package var unit: String
    package var receiver: String
    /// As both are called on paper, which is Chinese in either language of the page.
    package var printed: (unit: String, receiver: String)
    package var ordinal: Int
    package var state: Report.State
    /// The office of the receiver that the notice names.
    package var office: String?
    package var coversOn: CivilDay?
    /// Who wrote it down for the unit.
    package var recordedBy: String?
    package var seal: SealHead?
    /// The sentences of the notice that it answers.
    package var answers: [String] = []
    /// The figures of the report before, to mark what changed.
    package var before: ReportFigures?
    /// What the figures are today, beside those that were signed.
    package var today: ReportFigures?
    /// Paragraphs that the report before did not have.
    package var fresh: Set<String> = []
    package var remarks: [(remark: ReportRemark, person: String)] = []
    /// Where the units behind each figure stand: the picture for a draft, the frozen list for what was signed; nil where
    /// they were too many to keep.
    package var unitsPath: String?
    /// What it can be taken along as.
    package var exports: [ExportFormat] = []
    package var exportTo: ReportListModel.Target?
    package var version: Int
    package var body: String
    package var figures: ReportFigures
    package var at: Moment
    package var facts: [(fact: ReportFact, unit: String, person: String)]
    package var quotes: [(quote: ReportQuote, unit: String, path: String)]
    /// Nil where it is not written any more, or not by the reader.
    package var compose: Compose?
    package var answer: Answer?

    package struct Compose: Sendable {
        package var save: ReportListModel.Target
        /// Nil where this post may not sign.
        package var sign: ReportListModel.Target?
        package var quote: ReportListModel.Target?
        package var remark: ReportListModel.Target
        package var remarkText = ""
        /// What can be quoted from below.
        package var passages: [(value: String, unit: String, text: String)]
        /// Sentences for figures that changed since the last report.
        package var offered: [String]
        package var challenged: [String] = []
        package var errors: [String: Sentence] = [:]
    }

    package struct Answer: Sendable {
        package var accept: ReportListModel.Target
        package var giveBack: ReportListModel.Target
        package var reason = ""
        package var errors: [String: Sentence] = [:]
    }
}

/// The units behind a figure of a report, as they were when it was signed.
package struct ReportUnitsModel: Sendable {
    package var unit: String
    package var reportPath: String
    package var at: Moment
    package var filter: Filter
    package var rows: [ReportUnit]
    /// How many there are of each sort.
    package var counts: [Filter: Int]

    package enum Filter: String, Sendable, Hashable, CaseIterable {
        case all, reached, signed, passed, late, unreached

        func holds(_ unit: ReportUnit) -> Bool {
            switch self {
            case .all: true
            case .reached: unit.state >= .reached
            case .signed: unit.state >= .signed
            case .passed: unit.state == .passedOn
            case .late: unit.isLate
            case .unreached: unit.state == .unreached
            }
        }
    }
}
