import Crypto
import Federation
import Foundation
import MusterTesting
import Storage
import Testing

/// Canonical bytes are for ever: what they are is written down here a second time, in the plainest way.
@Suite struct JournalEntryBytesTests {
    private static func netstring(_ text: String) -> String { "\(text.utf8.count):\(text)," }

    private static func bytes(_ entry: JournalEntry, _ outcome: String?) -> [UInt8] {
        let ids: [Int64?] = [entry.person?.raw, entry.post?.raw, entry.substitutes?.raw, entry.unit?.raw]
        var fields: [String] = [String(entry.id.raw), entry.verb]
        for id in ids { fields.append(id.map { String($0) } ?? "") }
        fields += [String(entry.moment.microseconds), entry.subject.kind, String(entry.subject.id), entry.detail.text]
        guard let outcome else { return Array(("muster-journal-1\n" + fields.map(netstring).joined()).utf8) }
        let digits: [String] = SHA256.hash(data: Array(outcome.utf8)).map { String(format: "%02x", $0) }
        fields.append(digits.joined())
        return Array(("muster-journal-2\n" + fields.map(netstring).joined()).utf8)
    }

    private static let numbers: [Int64] = [
        0, 1, 9, 10, 11, 99, 100, 101, 999, 1_000, 12_345, 1_000_000, 9_999_999_999, 1_000_000_000_000_000_000, .max,
        -1,
        -10, -99, -12_345, .min,
    ]

    @Test(arguments: numbers) func numbersAreInDecimalDigits(_ number: Int64) {
        let entry = JournalEntry(
            id: ActID(number), verb: "notice.register", person: PersonID(number), post: PostID(number),
            substitutes: PostID(number), unit: UnitID(number), moment: Moment(microseconds: number),
            subject: Subject("notice", UnitID(number)), detail: ["count": "\(number)"])
        #expect(entry.bytes(outcome: "[\(number)]") == Self.bytes(entry, "[\(number)]"))
        #expect(entry.bytesWithoutOutcome == Self.bytes(entry, nil))
    }

    @Test(arguments: [0, 1, 9, 10, 99, 100, 5_000]) func lengthsAreThoseOfBytes(_ length: Int) {
        let text = String(repeating: "川", count: length)
        let entry = JournalEntry(
            id: ActID(7), verb: text, moment: Moment(microseconds: 1), subject: Subject("unit", UnitID(7)),
            detail: length == 0 ? [:] : ["name": text])
        #expect(entry.bytes(outcome: text) == Self.bytes(entry, text))
        #expect(entry.bytesWithoutOutcome == Self.bytes(entry, nil))
    }
}
