import Federation
import Web

enum AppointHandlers {
    static func form(_ visit: Visit, _ unit: UnitID) async throws -> Reply {
        try await page(visit, unit, AppointForm(today: visit.today), refusal: nil)
    }

    static func appoint(_ visit: Visit, _ unit: UnitID) async throws -> Reply {
        let (act, today) = (visit.actID(), visit.today)
        let form = AppointForm(visit.form, today: today)
        do {
            let draft = try form.draft(at: unit)
            if form.who == .newcomer {
                _ = try await visit.federation.appoint(try form.newcomer(), to: draft, as: visit.actor, id: act)
            } else {
                let person = try await visit.read(.postAppoint, at: unit) { db in
                    try PeopleReading.person(
                        form.who, login: form.login, name: form.name, at: unit, today: today, in: db)
                }
                _ = try await visit.federation.appoint(draft.appointment(of: person), as: visit.actor, id: act)
            }
            return visit.done(act, PeopleRoutes.list.path(unit))
        } catch let refusal as any Refusal where PeopleFormFields.shows(refusal) {
            return try await page(visit, unit, form, refusal: refusal)
        }
    }

    private static func page(
        _ visit: Visit, _ id: UnitID, _ form: AppointForm, refusal: (any Refusal)?
    ) async throws -> Reply {
        let (language, today, act) = (visit.language, visit.today, visit.federation.newActID())
        let roles = AppointmentRules.rolesGivable(by: visit.actor)
        var model = try await visit.read(.postAppoint, at: id) { db in
            let unit = try UnitStore.require(id, in: db)
            return AppointModel(
                unit: UnitReading.named(unit, language),
                ancestors: try UnitReading.ancestors(of: unit, language, in: db),
                target: FormTarget(path: PeopleRoutes.appoint.path(id), act: act), backPath: PeopleRoutes.list.path(id),
                people: try PeopleReading.people(at: id, today: today, language, in: db), roles: roles, form: form)
        }
        if let refusal {
            model.errors = [PeopleFormFields.field(of: refusal): refusal.sentence]
            model.wayOn = refusal.wayOn
        }
        return .page(PeopleFormPages.appoint(model, in: try await visit.frame()), status: refusal?.manner.status ?? 200)
    }
}
