/// Who may give which role, and when a post may begin and end.
package enum AppointmentRules {
    /// The longest one person stands in for another; after that it is an appointment.
    package static let substitutionDaysMax = 366

    /// Roles that reach below their unit or read its journal are given only by who has such a reach: else the clerk of a
    /// unit, who may invite and substitute, could make themselves its administrator.
    /// - Throws: `AppointmentRefusal.roleNotYours`.
    static func requireGivable(_ role: Role, by actor: Actor) throws(AppointmentRefusal) {
        switch role {
        case .administrator, .auditor:
            guard actor.isSystem || actor.role == .administrator else { throw .roleNotYours(role) }
        default: return
        }
    }

    /// The roles somebody may give, the usual one first.
    package static func rolesGivable(by actor: Actor) -> [Role] {
        Role.allCases.filter { role in (try? requireGivable(role, by: actor)) != nil }
    }

    package static let titleCharactersMax = 40

    /// A title as a form gives it; nil where there is none, and the role's name stands for it. One in Chinese only stands on
    /// English pages too.
    /// - Throws: `AppointmentRefusal.titleUnusable`.
    package static func title(zh: String, en: String) throws(AppointmentRefusal) -> Sentence? {
        let (zh, en) = (zh.trimmed, en.trimmed)
        guard !zh.isEmpty else {
            guard en.isEmpty else { throw .titleUnusable }
            return nil
        }
        for text in [zh, en] where text.count > titleCharactersMax || text.contains(where: \.isNewline) {
            throw .titleUnusable
        }
        return Sentence(zh: zh, en: en.isEmpty ? zh : en)
    }

    /// A new post begins today or later: nobody held yesterday what was given today.
    static func requireDates(from: String, to: String?, today: String) throws(AppointmentRefusal) {
        guard CivilDay(from) != nil else { throw .dayUnreadable }
        if let to {
            guard CivilDay(to) != nil else { throw .dayUnreadable }
            guard from <= to else { throw .endsBeforeItBegins }
        }
        guard from >= today else { throw .beginsInThePast }
    }

    /// The last day of a post that is being ended: yesterday at the earliest, and then it is over at once.
    static func requireLastDay(_ day: String, today: String) throws(AppointmentRefusal) {
        guard let last = CivilDay(day), let today = CivilDay(today) else { throw .dayUnreadable }
        guard last >= today.adding(days: -1) else { throw .endsInThePast }
    }

    static func requireSubstitutionLength(from: String, to: String) throws(AppointmentRefusal) {
        guard let first = CivilDay(from), let last = CivilDay(to) else { throw .dayUnreadable }
        guard last.ordinal - first.ordinal < substitutionDaysMax else { throw .substitutionTooLong }
    }
}

package enum AppointmentRefusal: Refusal, Hashable {
    case roleNotYours(Role)
    case titleUnusable
    case alreadyHeld
    case dayUnreadable
    case beginsInThePast
    case endsInThePast
    case endsBeforeItBegins
    case endedAlready
    case lastAdministrator
    case unitClosed
    case substitutionOfSubstitution
    case substitutionOfOneself
    case substitutionTooLong
    /// The post that is stood in for begins later or ends earlier.
    case substitutionBeyondPost
    case substitutionOverlaps

    package var code: String {
        switch self {
        case .roleNotYours: "post.role_not_yours"
        case .titleUnusable: "post.title_unusable"
        case .alreadyHeld: "post.already_held"
        case .dayUnreadable: "post.day_unreadable"
        case .beginsInThePast: "post.begins_in_the_past"
        case .endsInThePast: "post.ends_in_the_past"
        case .endsBeforeItBegins: "post.ends_before_it_begins"
        case .endedAlready: "post.ended_already"
        case .lastAdministrator: "post.last_administrator"
        case .unitClosed: "post.unit_closed"
        case .substitutionOfSubstitution: "substitution.of_substitution"
        case .substitutionOfOneself: "substitution.of_oneself"
        case .substitutionTooLong: "substitution.too_long"
        case .substitutionBeyondPost: "substitution.beyond_post"
        case .substitutionOverlaps: "substitution.overlaps"
        }
    }

    package var manner: RefusalManner {
        switch self {
        case .roleNotYours: .forbidden
        case .titleUnusable, .dayUnreadable, .beginsInThePast, .endsInThePast, .endsBeforeItBegins,
            .substitutionTooLong:
            .invalid
        case .alreadyHeld, .endedAlready, .lastAdministrator, .unitClosed, .substitutionOfSubstitution,
            .substitutionOfOneself, .substitutionBeyondPost, .substitutionOverlaps:
            .conflict
        }
    }

    package var sentence: Sentence {
        switch self {
        case .roleNotYours(let role):
            Sentence(
                zh: "“\(role.name.zh)”只能由组织管理员给。", en: "Only an administrator gives the role “\(role.name.en)”.")
        case .titleUnusable:
            Sentence(
                zh: "称呼最多 \(AppointmentRules.titleCharactersMax) 个字；写英文的，先写中文。",
                en: "A title has at most \(AppointmentRules.titleCharactersMax) characters, and its Chinese first.")
        case .alreadyHeld: Sentence(zh: "这个人在这个单位已经是这个职务。", en: "This person holds this post already.")
        case .dayUnreadable: Sentence(zh: "日期写成 2020-02-04 这样。", en: "Write the day like 2020-02-04.")
        case .beginsInThePast: Sentence(zh: "从今天或以后起，不能往前补。", en: "It begins today or later, not before.")
        case .endsInThePast: Sentence(zh: "最后一天不能早于昨天。", en: "The last day cannot be before yesterday.")
        case .endsBeforeItBegins: Sentence(zh: "最后一天早于第一天。", en: "The last day is before the first.")
        case .endedAlready: Sentence(zh: "这个职务已经结束了。", en: "This post has ended already.")
        case .lastAdministrator:
            Sentence(
                zh: "这是最高一级唯一的组织管理员，先任命另一个。",
                en: "This is the only administrator at the top. Appoint another first.")
        case .unitClosed: Sentence(zh: "这个单位已经撤销了。", en: "This unit has been closed.")
        case .substitutionOfSubstitution:
            Sentence(zh: "这个职务本身就是代理，代理不能再代理。", en: "This is itself a substitution; it cannot be stood in for.")
        case .substitutionOfOneself: Sentence(zh: "自己不用代理自己。", en: "Nobody stands in for themselves.")
        case .substitutionTooLong:
            Sentence(
                zh: "代理最长 \(AppointmentRules.substitutionDaysMax) 天，再长就任命。",
                en: "At most \(AppointmentRules.substitutionDaysMax) days; for longer, appoint.")
        case .substitutionBeyondPost:
            Sentence(zh: "代理的日子要在被代理的任期之内。", en: "The days must lie within those of the post itself.")
        case .substitutionOverlaps:
            Sentence(zh: "这个人这几天已经代理这个职务。", en: "This person already stands in for this post on some of these days.")
        }
    }
}
