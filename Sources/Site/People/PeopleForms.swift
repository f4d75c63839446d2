import Federation
import Web

/// Whom a form means.
enum Appointee: Sendable, Hashable {
    /// Somebody of this unit.
    case known(PersonID)
    /// Somebody with an account elsewhere, by account name and name: one alone may be another's.
    case account
    /// Somebody without an account.
    case newcomer

    var word: String {
        switch self {
        case .known(let person): "\(person)"
        case .account: "account"
        case .newcomer: "newcomer"
        }
    }

    init(_ word: String?) {
        switch word {
        case "account": self = .account
        case let word?: self = PersonID(word).map(Appointee.known) ?? .newcomer
        case nil: self = .newcomer
        }
    }
}

/// An appointment as it was typed.
struct AppointForm: Sendable {
    var who = Appointee.newcomer
    var name = ""
    var nameLatin = ""
    var login = ""
    var role: Role?
    var title = ""
    var titleEnglish = ""
    /// ISO days; an empty end is none.
    var from: String
    var to = ""

    init(today: String) { from = today }

    init(_ fields: FormFields, today: String) {
        func text(_ name: String) -> String { (fields.first(name) ?? "").trimmed }
        who = Appointee(fields.first("who"))
        (name, nameLatin, login) = (text("name"), text("name_latin"), text("login"))
        role = fields.first("role").flatMap(Role.init(rawValue:))
        (title, titleEnglish, to) = (text("title"), text("title_english"), text("to"))
        from = text("from").isEmpty ? today : text("from")
    }

    /// - Throws: `AccessRefusal.notFound` for a role that there is not, `AppointmentRefusal.titleUnusable`.
    func draft(at unit: UnitID) throws -> PostDraft {
        guard let role else { throw AccessRefusal.notFound }
        return PostDraft(
            unit: unit, role: role, title: try AppointmentRules.title(zh: title, en: titleEnglish), fromOn: from,
            toOn: to.isEmpty ? nil : to)
    }

    /// - Throws: `PersonRefusal`.
    func newcomer() throws(PersonRefusal) -> PersonDraft {
        try PersonDraft(login: login, name: name, nameLatin: nameLatin)
    }
}

/// A substitution as it was typed.
struct SubstitutionForm: Sendable {
    var who = Appointee.account
    var name = ""
    var login = ""
    /// ISO days.
    var from: String
    var to: String

    init(today: String) {
        from = today
        to = today
    }

    init(_ fields: FormFields, today: String) {
        func text(_ name: String) -> String { (fields.first(name) ?? "").trimmed }
        who = Appointee(fields.first("who"))
        if who == .newcomer { who = .account }
        (name, login, to) = (text("name"), text("login"), text("to"))
        from = text("from").isEmpty ? today : text("from")
    }
}

/// Beside which field of these forms a refusal stands.
enum PeopleFormFields {
    static func field(of refusal: any Refusal) -> String {
        switch refusal {
        case PersonRefusal.nameMissing: "name"
        case PersonRefusal.nameLatinUnusable: "name_latin"
        case is PersonRefusal: "login"
        case AppointmentRefusal.titleUnusable: "title"
        case AppointmentRefusal.roleNotYours: "role"
        case AppointmentRefusal.beginsInThePast: "from"
        case AppointmentRefusal.dayUnreadable, AppointmentRefusal.endsBeforeItBegins,
            AppointmentRefusal.substitutionTooLong, AppointmentRefusal.substitutionBeyondPost:
            "to"
        case AppointmentRefusal.endsInThePast, AppointmentRefusal.endedAlready, AppointmentRefusal.lastAdministrator:
            "day"
        default: "who"
        }
    }

    /// A refusal that the form itself shows; every other has a page of its own.
    static func shows(_ refusal: any Refusal) -> Bool { refusal is PersonRefusal || refusal is AppointmentRefusal }
}
