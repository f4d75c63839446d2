import Directives
import Federation
import Storage
import Web

/// Gathers what the pages of numbers show.
enum NumberReading {
    private static let rowsMax = 200

    static func list(
        at id: UnitID, _ actor: Actor, _ language: Language, form: NumberStartForm, act: ActID,
        in db: any Transaction
    ) throws -> NumberSeriesListModel {
        let unit = try UnitStore.require(id, in: db)
        let counts = try NumberStore.countFates(at: id, in: db)
        let mayStart = unit.isWorking ? try Access.allows(.numberStart, for: actor, at: id, in: db) : false
        return NumberSeriesListModel(
            unit: UnitReading.named(unit, language), ancestors: try UnitReading.ancestors(of: unit, language, in: db),
            rows: try NumberStore.series(at: id, in: db).map { series in
                NumberSeriesShown(
                    word: series.word, year: series.year, next: printed(series, series.next),
                    counts: counts[series.id] ?? [:], path: NumberRoutes.register.path(series.id))
            }, start: mayStart ? FormTarget(path: NumberRoutes.start.path(id), act: act) : nil, form: form)
    }

    /// - Parameter last: the last number of the page before.
    static func register(
        of series: NumberSeries, after last: Int, _ actor: Actor, _ language: Language, acts: () -> ActID,
        in db: any Transaction
    ) throws -> NumberRegisterModel {
        let unit = try UnitStore.require(series.unit, in: db)
        let entries = try NumberStore.register(of: series, after: last, limit: rowsMax + 1, in: db)
        var model = NumberRegisterModel(
            unit: UnitReading.named(unit, language), ancestors: try UnitReading.ancestors(of: unit, language, in: db),
            listPath: NumberRoutes.list.path(unit.id), series: "\(series.word)\u{3014}\(series.year)\u{3015}",
            next: printed(series, series.next))
        let verbs: [(NumberDecision, Verb, Route<ID<NumberSeries>>)] = [
            (.reserve, .numberReserve, NumberRoutes.reserve), (.enter, .numberEnter, NumberRoutes.enter),
            (.void, .numberVoid, NumberRoutes.void),
        ]
        for (decision, verb, route) in verbs
        where unit.isWorking ? try Access.allows(verb, for: actor, at: unit.id, in: db) : false {
            model.decisions[decision] = FormTarget(path: route.path(series.id), act: acts())
        }
        let page = entries.prefix(rowsMax)
        let names = try PersonStore.names(page.compactMap(\.person), language, in: db)
        let mayVoid = model.decisions[.void] != nil
        var reached = last
        for entry in page {
            let number = entry.number.number
            if number > reached + 1 { model.rows.append(.unused(from: reached + 1, to: number - 1)) }
            reached = number
            model.rows.append(
                .entry(
                    NumberEntryShown(
                        number: number, text: entry.number.text, fate: entry.fate, reason: entry.reason,
                        paper: try paper(entry.subject, actor, in: db), personName: entry.person.flatMap { names[$0] },
                        moment: entry.moment,
                        voidPath: mayVoid && entry.fate != .voided
                            ? NumberRoutes.register.path(series.id, [("void", "\(number)")]) + "#void-number" : nil)))
        }
        if entries.count > rowsMax {
            model.morePath = NumberRoutes.register.path(series.id, [("after", "\(reached)")])
        } else if series.next > reached + 1 {
            model.rows.append(.unused(from: reached + 1, to: series.next - 1))
        }
        return model
    }

    /// A number as its series prints it.
    private static func printed(_ series: NumberSeries, _ number: Int) -> String {
        (try? DocumentNumber(word: series.word, year: series.year, number: number))?.text ?? "—"
    }

    private static func paper(_ subject: Subject?, _ actor: Actor, in db: any Transaction) throws -> NamedPath? {
        guard let subject, subject.kind == "notice", let own = actor.unit,
            let notice = try NoticeStore.find(NoticeID(subject.id), in: db), notice.registeredBy == own
        else { return nil }
        return NamedPath(name: notice.title, path: NoticeRoutes.show.path(notice.id))
    }

    /// A series and the unit whose papers it numbers.
    static func find(_ id: ID<NumberSeries>, in db: any Transaction) throws -> (NumberSeries, unit: UnitID) {
        guard let found = try NumberStore.find(id, in: db) else { throw AccessRefusal.notFound }
        return (found, unit: found.unit)
    }
}
