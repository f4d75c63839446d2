package import Federation

/// A handling sheet as a page shows it: what has happened, whose turn it is, what this actor may do.
package struct HandlingModel: Sendable {
    package var title: String
    package var grade: Grade?
    package var isDraft = false
    /// Where the paper itself is read.
    package var paperPath: String
    package var lines: [Line] = []
    package var turn: [Asked] = []
    package var isClosed = false
    /// The first is what is most likely next, and has the one main button.
    package var forms: [Form] = []
    /// The first form answers what this actor was asked for.
    package var isMyTurn = false
    /// How many steps there are: forms carry it, so that nobody writes over what they have not seen.
    package var seen = 0
    /// The unit keeps none of the steps.
    package var isOneStep = false
    package var settingsPath: String?
    package var typed: Typed?
    package var now: Moment

    /// A form that was refused, with what was typed.
    package struct Typed: Sendable {
        /// Where the form was sent.
        package var path: String
        package var form: HandlingForm
        package var errors: [String: Sentence]
        package var wayOn: Sentence?
    }

    /// A step in the list of what happened.
    package struct Line: Sendable {
        package var did: Sentence
        package var person: String
        package var post: Sentence?
        package var at: Moment
        package var text: String?
        package var version: Int?
        /// The leader whose word it was, and when it was said.
        package var telephone: (leader: String, at: Moment)?
        package var asks: [Asked] = []
        package var isReturn = false
        /// Done before the paper was last returned: no longer counts.
        package var isOverruled = false
    }

    /// Somebody who was asked for a step.
    package struct Asked: Sendable {
        package enum State: Sendable, Hashable {
            case open, dropped
            case answered(Moment)
        }
        package var kind: HandlingAsk.Kind
        package var name: String
        package var state: State
        package var dueAt: Moment?
    }

    /// A post that may be chosen.
    package struct Choice: Sendable, Hashable {
        package var id: PostID
        package var person: String
        package var title: Sentence

        /// 孙丙 办公室文书
        var words: Sentence { Sentence(zh: "\(person) \(title.zh)", en: "\(person), \(title.en)") }
    }

    /// Something this actor may do.
    package struct Form: Sendable {
        package enum Act: Sendable, Hashable {
            case propose, circulate, instruct, telephone, giveBack, discharge
            case answer(HandlingAsk.Kind)
            /// Done on the draft's own pages.
            case signOff, redraft
        }
        package var act: Act
        package var path: String
        /// Nil for a link to another page.
        package var id: ActID?
        /// Who asked for it, and what they wrote.
        package var asked: Sentence?
        package var kinds: [HandlingAsk.Kind] = []
        package var posts: [Choice] = []
        package var leaders: [Choice] = []
    }
}
