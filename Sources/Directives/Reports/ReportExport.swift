import Federation
import Web

/// A report taken along as a paper: its text is read like any notice's, and set by the same rules.
enum ReportExport {
    /// - Throws: `ExportRefusal.printerFailed` where its words cannot be set as a paper.
    static func notice(_ model: ReportModel) throws -> ExportNotice {
        let text = self.text(model)
        guard let reading = try? NoticeReader().read(text).get() else { throw ExportRefusal.printerFailed }
        return ExportNotice(text: text, reading: reading, title: title(model), warnings: [])
    }

    /// The paper's text: title, to whom, the words, who and when, and as a note the seal of the journal.
    static func text(_ model: ReportModel) -> String {
        let note = model.seal.map { "（\(ReportWords.seal($0)[.chinese])）" }
        return
            ([title(model), "\(model.printed.receiver)\(model.office ?? "")："] + ReportRules.passages(model.body)
            + [model.printed.unit, TimeWords.day(Zone.day(model.at), .chinese)] + [note].compactMap(\.self))
            .joined(separator: "\n\n") + "\n"
    }

    private static func title(_ model: ReportModel) -> String {
        ReportWords.title(model.printed.unit, model.notice.title)
    }

    /// The file is made first, so that the journal never tells of one that nobody got.
    static func create(_ visit: Visit, _ id: ReportID) async throws -> Reply {
        let act = visit.actID()
        let model = try await ReportHandlers.model(visit, id)
        guard model.paperPath != nil else { throw AccessRefusal.notFound }
        guard let format = visit.form.first("format").flatMap(ExportFormat.init(rawValue:)), format != .picture else {
            throw ExportRefusal.formatUnknown
        }
        let file = try await ExportActs.file(of: try notice(model), as: format)
        _ = try await visit.federation.act(
            .noticeExport, as: visit.actor, at: try visit.ownUnit(), id: act
        ) { act in
            try act.record(on: Subject("report", id), format.rawValue, detail: ["format": format.rawValue])
        }
        return .file(file.bytes, mediaType: file.format.mediaType, name: file.name)
    }
}
