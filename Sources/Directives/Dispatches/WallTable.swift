package import Federation
package import Markup
import Web

/// What the rows of one wall have in common, so that a row sent later looks like those of the page.
package struct WallRowStyle: Sendable, Hashable {
    package var layout: WallLayout
    package var hasDeadline: Bool
    package var isByState: Bool
    /// Squares too small to be links take the whole width; what stands beside a wall then stands below.
    package var isWide: Bool
}

extension WallModel {
    package var rowStyle: WallRowStyle {
        let counts = branches.map(\.counts.drawn)
        // A branch that is given in counts only cannot be drawn as links, and a wall has squares of one kind.
        let areUnitsKnown = branches.allSatisfy { $0.units.count == $0.counts.drawn }
        var layout = WallLayout.choose(branchCounts: counts, columnWidth: columnWidth)
        let isWide = !layout.isOneLinkPerUnit || !areUnitsKnown
        if isWide { layout = WallLayout.choose(branchCounts: counts, columnWidth: wideColumnWidth) }
        if layout.isOneLinkPerUnit, !areUnitsKnown {
            layout = WallLayout(side: 9, gap: 2, perRow: max(1, wideColumnWidth / 11), unitsPerSquare: 1)
        }
        return WallRowStyle(
            layout: layout, hasDeadline: deadline != nil, isByState: view == .states, isWide: isWide && view != .table)
    }

    /// All branches together.
    package var counts: Counts { branches.reduce(Counts()) { $0 + $1.counts } }
}

extension WallModel.Counts {
    /// How many squares a branch of single units has; copies are drawn too.
    var drawn: Int { total + information }
}

extension WallPages {
    static func table(_ model: WallModel, _ style: WallRowStyle, _ language: Language) -> HTML {
        Markup.table(
            .class("table wall stack"), style.layout.isOneLinkPerUnit ? .data("walk", "") : .none
        ) {
            thead {
                tr {
                    th(Attribute("scope", "col")) { WallWords.branch[language] }
                    th(Attribute("scope", "col")) { explanation(style)[language] }
                    numberHead(WallWords.signed, language)
                    numberHead(WallWords.relayed, language)
                    if style.hasDeadline { numberHead(WallWords.lateHead, language) }
                    numberHead(WallWords.median, language)
                }
            }
            tbody {
                model.branches.map { row($0, style, language) }
                if model.branches.isEmpty {
                    tr { td(Attribute("colspan", "6")) { WallWords.nobody[language] } }
                }
            }
        }
    }

    private static func explanation(_ style: WallRowStyle) -> Sentence {
        if style.layout.unitsPerSquare > 1 { return WallWords.manyPerSquare(style.layout.unitsPerSquare) }
        if style.layout.isOneLinkPerUnit, !style.isByState { return WallWords.onePerUnit }
        return style.hasDeadline ? WallWords.lateThenByState : WallWords.byState
    }

    private static func numberHead(_ words: Sentence, _ language: Language) -> HTML {
        th(Attribute("scope", "col"), .class("num")) { words[language] }
    }

    /// One branch: on the page, and again in an event when something in it changed.
    package static func row(_ branch: WallModel.Branch, _ style: WallRowStyle, _ language: Language) -> HTML {
        let counts = branch.counts
        return tr(.data("row", branch.key)) {
            th(Attribute("scope", "row")) {
                if let path = branch.path { a(.class("plain"), .href(path)) { branch.name } } else { branch.name }
                if let note = branch.note {
                    br()
                    small(.class("note")) { note[language] }
                }
            }
            td(.class("wide")) {
                if style.layout.isOneLinkPerUnit {
                    squares(branch, style, language)
                } else {
                    WallRuns.html(counts, style.layout)
                }
            }
            td(.class("num"), .data("label", WallWords.signed[language])) {
                if style.layout.isOneLinkPerUnit {
                    "\(counts.hasSigned.grouped) / \(counts.total.grouped)"
                } else {
                    FractionBar.html(
                        done: counts.hasSigned, doing: counts.opened - counts.lateOpened, late: counts.late,
                        of: counts.total)
                }
            }
            td(.class("num second"), .data("label", WallWords.relayed[language])) {
                counts.relayed == 0 ? "—" : counts.relayed.grouped
            }
            if style.hasDeadline {
                td(.class(counts.late > 0 ? "num late" : "num zero"), .data("label", WallWords.lateHead[language])) {
                    counts.late.grouped
                }
            }
            td(.class("num second"), .data("label", WallWords.median[language])) {
                branch.medianSeconds.map(TimeWords.duration(seconds:)) ?? "—"
            }
        }
    }

    private static func squares(_ branch: WallModel.Branch, _ style: WallRowStyle, _ language: Language) -> HTML {
        let units = style.isByState ? branch.units.byState : branch.units
        let size = style.layout.side == 24 ? "" : " s\(style.layout.side)"
        return div(.class("squares\(size)")) {
            units.map { unit in
                ReceiptSquare.link(
                    unit.path, name: unit.name, state: unit.state, purpose: unit.purpose, late: unit.isLate,
                    isRecorded: unit.isRecorded, in: language)
            }
        }
    }
}

extension [WallModel.WallUnit] {
    /// Late first, then those that are least far; within a state as before.
    var byState: [WallModel.WallUnit] {
        func rank(_ unit: WallModel.WallUnit) -> Int {
            if unit.purpose == .information { return 9 }
            return unit.isLate ? -2 : unit.state?.rawValue ?? -1
        }
        return enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }.map(\.element)
    }
}
