/// Everything that can be done or seen, as `noun.verb`: one vocabulary for permission, journal and log.
package enum Verb: String, Sendable, CaseIterable, Codable {
    // Getting in.
    case sessionOpen = "session.open"
    case sessionClose = "session.close"
    case sessionSwitch = "session.switch"
    case invitationIssue = "invitation.issue"
    case invitationAccept = "invitation.accept"
    case invitationWithdraw = "invitation.withdraw"
    case credentialReset = "credential.reset"
    case credentialChange = "credential.change"

    // Units, people, posts.
    case unitRead = "unit.read"
    case unitCreate = "unit.create"
    case unitRevise = "unit.revise"
    case unitImport = "unit.import"
    case unitMove = "unit.move"
    case unitMerge = "unit.merge"
    case unitClose = "unit.close"
    case postRead = "post.read"
    case postAppoint = "post.appoint"
    case postEnd = "post.end"
    case postSubstitute = "post.substitute"

    // Notices.
    case noticeRead = "notice.read"
    case noticeRegister = "notice.register"
    case noticeCorrect = "notice.correct"
    case dispatchIssue = "dispatch.issue"
    case dispatchRead = "dispatch.read"
    case receiptRead = "receipt.read"
    /// What was sent to a branch as a whole comes to one unit of it.
    case receiptArrive = "receipt.arrive"
    case receiptOpen = "receipt.open"
    case receiptSign = "receipt.sign"
    case receiptRelay = "receipt.relay"
    case receiptConvey = "receipt.convey"
    case receiptFile = "receipt.file"
    case receiptRecord = "receipt.record"
    case dispatchUrge = "dispatch.urge"
    case noticeExport = "notice.export"
    case noticeChange = "notice.change"
    case noticeAcknowledge = "notice.acknowledge"
    case lineSave = "line.save"

    // Inside a unit.
    case handlingRead = "handling.read"
    case handlingPropose = "handling.propose"
    case handlingInstruct = "handling.instruct"
    case handlingCirculate = "handling.circulate"
    case handlingAnswer = "handling.answer"
    case handlingReturn = "handling.return"
    case handlingRecord = "handling.record"
    case handlingConfirm = "handling.confirm"
    case handlingDischarge = "handling.discharge"
    case draftRead = "draft.read"
    case draftWrite = "draft.write"
    case draftIssue = "draft.issue"
    case draftSignOff = "draft.sign_off"
    case draftDrop = "draft.drop"
    case settingRead = "setting.read"
    case settingRevise = "setting.revise"

    // What a notice asks.
    case obligationRead = "obligation.read"
    case obligationSort = "obligation.sort"
    case obligationAdd = "obligation.add"
    case obligationAllocate = "obligation.allocate"
    case assignmentRead = "assignment.read"
    /// Progress, discharge, and taking a discharge back.
    case assignmentDischarge = "assignment.discharge"
    /// Declines, or says that a conditional one does not apply here.
    case assignmentDecline = "assignment.decline"
    /// The level above gives it back, or opens it again.
    case assignmentReturn = "assignment.return"
    case assignmentUrge = "assignment.urge"
    case ownerName = "owner.name"
    case ownerAcknowledge = "owner.acknowledge"
    case loadRead = "load.read"

    // What goes up.
    case reportRead = "report.read"
    case reportWrite = "report.write"
    /// Signs it off and sends it up.
    case reportSign = "report.sign"
    /// Takes a report from below, or returns it.
    case reportAccept = "report.accept"

    // What notices belong to.
    case responseRead = "response.read"
    /// Opens it, changes its level, closes it.
    case responseOpen = "response.open"
    /// Says which response a notice belongs to.
    case responseAttach = "response.attach"

    // The ground.
    case journalRead = "journal.read"
    case journalSeal = "journal.seal"
    case numberRead = "number.read"
    case numberStart = "number.start"
    case numberDraw = "number.draw"
    case numberReserve = "number.reserve"
    case numberEnter = "number.enter"
    case numberVoid = "number.void"
    case blobStore = "blob.store"
    case blobRead = "blob.read"
    case dueRead = "due.read"
    case calendarRead = "calendar.read"
    case calendarRevise = "calendar.revise"
    case jobRead = "job.read"
    case jobRetry = "job.retry"
    case jobAbandon = "job.abandon"
    case demoLay = "demo.lay"

    /// What a newcomer who holds a one-time code may do, and what anyone signed in may do for themselves.
    package var isOpenToAnyone: Bool {
        switch self {
        case .sessionOpen, .sessionClose, .sessionSwitch, .invitationAccept, .credentialChange: true
        default: false
        }
    }
}
