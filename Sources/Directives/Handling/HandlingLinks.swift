package import Federation
package import Storage
import Web

/// What other pages say of handling sheets.
package enum HandlingLinks {
    /// The way from a paper's own page to its sheet, and whom it waits for.
    package static func link(
        to subject: HandlingSubject, at unit: UnitID, _ actor: Actor, in db: any Transaction
    ) throws -> NoticeLink? {
        guard try Access.allows(.handlingRead, for: actor, at: unit, in: db) else { return nil }
        let sheet = try HandlingStore.sheet(of: subject, at: unit, in: db)
        return NoticeLink(
            name: HandlingWords.name, path: HandlingRoutes.page(of: subject),
            note: try sheet.flatMap { try note(of: $0, in: db) })
    }

    /// 等钱乙批办
    private static func note(of sheet: HandlingSheet, in db: any Transaction) throws -> Sentence? {
        if sheet.closedAt != nil { return HandlingWords.endedNote }
        guard let first = sheet.openAsks.first else { return nil }
        let others = sheet.openAsks.count - 1
        let (chinese, english) = (
            try HandlingPeople(of: sheet, .chinese, in: db).name(of: first.post),
            try HandlingPeople(of: sheet, .english, in: db).name(of: first.post)
        )
        return Sentence(
            zh: HandlingWords.waits(first.kind, chinese, others: others).zh,
            en: HandlingWords.waits(first.kind, english, others: others).en)
    }
}

/// What Today says of steps that somebody was asked for.
package enum HandlingDues: DueSource {
    package static let kinds: Set<Verb> = Set(HandlingAsk.Kind.allCases.map(\.verb))

    package static func lines(
        of kind: Verb, _ subjects: [Int64], for unit: UnitID, _ language: Language, in db: any Transaction
    ) throws -> [Int64: DueLine] {
        var lines: [Int64: DueLine] = [:]
        for subject in subjects {
            let (sheet, ask) = try HandlingStore.require(asked: HandlingAskID(subject), at: unit, in: db)
            let paper = try HandlingPaper.require(sheet.about, at: unit, in: db)
            let by = sheet.step(ask.askedBy)
            let name = try by.flatMap { try PersonStore.names([$0.person], language, in: db)[$0.person] }
            lines[subject] = DueLine(
                act: by?.kind == .returned ? HandlingWords.dueReturned : HandlingWords.due(ask.kind),
                path: path(of: ask, on: sheet.about), about: paper.title, from: name, dateSetBy: name)
        }
        return lines
    }

    /// Where it is done: what is the draft's own is done on the draft's pages.
    private static func path(of ask: HandlingAsk, on subject: HandlingSubject) -> String {
        switch (ask.kind, subject) {
        case (.signOff, .draft(let draft)): DraftRoutes.signOff.path(draft)
        case (.propose, .draft(let draft)): DraftRoutes.show.path(draft)
        default: HandlingRoutes.page(of: subject)
        }
    }
}
