package import Federation

/// Taking a notice along. The file is made first, so that the journal never tells of one that nobody got.
package struct ExportActs: Sendable {
    let federation: OpenFederation

    package init(_ federation: OpenFederation) { self.federation = federation }

    /// - Parameter recipient: the unit it is meant for, where that is said.
    /// - Throws: "not found" where the unit does not hold the notice; `ExportRefusal`.
    package func export(
        _ notice: NoticeID, as format: ExportFormat, for recipient: UnitID? = nil, by actor: Actor, at unit: UnitID,
        id: ActID
    ) async throws -> ExportFile {
        let found = try await federation.read { db in
            try Access.require(.noticeExport, for: actor, at: unit, in: db)
            let found = try ExportReading.notice(notice, for: unit, in: db)
            if let recipient, try !ExportStore.wasSent(notice, to: recipient, by: unit, in: db) {
                throw ExportRefusal.unitUnknown
            }
            return found
        }
        let file = try await Self.file(of: found, as: format)
        _ = try await federation.act(.noticeExport, as: actor, at: unit, id: id) { act in
            _ = try NoticeStore.require(notice, for: unit, in: act.db)
            var detail: JournalDetail = ["format": format.rawValue]
            if let recipient { detail = ["format": format.rawValue, "recipient": "\(recipient)"] }
            return try act.record(on: Subject("notice", notice), format.rawValue, detail: detail)
        }
        return file
    }

    /// - Throws: `ExportRefusal.printerMissing`, `.printerFailed`.
    package static func file(of notice: ExportNotice, as format: ExportFormat) async throws -> ExportFile {
        let bytes: [UInt8]
        switch format {
        case .text: bytes = Array((notice.warnings.map { "【\($0)】\n\n" }.joined() + notice.text).utf8)
        case .docx:
            let made = try await OwnThread.run { ExportDocx.bytes(notice) }
            guard let made else { throw ExportRefusal.printerFailed }
            bytes = made
        case .pdf: bytes = try await ExportPrinter.pdf(ExportSheet.html(notice))
        case .picture: bytes = try await ExportPrinter.picture(ExportPicture.html(ExportGroup(notice)))
        }
        return ExportFile(bytes, format, title: notice.title)
    }
}
