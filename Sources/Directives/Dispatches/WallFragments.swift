import Federation
import Markup
import Web

extension WallPages {
    /// The parts of the page that change as units sign, by their keys: what an open page is sent when they do.
    static func fragments(_ model: WallModel, in frame: Frame) -> [(key: String, html: HTML)] {
        let (language, style) = (frame.language, model.rowStyle)
        var parts: [(key: String, html: HTML)] = [
            ("count", count(model.counts, hasDeadline: style.hasDeadline, stuckAt: model.stuckAt, language)),
            ("legend", legend(model.counts, hasDeadline: style.hasDeadline, language)),
            ("waiting", waiting(model, language)),
        ]
        if model.urge != nil { parts.append(("urge", urgeCount(model.waitingCount, language))) }
        if let relay = model.relay { parts.append(("relay", RelayLineDrawing.section(relay, in: language))) }
        if model.view != .table {
            parts += model.branches.map { branch in (branch.key, row(branch, style, language)) }
        }
        return parts
    }
}
