package import Storage

/// Decides who may do what where, from the grants of the post's role.
package enum Access {
    /// - Throws: `AccessRefusal.notFound` where the actor may not even know, `AccessRefusal.forbidden` where they see the
    ///   unit but may not do this.
    package static func require(_ verb: Verb, for actor: Actor, at unit: UnitID?, in db: any Transaction) throws {
        if actor.isSystem || verb.isOpenToAnyone { return }
        guard try allows(verb, for: actor, at: unit, in: db) else {
            // Someone without any post is told nothing at all.
            throw actor.post == nil ? AccessRefusal.notFound : AccessRefusal.forbidden(verb)
        }
    }

    /// Whether the actor's role holds the verb at all, however far it reaches.
    package static func holds(_ verb: Verb, by actor: Actor, in db: any Transaction) throws -> Bool {
        if actor.isSystem { return true }
        guard let role = actor.role else { return false }
        return try db.first(
            "select 1 as one from role_grant where role = \(role) and verb = \(verb.rawValue) limit 1") != nil
    }

    /// How far the actor's role holds the verb; empty where it does not.
    package static func reaches(of verb: Verb, by actor: Actor, in db: any Transaction) throws -> [Reach] {
        guard let role = actor.role else { return [] }
        return try db.query("select reach from role_grant where role = \(role) and verb = \(verb.rawValue)")
            .map { try $0["reach"] }
    }

    package static func allows(_ verb: Verb, for actor: Actor, at unit: UnitID?, in db: any Transaction) throws -> Bool
    {
        if actor.isSystem { return true }
        guard let own = actor.unit else { return false }
        let reaches = try reaches(of: verb, by: actor, in: db)
        guard let unit else { return reaches.contains(.federation) }
        for reach in reaches where try covers(reach, from: own, to: unit, in: db) { return true }
        return false
    }

    private static func covers(_ reach: Reach, from own: UnitID, to unit: UnitID, in db: any Transaction) throws -> Bool
    {
        switch reach {
        case .federation: return true
        case .ownUnit: return own == unit
        case .directSubordinates:
            return try db.first(
                "select 1 as one from unit_link where unit = \(unit) and parent = \(own) and to_on is null") != nil
        case .primarySubtree:
            return try isBelow(unit, own, column: "path", in: db)
        case .secondarySubtree:
            return try isBelow(unit, own, column: "secondary_path", in: db)
        }
    }

    private static func isBelow(
        _ unit: UnitID, _ top: UnitID, column: StaticString, in db: any Transaction
    ) throws -> Bool {
        try db.first(
            """
            select 1 as one from unit low join unit top on top.id = \(top)
            where low.id = \(unit) and low.\(SQL(unchecked: "\(column)")) >= top.path
                and low.\(SQL(unchecked: "\(column)")) < top.path || '~'
            """) != nil
    }
}

package enum AccessRefusal: Refusal {
    case notFound
    case forbidden(Verb)
    case signIn

    package var code: String {
        switch self {
        case .notFound: "page.not_found"
        case .forbidden: "access.forbidden"
        case .signIn: "access.sign_in"
        }
    }

    package var manner: RefusalManner {
        switch self {
        case .notFound: .notFound
        case .forbidden: .forbidden
        case .signIn: .signIn
        }
    }

    package var sentence: Sentence {
        switch self {
        case .notFound:
            Sentence(zh: "没有这一页，或者不归你看。", en: "There is no such page, or it is not yours to see.")
        case .forbidden:
            Sentence(zh: "你现在的职务不能做这件事。", en: "The post you are acting as may not do this.")
        case .signIn:
            Sentence(zh: "先进入，再看这一页。", en: "Sign in first, then open this page.")
        }
    }

    package var wayOn: Sentence? {
        switch self {
        case .notFound: Sentence(zh: "回到今日，从那里找。", en: "Go back to Today and look from there.")
        case .forbidden:
            Sentence(
                zh: "换一个职务，或者请本单位的组织管理员给这个职务授权。",
                en: "Switch to another post, or ask your unit's administrator to grant it to this one.")
        case .signIn: nil
        }
    }
}
