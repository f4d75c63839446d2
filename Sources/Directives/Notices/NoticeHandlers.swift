import Federation
import Web

enum NoticeHandlers {
    static func list(_ visit: Visit) async throws -> Reply {
        let unit = try visit.ownUnit()
        let (actor, language) = (visit.actor, visit.language)
        let model = try await visit.read(.noticeRead, at: unit) { db in
            try NoticeListReading.model(of: unit, for: actor, language, in: db)
        }
        return .page(NoticeListPages.page(model, in: try await visit.frame()))
    }

    static func paste(_ visit: Visit) async throws -> Reply {
        let isSample = visit.query.contains("sample")
        return try await pastePage(visit, text: isSample ? SampleNotice.flood : "", isSample: isSample, status: 200)
    }

    private static func pastePage(
        _ visit: Visit, text: String, isSample: Bool = false, refusal: NoticeRefusal? = nil, status: Int
    ) async throws -> Reply {
        var model = PasteModel(
            readPath: NoticeRoutes.readings.path(), listPath: NoticeRoutes.list.path(),
            samplePath: NoticeRoutes.paste.path([("sample", "flood")]), text: text, isSample: isSample)
        if let refusal { model.errors = [.init(field: refusal.field, sentence: refusal.sentence)] }
        return .page(PastePages.page(model, in: try await visit.frame()), status: status)
    }

    /// Reads what was pasted or uploaded. Nothing is kept; the page carries the text.
    static func read(_ visit: Visit) async throws -> Reply {
        var text = (visit.form.first("text") ?? "").withPlainLineEnds
        let file = visit.files.first { !$0.bytes.isEmpty }
        do {
            if let file {
                text = try NoticeDecoding.text(from: file.bytes).mapError(NoticeRefusal.unreadable).get()
                    .withPlainLineEnds
            }
            return try await draft(visit, text: text, fileName: file?.filename)
        } catch let refusal as NoticeRefusal {
            // What cannot be shown again in a text field is not text.
            return try await pastePage(
                visit, text: file == nil ? text : "", refusal: refusal, status: refusal.manner.status)
        }
    }

    private static func draft(
        _ visit: Visit, text: String, fileName: String? = nil, errors: [AddresseesModel.FieldError] = [],
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
        model.corrections = corrections.map { ReadingModel.Correction(field: $0.field, value: $0.value) }
        model.errors = errors
        if !errors.isEmpty { model.typed = values }
        model.addressees = addressees
        model.isIssuedHere = shown.issuers.contains(own.name)
        model.onlyDecisions = visit.form.first("only") == "decisions"
        let draft = DraftModel(
            reading: model, registerPath: NoticeRoutes.register.path(), act: visit.federation.newActID(),
            readPath: NoticeRoutes.readings.path(), pastePath: NoticeRoutes.paste.path(),
            listPath: NoticeRoutes.list.path(), readAt: visit.moment,
            milliseconds: Int(took.components.attoseconds / 1_000_000_000_000_000), fileName: fileName)
        return .page(ReadingPages.page(draft, in: try await visit.frame()), status: status)
    }

    static func register(_ visit: Visit) async throws -> Reply {
        let text = (visit.form.first("text") ?? "").withPlainLineEnds
        let act = visit.actID()
        do {
            let notice = try await NoticeActs(visit.federation).register(
                text: text, corrections: NoticeForm.values(visit.form), as: visit.actor, at: try visit.ownUnit(),
                id: act)
            return visit.done(act, NoticeRoutes.show.path(notice))
        } catch let refusal as NoticeRefusal {
            if case .unreadable = refusal {
                return try await pastePage(visit, text: text, refusal: refusal, status: refusal.manner.status)
            }
            let field = "field.\(refusal.field)"
            return try await draft(
                visit, text: text, errors: [.init(field: field, sentence: refusal.sentence)],
                status: refusal.manner.status)
        }
    }

    static func show(_ visit: Visit, _ id: NoticeID) async throws -> Reply {
        try await noticePage(visit, id)
    }

    private static func noticePage(
        _ visit: Visit, _ id: NoticeID, typed: [NoticeField: String] = [:],
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
            let error = AddresseesModel.FieldError(field: "field.\(refusal.field)", sentence: refusal.sentence)
            return try await noticePage(visit, id, typed: values, errors: [error], status: refusal.manner.status)
        }
    }
}

enum NoticeForm {
    /// The fields as the form sends them: `field.title`.
    static func values(_ form: FormFields) -> [NoticeField: String] {
        NoticeField.allCases.reduce(into: [:]) { values, field in
            if let value = form.first("field.\(field.rawValue)") { values[field] = value.trimmed }
        }
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
