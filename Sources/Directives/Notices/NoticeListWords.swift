import Federation
import Markup

/// The sentences of the list of notices that wait for a unit.
enum NoticeListWords {
    static let title = Sentence(zh: "哪些公文等我办", en: "Which notices wait for me")
    static func sum(received: Int, unsigned: Int) -> Sentence {
        Sentence(
            zh: unsigned == 0
                ? "收到 \(received.grouped) 件，都签收了" : "收到 \(received.grouped) 件，\(unsigned.grouped) 件还没有签收",
            en: unsigned == 0
                ? "\(received.grouped) received, all signed for"
                : "\(received.grouped) received, \(unsigned.grouped) not signed for")
    }

    // MARK: To be signed

    static let received = Sentence(zh: "收到，等签收", en: "Received, to be signed for")
    static let order = Sentence(zh: "按紧急程度，再按期限", en: "most urgent first, then by date")
    static let sign = Sentence(zh: "签收", en: "Receipt")
    static let notice = Sentence(zh: "公文", en: "Notice")
    static let from = Sentence(zh: "来自", en: "From")
    static let at = Sentence(zh: "收到", en: "Received")
    static let signBy = Sentence(zh: "签收期限", en: "Sign by")
    static let noDate = Sentence(zh: "没有人定期限", en: "no date set")
    static func setBy(_ unit: String) -> Sentence { Sentence(zh: "\(unit)所定", en: "set by \(unit)") }
    static let noNumber = Sentence(zh: "文号未印", en: "no number printed")
    static let nothingReceived = Sentence(zh: "没有等签收的", en: "Nothing to sign for")
    static let nothingReceivedNote = Sentence(
        zh: "上级送来的公文会出现在这里，“今日”里也有。", en: "What the levels above send appears here and in Today.")

    // MARK: Under way

    static let underWay = Sentence(zh: "在办", en: "Under way")
    static let underWayNote = Sentence(zh: "下一步写在右边", en: "the next step stands at the right")
    static let step = Sentence(zh: "到哪一步", en: "How far")
    static let next = Sentence(zh: "下一步", en: "Next")
    static func contains(_ count: Int) -> Sentence {
        Sentence(zh: "包含 \(count) 件", en: "carries \(count)")
    }
    static let nothingUnderWay = Sentence(zh: "没有在办的", en: "Nothing under way")
    static let nothingUnderWayNote = Sentence(
        zh: "读进来还没有分送的，签收了还没有转给下级的，在这里。",
        en: "Here stands what was read in and not sent yet, or signed for and not relayed yet.")

    // MARK: Sent

    static let sent = Sentence(zh: "发出的，还没有签完", en: "Sent, not yet signed by all")
    static func sentTo(_ units: Int, _ manner: Dispatch.Manner, at moment: String) -> Sentence {
        switch manner {
        case .issue:
            Sentence(
                zh: "分送 \(units.grouped) 个单位，\(moment)",
                en: "sent to \(units.grouped) unit\(units == 1 ? "" : "s"), \(moment)")
        case .relay:
            Sentence(
                zh: "转给下级 \(units.grouped) 个单位，\(moment)",
                en: "relayed to \(units.grouped) unit\(units == 1 ? "" : "s"), \(moment)")
        }
    }
    static let to = Sentence(zh: "送给", en: "To")
    static let signed = Sentence(zh: "签收", en: "Signed")
    static let who = Sentence(zh: "谁还没有", en: "Who has not")
    static let everybody = Sentence(zh: "都签了", en: "All have signed")
    static let nothingSent = Sentence(zh: "没有还在等签收的", en: "Nothing sent is waiting")
    static let nothingSentNote = Sentence(
        zh: "分送以后，谁签了、谁还没有，从这里看。", en: "After sending, who has signed and who has not is seen from here.")

    // MARK: A new one

    static let new = Sentence(zh: "来了一份新的", en: "A new one came")
    static let read = Sentence(zh: "读一份公文", en: "Read a notice")
    static let readNote = Sentence(
        zh: "粘贴文字，或上传 TXT。先读出来给你核对，登记以前什么也不发。",
        en:
            "Paste the text, or upload it as TXT. It is read for you to check; nothing is sent before it is registered."
    )

    static let keyNext = Sentence(zh: "上下一件", en: "next, previous notice")
    static let keyOpen = Sentence(zh: "打开", en: "open")
}
