import FoundationEssentials

// The keys are those of `muster read --json`. Absent is null, never left out, so that a reader of
// the output can tell "not printed" from a misspelt key.

extension ReadNotice: Codable {
    enum Key: String, CodingKey {
        case title, kind, number, grade, medium, telegram, issuers, signature, date, printedDate
        case addressees, clauses, attachments, cc, note, reports, dates, cites
        case obligations, forwarded, fields, unsure, range
    }

    package init(from decoder: any Decoder) throws {
        let box = try decoder.container(keyedBy: Key.self)
        title = try box.decodeIfPresent(String.self, forKey: .title)
        kind = try box.decodeIfPresent(String.self, forKey: .kind)
        number = try box.decodeIfPresent(String.self, forKey: .number)
        grade = try box.decodeIfPresent(String.self, forKey: .grade)
        medium = try box.decode(ReadMedium.self, forKey: .medium)
        telegram = try box.decodeIfPresent(ReadTelegram.self, forKey: .telegram)
        issuers = try box.decode([String].self, forKey: .issuers)
        signature = try box.decodeIfPresent(String.self, forKey: .signature)
        date = try box.decodeIfPresent(String.self, forKey: .date)
        printedDate = try box.decodeIfPresent(String.self, forKey: .printedDate)
        addressees = try box.decodeIfPresent(ReadAddressees.self, forKey: .addressees)
        clauses = try box.decode([ReadClause].self, forKey: .clauses)
        attachments = try box.decode([String].self, forKey: .attachments)
        cc = try box.decodeIfPresent(String.self, forKey: .cc)
        note = try box.decodeIfPresent(String.self, forKey: .note)
        reports = try box.decode([ReadReport].self, forKey: .reports)
        dates = try box.decode([ReadDate].self, forKey: .dates)
        cites = try box.decodeIfPresent([ReadCite].self, forKey: .cites) ?? []
        // Readings stored before there were proposals have none.
        obligations = try box.decodeIfPresent([ObligationProposal].self, forKey: .obligations) ?? []
        forwarded = try box.decode([ReadForwarded].self, forKey: .forwarded)
        fields = try box.decode([String: ReadField].self, forKey: .fields)
        unsure = try box.decode([ReadDoubt].self, forKey: .unsure)
        range = try box.decodeIfPresent([ReadRange].self, forKey: .range) ?? []
    }

    package func encode(to encoder: any Encoder) throws {
        var box = encoder.container(keyedBy: Key.self)
        try encode(into: &box, isPublished: CodingUserInfoKey.isPublished.map { encoder.userInfo[$0] != nil } ?? false)
    }

    fileprivate func encode(into box: inout KeyedEncodingContainer<Key>, isPublished: Bool) throws {
        try box.encode(title, forKey: .title)
        try box.encode(kind, forKey: .kind)
        try box.encode(number, forKey: .number)
        try box.encode(grade, forKey: .grade)
        try box.encode(medium, forKey: .medium)
        try box.encode(telegram, forKey: .telegram)
        try box.encode(issuers, forKey: .issuers)
        try box.encode(signature, forKey: .signature)
        try box.encode(date, forKey: .date)
        try box.encode(printedDate, forKey: .printedDate)
        try box.encode(addressees, forKey: .addressees)
        try box.encode(clauses, forKey: .clauses)
        try box.encode(attachments, forKey: .attachments)
        try box.encode(cc, forKey: .cc)
        try box.encode(note, forKey: .note)
        try box.encode(reports, forKey: .reports)
        try box.encode(dates, forKey: .dates)
        try box.encode(cites, forKey: .cites)
        try box.encode(obligations, forKey: .obligations)
        try box.encode(forwarded, forKey: .forwarded)
        try box.encode(fields, forKey: .fields)
        try box.encode(unsure, forKey: .unsure)
        // What is kept knows where the notice lies; what is printed names only the fields.
        if !isPublished { try box.encode(range, forKey: .range) }
    }

    /// One object, keys in alphabetical order so that two readings can be compared line by line.
    package func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        if let published = CodingUserInfoKey.isPublished { encoder.userInfo[published] = true }
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}

extension CodingUserInfoKey {
    /// Set while a notice is printed rather than kept.
    fileprivate static let isPublished = CodingUserInfoKey(rawValue: "org.muster.isPublished")
}

