import Federation
import Web

enum NoticeHandlers {
    static func list(_ visit: Visit) async throws -> Reply {
        let query = SearchQuery(visit.query)
        guard query.isEmpty else { return try await SearchHandlers.found(visit, query) }
        let unit = try visit.ownUnit()
        let (actor, language, now) = (visit.actor, visit.language, visit.moment)
        let model = try await visit.read(.noticeRead, at: unit) { db in
            try NoticeListReading.model(of: unit, for: actor, language, now: now, in: db)
        }
        return .page(NoticeListPages.page(model, in: try await visit.frame()))
    }

    static func paste(_ visit: Visit) async throws -> Reply {
        let isSample = visit.query.contains("sample")
        return try await pastePage(visit, text: isSample ? SampleNotice.flood : "", isSample: isSample, status: 200)
    }

    private static func pastePage(
        _ visit: Visit, text: String, isSample: Bool = false, refusal: NoticeRefusal? = nil,
        fileRefusal: OriginalRefusal? = nil, status: Int
    ) async throws -> Reply {
        var model = PasteModel(
            readPath: NoticeRoutes.readings.path(), listPath: NoticeRoutes.list.path(),
            samplePath: NoticeRoutes.paste.path([("sample", "flood")]), text: text, isSample: isSample)
        model.act = visit.federation.newActID()
        if let refusal { model.errors = [.init(field: refusal.field, sentence: refusal.sentence)] }
        if let fileRefusal { model.errors = [.init(field: "file", sentence: fileRefusal.sentence)] }
        return .page(PastePages.page(model, in: try await visit.frame()), status: status)
    }

    /// Reads what was pasted, or sent in as a file. Of a text nothing is kept: the page carries it. Any other file is kept
    /// as an original, and has a page of its own.
    static func read(_ visit: Visit) async throws -> Reply {
        let typed = (visit.form.first("text") ?? "").withPlainLineEnds
        let files = visit.files.filter { !$0.bytes.isEmpty }
        let original = try await OriginalHandlers.named(in: visit)
        do {
            guard !files.isEmpty else { return try await draft(visit, text: typed, original: original) }
            if let kinds = try OriginalRules.kinds(files.map(\.bytes)) {
                return try await OriginalHandlers.upload(visit, files, kinds)
            }
            let text = try text(of: files[0])
            return try await draft(visit, text: text.withPlainLineEnds, fileName: files[0].filename)
        } catch let refusal as OriginalRefusal {
            return try await pastePage(visit, text: typed, fileRefusal: refusal, status: refusal.manner.status)
        } catch let refusal as NoticeRefusal {
            if let original {
                return try await OriginalHandlers.waitPage(visit, original, text: typed, refusal: refusal)
            }
            return try await pastePage(visit, text: typed, refusal: refusal, status: refusal.manner.status)
        }
    }

    private static func text(of file: UploadedFile) throws -> String {
        switch NoticeDecoding.text(from: file.bytes) {
        case .success(let text): text
        case .failure(.notText): throw OriginalRefusal.wrongKind
        case .failure(let refusal): throw NoticeRefusal.unreadable(refusal)
        }
    }

    static func draft(
        _ visit: Visit, text: String, original: Original? = nil, fileName: String? = nil,
        errors: [AddresseesModel.FieldError] = [],
        status: Int = 200
    ) async throws -> Reply {
        let begun = ContinuousClock.now
        let reading = try NoticeReader().read(text).mapError(NoticeRefusal.unreadable).get()
        let took = ContinuousClock.now - begun
        let unit = try visit.ownUnit()
        let values = NoticeForm.values(visit.form)
        let corrections = NoticeRules.corrections(values, of: reading)
        let shown = reading.corrected(by: corrections)
        let (own, addressees) = try await visit.read(.noticeRead, at: unit) { db -> (Unit, ReadingModel.Addressees?) in
            let own = try UnitStore.require(unit, in: db)
            return (own, try NoticeReading.addressees(of: shown, for: own, checkPath: nil, in: db))
        }
        var model = ReadingModel(text: text, reading: reading)
        model.corrections = corrections.map { ReadingModel.Correction(place: $0.place, value: $0.value) }
        model.errors = errors
        if !errors.isEmpty { model.typed = values }
        model.arrivalForm = NoticeArrivalForm(visit.form)
        model.addressees = addressees
        model.isIssuedHere = shown.issuers.contains(own.name)
        model.onlyDecisions = visit.form.first("only") == "decisions"
        model.take(original.map { [$0] } ?? [])
        let draft = DraftModel(
            reading: model, registerPath: NoticeRoutes.register.path(), act: visit.federation.newActID(),
            readPath: NoticeRoutes.readings.path(), pastePath: NoticeRoutes.paste.path(),
            listPath: NoticeRoutes.list.path(), readAt: visit.moment,
            milliseconds: Int(took.components.attoseconds / 1_000_000_000_000_000),
            fileName: fileName ?? original?.files.first?.name)
        return .page(ReadingPages.page(draft, in: try await visit.frame()), status: status)
    }

