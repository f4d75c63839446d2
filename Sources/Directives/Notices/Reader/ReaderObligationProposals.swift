/// From a group of parts to a proposal: its words, whom it binds, on what it depends and how firm it is.
extension ObligationGroup {
    func proposal(_ text: ReaderText, clause: String?, audience: ObligationAudience) -> ObligationProposal? {
        let stretches = stretches(text)
        guard !stretches.isEmpty else { return nil }
        return ObligationProposal(
            quote: stretches.map(text.string).joined(separator: "…"), ranges: stretches.map(text.range),
            clause: clause, role: role, bound: bound(text, audience), condition: condition(text),
            sort: isDuty(text) ? .duty : .guidance)
    }

    // MARK: Words

    /// The parts that fit, those that only lead in or say to what end left out first. Neighbours make one stretch.
    private func stretches(_ text: ReaderText) -> [Range<Int>] {
        var kept = parts
        while Self.length(text, Self.joined(kept)) > ReaderObligations.quoteLimit, kept.count > 1 {
            let place =
                kept.lastIndex { $0.work == .result || $0.work == .stance && !$0.isRequest }
                ?? kept.firstIndex { $0.work == .circumstance && $0.subject == nil }
                ?? kept.count - 1
            kept.remove(at: place)
        }
        var stretches = Self.joined(kept)
        if stretches.count == 1, Self.length(text, stretches) > ReaderObligations.quoteLimit {
            stretches = [stretches[0].prefix(ReaderObligations.quoteLimit)]
        }
        return stretches
    }

    private static func joined(_ parts: [ObligationPart]) -> [Range<Int>] {
        var stretches: [Range<Int>] = []
        for part in parts {
            if let last = stretches.last, last.upperBound + 1 >= part.ink.lowerBound {
                stretches[stretches.count - 1] = last.lowerBound..<part.ink.upperBound
            } else {
                stretches.append(part.ink)
            }
        }
        return stretches
    }

    private static func length(_ text: ReaderText, _ stretches: [Range<Int>]) -> Int {
        stretches.reduce(max(0, stretches.count - 1)) { $0 + text.string($1.prefix(200)).unicodeScalars.count }
    }

    // MARK: Whom

    private func bound(_ text: ReaderText, _ audience: ObligationAudience) -> ObligationBound {
        if isToAddressees { return audience.addressed }
        var bound = subject.map { ObligationBound(kinds: $0.kinds, levels: $0.levels) } ?? audience.everyone
        if let persons = persons(text, audience) {
            bound.kinds = persons
        } else if audience.isOfUnions {
            let isPersons = subject?.isPersons ?? false
            if isPersons, has(ObligationWords.bodyActs, text) { bound = audience.everyone }
            if isPersons, has(ObligationWords.jointActs, text) {
                bound.kinds += audience.everyone.kinds
                bound.levels += audience.everyone.levels
            }
            if subject?.kinds == [.unionMedia], has(ObligationWords.honours, text) {
                bound.kinds += audience.everyone.kinds
            }
            if role == .mobilise, subject?.kinds == [.department] { bound.kinds.append(.member) }
        }
        return bound.inOrder
    }

    /// 发挥党员……作用 binds those whose part it is.
    private func persons(_ text: ReaderText, _ audience: ObligationAudience) -> [ObligationKind]? {
        guard subject == nil || subject?.isPersons ?? false,
            let part = parts.first(where: { text.contains("发挥", in: $0.ink) && text.ends($0.ink, with: "作用") })
        else { return nil }
        var kinds: [ObligationKind] = []
        if text.contains("领导干部", in: part.ink) { kinds.append(.leader) }
        if ["党员", "劳动模范", "党组织", "劳模"].contains(where: { text.contains($0, in: part.ink) }) { kinds.append(.member) }
        return kinds.isEmpty ? nil : kinds
    }

    private func has(_ words: ReaderWords, _ text: ReaderText) -> Bool {
        parts.contains { words.first(text, in: $0.ink) != nil }
    }

    // MARK: On what it depends

    private func condition(_ text: ReaderText) -> String? {
        if let subject, subject.isConditional { return text.string(subject.ink) }
        for part in parts {
            var range = part.opening..<part.ink.upperBound
            if let modal = part.modal { range = range.lowerBound..<modal }
            if ObligationWords.conditions.opening(text, range) != nil { return text.string(range) }
            var target = range
            if text.starts(range, with: "对于") {
                target = range.dropFirst(2)
            } else if text.starts(range, with: "对") {
                target = range.dropFirst()
            } else {
                continue
            }
            if ObligationWords.conditionTargets.opening(text, target) != nil, part.work == .circumstance {
                return text.string(text.ends(target, with: "的") ? target.dropLast() : target)
            }
        }
        return nil
    }

    // MARK: How firm

    /// Study, publicity and mobilisation are guidance until they name something to show.
    private func isDuty(_ text: ReaderText) -> Bool {
        let acts = parts.filter { $0.work == .act || $0.work == .result }
        switch role {
        case .study: return false
        case .report, .supervise: return true
        case .publish: return parts.contains { ObligationWords.contents.first(text, in: $0.rest) != nil }
        case .mobilise:
            return parts.contains { ObligationWords.outcomes.first(text, in: $0.ink) != nil }
                && has(ObligationWords.trades, text)
        case .lead, .assist:
            return acts.contains(where: \.isCheckable)
        }
    }
}
