import Federation
import MusterTesting
import Site
import Storage

@testable import Directives

/// A random history of a federation, of its papers and of its tree together.
struct BranchHistory {
    enum Deed: CaseIterable {
        case register, enter, send, open, sign, record, convey, file, settle, giveBack, reopen, decline
        case found, move, merge, close, fold, foldSome, withdraw
    }

    private(set) var done: [Deed: Int] = [:]
    private let site: TestSite
    private var random: SeededGenerator
    private var papers: [(code: String, text: String)]
    /// Units that issue papers are moved, and never closed.
    private let issuers: Set<UnitID>
    private var actors: [UnitID: Actor] = [:]
    private typealias Place = (id: UnitID, path: TreePath)
    /// Where the units stand that work, in the order of their ids.
    private var places: [Place] = []
    private var pathsWithBelow: Set<TreePath> = []
    /// Units that were founded here: rather they are closed and moved than others that have none below.
    private var young: Set<UnitID> = []
    /// Units below which the tree was changed.
    var shaken: Set<UnitID> = []

    private static let weights: [(Deed, Int)] = [
        (.enter, 2), (.send, 6), (.open, 1), (.sign, 7), (.record, 1), (.convey, 3), (.file, 2), (.settle, 8),
        (.giveBack, 2), (.reopen, 2), (.decline, 2), (.found, 5), (.move, 6), (.merge, 3), (.close, 4), (.fold, 2),
        (.foldSome, 2),
    ]
    private static let deeds = weights.flatMap { Array(repeating: $0.0, count: $0.1) }

    init(_ site: TestSite, seed: UInt64) async throws {
        self.site = site
        random = SeededGenerator(seed: seed)
        let papers = [
            (DemoFederation.henanCode, DescentJourneyTests.paper),
            (DemoFederation.jiaozuoCode, DescentJourneyTests.cover),
            (DemoFederation.jiaozuoCode, DutyJourneyTests.notice), (DemoFederation.qinyangCode, Self.cover),
        ]
        var issuers: Set<UnitID> = []
        for (code, _) in papers { issuers.insert(try await site.unit(code).id) }
        (self.issuers, self.papers) = (issuers, papers.shuffled(using: &random))
        try await refresh()
        for unit in issuers.sorted() {
            guard let actor = actors[unit] else { continue }
            var settings = UnitSettings()
            for grade in UnitSettings.grades {
                settings.signWithinHours[grade] = Int.random(in: 1...200, using: &random)
            }
            try await site.federation.revise(settings, at: unit, as: actor, id: site.federation.newActID())
        }
    }

    private static let cover = """
        沁阳市总工会

        沁工发〔2020〕7号

        沁阳市总工会转发《焦作市总工会关于做好防汛期间职工安全工作的通知》的通知

        各乡镇（街道）工会，市属各基层工会：

        现将《焦作市总工会关于做好防汛期间职工安全工作的通知》转发给你们，请认真贯彻落实。

        沁阳市总工会

        2020年2月5日

        \(DutyJourneyTests.notice)
        """

    /// Does something at random, later than the last time. What is refused is not done.
    mutating func step(_ step: Int, of steps: Int) async throws -> Deed {
        site.clock.advance(seconds: Int64.random(in: 20...20_000, using: &random))
        try await refresh()
        var deed = Self.deeds.randomElement(using: &random) ?? .fold
        if papers.count == 4 || !papers.isEmpty && step % 12 == 0 { deed = .register }
        if step > steps / 2, step % 4 == 0 { deed = Deed.allCases.first { done[$0] == nil } ?? deed }
        if step == steps * 3 / 4 { deed = .withdraw }
        do {
            if try await perform(deed, step) { done[deed, default: 0] += 1 }
        } catch is any Refusal {}
        return deed
    }

    private mutating func refresh() async throws {
        (places, actors) = try await site.federation.read { db in
            let places = try db.query("select id, path from unit where closed_on is null order by id").map {
                (id: try $0["id"] as UnitID, path: try $0["path"] as TreePath)
            }
            var actors: [UnitID: Actor] = [:]
            for row in try db.query(
                "select id, person, unit from post where role = 'principal' and to_on is null order by id desc")
            {
                let unit: UnitID = try row["unit"]
                actors[unit] = Actor(
                    person: try row["person"], post: try row["id"], unit: unit, role: .principal)
            }
            return (places, actors)
        }
        pathsWithBelow = Set(places.compactMap(\.path.parent))
    }

