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

    package struct Line: Sendable {
        package var unit: String
        package var ordinal: Int
        package var state: Report.State
        package var at: Moment
        package var path: String
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
