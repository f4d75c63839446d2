package import Federation

/// The responses that a unit sees: its own and those of the levels above.
package struct ResponseListModel: Sendable {
    package var lines: [Line]
    /// Where one is opened; nil for whoever may not.
    package var open: Form?
    package var now: Moment

    package struct Line: Sendable {
        package var name: String
        package var path: String
        package var unit: String
        package var level: ResponseLevel
        package var openedAt: Moment
        package var closedAt: Moment?
    }

    /// A form, with what was typed into it and what is wrong with it.
    package struct Form: Sendable {
        package var path: String
        package var act: ActID
        package var values: [String: String] = [:]
        package var errors: [String: Sentence] = [:]
    }
}

/// One response: its level and what changed it, and the picture of all its notices.
package struct ResponseModel: Sendable {
    package var line: ResponseListModel.Line
    package var listPath: String
    package var facts: [(fact: ResponseFact, person: String)]
    package var notices: [(notice: NoticeLine, figures: PictureFigures, path: String)]
    /// Every branch, over all notices together: in units times notices.
    package var branches: [(name: String, figures: PictureFigures)]
    package var total: PictureFigures
    package var level: ResponseListModel.Form?
    package var close: ResponseListModel.Form?
    package var attach: ResponseListModel.Form?
    /// What can be put into it.
    package var choices: [(value: String, title: String)]
}
