import Federation
import Markup
import Storage
import Web

/// The rows of a wall: one for each phrase of the line, or, looking all the way down, one for each unit that has others
/// below it.
struct WallBranches {
    /// More rows than that are put together by phrase.
    private static let unitRowsMax = 120

    let dispatch: Dispatch
    let descent: Descent
    let phrases: [DispatchPhrase]
    /// Whether the reader may see what recipients sent on.
    let mayOpenDown: Bool
    let language: Language
    let now: Moment

    // MARK: The units it was sent to

    /// Each recipient on its own.
    /// - Parameter isNamed: with the person who signed.
    func listed(isNamed: Bool, in db: any Transaction) throws -> [WallModel.Branch] {
        let deliveries = try DispatchStore.deliveries(of: dispatch.id, in: db)
        let signers = isNamed ? try signerNames(deliveries, in: db) : [:]
        let passedOn = try passedOn(in: db)
        return phrases.compactMap { phrase in
            let own = deliveries.filter { $0.phrase == phrase.place }
            return own.isEmpty ? nil : branch(phrase, own, signers, passedOn)
        }
    }

    /// A page of one branch, by the place of its phrase; nil where there is no such phrase.
    func page(
        of place: Int, after: Int, limit: Int, in db: any Transaction
    ) throws -> (branch: WallModel.Branch, isMore: Bool)? {
        guard let phrase = phrases.first(where: { $0.place == place }) else { return nil }
        let set = try DispatchSetStore.sets(of: dispatch.id, in: db).first { $0.phrase == place }
        let found =
            try set.map { try DispatchSetStore.members(of: $0, after: after, limit: limit + 1, in: db) }
            ?? DispatchStore.deliveries(of: dispatch.id, phrase: place, after: after, limit: limit + 1, in: db)
        let own = Array(found.prefix(limit))
        var branch = branch(phrase, own, try signerNames(own, in: db), try passedOn(in: db))
        if set == nil {
            branch.counts = try WallStore.counts(of: dispatch.id, now: now, in: db)[place] ?? branch.counts
        } else {
            branch.counts = try DispatchSetCounts.branches(of: dispatch, now: now, in: db)[place, default: []]
                .reduce(WallModel.Counts()) { $0 + WallModel.Counts($1.counts) }
        }
        return (branch, found.count > limit)
    }

    /// The branches in counts alone. A phrase that was sent to as a whole is told apart by the units below the sender, each
    /// of which opens into its own picture.
    func counted(in db: any Transaction) throws -> [WallModel.Branch] {
        let counts = try WallStore.counts(of: dispatch.id, now: now, in: db)
        let whole = try DispatchSetCounts.branches(of: dispatch, now: now, in: db)
        let isOne = whole.count == 1
        return phrases.flatMap { phrase -> [WallModel.Branch] in
            guard let tops = whole[phrase.place] else {
                return counts[phrase.place].map {
                    [WallModel.Branch(key: "b\(phrase.place)", name: name(phrase), path: path(phrase), counts: $0)]
                } ?? []
            }
            return tops.map { top, counts in
                let name = top.shownName(language)
                return WallModel.Branch(
                    key: "b\(phrase.place)u\(top.id)", name: isOne ? name : "\(self.name(phrase)) · \(name)",
                    path: PictureRoutes.show.path(dispatch.notice) + "?unit=\(top.id)",
                    counts: WallModel.Counts(counts))
            }
        }
    }

    private func name(_ phrase: DispatchPhrase) -> String {
        phrase.outcome == .added ? DispatchWords.addedByHand[language] : phrase.text
    }

    private func path(_ phrase: DispatchPhrase) -> String {
        DispatchRoutes.branch.path(Pair(dispatch.id, "\(phrase.place)"))
    }

    private func branch(
        _ phrase: DispatchPhrase, _ deliveries: [Delivery], _ signers: [ReceiptID: String],
        _ passedOn: [UnitID: WallModel.PassedOn]
    ) -> WallModel.Branch {
        let units = deliveries.map { unit($0, signers[$0.receipt.id], passedOn[$0.receipt.unit]) }
        let spans = deliveries.compactMap { delivery -> Int64? in
            guard delivery.purpose == .action, let signature = delivery.signature, !signature.isDayOnly else {
                return nil
            }
            return delivery.receipt.sentAt.seconds(until: signature.at)
        }
        return WallModel.Branch(
            key: "b\(phrase.place)", name: name(phrase), path: path(phrase), counts: WallModel.Counts(units),
            units: units, medianSeconds: RelayRules.median(spans.sorted()))
    }

    private func unit(_ delivery: Delivery, _ signer: String?, _ passedOn: WallModel.PassedOn?) -> WallModel.WallUnit {
        let receipt = delivery.receipt
        return WallModel.WallUnit(
            id: receipt.unit, name: delivery.name(language),
            path: passedOn?.path ?? FrameRoutes.unit.path(receipt.unit), state: receipt.state,
            purpose: delivery.purpose,
            isLate: delivery.purpose == .action
                && DispatchRules.isLate(delivery.signature, signBy: dispatch.signBy, now: now),
            isRecorded: delivery.signature?.recordedBy != nil, sentAt: receipt.sentAt, openedAt: receipt.openedAt,
            signedAt: delivery.signature?.at, isSignedOnADay: delivery.signature?.isDayOnly ?? false, signer: signer,
            passedOn: passedOn)
    }