    /// - Returns: whether there was anything to do.
    private mutating func perform(_ deed: Deed, _ step: Int) async throws -> Bool {
        switch deed {
        case .register: try await register()
        case .enter: try await enter()
        case .send: try await send()
        case .open, .sign, .convey, .file: try await pass(deed)
        case .record: try await record()
        case .settle, .decline: try await settle(isDeclined: deed == .decline)
        case .giveBack, .reopen: try await takeBack(isByUnit: deed == .reopen)
        case .withdraw: try await withdraw()
        case .found: try await found(step)
        case .move, .merge, .close: try await reorganise(deed)
        case .fold: try await fold(max: .max)
        case .foldSome: try await fold(max: Int.random(in: 1...40, using: &random))
        }
    }

    private func fold(max: Int) async throws -> Bool {
        try await site.federation.engine.write { try Tally.fold(max: max, in: $0) } > 0
    }

    // MARK: Papers

    private mutating func register() async throws -> Bool {
        guard let paper = papers.popLast() else { return false }
        let unit = try await site.unit(paper.code).id
        guard let actor = actors[unit] else { return false }
        let federation = site.federation
        let notice = try await NoticeActs(federation).register(
            text: paper.text, corrections: [:], as: actor, at: unit, id: federation.newActID())
        let sorting = SortingActs(federation)
        do {
            _ = try await sorting.sort(notice, .init(sorts: [:]), as: actor, at: unit, id: federation.newActID())
            _ = try await sorting.allocate(notice, .all, as: actor, at: unit, id: federation.newActID())
        } catch is any Refusal {}
        return true
    }

    /// A unit enters a notice in its own book that is known already.
    private mutating func enter() async throws -> Bool {
        let texts = try await site.federation.read { db in
            try db.query("select text from notice order by id").map { try $0["text"] as String }
        }
        let acting = near.filter { actors[$0.id] != nil }
        guard let text = texts.randomElement(using: &random), let unit = acting.randomElement(using: &random)?.id,
            let actor = actors[unit]
        else { return false }
        _ = try await NoticeActs(site.federation).register(
            text: text, corrections: [:], as: actor, at: unit, id: site.federation.newActID())
        return true
    }

    /// A unit that has a notice sends it to some below, rather to those that have something already, and now and then to
    /// one that is not below at all.
    private mutating func send() async throws -> Bool {
        let pairs = try await pairs(
            """
            select notice, unit from notice_book
            union select notice, unit from receipt where state >= 2 or purpose = 'information' order by notice, unit
            """)
        let known = Set(try await self.pairs("select notice, unit from receipt").map(\.unit))
        let high = Set(places.filter(hasBelow).map(\.id))
        let senders = pairs.filter { high.contains($0.unit) }
        guard let one = senders.randomElement(using: &random), let actor = actors[one.unit] else { return false }
        let low = below(one.unit)
        var chosen = low.filter { known.contains($0.id) }.shuffled(using: &random).prefix(8).map(\.id)
        chosen += low.shuffled(using: &random).prefix(6).map(\.id)
        if Int.random(in: 0..<3, using: &random) == 0, let other = near.randomElement(using: &random) {
            chosen.append(other.id)
        }
        var recipients: [DispatchPlan.Recipient] = []
        for unit in chosen where !recipients.contains(where: { $0.unit == unit }) {
            let isCopy = Int.random(in: 0..<5, using: &random) == 0
            recipients.append(.init(unit: unit, phrase: 1, purpose: isCopy ? .information : .action))
        }
        let phrase = DispatchPhrase(
            place: 1, text: "各单位", purpose: .action, outcome: .resolved, units: recipients.count)
        _ = try await DispatchActs(site.federation).send(
            one.notice, DispatchPlan(line: "各单位", phrases: [phrase], recipients: recipients), as: actor, at: one.unit,
            id: site.federation.newActID())
        return true
    }

    private mutating func pass(_ deed: Deed) async throws -> Bool {
        let wanted: SQL =
            switch deed {
            case .open: "opened_at is null"
            case .sign: "state < 2 and purpose = 'action'"
            default: "(state >= 2 or purpose = 'information')"
            }
        let receipts = try await site.federation.read { db in
            try db.query("select id, unit from receipt where \(wanted) order by id").map {
                (id: try $0["id"] as ReceiptID, unit: try $0["unit"] as UnitID)
            }
        }.filter { actors[$0.unit] != nil }
        guard let one = receipts.randomElement(using: &random), let actor = actors[one.unit] else { return false }
        let (acts, id) = (ReceiptActs(site.federation), site.federation.newActID())
        switch deed {
        case .open: try await acts.open(one.id, as: actor, at: one.unit)
        case .sign: _ = try await acts.sign(one.id, as: actor, at: one.unit, id: id)
        case .convey:
            _ = try await acts.convey(one.id, ConveyanceForm(words: "班前会传达"), as: actor, at: one.unit, id: id)
        default: _ = try await acts.file(one.id, reason: "不涉及", as: actor, at: one.unit, id: id)
        }
        return true
    }

