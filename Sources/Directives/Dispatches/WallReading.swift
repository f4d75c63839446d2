import Federation
import Storage
import Web

/// Gathers what a wall shows.
enum WallReading {
    /// Units that have not signed, named beside the wall.
    private static let waitingMax = 12

    static func model(
        of dispatch: Dispatch, view: WallModel.View, _ language: Language, now: Moment, in db: any Transaction
    ) throws -> WallModel {
        guard let notice = try NoticeStore.find(dispatch.notice, in: db) else { throw AccessRefusal.notFound }
        let deliveries = try DispatchStore.deliveries(of: dispatch.id, in: db)
        let phrases = try DispatchStore.phrases(of: dispatch.id, in: db)
        let signers = view == .table ? try signerNames(deliveries, language, in: db) : [:]
        let branches = phrases.compactMap { phrase -> WallModel.Branch? in
            let own = deliveries.filter { $0.phrase == phrase.place }
            return own.isEmpty ? nil : branch(phrase, own, signers, language)
        }
        let waiting = branches.flatMap(\.units).filter { $0.purpose == .action && !($0.state?.isSigned ?? false) }
        let path = DispatchRoutes.wall.path(dispatch.id)
        var model = WallModel(
            notice: NoticeLine(notice), issuedAt: dispatch.issuedAt, view: view, branches: branches,
            waitingCount: waiting.count, now: now)
        model.waiting = Array(waiting.prefix(waitingMax))
        model.waitingPath = waiting.count > waitingMax ? path + "?view=table" : nil
        model.livePath = DispatchRoutes.events.path(dispatch.id)
        model.links = [
            .init(name: DispatchWords.squares, path: path, isCurrent: view == .squares),
            .init(name: DispatchWords.byState, path: path + "?view=states", isCurrent: view == .states),
            .init(name: DispatchWords.table, path: path + "?view=table", isCurrent: view == .table),
        ]
        model.leftOut = try leftOut(of: dispatch.id, phrases, language, in: db)
        model.relay = try RelayReading.line(of: dispatch, notice, deliveries, language, now: now, in: db)
        return model
    }

    private static func branch(
        _ phrase: DispatchPhrase, _ deliveries: [Delivery], _ signers: [ReceiptID: String], _ language: Language
    ) -> WallModel.Branch {
        var counts = WallModel.Counts()
        var spans: [Int64] = []
        let units = deliveries.map { delivery -> WallModel.WallUnit in
            let receipt = delivery.receipt
            if delivery.purpose == .information { counts.information += 1 } else { counts.add(receipt.state) }
            if let signed = receipt.signedAt, delivery.purpose == .action {
                spans.append((signed.microseconds - receipt.sentAt.microseconds) / 1_000_000)
            }
            return WallModel.WallUnit(
                id: receipt.unit,
                name: language == .english ? delivery.unitNameEnglish ?? delivery.unitName : delivery.unitName,
                path: FrameRoutes.unit.path(receipt.unit), state: receipt.state, purpose: delivery.purpose,
                sentAt: receipt.sentAt, openedAt: receipt.openedAt, signedAt: receipt.signedAt,
                signer: signers[receipt.id])
        }
        let name = phrase.outcome == .added ? DispatchWords.addedByHand[language] : phrase.text
        return WallModel.Branch(
            key: "b\(phrase.place)", name: name, counts: counts, units: units,
            medianSeconds: spans.isEmpty ? nil : spans.sorted()[spans.count / 2])
    }

    /// A substitute is named with whom they stood in for.
    private static func signerNames(
        _ deliveries: [Delivery], _ language: Language, in db: any Transaction
    ) throws -> [ReceiptID: String] {
        let signed = deliveries.filter { $0.receipt.state.isSigned }.map(\.receipt.id)
        let signers = try ReceiptStore.signers(of: signed, in: db)
        let away = try PersonStore.stoodInFor(by: Array(Set(signers.values.map(\.post))), in: db)
        let people = Set(signers.values.map(\.person)).union(away.values)
        let names = try PersonStore.names(Array(people), language, in: db)
        return signers.compactMapValues { signer in
            names[signer.person].map { name in
                away[signer.post].flatMap { names[$0] }
                    .map { DispatchWords.signer(name, standingInFor: $0)[language] } ?? name
            }
        }
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

extension WallModel.Counts {
    mutating func add(_ state: ReceiptState) {
        switch state {
        case .sent: sent += 1
        case .opened: opened += 1
        case .signed: signed += 1
        case .relayed: relayed += 1
        case .conveyed: conveyed += 1
        case .filed: filed += 1
        }
    }
}

enum DispatchWords {
    static let squares = Sentence(zh: "一格一个单位", en: "One square a unit")
    static let byState = Sentence(zh: "按状态排", en: "By state")
    static let table = Sentence(zh: "换成表格", en: "As a table")
    static func signer(_ name: String, standingInFor other: String) -> Sentence {
        Sentence(zh: "\(name)（代\(other)）", en: "\(name) (for \(other))")
    }
    static let addedByHand = Sentence(zh: "另加的单位", en: "Added by hand")
}
