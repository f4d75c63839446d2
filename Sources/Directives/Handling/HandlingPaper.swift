import Federation
import Storage
import Web

/// What a sheet is about, as far as handling it asks: the notice, or the draft as it is now.
struct HandlingPaper: Sendable, Hashable {
    var subject: HandlingSubject
    var title: String
    var urgency: Urgency
    /// Where it is read.
    var path: String
    /// The newest version of a draft.
    var version: Int?
    /// A draft that was issued or dropped.
    var isEnded = false

    /// - Throws: "not found" where the unit does not hold it.
    static func require(_ subject: HandlingSubject, at unit: UnitID, in db: any Transaction) throws -> HandlingPaper {
        switch subject {
        case .notice(let id):
            let notice = try NoticeStore.require(id, for: unit, in: db)
            return HandlingPaper(
                subject: subject, title: notice.title, urgency: notice.urgency, path: NoticeRoutes.show.path(id))
        case .draft(let id):
            let draft = try DraftStore.require(id, of: unit, in: db)
            let content = try DraftStore.version(draft.version, of: id, in: db).content
            return HandlingPaper(
                subject: subject, title: content.title, urgency: try DraftCarried.urgency(of: content.carried, in: db),
                path: DraftRoutes.show.path(id), version: draft.version, isEnded: draft.state != .drafting)
        }
    }

    /// What the unit's people may be asked for about it.
    var askable: [HandlingAsk.Kind] {
        switch subject {
        case .notice: [.instruct, .read, .countersign, .propose]
        case .draft: [.signOff, .countersign, .read]
        }
    }
}

/// The posts of a unit, as they are chosen from on a handling sheet.
enum HandlingPosts {
    /// Those held today by their own holders: who stands in for one sees what it is asked.
    static func all(at unit: UnitID, on day: String, in db: any Transaction) throws -> [Post] {
        try PersonStore.posts(at: unit, on: day, in: db).filter { $0.substitutes == nil }
    }

    /// Those that may say what is to be done.
    static func leaders(at unit: UnitID, on day: String, in db: any Transaction) throws -> [Post] {
        try all(at: unit, on: day, in: db).filter { post in
            let holder = Actor(person: post.person, post: post.id, unit: unit, role: post.role)
            return try Access.allows(.handlingInstruct, for: holder, at: unit, in: db)
        }
    }
}
