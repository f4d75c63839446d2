package import Federation
import Storage

/// What is done at drafts of covers, each one act.
package struct DraftActs: Sendable {
    let federation: OpenFederation

    package init(_ federation: OpenFederation) { self.federation = federation }

    /// Begins a cover around notices, in the unit's own name and the genre's words.
    package func start(
        carrying notices: [NoticeID], as actor: Actor, at unit: UnitID, id: ActID
    ) async throws -> DraftID {
        try await federation.act(.draftWrite, as: actor, at: unit, id: id) { act in
            guard !notices.isEmpty else { throw DraftRefusal.nothingCarried }
            guard notices.count <= DraftRules.carriedMax else { throw DraftRefusal.tooManyCarried }
            let sender = try UnitStore.require(unit, in: act.db)
            let children = try UnitStore.children(of: unit, in: act.db)
            guard !children.isEmpty else { throw DispatchRefusal.nothingBelow }
            let readings = try DraftCarried.require(notices, at: unit, in: act.db).map(\.paper.reading)
            let line = RelayRules.customaryLine(of: sender, children: children)
            var content = DraftContent(
                title: DraftWording.title(of: readings, by: sender.name), opening: DraftWording.opening(of: readings),
                addressees: AddresseesForm(line: line, copyLine: ""), carried: notices)
            content.addressees = try Self.settled(content.addressees, at: unit, in: act.db)
            let draft = Draft(
                id: act.newID(), unit: unit, state: .drafting, version: 1, person: try act.person(),
                startedAt: act.moment)
            try DraftStore.insert(draft, content, in: act)
            _ = try HandlingStore.open(.draft(draft.id), at: unit, in: act)
            return try act.record(
                on: Subject("draft", draft.id), draft.id, detail: ["carried": "\(notices.count)", "version": "1"])
        }
    }

    /// Keeps what was written as the next version. What was asked for an older one is asked for no more: it has to be
    /// submitted again.
    /// - Parameter base: the version that the form was based on.
    /// - Returns: the version that is the newest then; the same one where nothing was changed.
    /// - Throws: `DraftRefusal.stale` where somebody else saved since.
    package func save(
        _ id: DraftID, _ content: DraftContent, base: Int, as actor: Actor, at unit: UnitID, id actID: ActID
    ) async throws -> Int {
        try DraftRules.check(content)
        return try await federation.act(.draftWrite, as: actor, at: unit, id: actID) { act in
            let draft = try Self.requireOpen(id, of: unit, in: act.db)
            let head = try DraftStore.version(draft.version, of: id, in: act.db)
            var content = content
            let readings = try DraftCarried.require(content.carried, at: unit, in: act.db).map(\.paper.reading)
            let before = try DraftCarried.find(head.content.carried, in: act.db).map(\.paper.reading)
            content = DraftRules.following(
                content, from: before, to: readings, by: try UnitStore.require(unit, in: act.db).name)
            content.addressees = try Self.settled(content.addressees, at: unit, in: act.db)
            var version = draft.version
            if content != head.content {
                guard base == draft.version, try DraftStore.add(content, after: base, to: id, in: act) else {
                    throw DraftRefusal.stale(newest: draft.version)
                }
                version += 1
                let sheet = try HandlingStore.open(.draft(id), at: unit, in: act)
                // Who is asked to write it anew is still at it.
                for ask in sheet.openAsks where ask.kind != .propose { try HandlingStore.drop(ask, in: act) }
            }
            return try act.record(on: Subject("draft", id), version, detail: ["version": "\(version)"])
        }
    }

    /// Asks a leader to sign off the newest version.
    package func submit(
        _ id: DraftID, version: Int, to post: PostID?, as actor: Actor, at unit: UnitID, id actID: ActID
    ) async throws -> DraftID {
        try await federation.act(.draftWrite, as: actor, at: unit, id: actID) { act in
            let draft = try Self.requireOpen(id, of: unit, in: act.db)
            guard version == draft.version else { throw DraftRefusal.changedSince(newest: draft.version) }
            let leaders = try Self.leaders(at: unit, on: act.today, in: act.db).map(\.id)
            guard let post, leaders.contains(post) else { throw DraftRefusal.leaderMissing }
            let sheet = try HandlingStore.open(.draft(id), at: unit, in: act)
            guard !sheet.openAsks.contains(where: { $0.kind == .signOff && $0.post == post }) else {
                throw HandlingRefusal.alreadyAsked
            }
            let carried = try DraftStore.version(version, of: id, in: act.db).content.carried
            // One who was asked to write it anew gives it by this.
            let isRewritten = sheet.openAsks(of: act.actor).contains { $0.kind == .propose }
            let step = try HandlingStore.add(
                isRewritten ? .proposed : .asked, to: sheet.id, version: version, in: act)
            try HandlingStore.ask(
                .signOff, [post], on: sheet.id, by: step, urgency: try DraftCarried.urgency(of: carried, in: act.db),
                in: act)
            return try act.record(
                on: Subject("draft", id), id, detail: ["to": "\(post)", "version": "\(version)"])
        }
    }

    /// The cover is not needed after all. It stays to be read, and nothing is asked for it any more.
    package func drop(
        _ id: DraftID, reason: String, as actor: Actor, at unit: UnitID, id actID: ActID
    ) async throws -> DraftID {
        try await federation.act(.draftDrop, as: actor, at: unit, id: actID) { act in
            let draft = try Self.requireOpen(id, of: unit, in: act.db)
            guard !reason.isEmpty else { throw DraftRefusal.reasonMissing }
            try DraftStore.end(id, as: nil, in: act)
            let sheet = try HandlingStore.open(.draft(id), at: unit, in: act)
            try HandlingStore.add(.discharged, to: sheet.id, text: reason, version: draft.version, in: act)
            try HandlingStore.dropOpenAsks(on: sheet.id, in: act)
            try HandlingStore.close(sheet.id, in: act)
            return try act.record(on: Subject("draft", id), id, detail: ["version": "\(draft.version)"])
        }
    }

    // MARK: What several acts ask

    /// A draft that is still written at.
    static func requireOpen(_ id: DraftID, of unit: UnitID, in db: any Transaction) throws -> Draft {
        let draft = try DraftStore.require(id, of: unit, in: db)
        switch draft.state {
        case .drafting: return draft
        case .issued: throw DraftRefusal.alreadyIssued
        case .dropped: throw DraftRefusal.dropped
        }
    }

    private static func settled(
        _ form: AddresseesForm, at unit: UnitID, in db: any Transaction
    ) throws -> AddresseesForm {
        DraftRules.settled(form, try AddresseesReading.examine(form, from: unit, in: db))
    }

    /// The posts of a unit that may sign off.
    static func leaders(at unit: UnitID, on day: String, in db: any Transaction) throws -> [Post] {
        try PersonStore.posts(at: unit, on: day, in: db).filter { post in
            let actor = Actor(person: post.person, post: post.id, unit: unit, role: post.role)
            return try Access.allows(.draftSignOff, for: actor, at: unit, in: db)
        }
    }
}
