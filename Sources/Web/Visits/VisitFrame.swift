package import Federation
import Storage

extension Visit {
    /// The frame for this person's page, with the slip of what they just did.
    package func frame() async throws -> Frame {
        let actor = actor
        let slipOf = query.first("done").flatMap { ActID($0) }
        let count = host.countToday
        let (unit, dues, entry) = try await federation.read { db -> (Unit?, Int, JournalEntry?) in
            guard let own = actor.unit else { return (nil, 0, nil) }
            let entry = try slipOf.flatMap { try JournalStore.entry($0, in: db) }
            let unit = try UnitStore.find(own, in: db)
            return (
                unit, try unit.map { try count($0, actor, db) } ?? 0,
                // Only one's own act is told: the address may have been passed on.
                entry?.person == actor.person ? entry : nil
            )
        }
        return Frame(
            language: language, unitName: unit.map { $0.shownName(language) },
            personName: signedIn?.person.shownName(language),
            postTitle: signedIn?.acting.map { $0.shownTitle[language] },
            openDues: dues, isDemo: host.isDemo,
            time: TimeWords.full(moment, language), address: address, csrf: csrf,
            slip: entry.flatMap { slip($0) })
    }

    /// The frame where the database may be away: nothing is read.
    func plainFrame() -> Frame {
        Frame(
            language: language, personName: signedIn?.person.shownName(language),
            postTitle: signedIn?.acting.map { $0.shownTitle[language] }, isDemo: host.isDemo,
            time: TimeWords.full(moment, language), address: address, csrf: csrf)
    }

    private func slip(_ entry: JournalEntry) -> Frame.Slip? {
        guard let sentence = host.slipWords(entry) else { return nil }
        let detail = [
            TimeWords.short(entry.moment, language), signedIn?.person.shownName(language),
            FrameWords.journal("\(entry.id)")[language],
        ].compactMap(\.self).joined(separator: " · ")
        return Frame.Slip(sentence: sentence[language], detail: detail)
    }

    /// This page's own address, without the slip.
    fileprivate var address: String {
        let items = query.fields.filter { $0.name != "done" }
            .map { "\($0.name)=\(QueryString.encoded($0.value))" }.joined(separator: "&")
        return items.isEmpty ? path : "\(path)?\(items)"
    }

    /// After an act: the page at `path`, opening with what was done.
    package func done(_ act: ActID, _ path: String) -> Reply {
        .redirect("\(path)\(path.contains("?") ? "&" : "?")done=\(act)")
    }

    /// What a form sent that could not be taken now, to be sent again as it is: browsers do not keep what was typed into a
    /// page that may not be stored. Nil where there is none, and where it holds what no page may show: a password, files.
    func kept(at refusal: any Refusal) -> KeptForm? {
        guard refusal.manner == .unavailable, !form.isEmpty, files.isEmpty,
            !form.fields.contains(where: { $0.name.contains("password") })
        else { return nil }
        return KeptForm(path: address, fields: form.fields)
    }
}
