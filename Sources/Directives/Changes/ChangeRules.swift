package import Federation
package import Storage
import Web

/// What is said no to about changes of a notice, and about notices that no longer hold.
package enum ChangeRefusal: Refusal {
    case notIssuer
    case notIssued
    case kindMissing
    case reasonMissing
    case textMissing
    case replacementMissing
    case replacementUnusable
    case ended(Change.Kind)
    /// It was to be sent on, and no longer holds.
    case notStanding(Change.Kind)
    /// It was to be sent on, and carries one that no longer holds.
    case carriesEnded(title: String, Change.Kind)

    package var code: String {
        switch self {
        case .notIssuer: "change.not_issuer"
        case .notIssued: "change.not_issued"
        case .kindMissing: "change.kind_missing"
        case .reasonMissing: "change.reason_missing"
        case .textMissing: "change.text_missing"
        case .replacementMissing: "change.replacement_missing"
        case .replacementUnusable: "change.replacement_unusable"
        case .ended: "change.ended"
        case .notStanding: "change.not_standing"
        case .carriesEnded: "change.carries_ended"
        }
    }

    package var manner: RefusalManner {
        switch self {
        case .notIssuer: .forbidden
        case .notIssued, .ended, .notStanding, .carriesEnded: .conflict
        default: .invalid
        }
    }

    /// The name in the form of the field where it happened; nil where no field can mend it.
    package var field: String? {
        switch self {
        case .kindMissing: "kind"
        case .reasonMissing: "reason"
        case .textMissing: "text"
        case .replacementMissing, .replacementUnusable: "replacement"
        default: nil
        }
    }

    package var sentence: Sentence {
        switch self {
        case .notIssuer:
            Sentence(
                zh: "只有发文单位可以撤回、替换或更正自己的公文。",
                en: "Only the unit that issued a notice may withdraw, replace or correct it.")
        case .notIssued:
            Sentence(
                zh: "本单位没有登记过，也没有发出过这份公文，没有什么可撤回。",
                en: "Your unit has neither registered nor sent this notice; there is nothing to withdraw.")
        case .kindMissing: Sentence(zh: "选一样：撤回、替换，还是更正。", en: "Choose one: withdraw, replace or correct.")
        case .reasonMissing:
            Sentence(zh: "写一句理由，收到过的单位都会看到。", en: "Give the reason; every unit that had it will read it.")
        case .textMissing:
            Sentence(zh: "写明哪里错了，应当是什么。", en: "Say what is wrong and what is right instead.")
        case .replacementMissing:
            Sentence(zh: "选替换它的那一份公文。", en: "Choose the notice that replaces it.")
        case .replacementUnusable:
            Sentence(
                zh: "这一份不能替换它：要是本单位发的另一份，而且还作数。",
                en: "That one cannot replace it: it must be another notice of your unit that still holds.")
        case .ended(let kind):
            Sentence(
                zh: "这份公文\(ChangeWords.state(kind).zh)，不能再变动。",
                en: "This notice \(ChangeWords.clause(kind)); it cannot be changed again.")
        case .notStanding(let kind):
            Sentence(
                zh: "这份公文\(ChangeWords.state(kind).zh)，不能再送。",
                en: "This notice \(ChangeWords.clause(kind)) and cannot be sent any more.")
        case .carriesEnded(let title, let kind):
            Sentence(
                zh: "里面的《\(title)》\(ChangeWords.state(kind).zh)，这一份不能再送。",
                en: "《\(title)》 inside it \(ChangeWords.clause(kind)); this cover cannot be sent any more.")
        }
    }

    package var wayOn: Sentence? {
        switch self {
        case .notIssued: Sentence(zh: "先登记这份公文。", en: "Register the notice first.")
        case .notStanding(.replaced):
            Sentence(
                zh: "打开这份公文，看替换它的是哪一份，改送那一份。",
                en: "Open the notice, see which one replaces it, and send that one.")
        case .notStanding:
            Sentence(
                zh: "打开这份公文看撤回的理由；发文单位有新的，会再送来。",
                en: "Open the notice for the reason; if its issuer has a new one, it will reach you.")
        case .carriesEnded:
            Sentence(
                zh: "另拟一份不带它的；已经送出的，撤回这一份。",
                en: "Draft another cover without it; where this one is out already, withdraw it.")
        default: nil
        }
    }
}

/// What a form says of a change, as it was typed.
package struct ChangeForm: Sendable, Hashable {
    package var kind: Change.Kind?
    package var reason: String
    package var text: String
    package var replacement: NoticeID?

    package init(kind: Change.Kind?, reason: String = "", text: String = "", replacement: NoticeID? = nil) {
        self.kind = kind
        self.reason = reason
        self.text = text
        self.replacement = replacement
    }
}

package enum ChangeRules {
    /// All that is wrong with a form, in the order of its fields.
    static func wrongs(in form: ChangeForm) -> [ChangeRefusal] {
        var wrongs: [ChangeRefusal] = []
        if form.kind == nil { wrongs.append(.kindMissing) }
        if form.kind == .replaced, form.replacement == nil { wrongs.append(.replacementMissing) }
        if form.kind == .corrected, form.text.isEmpty { wrongs.append(.textMissing) }
        if form.reason.isEmpty { wrongs.append(.reasonMissing) }
        return wrongs
    }

    /// That this unit may change this notice.
    static func requireIssuer(_ notice: NoticeHead, _ unit: UnitID, in db: any Transaction) throws {
        guard notice.issuer == unit else { throw ChangeRefusal.notIssuer }
        let isInBook = try NoticeStore.isInBook(notice.id, of: unit, in: db)
        guard try isInBook || !DispatchStore.find(notice: notice.id, from: unit, in: db).isEmpty else {
            throw ChangeRefusal.notIssued
        }
    }

    /// That a notice may still be sent: neither it nor any notice it carries was withdrawn or replaced.
    package static func requireStanding(_ notice: NoticeID, in db: any Transaction) throws {
        guard let end = try ChangeStore.ends(within: [notice], in: db)[notice] else { return }
        throw end.change.notice == notice
            ? ChangeRefusal.notStanding(end.change.kind)
            : ChangeRefusal.carriesEnded(title: end.title, end.change.kind)
    }
}
