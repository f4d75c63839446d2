import Federation
import Web

enum OriginalHandlers {
    /// The browser asks again so often while pages are being recognised.
    private static let againSeconds = 2
    /// Fine enough to read on a screen.
    private static let screenDotsPerInch = 130

    /// Takes what was sent in, and goes on to its page.
    static func upload(_ visit: Visit, _ files: [UploadedFile], _ kinds: [OriginalKind]) async throws -> Reply {
        let original = try await OriginalActs(visit.federation).upload(
            files, kinds, as: visit.actor, at: try visit.ownUnit(), id: visit.actID())
        return .redirect(OriginalRoutes.show.path(original))
    }

    static func show(_ visit: Visit, _ id: OriginalID) async throws -> Reply {
        let original = try await own(visit, id)
        if let notice = original.notice { return .redirect(NoticeRoutes.show.path(notice)) }
        guard original.refusal == nil else { throw OriginalRefusal.classified }
        if original.waitingPage != nil {
            return .again(afterSeconds: againSeconds, try await waitPage(visit, original))
        }
        let text = original.text.text
        guard !text.trimmed.isEmpty else { return try await waitPage(visit, original) }
        do {
            return try await NoticeHandlers.draft(visit, text: text, original: original)
        } catch let refusal as NoticeRefusal {
            return try await waitPage(visit, original, text: text, refusal: refusal)
        }
    }

    /// The original that a form speaks of; nil where it speaks of none.
    static func named(in visit: Visit) async throws -> Original? {
        guard let text = visit.form.first("original") else { return nil }
        guard let id = OriginalID(text) else { throw AccessRefusal.notFound }
        return try await own(visit, id)
    }

    /// Its pictures beside a field for its text; while pages are being recognised, how far that is.
    static func waitPage(
        _ visit: Visit, _ original: Original, text: String = "", refusal: NoticeRefusal? = nil
    ) async throws -> Reply {
        var model = OriginalWaitModel(
            original: OriginalModel(original, text: text.isEmpty ? nil : text), listPath: NoticeRoutes.list.path(),
            pastePath: NoticeRoutes.paste.path(), waitingPage: original.waitingPage?.place,
            readPath: NoticeRoutes.readings.path(), text: text)
        if let refusal { model.errors = [.init(field: "text", sentence: refusal.sentence)] }
        let page = OriginalPages.page(model, in: try await visit.frame())
        return .page(page, status: visit.form.isEmpty ? 200 : refusal?.manner.status ?? 200)
    }

    static func file(_ visit: Visit, _ place: Pair<OriginalID, String>) async throws -> Reply {
        let original = try await visible(visit, place.first)
        guard let file = original.files.first(where: { "\($0.ordinal)" == place.second }) else {
            throw AccessRefusal.notFound
        }
        let bytes = try await OriginalPictures.bytes(of: file, visit.federation)
        return .file(bytes, mediaType: file.kind.mediaType, name: file.name)
    }

    static func page(_ visit: Visit, _ place: Pair<OriginalID, String>) async throws -> Reply {
        let original = try await visible(visit, place.first)
        guard let page = original.pages.first(where: { "\($0.place)" == place.second }),
            let picture = try await OriginalPictures.picture(of: page, original, screenDotsPerInch, visit.federation)
        else { throw AccessRefusal.notFound }
        return .picture(picture.bytes, mediaType: picture.kind.mediaType)
    }

    /// One that the unit itself brought in.
    private static func own(_ visit: Visit, _ id: OriginalID) async throws -> Original {
        let unit = try visit.ownUnit()
        let original = try await visible(visit, id)
        guard original.unit == unit else { throw AccessRefusal.notFound }
        return original
    }

    private static func visible(_ visit: Visit, _ id: OriginalID) async throws -> Original {
        let (unit, now) = (try visit.ownUnit(), visit.moment)
        return try await visit.read(.noticeRead, at: unit) { db in
            try OriginalStore.require(id, for: unit, at: now, in: db)
        }
    }
}
