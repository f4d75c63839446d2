import Federation
package import Web

/// Addresses under which it is said who answers.
package enum OwnerRoutes {
    static let name = Route<NoticeID>.post("/notices/:id/owners", .verb(.ownerName))
    static let acknowledge = Route<NoticeID>.post("/notices/:id/owners/acknowledgements", .verb(.ownerAcknowledge))

    package static func endpoints() -> [Endpoint] {
        [Endpoint(name, OwnerHandlers.name), Endpoint(acknowledge, OwnerHandlers.acknowledge)]
    }
}

enum OwnerHandlers {
    static func name(_ visit: Visit, _ id: NoticeID) async throws -> Reply {
        let act = visit.actID()
        var posts: [Owner.Part: PostID] = [:]
        for part in Owner.Part.allCases {
            guard let typed = visit.form.first(part.rawValue), !typed.isEmpty else { continue }
            guard let post = PostID(typed) else { throw OwnerRefusal.noSuchPost }
            posts[part] = post
        }
        _ = try await OwnerActs(visit.federation).name(
            posts, of: id, as: visit.actor, at: try visit.ownUnit(), id: act)
        return visit.done(act, AssignmentRoutes.duties.path(id))
    }

    static func acknowledge(_ visit: Visit, _ id: NoticeID) async throws -> Reply {
        let act = visit.actID()
        _ = try await OwnerActs(visit.federation).acknowledge(
            id, as: visit.actor, at: try visit.ownUnit(), id: act)
        return visit.done(act, AssignmentRoutes.duties.path(id))
    }
}
