/// The first place at which the journal is not what was sealed.
package enum JournalBreak: Sendable, Hashable {
    /// A column of an entry says something else than its canonical bytes.
    case columnsDiffer(entry: ActID)
    /// The bytes do not have the digest that stands beside them.
    case digestDiffers(entry: ActID)
    /// An entry stands under its seal at another place than it should.
    case placeDiffers(entry: ActID, seal: Int64)
    /// Fewer or more entries than the seal counts.
    case entriesDiffer(seal: Int64, expected: Int, found: Int)
    /// The entries are so many, but not these or not in this order.
    case rootDiffers(seal: Int64)
    /// A seal says something else than its digest.
    case sealDiffers(seal: Int64)
    /// A seal does not name the one before it.
    case chainBroken(seal: Int64)
    /// No key was given by which this seal could be checked.
    case keyUnknown(seal: Int64, keyID: String)
    case signatureForged(seal: Int64)
    /// A seal is gone: the next one, or entries that lie under it, are still there.
    case sealMissing(seal: Int64)
    /// The journal ends before the head that was handed in: its tail was cut off.
    case tailMissing(head: SealHead, last: Int64)
    /// There is a seal of the head's number, but another: the journal was rewritten.
    case headDiffers(head: SealHead)

    package var code: String {
        switch self {
        case .columnsDiffer: "journal.columns_differ"
        case .digestDiffers: "journal.digest_differs"
        case .placeDiffers: "journal.place_differs"
        case .entriesDiffer: "journal.entries_differ"
        case .rootDiffers: "journal.root_differs"
        case .sealDiffers: "journal.seal_differs"
        case .chainBroken: "journal.chain_broken"
        case .keyUnknown: "journal.key_unknown"
        case .signatureForged: "journal.signature_forged"
        case .sealMissing: "journal.seal_missing"
        case .tailMissing: "journal.tail_missing"
        case .headDiffers: "journal.head_differs"
        }
    }

    package var sentence: Sentence {
        switch self {
        case .columnsDiffer(let entry):
            Sentence(
                zh: "记录 \(entry) 的栏目与它的原文不符：有人改过。",
                en: "The columns of entry \(entry) differ from its bytes: it was changed.")
        case .digestDiffers(let entry):
            Sentence(
                zh: "记录 \(entry) 的原文与它的摘要不符：有人改过。",
                en: "The bytes of entry \(entry) do not have its digest: it was changed.")
        case .placeDiffers(let entry, let seal):
            Sentence(
                zh: "第 \(seal) 号封存里，记录 \(entry) 不在它的位置上。",
                en: "Under seal \(seal), entry \(entry) is not at its place.")
        case .entriesDiffer(let seal, let expected, let found):
            Sentence(
                zh: "第 \(seal) 号封存应有 \(expected) 条记录，现有 \(found) 条。",
                en: "Seal \(seal) counts \(expected) entries; \(found) are there.")
        case .rootDiffers(let seal):
            Sentence(
                zh: "第 \(seal) 号封存下面的记录被换过，或者次序动过。",
                en: "The entries under seal \(seal) were replaced or put in another order.")
        case .sealDiffers(let seal):
            Sentence(zh: "第 \(seal) 号封存本身被改过。", en: "Seal \(seal) itself was changed.")
        case .chainBroken(let seal):
            Sentence(
                zh: "第 \(seal) 号封存接不上前一号：前面的被换过。",
                en: "Seal \(seal) does not follow from the one before: something before it was replaced.")
        case .keyUnknown(let seal, let keyID):
            Sentence(
                zh: "第 \(seal) 号封存用密钥 \(keyID) 签的，没有给出这个公钥。",
                en: "Seal \(seal) is signed with key \(keyID), and that public key was not given.")
        case .signatureForged(let seal):
            Sentence(zh: "第 \(seal) 号封存的签名是假的。", en: "The signature of seal \(seal) is forged.")
        case .sealMissing(let seal):
            Sentence(zh: "第 \(seal) 号封存不见了。", en: "Seal \(seal) is missing.")
        case .tailMissing(let head, let last):
            Sentence(
                zh: "应当至少到第 \(head.number) 号封存，现在只到第 \(last) 号：后面的被截掉了。",
                en: "The journal should reach seal \(head.number) at least but ends at \(last): its tail was cut off.")
        case .headDiffers(let head):
            Sentence(
                zh: "第 \(head.number) 号封存与报告上印的不同：日志被重写过。",
                en: "Seal \(head.number) is not the one that was printed: the journal was rewritten.")
        }
    }
}

/// What a verification found.
package struct JournalReport: Sendable, Hashable {
    /// Entries under the seals that hold.
    package var entriesSealed = 0
    /// Entries that no seal covers yet: honest for a second or so, suspicious when old.
    package var entriesUnsealed = 0
    /// When the oldest of them was written.
    package var oldestUnsealed: Moment?
    /// Seals that hold.
    package var seals = 0
    /// The newest seal that holds.
    package var head: SealHead?
    /// Nil where everything holds.
    package var firstBreak: JournalBreak?

    package init() {}
}
