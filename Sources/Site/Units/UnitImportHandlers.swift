import Federation
import Web

enum UnitImportHandlers {
    static func form(_ visit: Visit) async throws -> Reply {
        try await page(visit, text: "", sheet: nil, plan: nil, status: 200)
    }

    static func sample(_ visit: Visit) async throws -> Reply {
        let row = "410882-100,沁阳市云字号面粉厂工会,云字号面粉厂,Yun Flour Mill Union,grassroots_union,workplace,,410882,,"
        let text = UnitRow.header.joined(separator: ",") + "\n" + row + "\n"
        return .file(Array(text.utf8), mediaType: "text/csv; charset=utf-8", name: "units.csv")
    }

    /// The dry run: what the file holds and what is wrong with it.
    static func check(_ visit: Visit) async throws -> Reply {
        let own = try visit.ownUnit()
        let (bytes, fileName) = given(visit)
        do {
            let sheet = try UnitImportCSV.read(bytes)
            let plan = try await visit.read(.unitImport, at: own) { try UnitImport.plan(sheet, under: own, in: $0) }
            return try await page(
                visit, text: String(decoding: bytes, as: UTF8.self), fileName: fileName, sheet: sheet, plan: plan,
                status: plan.problems.isEmpty ? 200 : 422)
        } catch let refusal as UnitImportRefusal {
            return try await page(
                visit, text: visit.form.first("csv") ?? "", fileName: fileName, sheet: nil, plan: nil, refusal: refusal,
                status: refusal.manner.status)
        }
    }

    static func apply(_ visit: Visit) async throws -> Reply {
        let own = try visit.ownUnit()
        let act = visit.actID()
        do {
            let sheet = try UnitImportCSV.read(given(visit).bytes)
            _ = try await visit.federation.importUnits(sheet, as: visit.actor, under: own, id: act)
            return visit.done(act, UnitRoutes.imported.path(act))
        } catch is UnitImportRefusal {
            // What changed since the dry run is shown as in the dry run, with the rows that were given.
            return try await check(visit)
        }
    }

    private static func given(_ visit: Visit) -> (bytes: [UInt8], fileName: String?) {
        if let file = visit.files.first(where: { !$0.bytes.isEmpty }) { return (file.bytes, file.filename) }
        return (Array((visit.form.first("csv") ?? "").utf8), visit.form.first("file_name"))
    }

    private static func page(
        _ visit: Visit, text: String, fileName: String? = nil, sheet: UnitImportSheet?, plan: UnitImportPlan?,
        refusal: UnitImportRefusal? = nil, status: Int
    ) async throws -> Reply {
        let own = try visit.ownUnit()
        let language = visit.language
        let (name, ancestors) = try await visit.read(.unitRead, at: own) { db in
            let unit = try UnitStore.require(own, in: db)
            return (unit.shownName(language), try UnitReading.ancestors(of: unit, language, in: db))
        }
        var model = UnitImportModel(
            unitName: name, ancestors: ancestors,
            check: FormTarget(path: UnitRoutes.importCheck.path(), act: visit.federation.newActID()), text: text,
            samplePath: UnitRoutes.importSample.path())
        if let refusal {
            model.errors = ["csv": refusal.sentence]
            model.wayOn = refusal.wayOn
        }
        if let sheet, let plan {
            model.dryRun = UnitImportDryRun(
                fileName: fileName, counts: plan.counts, problemCount: plan.problems.count,
                problems: UnitImportRowShown.rows(of: plan.problems.first, in: sheet),
                apply: plan.problems.isEmpty
                    ? FormTarget(path: UnitRoutes.importApply.path(), act: visit.federation.newActID()) : nil,
                carried: [CarriedValue(name: "csv", value: UnitCSV.text(of: sheet.rows))])
        }
        return .page(UnitImportPages.page(model, in: try await visit.frame()), status: status)
    }
}
