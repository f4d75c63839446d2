import Federation
import Web

enum ExportHandlers {
    static func new(_ visit: Visit, _ notice: NoticeID) async throws -> Reply {
        let unit = try visit.ownUnit()
        let (language, day) = (visit.language, visit.today)
        let chosen = visit.query.first("for").flatMap { UnitID($0) }
        let formats = ExportFormat.allCases.filter { !$0.needsPrinter || canPrint($0) }
        let acts = Dictionary(uniqueKeysWithValues: formats.map { ($0, visit.federation.newActID()) })
        let model = try await visit.read(.noticeExport, at: unit) { db in
            try ExportReading.model(
                of: notice, for: unit, chosen: chosen, acts: acts, language, day: day, in: db)
        }
        return .page(ExportPages.page(model, in: try await visit.frame()))
    }

    static func create(_ visit: Visit, _ notice: NoticeID) async throws -> Reply {
        let unit = try visit.ownUnit()
        guard let format = visit.form.first("format").flatMap(ExportFormat.init(rawValue:)) else {
            // Whether there is such a notice is asked first.
            _ = try await visit.read(.noticeExport, at: unit) { db in
                try NoticeStore.require(notice, for: unit, in: db)
            }
            throw ExportRefusal.formatUnknown
        }
        let recipient = visit.form.first("for").flatMap { $0.isEmpty ? nil : $0 }
        let named = recipient.flatMap { UnitID($0) }
        if recipient != nil, named == nil { throw ExportRefusal.unitUnknown }
        let file = try await ExportActs(visit.federation).export(
            notice, as: format, for: named, by: visit.actor, at: unit, id: visit.actID())
        return .file(file.bytes, mediaType: file.format.mediaType, name: file.name)
    }

    static func group(_ visit: Visit, _ notice: NoticeID) async throws -> Reply {
        let unit = try visit.ownUnit()
        let actor = visit.actor
        let act = canPrint(.picture) ? visit.federation.newActID() : nil
        let model = try await visit.read(.noticeRead, at: unit) { db in
            let line = NoticeLine(try NoticeStore.require(notice, for: unit, in: db))
            let text = ExportGroup(try ExportReading.notice(notice, for: unit, in: db)).text
            let mayExport = try Access.allows(.noticeExport, for: actor, at: unit, in: db)
            return ExportGroupModel(
                notice: line, exportsPath: ExportRoutes.create.path(notice), text: text,
                picture: mayExport ? act : nil)
        }
        return .page(ExportPages.groupPage(model, in: try await visit.frame()))
    }

    private static func canPrint(_ format: ExportFormat) -> Bool {
        format == .picture ? ExportPrinter.drawsPictures : ExportPrinter.isInstalled
    }
}
