import Crypto
package import Federation

/// An official document or telegram (公文), whole, as printed. Its text never changes; corrections lie over it.
package struct Notice: Sendable, Hashable {
    package var id: NoticeID
    /// Issuer and number, else a hash of the text: the same paper that arrives twice is one notice.
    package var identity: String
    package var issuerName: String
    /// The issuing unit, where it is one of this federation's.
    package var issuer: UnitID?
    package var number: String?
    package var title: String
    package var kind: String?
    /// The grade printed on this very paper.
    package var grade: Grade?
    /// The highest grade of this paper and of those it carries: what sorts an inbox. Never shown as the paper's own.
    package var urgency: Urgency
    package var medium: ReadMedium
    /// ISO day printed under the signature.
    package var datedOn: String?
    package var text: String
    package var reading: ReadNotice
    package var registeredBy: UnitID
    package var registeredAt: Moment
}

package typealias NoticeID = ID<Notice>

/// 紧急程度: documents are 特急 or 加急; telegrams 特提, 特急, 加急 or 平急.
package enum Grade: String, Sendable, CaseIterable, Codable {
    case extreme = "特提"
    case urgent = "特急"
    case pressing = "加急"
    case mild = "平急"

    package var urgency: Urgency {
        switch self {
        case .extreme: Urgency(4)
        case .urgent: Urgency(3)
        case .pressing: Urgency(2)
        case .mild: Urgency(1)
        }
    }

    /// The last part of the class that draws it.
    package var mark: String {
        switch self {
        case .extreme: "tt"
        case .urgent: "t"
        case .pressing: "j"
        case .mild: "p"
        }
    }
}

/// How urgent, for sorting: 0 none … 4 特提.
package struct Urgency: Sendable, Hashable, Comparable {
    package let rank: Int

    package init(_ rank: Int) { self.rank = min(max(rank, 0), 4) }

    package static let none = Urgency(0)
    package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    package var grade: Grade? { Grade.allCases.first { $0.urgency == self } }
}

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

/// A person's word over the reader's: which field, what it should say, nil where it should be empty.
package struct NoticeCorrection: Sendable, Hashable {
    package var field: NoticeField
    package var value: String?

    package init(field: NoticeField, value: String?) {
        self.field = field
        self.value = value
    }
}

extension ReadNotice {
    /// The reading with corrections laid over it. The ranges stay: they show what was printed.
    package func corrected(by corrections: [NoticeCorrection]) -> ReadNotice {
        corrections.reduce(into: self) { reading, correction in correction.field.set(correction.value, in: &reading) }
    }

    /// The highest grade of this notice and of all it carries.
    package var urgency: Urgency {
        let own = grade.flatMap(Grade.init(rawValue:))?.urgency ?? .none
        return forwarded.map(\.notice.urgency).reduce(own, max)
    }

    /// The scalars from the first to the last of this notice and all it carries.
    package var extent: ReadRange? {
        let all = range + forwarded.compactMap(\.notice.extent)
        guard let start = all.map(\.start).min(), let end = all.map(\.end).max() else { return nil }
        return ReadRange(start, end)
    }
}

enum NoticeIdentity {
    /// Issuer and number where both are known, else the SHA-256 of the text without white space.
    static func of(_ reading: ReadNotice, text: String) -> String {
        if let number = reading.number, let issuer = reading.issuers.first { return "\(issuer) \(number)" }
        let letters = text.unicodeScalars.filter { !$0.properties.isWhitespace }
        let digest = SHA256.hash(data: Array(String(String.UnicodeScalarView(letters)).utf8))
        return "sha256 " + digest.map { byte in String(byte >> 4, radix: 16) + String(byte & 15, radix: 16) }.joined()
    }
}
