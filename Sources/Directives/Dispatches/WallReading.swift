import Federation
import Storage
import Web

/// Gathers what a wall shows.
enum WallReading {
    /// Up to so many recipients are a square each; above, each branch is counted.
    static let directMax = 2_000
    /// Units that have not signed, named beside the wall.
    private static let waitingMax = 12
    /// Units on one page of a branch.
    private static let branchPageMax = 200

    static func model(
        of dispatch: Dispatch, _ asked: WallAsked, _ actor: Actor, _ language: Language, act: ActID, now: Moment,
        in db: any Transaction
    ) throws -> WallModel {
        guard let notice = try NoticeStore.find(dispatch.notice, in: db) else { throw AccessRefusal.notFound }
        let descent = try Descent(of: dispatch, in: db)
        let phrases = try DispatchStore.phrases(of: dispatch.id, in: db)
        let branches = WallBranches(
            dispatch: dispatch, descent: descent, phrases: phrases,
            mayOpenDown: try mayOpenDown(descent, actor, in: db), language: language, now: now)
        let isWhole = try !DispatchSetStore.sets(of: dispatch.id, in: db).isEmpty
        let isLarge = isWhole || dispatch.recipients + dispatch.copies > directMax
        // Where a branch was sent it as a whole, nobody stands below who was not.
        let population = isWhole ? [:] : try branches.population(in: db)
        var model = WallModel(
            notice: NoticeLine(notice), issuedAt: dispatch.issuedAt, view: asked.view, depth: asked.depth,
            branches: [], waitingCount: 0, now: now)
        switch isWhole ? .own : asked.depth {
        case .all:
            model.view = .squares
            (model.branches, model.stuckAt) = try branches.withAllBelow(population, in: db)
        case .own where isLarge: model.branches = try branches.counted(in: db)
        case .own: model.branches = try branches.listed(isNamed: asked.view == .table, in: db)
        }
        model.deadline = dispatch.signBy.map { WallModel.Deadline(at: $0, setBy: deadline(dispatch, actor)) }
        model.links = links(dispatch, asked, all: branches.total(population), isLarge: isLarge)
        model.livePath = DispatchRoutes.events.path(dispatch.id, asked.query)
        try wait(&model, dispatch, notice, actor, act: act, language, in: db)
        model.banners = try NoticeReading.banners(of: notice.id, in: db)
        model.leftOut = try leftOut(of: dispatch.id, phrases, language, in: db)
        model.relay = try RelayReading.line(of: descent, notice, language, now: now, in: db)
        return model
    }

    /// One branch of a wall, unit by unit.
    static func branch(
        _ place: Int, of dispatch: Dispatch, after: Int, _ actor: Actor, _ language: Language, now: Moment,
        in db: any Transaction
    ) throws -> WallBranchModel {
        guard let notice = try NoticeStore.find(dispatch.notice, in: db) else { throw AccessRefusal.notFound }
        let descent = try Descent(of: dispatch, in: db)
        let branches = WallBranches(
            dispatch: dispatch, descent: descent, phrases: try DispatchStore.phrases(of: dispatch.id, in: db),
            mayOpenDown: try mayOpenDown(descent, actor, in: db), language: language, now: now)
        guard let page = try branches.page(of: place, after: after, limit: branchPageMax, in: db) else {
            throw AccessRefusal.notFound
        }
        var model = WallBranchModel(
            notice: NoticeLine(notice), wallPath: DispatchRoutes.wall.path(dispatch.id), branch: page.branch,
            hasDeadline: dispatch.signBy != nil)
        if page.isMore {
            model.morePath = DispatchRoutes.branch.path(
                Pair(dispatch.id, "\(place)"), [("after", "\(after + branchPageMax)")])
        }
        let waiting = page.branch.counts.total - page.branch.counts.hasSigned
        if waiting > 0, try Access.allows(.dispatchUrge, for: actor, at: dispatch.from, in: db) {
            model.urgePath = UrgeRoutes.new.path(dispatch.id, [("branch", "\(place)")])
        }
        return model
    }