    /// What each recipient sent on, with how many of those have signed.
    private func passedOn(in db: any Transaction) throws -> [UnitID: WallModel.PassedOn] {
        guard descent.depth > 0 else { return [:] }
        let signed = try descent.signed(in: db)
        return descent.links.filter { $0.depth == 1 }.reduce(into: [:]) { found, link in
            let sent = link.dispatch
            let before = found[sent.from]
            found[sent.from] = WallModel.PassedOn(
                path: mayOpenDown ? DispatchRoutes.wall.path(sent.id) : nil,
                signed: (before?.signed ?? 0) + (signed[sent.id] ?? 0),
                total: (before?.total ?? 0) + sent.recipients)
        }
    }

    /// A substitute is named with whom they stood in for; what another unit recorded, with that unit.
    private func signerNames(_ deliveries: [Delivery], in db: any Transaction) throws -> [ReceiptID: String] {
        let signed = deliveries.filter { $0.receipt.state.isSigned }.map(\.receipt.id)
        let signers = try ReceiptStore.signers(of: signed, in: db)
        let away = try PersonStore.stoodInFor(by: Array(Set(signers.values.map(\.post))), in: db)
        let people = Set(signers.values.map(\.person)).union(away.values)
        let names = try PersonStore.names(Array(people), language, in: db)
        var found = signers.compactMapValues { signer in
            names[signer.person].map { name in
                away[signer.post].flatMap { names[$0] }
                    .map { DispatchWords.signer(name, standingInFor: $0)[language] } ?? name
            }
        }
        let recorders = try UnitStore.find(Array(Set(deliveries.compactMap { $0.signature?.recordedBy })), in: db)
        for delivery in deliveries {
            guard let recorder = delivery.signature?.recordedBy.flatMap({ recorders[$0] }) else { continue }
            found[delivery.receipt.id] = DispatchWords.recorder(recorder.shownName(language))[language]
        }
        return found
    }

    // MARK: All the way down

    /// How many units work below each unit addressed for action, itself counted.
    func population(in db: any Transaction) throws -> WallStore.Population {
        let found = try WallStore.population(of: dispatch.id, in: db)
        // What stands below a unit that was addressed itself is counted there.
        var net = found
        for (path, below) in found {
            if let above = path.ancestors.last(where: { found[$0] != nil }) { net[above]?.units -= below.units }
        }
        return net
    }

    func total(_ population: WallStore.Population) -> Int { population.values.reduce(0) { $0 + $1.units } }

    /// One row for each unit that has others below it; the others together by phrase.
    /// - Returns: the rows, and at how many units those not reached yet wait.
    func withAllBelow(
        _ population: WallStore.Population, in db: any Transaction
    ) throws -> (branches: [WallModel.Branch], stuckAt: Int) {
        let counts = try reached(population, in: db)
        let deliveries = try DispatchStore.deliveries(of: dispatch.id, in: db).filter { $0.purpose == .action }
        let hasBelow = deliveries.count { (counts[$0.receipt.unit]?.total ?? 0) > 1 }
        var stuckAt = 0
        var branches: [WallModel.Branch] = []
        for phrase in phrases {
            var rest = WallModel.Counts()
            for delivery in deliveries where delivery.phrase == phrase.place {
                guard let own = counts[delivery.receipt.unit] else { continue }
                if own.undelivered > 0 { stuckAt += 1 }
                if own.total > 1, hasBelow <= Self.unitRowsMax {
                    branches.append(branch(delivery, own))
                } else {
                    rest = rest + own
                }
            }
            guard rest.total + rest.information > 0 else { continue }
            branches.append(
                WallModel.Branch(key: "b\(phrase.place)", name: name(phrase), path: path(phrase), counts: rest))
        }
        return (branches, stuckAt)
    }

    private func branch(_ delivery: Delivery, _ counts: WallModel.Counts) -> WallModel.Branch {
        let sent = descent.links.first { $0.depth == 1 && $0.dispatch.from == delivery.receipt.unit }?.dispatch
        let path =
            mayOpenDown
            ? sent.map { DispatchRoutes.wall.path($0.id, WallAsked(view: .squares, depth: .all).query) } : nil
        var branch = WallModel.Branch(
            key: "u\(delivery.receipt.unit)", name: delivery.name(language),
            path: path ?? FrameRoutes.unit.path(delivery.receipt.unit), counts: counts)
        if sent == nil {
            branch.note = DispatchWords.notPassedOn(delivery.receipt.state.isSigned)
        } else if counts.undelivered > 0 {
            branch.note = DispatchWords.partlyReached(counts.undelivered)
        }
        return branch
    }

    /// Every unit that was reached, once, under the recipient in whose branch of the tree it stands, or else under the one
    /// from whom it came; and those of the branch that nobody has passed it on to.
    private func reached(_ population: WallStore.Population, in db: any Transaction) throws -> [UnitID: WallModel
        .Counts]
    {
        let tops = Dictionary(descent.links.map { ($0.dispatch.id, $0.top) }) { first, _ in first }
        let width = population.keys.map(\.text.utf8.count).max() ?? 0
        var counts: [UnitID: WallModel.Counts] = [:]
        var inBranch: [UnitID: Int] = [:]
        for group in try WallStore.reached(of: dispatch, width: width, now: now, in: db) {
            let owner = ([group.branch] + group.branch.ancestors.reversed()).lazy
                .compactMap { population[$0]?.unit }.first
            guard let unit = owner ?? tops[group.first] ?? nil else { continue }
            counts[unit] = (counts[unit] ?? WallModel.Counts()) + group.counts
            if owner != nil { inBranch[unit, default: 0] += group.counts.total + group.counts.information }
        }
        for (unit, all) in population.values {
            counts[unit, default: WallModel.Counts()].undelivered = max(0, all - (inBranch[unit] ?? 0))
        }
        return counts
    }
}
