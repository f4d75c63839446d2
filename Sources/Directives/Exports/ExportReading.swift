import Federation
import Storage
import Web

/// Gathers what the pages of an export show, and what goes into the files.
enum ExportReading {
    /// How many units are listed by name.
    private static let recipientsMax = 60

    /// The notice as this unit may take it along.
    /// - Throws: "not found" where the unit does not hold it.
    static func notice(_ id: NoticeID, for unit: UnitID, in db: any Transaction) throws -> ExportNotice {
        let found = try NoticeStore.requireWhole(id, for: unit, in: db)
        let corrections = try NoticeStore.corrections(of: id, in: db)
        let warnings = try NoticeReading.banners(of: id, in: db).map {
            $0.head[.chinese] + ($0.isEnd ? "" : "：" + $0.text[.chinese])
        }
        return ExportNotice(
            text: found.text, reading: found.reading.corrected(by: corrections), title: found.title,
            warnings: warnings)
    }

    static func model(
        of id: NoticeID, for unit: UnitID, chosen: UnitID?, acts: [ExportFormat: ActID], _ language: Language,
        day: String, in db: any Transaction
    ) throws -> ExportModel {
        let notice = try NoticeStore.require(id, for: unit, in: db)
        let sent = try ExportStore.recipients(of: id, sentBy: unit, in: db)
        let absent = try UnitStore.notOnMuster(sent, on: day, in: db)
        let off = sent.filter { absent.contains($0) }
        let units = try UnitStore.find(Array(off.prefix(recipientsMax)), in: db)
        var model = ExportModel(
            notice: NoticeLine(notice), banners: try NoticeReading.banners(of: id, in: db),
            path: ExportRoutes.create.path(id), groupPath: ExportRoutes.group.path(id),
            formats: ExportFormat.allCases.compactMap { format in acts[format].map { (format, $0) } })
        model.recipients = off.prefix(recipientsMax).compactMap { units[$0] }.map { recipient in
            ExportModel.Recipient(
                name: recipient.shownName(language),
                path: ExportRoutes.new.path(id, [("for", "\(recipient.id)")]))
        }
        model.hasMoreRecipients = off.count > recipientsMax
        if let chosen, try ExportStore.wasSent(id, to: chosen, by: unit, in: db) {
            model.chosen = try UnitStore.find(chosen, in: db).map { ($0.id, $0.shownName(language)) }
        }
        return model
    }

    /// The way from the notice's own page.
    static func link(to id: NoticeID, at unit: UnitID, _ actor: Actor, in db: any Transaction) throws -> NoticeLink? {
        guard try Access.allows(.noticeExport, for: actor, at: unit, in: db) else { return nil }
        return NoticeLink(name: ExportWords.title, path: ExportRoutes.new.path(id))
    }
}