    static func register(_ visit: Visit) async throws -> Reply {
        let text = (visit.form.first("text") ?? "").withPlainLineEnds
        let original = try await OriginalHandlers.named(in: visit)
        let act = visit.actID()
        do {
            let notice = try await NoticeActs(visit.federation).register(
                text: text, corrections: NoticeForm.values(visit.form), as: visit.actor, at: try visit.ownUnit(),
                id: act, original: original?.id, arrival: NoticeArrivalForm(visit.form))
            return visit.done(act, NoticeRoutes.show.path(notice))
        } catch let refusal as NoticeArrivalRefusal {
            return try await draft(
                visit, text: text, original: original,
                errors: [.init(field: refusal.field, sentence: refusal.sentence)], status: refusal.manner.status)
        } catch let refusal as NoticeRefusal {
            if case .unreadable = refusal {
                if let original {
                    return try await OriginalHandlers.waitPage(visit, original, text: text, refusal: refusal)
                }
                return try await pastePage(visit, text: text, refusal: refusal, status: refusal.manner.status)
            }
            let field = refusal.field
            return try await draft(
                visit, text: text, original: original, errors: [.init(field: field, sentence: refusal.sentence)],
                status: refusal.manner.status)
        }
    }

    static func show(_ visit: Visit, _ id: NoticeID) async throws -> Reply {
        try await noticePage(visit, id)
    }

    private static func noticePage(
        _ visit: Visit, _ id: NoticeID, typed: [NoticePlace: String] = [:],
        errors: [AddresseesModel.FieldError] = [], status: Int = 200
    ) async throws -> Reply {
        let unit = try visit.ownUnit()
        let (actor, language, act, now) = (visit.actor, visit.language, visit.federation.newActID(), visit.moment)
        let onlyDecisions = visit.query.first("only") == "decisions"
        var model = try await visit.read(.noticeRead, at: unit) { db in
            try NoticeReading.model(of: id, for: unit, actor, language, act: act, now: now, in: db)
        }
        model.reading.typed = typed
        model.reading.errors = errors
        model.reading.onlyDecisions = onlyDecisions
        return .page(NoticePages.page(model, in: try await visit.frame()), status: status)
    }

    static func correct(_ visit: Visit, _ id: NoticeID) async throws -> Reply {
        let (values, act) = (NoticeForm.values(visit.form), visit.actID())
        do {
            _ = try await NoticeActs(visit.federation).correct(
                id, values, as: visit.actor, at: try visit.ownUnit(), id: act)
            return visit.done(act, NoticeRoutes.show.path(id))
        } catch let refusal as NoticeRefusal where refusal.manner == .invalid {
            let error = AddresseesModel.FieldError(field: refusal.field, sentence: refusal.sentence)
            return try await noticePage(visit, id, typed: values, errors: [error], status: refusal.manner.status)
        }
    }
}

enum NoticeForm {
    /// The fields as the form sends them: `field.title`, and `field.0.title` of a notice inside.
    static func values(_ form: FormFields) -> [NoticePlace: String] {
        form.fields.reduce(into: [:]) { values, field in
            if let place = place(field.name) { values[place] = field.value.trimmed }
        }
    }

    private static func place(_ name: String) -> NoticePlace? {
        var parts = name.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count >= 2, parts.removeFirst() == "field",
            let field = NoticeField(rawValue: "\(parts.removeLast())")
        else { return nil }
        let path = parts.compactMap { Int($0) }
        return path.count == parts.count ? NoticePlace(path, field) : nil
    }
}

extension String {
    /// Browsers send line ends as CR LF; a notice keeps LF, so that places in it stay where they were read.
    var withPlainLineEnds: String { replacing("\r\n", with: "\n").replacing("\r", with: "\n") }
}

/// Our own sample: an invented city's cover around an invented province's flood telegram.
enum SampleNotice {
    static var flood: String { String(decoding: PackageResources.flood_cover_txt, as: UTF8.self) }
}
