package import Federation

/// The fields of a notice that a person may correct; the words are the reader's.
package enum NoticeField: String, Sendable, CaseIterable, Codable {
    case title, number, issuer, grade, date, signature, addressees, cc

    package var name: Sentence {
        switch self {
        case .title: Sentence(zh: "标题", en: "Title")
        case .number: Sentence(zh: "文号", en: "Number")
        case .issuer: Sentence(zh: "发文单位", en: "Issuer")
        case .grade: Sentence(zh: "等级", en: "Grade")
        case .date: Sentence(zh: "成文日期", en: "Dated")
        case .signature: Sentence(zh: "署名", en: "Signature")
        case .addressees: Sentence(zh: "主送", en: "Addressed to")
        case .cc: Sentence(zh: "抄送", en: "Copies to")
        }
    }

    /// What the reader found; nil where the paper does not have it.
    package func value(in reading: ReadNotice) -> String? {
        switch self {
        case .title: reading.title
        case .number: reading.number
        case .issuer: reading.issuers.isEmpty ? nil : reading.issuers.joined(separator: "、")
        case .grade: reading.grade
        case .date: reading.date
        case .signature: reading.signature
        case .addressees: reading.addressees?.line
        case .cc: reading.cc
        }
    }

    /// Where the reader keeps its place.
    package var readerName: String {
        switch self {
        case .issuer: "issuers"
        default: rawValue
        }
    }

    func set(_ value: String?, in reading: inout ReadNotice) {
        switch self {
        case .title: reading.title = value
        case .number: reading.number = value
        case .issuer: reading.issuers = value.map { $0.split(separator: "、").map(String.init) } ?? []
        case .grade: reading.grade = value
        case .date: reading.date = value
        case .signature: reading.signature = value
        case .addressees:
            reading.addressees = value.map { line in
                ReadAddressees(line: line, phrases: AddresseeLine(line).phrases.map(\.text))
            }
        case .cc: reading.cc = value
        }
        reading.fields[readerName] = ReadField(ranges: reading.fields[readerName]?.ranges ?? [], how: .corrected)
        reading.unsure.removeAll { $0.field == readerName }
    }
}

/// A field of a notice or of one inside it.
package struct NoticePlace: Sendable, Hashable {
    /// Places among the forwarded ones, from the outermost in; empty for the paper itself.
    package var path: [Int]
    package var field: NoticeField

    package init(_ field: NoticeField) { self.init([], field) }

    package init(_ path: [Int], _ field: NoticeField) {
        self.path = path
        self.field = field
    }

    /// As a form names it: `field.title`; `field.0.title` of the first notice inside.
    package var formName: String { "field.\(Self.prefix(path))\(field.rawValue)" }

    static func prefix(_ path: [Int]) -> String { path.map { "\($0)." }.joined() }
}

/// A person's word over the reader's: which field, what it should say, nil where it should be empty.
package struct NoticeCorrection: Sendable, Hashable {
    package var place: NoticePlace
    package var value: String?

    package init(_ path: [Int] = [], field: NoticeField, value: String?) {
        place = NoticePlace(path, field)
        self.value = value
    }

    package var field: NoticeField { place.field }

    /// The same as a word over the notice that stands at `index` inside; nil where it is about another.
    func inside(_ index: Int) -> NoticeCorrection? {
        guard place.path.first == index else { return nil }
        return NoticeCorrection(Array(place.path.dropFirst()), field: field, value: value)
    }
}

extension ReadNotice {
    /// The reading with corrections laid over it. The ranges stay: they show what was printed.
    package func corrected(by corrections: [NoticeCorrection]) -> ReadNotice {
        corrections.reduce(into: self) { reading, correction in
            reading.change(at: correction.place.path) { correction.field.set(correction.value, in: &$0) }
        }
    }

    /// The same, and a corrected field whose words stand in the text points at them: what a person marked or typed
    /// is shown where it is printed.
    func corrected(by corrections: [NoticeCorrection], over text: String) -> ReadNotice {
        var notice = corrected(by: corrections)
        guard !corrections.isEmpty else { return notice }
        let ink = ReaderText(text)
        for correction in corrections {
            guard let extent = carried(at: correction.place.path)?.extent,
                let found = CorrectedWords.find(correction, in: ink, within: extent)
            else { continue }
            notice.change(at: correction.place.path) {
                $0.fields[correction.field.readerName] = ReadField(ranges: [found], how: .corrected)
            }
        }
        return notice
    }

    private mutating func change(at path: [Int], _ change: (inout ReadNotice) -> Void) {
        guard let first = path.first else { return change(&self) }
        guard forwarded.indices.contains(first) else { return }
        forwarded[first].notice.change(at: Array(path.dropFirst()), change)
    }
}

/// Where in the text the words of a correction stand.
private enum CorrectedWords {
    /// Longer words are not looked for.
    private static let lengthMax = 2_000

    static func find(_ correction: NoticeCorrection, in text: ReaderText, within extent: ReadRange) -> ReadRange? {
        guard let value = correction.value else { return nil }
        let places = correction.field == .date ? days(value, in: text) : words(value, in: text)
        let inside = places.map { text.range($0) }.filter { $0.start >= extent.start && $0.end <= extent.end }
        switch correction.field {
        case .title, .number, .issuer, .grade, .addressees: return inside.first
        case .date, .signature, .cc: return inside.last
        }
    }

    private static func days(_ iso: String, in text: ReaderText) -> [Range<Int>] {
        ReaderDates.all(in: text).filter { $0.iso() == iso }.map(\.ink)
    }

    private static func words(_ value: String, in text: ReaderText) -> [Range<Int>] {
        let sought = ReaderText(value).ink
        guard let first = sought.first, sought.count <= lengthMax, sought.count <= text.count else { return [] }
        return (0...text.count - sought.count).filter { start in
            text.ink[start] == first && text.ink[start..<start + sought.count].elementsEqual(sought)
        }.map { $0..<$0 + sought.count }
    }
}