/// A notice inside another is the same object with a `relation` beside its other keys.
extension ReadForwarded: Codable {
    private enum Key: String, CodingKey { case relation }

    package init(from decoder: any Decoder) throws {
        relation = try decoder.container(keyedBy: Key.self).decode(ReadRelation.self, forKey: .relation)
        notice = try ReadNotice(from: decoder)
    }

    package func encode(to encoder: any Encoder) throws {
        var box = encoder.container(keyedBy: Key.self)
        try box.encode(relation, forKey: .relation)
        try notice.encode(to: encoder)
    }
}

extension ReadRange: Codable {
    package init(from decoder: any Decoder) throws {
        var box = try decoder.unkeyedContainer()
        start = try box.decode(Int.self)
        end = try box.decode(Int.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var box = encoder.unkeyedContainer()
        try box.encode(start)
        try box.encode(end)
    }
}

extension ReadTelegram: Codable {
    private enum Key: String, CodingKey { case mark, sender, signOff, machineNumber }

    package func encode(to encoder: any Encoder) throws {
        var box = encoder.container(keyedBy: Key.self)
        try box.encode(mark, forKey: .mark)
        try box.encode(sender, forKey: .sender)
        try box.encode(signOff, forKey: .signOff)
        try box.encode(machineNumber, forKey: .machineNumber)
    }

    package init(from decoder: any Decoder) throws {
        let box = try decoder.container(keyedBy: Key.self)
        mark = try box.decodeIfPresent(String.self, forKey: .mark)
        sender = try box.decodeIfPresent(String.self, forKey: .sender)
        signOff = try box.decodeIfPresent(String.self, forKey: .signOff)
        machineNumber = try box.decodeIfPresent(String.self, forKey: .machineNumber)
    }
}

extension ReadReport: Codable {
    private enum Key: String, CodingKey { case quote, ranges, to, by, cadence }

    package func encode(to encoder: any Encoder) throws {
        var box = encoder.container(keyedBy: Key.self)
        try box.encode(quote, forKey: .quote)
        try box.encode(ranges, forKey: .ranges)
        try box.encode(to, forKey: .to)
        try box.encode(by, forKey: .by)
        try box.encode(cadence, forKey: .cadence)
    }

    package init(from decoder: any Decoder) throws {
        let box = try decoder.container(keyedBy: Key.self)
        quote = try box.decode(String.self, forKey: .quote)
        ranges = try box.decode([ReadRange].self, forKey: .ranges)
        to = try box.decodeIfPresent(String.self, forKey: .to)
        by = try box.decodeIfPresent(String.self, forKey: .by)
        cadence = try box.decodeIfPresent(String.self, forKey: .cadence)
    }
}

extension ReadDate: Codable {
    private enum Key: String, CodingKey { case text, ranges, date, passed }

    package func encode(to encoder: any Encoder) throws {
        var box = encoder.container(keyedBy: Key.self)
        try box.encode(text, forKey: .text)
        try box.encode(ranges, forKey: .ranges)
        try box.encode(date, forKey: .date)
        try box.encode(passed, forKey: .passed)
    }

    package init(from decoder: any Decoder) throws {
        let box = try decoder.container(keyedBy: Key.self)
        text = try box.decode(String.self, forKey: .text)
        ranges = try box.decode([ReadRange].self, forKey: .ranges)
        date = try box.decodeIfPresent(String.self, forKey: .date)
        passed = try box.decode(Bool.self, forKey: .passed)
    }
}

extension ReadCite: Codable {
    private enum Key: String, CodingKey { case title, number, ranges }

    package func encode(to encoder: any Encoder) throws {
        var box = encoder.container(keyedBy: Key.self)
        try box.encode(title, forKey: .title)
        try box.encode(number, forKey: .number)
        try box.encode(ranges, forKey: .ranges)
    }

    package init(from decoder: any Decoder) throws {
        let box = try decoder.container(keyedBy: Key.self)
        title = try box.decodeIfPresent(String.self, forKey: .title)
        number = try box.decodeIfPresent(String.self, forKey: .number)
        ranges = try box.decode([ReadRange].self, forKey: .ranges)
    }
}
