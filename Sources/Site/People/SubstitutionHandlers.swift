import Federation
import Web

enum SubstitutionHandlers {
    static func form(_ visit: Visit, _ post: PostID) async throws -> Reply {
        try await page(visit, post, SubstitutionForm(today: visit.today), refusal: nil)
    }

    static func substitute(_ visit: Visit, _ id: PostID) async throws -> Reply {
        let (act, today) = (visit.actID(), visit.today)
        let form = SubstitutionForm(visit.form, today: today)
        do {
            let (unit, person) = try await visit.reading(.postSubstitute, { db in try PeopleReading.find(id, in: db) })
            { post, db in
                (
                    post.unit,
                    try PeopleReading.person(
                        form.who, login: form.login, name: form.name, at: post.unit, today: today, in: db)
                )
            }
            _ = try await visit.federation.substitute(
                Substitution(of: id, by: person, from: form.from, to: form.to), at: unit, as: visit.actor, id: act)
            return visit.done(act, PeopleRoutes.list.path(unit))
        } catch let refusal as any Refusal where PeopleFormFields.shows(refusal) {
            return try await page(visit, id, form, refusal: refusal)
        }
    }

    private static func page(
        _ visit: Visit, _ id: PostID, _ form: SubstitutionForm, refusal: (any Refusal)?
    ) async throws -> Reply {
        let (language, today, act) = (visit.language, visit.today, visit.federation.newActID())
        var model = try await visit.reading(.postSubstitute, { db in try PeopleReading.find(id, in: db) }) { post, db in
            let unit = try UnitStore.require(post.unit, in: db)
            let people = try PeopleReading.people(at: post.unit, today: today, language, in: db)
                .filter { $0.id != post.person }
            return SubstitutionModel(
                unit: UnitReading.named(unit, language),
                ancestors: try UnitReading.ancestors(of: unit, language, in: db),
                post: try PeopleReading.shown(post, language, in: db),
                target: FormTarget(path: PeopleRoutes.substitute.path(id), act: act),
                backPath: PeopleRoutes.list.path(unit.id), people: people, form: form)
        }
        if let refusal {
            model.errors = [PeopleFormFields.field(of: refusal): refusal.sentence]
            model.wayOn = refusal.wayOn
        }
        return .page(
            PeopleFormPages.substitute(model, in: try await visit.frame()), status: refusal?.manner.status ?? 200)
    }
}
