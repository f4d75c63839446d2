import Directives
import Federation
import Markup
import Storage
import Web

/// Where the affairs of a unit's office are kept in order; nil for what a post may not see.
struct OfficeLinks: Sendable, Hashable {
    var people: String?
    var numbers: String?
    var settings: String?
    var calendar: String?
    var jobs: String?

    var isEmpty: Bool { [people, numbers, settings, calendar, jobs].allSatisfy { $0 == nil } }

    /// - Parameter unit: settings, calendar and jobs are shown at one's own unit only.
    static func reading(at unit: UnitID, _ actor: Actor, in db: any Transaction) throws -> OfficeLinks {
        var links = OfficeLinks()
        if try Access.allows(.postRead, for: actor, at: unit, in: db) { links.people = PeopleRoutes.list.path(unit) }
        if try Access.allows(.numberRead, for: actor, at: unit, in: db) { links.numbers = NumberRoutes.list.path(unit) }
        guard unit == actor.unit else { return links }
        if try Access.allows(.settingRead, for: actor, at: unit, in: db) {
            links.settings = UnitSettingsRoutes.show.path()
        }
        if try Access.allows(.calendarRead, for: actor, at: unit, in: db) {
            links.calendar = CalendarRoutes.year.path()
        }
        if let root = try UnitStore.root(in: db), try Access.allows(.jobRead, for: actor, at: root.id, in: db) {
            links.jobs = JobRoutes.list.path()
        }
        return links
    }

    func section(_ language: Language) -> HTML {
        guard !isEmpty else { return .empty }
        let rows: [(String?, Sentence)] = [
            (people, OfficeWords.people), (numbers, OfficeWords.numbers), (settings, OfficeWords.settings),
            (calendar, CalendarWords.name), (jobs, JobWords.name),
        ]
        return Markup.section(.class("section")) {
            div(.class("section-head")) { h2 { OfficeWords.head[language] } }
            ul(.class("rows")) {
                rows.compactMap { path, name in path.map { path in li { a(.href(path)) { name[language] } } } }
            }
        }
    }
}

enum OfficeWords {
    static let head = Sentence(zh: "办公室的事", en: "The office's affairs")
    static let people = Sentence(zh: "人和职务：任命、代理、历任", en: "People and posts: appointing, standing in")
    static let settings = Sentence(zh: "办理步骤、签收时限、发文代字", en: "Steps, dates for signing, the word of its numbers")
    static let numbers = Sentence(zh: "发文字号和登记簿", en: "Document numbers and their register")
}
