import Federation
package import Markup
package import Web

extension WallPages {
    /// One branch of a wall: its units, a page of them, each with what it sent on.
    package static func branchPage(_ model: WallBranchModel, in frame: Frame) -> HTML {
        let language = frame.language
        return frame.page(
            title: model.branch.name, tab: .notices,
            keys: [Frame.Key("J", "K", does: WallWords.nextUnit), Frame.Key("↵", does: WallWords.openUnit)]
        ) {
            p(.class("crumbs")) {
                a(.href(model.notice.listPath)) { WallWords.notices[language] }
                " / "
                a(.href(model.notice.path), .lang(Language.chinese.tag)) { model.notice.title }
                " / "
                a(.href(model.wallPath)) { WallWords.crumb[language] }
            }
            div(.class("page-head")) {
                h1 {
                    GradeBadge.html(model.notice.grade, in: language)
                    " "
                    model.branch.name
                }
            }
            count(model.branch.counts, hasDeadline: model.hasDeadline, language)
            WallUnitTable.html([model.branch], morePath: model.morePath, language)
            if let path = model.urgePath {
                let counts = model.branch.counts
                div(.class("acts")) {
                    a(.class("btn"), .href(path)) { UrgeWords.urge(counts.total - counts.hasSigned)[language] }
                }
            }
        }
    }
}
