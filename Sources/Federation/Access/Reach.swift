import Storage

/// How far a grant goes from the unit of the post.
package enum Reach: String, Sendable, CaseIterable {
    case ownUnit = "own_unit"
    case directSubordinates = "direct_subordinates"
    /// The unit and all below it along primary links.
    case primarySubtree = "primary_subtree"
    /// All below it along the secondary line.
    case secondarySubtree = "secondary_subtree"
    case federation
}

/// Grants are data: these are laid down at the first start, where there are none.
enum RoleGrants {
    /// The reading everybody in office has of their own unit.
    private static let everyone: [(Verb, Reach)] = [
        (.unitRead, .federation), (.postRead, .ownUnit), (.noticeRead, .ownUnit), (.dispatchRead, .ownUnit),
        (.receiptRead, .ownUnit), (.receiptOpen, .ownUnit), (.dueRead, .ownUnit), (.blobRead, .ownUnit),
        (.calendarRead, .federation), (.handlingRead, .ownUnit), (.handlingAnswer, .ownUnit),
        (.noticeExport, .ownUnit), (.settingRead, .ownUnit), (.obligationRead, .ownUnit),
        (.assignmentRead, .ownUnit), (.assignmentDischarge, .ownUnit), (.ownerAcknowledge, .ownUnit),
        (.loadRead, .federation), (.reportRead, .ownUnit), (.responseRead, .ownUnit),
    ]

    /// The office's work: register, correct, send, sign.
    private static let desk: [(Verb, Reach)] = [
        (.noticeRegister, .ownUnit), (.noticeCorrect, .ownUnit), (.dispatchIssue, .ownUnit),
        (.receiptSign, .ownUnit), (.receiptRelay, .ownUnit), (.receiptRead, .primarySubtree),
        (.dispatchRead, .primarySubtree), (.postRead, .primarySubtree), (.blobStore, .ownUnit),
        (.numberRead, .ownUnit), (.numberStart, .ownUnit), (.numberDraw, .ownUnit), (.numberReserve, .ownUnit),
        (.numberEnter, .ownUnit), (.numberVoid, .ownUnit), (.journalRead, .ownUnit), (.receiptConvey, .ownUnit),
        (.receiptFile, .ownUnit), (.receiptRecord, .ownUnit), (.dispatchUrge, .ownUnit), (.noticeChange, .ownUnit),
        (.noticeAcknowledge, .ownUnit), (.lineSave, .ownUnit), (.handlingPropose, .ownUnit),
        (.handlingCirculate, .ownUnit), (.handlingReturn, .ownUnit), (.handlingRecord, .ownUnit),
        (.handlingDischarge, .ownUnit),
        (.draftRead, .ownUnit), (.draftWrite, .ownUnit), (.draftIssue, .ownUnit), (.draftDrop, .ownUnit),
        (.obligationSort, .ownUnit), (.obligationAdd, .ownUnit), (.obligationAllocate, .ownUnit),
        (.assignmentRead, .primarySubtree), (.assignmentDecline, .ownUnit), (.assignmentReturn, .primarySubtree),
        (.assignmentUrge, .ownUnit), (.ownerName, .ownUnit), (.reportRead, .primarySubtree),
        (.reportWrite, .ownUnit), (.reportAccept, .ownUnit), (.responseAttach, .ownUnit),
    ]

    private static let administration: [(Verb, Reach)] = [
        (.unitCreate, .primarySubtree), (.unitRevise, .primarySubtree), (.unitImport, .primarySubtree),
        (.unitMove, .primarySubtree), (.unitMerge, .primarySubtree), (.unitClose, .primarySubtree),
        (.postAppoint, .primarySubtree), (.postEnd, .primarySubtree), (.postSubstitute, .primarySubtree),
        (.postRead, .primarySubtree), (.invitationIssue, .primarySubtree), (.invitationWithdraw, .primarySubtree),
        (.credentialReset, .primarySubtree), (.journalRead, .ownUnit), (.numberRead, .ownUnit),
        (.settingRevise, .ownUnit), (.calendarRevise, .ownUnit), (.jobRead, .ownUnit), (.jobRetry, .ownUnit),
        (.jobAbandon, .ownUnit),
    ]

    /// What is decided about a notice, and how the unit handles its papers.
    private static let deciding: [(Verb, Reach)] = [
        (.handlingInstruct, .ownUnit), (.handlingConfirm, .ownUnit), (.draftSignOff, .ownUnit), (.reportSign, .ownUnit),
        (.responseOpen, .ownUnit),
        (.settingRevise, .ownUnit),
    ]

    /// A level invites the one below.
    private static let leading: [(Verb, Reach)] = [
        (.invitationIssue, .ownUnit), (.invitationIssue, .directSubordinates), (.invitationWithdraw, .ownUnit),
        (.invitationWithdraw, .directSubordinates), (.credentialReset, .ownUnit),
        (.credentialReset, .directSubordinates), (.postSubstitute, .ownUnit),
    ]

    /// Who stands at the head of a unit says who holds its posts.
    private static let heading: [(Verb, Reach)] = [(.postAppoint, .ownUnit), (.postEnd, .ownUnit)]

    private static func grants(_ role: Role) -> [(Verb, Reach)] {
        switch role {
        case .principal, .partyPrincipal: everyone + desk + deciding + leading + heading
        case .deputy: everyone + desk + deciding + leading
        case .clerk: everyone + desk + leading
        case .dutyOfficer:
            everyone + [
                (.receiptSign, .ownUnit), (.receiptRead, .primarySubtree), (.receiptRecord, .ownUnit),
                (.dispatchUrge, .ownUnit), (.noticeAcknowledge, .ownUnit), (.handlingRecord, .ownUnit),
                (.draftRead, .ownUnit), (.assignmentRead, .primarySubtree), (.reportRead, .primarySubtree),
            ]
        case .administrator: everyone + administration
        case .auditor:
            everyone + [
                (.journalRead, .primarySubtree), (.receiptRead, .primarySubtree), (.numberRead, .primarySubtree),
                (.assignmentRead, .primarySubtree), (.reportRead, .primarySubtree),
            ]
        case .departmentHead: everyone + [(.receiptSign, .ownUnit)]
        case .publicity, .reliefOfficer, .rightsOfficer, .treasurer, .counsellor: everyone
        }
    }

    static func ensureDefaults(in db: any Transaction) throws {
        guard try db.first("select 1 as one from role_grant limit 1") == nil else { return }
        for role in Role.allCases {
            for (verb, reach) in grants(role) {
                try db.execute(
                    """
                    insert into role_grant (role, verb, reach) values (\(role), \(verb.rawValue), \(reach))
                    on conflict do nothing
                    """)
            }
        }
    }
}