    /// Some units that were sent a notice were told by telephone.
    private mutating func record() async throws -> Bool {
        let sent = try await site.federation.read { db in
            try db.query(
                """
                select distinct d.id, d.from_unit from dispatch d join delivery y on y.dispatch = d.id
                    join receipt r on r.id = y.receipt where r.state < 2 and r.purpose = 'action' order by d.id
                """
            ).map { (id: try $0["id"] as DispatchID, unit: try $0["from_unit"] as UnitID) }
        }
        guard let one = sent.randomElement(using: &random), let actor = actors[one.unit] else { return false }
        let units = try await site.federation.read { db in
            try DispatchStore.unsigned(of: one.id, limit: .max, in: db).map(\.receipt.unit)
        }
        var form = ReceiptRecordForm(day: Zone.day(site.clock.now()))
        form.units = Set(units.sorted().shuffled(using: &random).prefix(2))
        form.channel = .telephone
        guard !form.units.isEmpty else { return false }
        _ = try await ReceiptActs(site.federation).record(
            form, of: one.id, as: actor, at: one.unit, id: site.federation.newActID())
        return true
    }

    private mutating func withdraw() async throws -> Bool {
        let issued = try await pairs(
            "select id as notice, issuer as unit from notice where issuer is not null order by id")
        guard let one = issued.randomElement(using: &random), let actor = actors[one.unit] else { return false }
        _ = try await ChangeActs(site.federation).change(
            one.notice, ChangeForm(kind: .withdrawn, reason: "印错了。"), as: actor, at: one.unit,
            id: site.federation.newActID())
        return true
    }

    // MARK: Duties

    /// A unit that owes something says that it is done, or under way, or that it cannot; and may take it back at once.
    private mutating func settle(isDeclined: Bool) async throws -> Bool {
        let acting = actors
        let owing = try await pairs(
            """
            select notice, unit from notice_book union select notice, unit from receipt where purpose = 'action'
            order by notice, unit
            """
        ).filter { acting[$0.unit] != nil }.shuffled(using: &random)
        let found: (NoticeID, UnitID, [Obligation])? = try await site.federation.read { db in
            for one in owing {
                let unit = try UnitStore.require(one.unit, in: db)
                let owed = try AssignmentActs.owed(of: one.notice, by: unit, in: db)
                if !owed.isEmpty { return (one.notice, one.unit, owed) }
            }
            return nil
        }
        guard let (notice, unit, owed) = found, let actor = actors[unit] else { return false }
        let (acts, federation) = (AssignmentActs(site.federation), site.federation)
        if isDeclined, let one = owed.randomElement(using: &random) {
            let isNotApplicable = one.condition != nil && Bool.random(using: &random)
            _ = try await acts.decline(
                one.id, reason: "已经停产。", isNotApplicable: isNotApplicable, as: actor, at: unit,
                id: federation.newActID())
            return true
        }
        var form = DischargeForm(text: "已经落实。", done: [])
        form.isProgress = Int.random(in: 0..<4, using: &random) == 0
        for one in owed where form.done.isEmpty || Bool.random(using: &random) {
            form.done.insert(one.id)
            if one.proof == .figure || Int.random(in: 0..<3, using: &random) == 0 {
                form.figures[one.id] = "\(Int.random(in: 0...400, using: &random))"
            }
            form.ticks[one.id] = Set((1...20).filter { _ in Bool.random(using: &random) })
        }
        _ = try await acts.discharge(notice, form, as: actor, at: unit, id: federation.newActID())
        if Int.random(in: 0..<5, using: &random) == 0 {
            _ = try await acts.undo(notice, as: actor, at: unit, id: federation.newActID())
        }
        return true
    }