    /// Whoever may read the wall of one unit below may read those of all of them.
    private static func mayOpenDown(_ descent: Descent, _ actor: Actor, in db: any Transaction) throws -> Bool {
        guard let below = descent.links.first(where: { $0.depth == 1 })?.dispatch.from else { return false }
        return try Access.allows(.dispatchRead, for: actor, at: below, in: db)
    }

    private static func deadline(_ dispatch: Dispatch, _ actor: Actor) -> Sentence {
        dispatch.from == actor.unit ? DispatchWords.setByUs : DispatchWords.setBySender
    }

    private static func links(
        _ dispatch: Dispatch, _ asked: WallAsked, all: Int, isLarge: Bool
    ) -> [WallModel.ViewLink] {
        func link(_ name: Sentence, _ other: WallAsked) -> WallModel.ViewLink {
            WallModel.ViewLink(
                name: name, path: DispatchRoutes.wall.path(dispatch.id, other.query), isCurrent: asked == other)
        }
        var links = [
            link(DispatchWords.own(dispatch.recipients), WallAsked(view: .squares, depth: .own))
        ]
        if all > dispatch.recipients {
            links.append(link(DispatchWords.all(all), WallAsked(view: .squares, depth: .all)))
        }
        // A wall of counts has neither order nor rows of units; its branches open down.
        if !isLarge {
            links.append(link(DispatchWords.byState, WallAsked(view: .states, depth: .own)))
            links.append(link(DispatchWords.table, WallAsked(view: .table, depth: .own)))
        }
        return links
    }

    /// Who has not signed, how often they were urged, and the panel to urge them from.
    private static func wait(
        _ model: inout WallModel, _ dispatch: Dispatch, _ notice: NoticeHead, _ actor: Actor, act: ActID,
        _ language: Language, in db: any Transaction
    ) throws {
        let unsigned = try DispatchStore.unsigned(of: dispatch.id, limit: waitingMax, in: db)
        model.waitingCount = try DispatchStore.countUnsigned(of: dispatch.id, in: db)
        model.waiting = try UrgeReading.waiting(unsigned, of: dispatch, language, now: model.now, in: db).map { unit in
            WallModel.WallUnit(
                id: unit.id, name: unit.name, path: FrameRoutes.unit.path(unit.id), state: unit.state,
                isLate: unit.isLate, openedAt: unit.openedAt, urged: unit.urged)
        }
        let isOurs = dispatch.from == actor.unit
        if model.waitingCount > waitingMax {
            model.waitingPath =
                isOurs
                ? UrgeRoutes.new.path(dispatch.id)
                : DispatchRoutes.wall.path(dispatch.id, WallAsked(view: .table, depth: .own).query)
        }
        if model.waitingCount > 0, isOurs, try Access.allows(.receiptRecord, for: actor, at: dispatch.from, in: db) {
            model.recordPath = ReceiptRoutes.newRecord.path(dispatch.id)
        }
        model.urged = try UrgeReading.past(of: dispatch, language, in: db)
        guard model.waitingCount > 0, try Access.allows(.dispatchUrge, for: actor, at: dispatch.from, in: db) else {
            return
        }
        model.urge = WallModel.Urge(
            path: UrgeRoutes.create.path(dispatch.id), choosePath: UrgeRoutes.new.path(dispatch.id), act: act,
            text: try UrgeReading.customary(dispatch, notice, in: db))
    }

    private static func leftOut(
        of dispatch: DispatchID, _ phrases: [DispatchPhrase], _ language: Language, in db: any Transaction
    ) throws -> [WallModel.LeftOut] {
        let kept = phrases.filter { $0.outcome == .kept || $0.outcome == .removed }
            .map { WallModel.LeftOut(words: $0.text, reason: $0.reason, isPhrase: true) }
        let exclusions = try DispatchStore.exclusions(of: dispatch, in: db)
        let units = try UnitStore.find(exclusions.map(\.unit), in: db)
        return kept
            + exclusions.map {
                WallModel.LeftOut(
                    words: units[$0.unit]?.shownName(language) ?? "", reason: $0.reason, isPhrase: false)
            }
    }
}
