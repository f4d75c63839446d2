package import Federation

/// A draft of a cover on its page: the form, and the paper as it will go out.
package struct DraftPageModel: Sendable {
    package var draft: Draft
    package var form: DraftForm
    package var paper: DraftPaper
    package var addressees: AddresseesModel
    package var carried: [Carried]
    /// What else the unit may carry along, the latest first.
    package var candidates: [Carried] = []
    package var saved: Saved
    package var listPath: String
    package var versionsPath: String
    package var handling: Handling
    /// Nil where nothing may be written: it is issued or dropped, or this post only reads.
    package var edit: Edit?
    package var submit: Submit?
    package var signOffPath: String?
    package var drop: Target?
    package var issued: Issued?
    package var conflict: Conflict?
    package var errors: [String: Sentence] = [:]
    package var wayOn: Sentence?

    package struct Target: Sendable {
        package var path: String
        package var act: ActID
    }

    package struct Edit: Sendable {
        package var savePath: String
        package var checkPath: String
        package var act: ActID
    }

    package struct Submit: Sendable {
        package var target: Target
        package var leaders: [Leader]
    }

    package struct Leader: Sendable {
        package var post: PostID
        /// 钱乙 副主席
        package var name: String
    }

    /// A notice that is carried, or may be.
    package struct Carried: Sendable {
        package var id: NoticeID
        package var title: String
        package var issuer: String
        package var number: String?
        package var path: String
        /// It no longer holds.
        package var ended: Change.Kind?
    }

    /// Who saved the newest version, and when.
    package struct Saved: Sendable {
        package var version: Int
        package var person: String
        package var at: Moment
    }

    /// How it stands on its handling sheet.
    package struct Handling: Sendable {
        package var path: String
        /// Who is waited for, and for what.
        package var waiting: [String] = []
        package var returned: Returned?
    }

    package struct Returned: Sendable {
        package var person: String
        package var at: Moment
        package var text: String
    }

    /// What became of it.
    package struct Issued: Sendable {
        package var noticePath: String
        package var number: String?
    }

    /// What somebody else saved while this was written, beside what was typed.
    package struct Conflict: Sendable {
        package var saved: Saved
        package var rows: [Row]

        package struct Row: Sendable {
            package var name: Sentence
            package var typed: String
            package var theirs: String
        }
    }
}

/// The sign-off of a draft: what goes out, to whom, under which number.
package struct DraftSignOffModel: Sendable {
    package var draft: Draft
    package var title: String
    package var path: String
    package var paper: DraftPaper
    package var units: Int
    package var copies: Int
    package var phrases: [Phrase]
    /// 焦工发〔2020〕3号, where a series is set: what would be drawn now.
    package var next: String?
    package var reserved: [String]
    package var leaders: [DraftPageModel.Leader]
    package var form: SignOffForm
    /// Nil where this post may neither sign off nor record a leader's word.
    package var target: DraftPageModel.Target?
    /// This post signs off itself; else it may only record a leader's word by telephone.
    package var maySignOff = false
    package var mayRecord = false
    package var issued: DraftPageModel.Issued?
    package var errors: [String: Sentence] = [:]
    package var wayOn: Sentence?

    package struct Phrase: Sendable {
        package var text: String
        package var units: Int
        package var purpose: Purpose
    }
}

/// Every version of a draft, and two of them compared.
package struct DraftVersionsModel: Sendable {
    package var title: String
    package var path: String
    package var versionsPath: String
    package var rows: [DraftPageModel.Saved]
    package var from: Int
    package var to: Int
    package var difference: DraftDifference
}

/// A unit's drafts, or those that carry one notice and what a new one may carry.
package struct DraftListModel: Sendable {
    package var rows: [Row]
    package var about: About?

    package struct Row: Sendable {
        package var title: String
        package var path: String
        package var state: Draft.State
        package var saved: DraftPageModel.Saved
    }

    /// The notice that is to be forwarded.
    package struct About: Sendable {
        package var notice: DraftPageModel.Carried
        package var others: [DraftPageModel.Carried]
        /// Nil where no cover may be drafted around it.
        package var start: DraftPageModel.Target?
        /// Why not.
        package var obstacle: Sentence?
    }
}