    /// What was settled is given back by a unit above, or opened again by the unit itself.
    private mutating func takeBack(isByUnit: Bool) async throws -> Bool {
        let settled = try await site.federation.read { db in
            try db.query(
                """
                select obligation, unit from assignment where state in ('discharged', 'declined', 'not_applicable')
                order by id
                """
            ).map { (obligation: try $0["obligation"] as ObligationID, unit: try $0["unit"] as UnitID) }
        }
        guard let one = settled.randomElement(using: &random), let own = place(of: one.unit) else { return false }
        let (acts, id) = (AssignmentActs(site.federation), site.federation.newActID())
        if isByUnit {
            guard let actor = actors[own.id] else { return false }
            _ = try await acts.reopen(one.obligation, reason: "还差两个班组。", as: actor, at: own.id, id: id)
            return true
        }
        for above in places where above.id != own.id && above.path.contains(own.path) {
            guard let actor = actors[above.id] else { continue }
            do {
                _ = try await acts.giveBack(one.obligation, to: own.id, reason: "数不对。", as: actor, id: id)
                return true
            } catch is AccessRefusal {}
        }
        return false
    }

    // MARK: The tree

    private mutating func found(_ step: Int) async throws -> Bool {
        guard let above = near.randomElement(using: &random),
            let kind = UnitKind.allCases.randomElement(using: &random),
            let level = UnitLevel.allCases.randomElement(using: &random)
        else { return false }
        let draft = UnitDraft(code: "t\(step)", kind: kind, level: level, naming: UnitNaming("第\(step)工会"))
        let id = try await change(.unitCreate) { act in
            try UnitTree.create(draft, at: UnitPlace(under: above.id, on: .territorial), in: act).id
        }
        young.insert(id)
        let (federation, now) = (site.federation, site.clock.now())
        let person = Person(id: federation.minter.mint(), login: "t\(step)", name: "t\(step)")
        let post = Post(
            id: federation.minter.mint(), unit: id, person: person.id, role: .principal, fromOn: Zone.day(now))
        try await federation.engine.write { db in
            try PersonStore.insert(person, at: now, in: db)
            try PersonStore.insert(post, in: db)
        }
        return true
    }

    /// Moves a unit with its branch, merges it into another, or closes it; those that have branches rather than others.
    private mutating func reorganise(_ deed: Deed) async throws -> Bool {
        let near = near
        let (high, leaves) = (near.filter(hasBelow), near.filter { !hasBelow($0) })
        let young = leaves.filter { self.young.contains($0.id) }
        let low = young.isEmpty || Int.random(in: 0..<4, using: &random) == 0 ? leaves : young
        let isHigh = deed != .close && Int.random(in: 0..<3, using: &random) > 0
        guard let one = (isHigh ? high : low).randomElement(using: &random),
            deed == .move || !issuers.contains(one.id),
            let far = (Bool.random(using: &random) ? high : near).randomElement(using: &random)
        else { return false }
        let above = places.first { $0.path == one.path.parent } ?? far
        let other = deed == .merge && Bool.random(using: &random) ? above : far
        for place in places where place.path.contains(one.path) || place.path.contains(other.path) {
            shaken.insert(place.id)
        }
        _ = try await change(deed == .move ? .unitMove : deed == .merge ? .unitMerge : .unitClose) { act in
            switch deed {
            case .move: try UnitTree.move(one.id, to: UnitPlace(under: other.id, on: .territorial), in: act)
            case .merge: try UnitTree.merge(one.id, into: other.id, in: act)
            default: try UnitTree.close(one.id, in: act)
            }
            return one.id
        }
        return true
    }

    private func change(_ verb: Verb, _ body: @escaping @Sendable (Act) throws -> UnitID) async throws -> UnitID {
        try await site.federation.act(verb, as: .system, at: nil, id: site.federation.newActID()) { act in
            try act.record(on: Subject("unit", UnitID(0)), try body(act))
        }
    }

    // MARK: Who

    /// The units of the branches in which papers are issued, wherever those stand today.
    private var near: [Place] {
        let tops = Set(places.filter { issuers.contains($0.id) }.map(\.path))
        return places.filter { tops.contains($0.path) || !tops.isDisjoint(with: $0.path.ancestors) }
    }

    private func place(of id: UnitID) -> Place? { places.first { $0.id == id } }

    private func below(_ id: UnitID) -> [Place] {
        guard let own = place(of: id) else { return [] }
        return places.filter { $0.id != id && own.path.contains($0.path) }
    }

    private func hasBelow(_ place: Place) -> Bool { pathsWithBelow.contains(place.path) }

    private func pairs(_ sql: SQL) async throws -> [(notice: NoticeID, unit: UnitID)] {
        try await site.federation.read { db in
            try db.query(sql).map { (notice: try $0["notice"] as NoticeID, unit: try $0["unit"] as UnitID) }
        }
    }
}
