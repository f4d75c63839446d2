package enum InvitationRules {
    package static let daysUsual = 14
    package static let daysMax = 90
    /// A reset is given face to face, so it need not last.
    package static let resetDays = 1
    /// More invitations than one act should write.
    package static let batchMax = 5_000

    static func requireUsable(days: Int) throws(InvitationRefusal) {
        guard (1...daysMax).contains(days) else { throw .daysUnusable }
    }

    /// A sheet shows its codes to the one who issued it, on the day in China when they did: whoever comes later, or acts as
    /// another post, may have found an open browser.
    static func mayShow(_ invitation: Invitation, to actor: Actor, at moment: Moment) -> Bool {
        let isInviter =
            actor.isSystem ? invitation.invitedBy == nil : actor.post != nil && actor.post == invitation.invitedBy
        return isInviter && Zone.day(invitation.createdAt) == Zone.day(moment)
    }
}

package enum InvitationRefusal: Refusal, CaseIterable {
    /// Used, expired, withdrawn, for a unit that was closed, or never issued: one sentence, so that trying tells nothing.
    case unusable
    case daysUnusable
    case nobodyToInvite
    case tooMany
    /// The sheet is another's, or of another day.
    case sheetClosed
    case alreadyHeld
    case alreadyUsed
    case heldElsewhere

    package var code: String {
        switch self {
        case .unusable: "invitation.unusable"
        case .daysUnusable: "invitation.days_unusable"
        case .nobodyToInvite: "invitation.nobody_to_invite"
        case .tooMany: "invitation.too_many"
        case .sheetClosed: "invitation.sheet_closed"
        case .alreadyHeld: "invitation.already_held"
        case .alreadyUsed: "invitation.already_used"
        case .heldElsewhere: "invitation.held_elsewhere"
        }
    }

    package var manner: RefusalManner {
        switch self {
        case .unusable, .sheetClosed: .notFound
        case .daysUnusable: .invalid
        case .nobodyToInvite, .alreadyHeld, .alreadyUsed: .conflict
        case .tooMany: .tooLarge
        case .heldElsewhere: .forbidden
        }
    }

    package var sentence: Sentence {
        switch self {
        case .unusable:
            Sentence(
                zh: "这个码不能用：写错了、用过了、过期了，或者收回了。",
                en: "This code does not work: it is mistyped, used, expired or withdrawn.")
        case .daysUnusable:
            Sentence(
                zh: "有效期填 1 到 \(InvitationRules.daysMax) 天。",
                en: "It can be valid for 1 to \(InvitationRules.daysMax) days.")
        case .nobodyToInvite:
            Sentence(
                zh: "下面的单位都有主要负责同志了，或者已经有没用过的码。",
                en: "Every unit below has a principal, or a code that is not used yet.")
        case .tooMany:
            Sentence(
                zh: "一次最多发 \(InvitationRules.batchMax) 个码。", en: "At most \(InvitationRules.batchMax) codes at a time.")
        case .sheetClosed:
            Sentence(
                zh: "码只给发码的人当天看。", en: "Codes are shown only to whoever issued them, and only on that day.")
        case .alreadyHeld:
            Sentence(zh: "你在这个单位已经是这个职务，码没有用掉。", en: "You hold this post already. The code is still unused.")
        case .alreadyUsed: Sentence(zh: "这个码已经用过，收不回了。", en: "This code was used already and cannot be withdrawn.")
        case .heldElsewhere:
            Sentence(
                zh: "这个人在你管不到的单位也有职务，口令由上一级重设。",
                en: "This person also holds a post beyond your reach; the level above resets the password.")
        }
    }

    package var wayOn: Sentence? {
        switch self {
        case .unusable: Sentence(zh: "找给你码的单位再要一个。", en: "Ask the unit that gave it to you for another.")
        case .sheetClosed: Sentence(zh: "收回旧码，发新的。", en: "Withdraw the old ones and issue new ones.")
        default: nil
        }
    }
}
