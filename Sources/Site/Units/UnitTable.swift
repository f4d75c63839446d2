import Federation
import Markup
import Web

/// Units as rows of a table, in the list and below a unit.
struct UnitTable {
    let language: Language

    /// A unit and those below it by kind, or only the latter.
    func level(top: UnitRowShown?, groups: [UnitGroupShown]) -> HTML {
        let columns = Columns((top.map { [$0] } ?? []) + groups.flatMap(\.rows))
        return table(.class("table stack tree section-tight"), .data("list", "")) {
            head(columns)
            tbody {
                if let top { row(top, columns, depth: 0) }
                groups.filter { $0.count > 0 }.map { group in
                    Markup.group {
                        tr(.class("group")) {
                            th(Attribute("colspan", "\(columns.count)"), Attribute("scope", "colgroup")) {
                                UnitWords.groupTitle(group.kind, group.level)[language]
                                language == .chinese ? "　" : " "
                                Figures.grouped(group.count)
                            }
                        }
                        group.rows.map { row($0, columns, depth: top == nil ? 0 : 1) }
                        if let morePath = group.morePath {
                            tr {
                                td(Attribute("colspan", "\(columns.count)"), .class("wide")) {
                                    a(.href(morePath)) {
                                        UnitWords.others(max(0, group.count - group.rows.count))[language]
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    func found(_ rows: [UnitRowShown]) -> HTML {
        let columns = Columns(rows)
        return table(.class("table stack tree section-tight"), .data("list", "")) {
            head(columns)
            tbody { rows.map { row($0, columns, depth: 0, showsParent: true) } }
        }
    }

    /// The columns that have something to say.
    private struct Columns {
        let hasPeople: Bool
        let hasState: Bool
        var count: Int { 4 + (hasPeople ? 1 : 0) + (hasState ? 1 : 0) }

        init(_ rows: [UnitRowShown]) {
            hasPeople = rows.contains { $0.people != nil }
            hasState = hasPeople || rows.contains { $0.state != .working }
        }
    }

    private func head(_ columns: Columns) -> HTML {
        thead {
            tr {
                th(Attribute("scope", "col")) { UnitWords.unit[language] }
                th(Attribute("scope", "col")) { UnitWords.code[language] }
                th(Attribute("scope", "col")) { UnitWords.kind[language] }
                th(Attribute("scope", "col"), .class("num")) { UnitWords.direct[language] }
                if columns.hasPeople {
                    th(Attribute("scope", "col"), .class("num")) { UnitWords.people[language] }
                }
                if columns.hasState { th(Attribute("scope", "col")) { UnitWords.state[language] } }
            }
        }
    }

    private func row(
        _ unit: UnitRowShown, _ columns: Columns, depth: Int, showsParent: Bool = false
    ) -> HTML {
        tr(.data("item", "")) {
            th(.class("wide depth-\(depth)"), Attribute("scope", "row")) {
                a(.href(unit.path), .data("open", "")) { unit.name }
                if showsParent, let parentName = unit.parentName {
                    group {
                        " "; small { UnitWords.parent(parentName)[language] }
                    }
                }
                if unit.isSecondary {
                    group {
                        " "; small { UnitWords.secondary[language] }
                    }
                }
            }
            td(.class("code quiet nowrap"), .data("label", UnitWords.code[language])) { unit.code }
            td(.class("second"), .data("label", UnitWords.kind[language])) {
                UnitWords.what(unit.kind, unit.level, unit.division)[language]
            }
            td(.class("num"), .data("label", UnitWords.direct[language])) {
                unit.children == 0 ? "·" : Figures.grouped(unit.children)
            }
            if columns.hasPeople {
                td(.class("num"), .data("label", UnitWords.people[language])) {
                    switch unit.people {
                    case nil: "·"
                    case 0: "—"
                    case let count?: UnitWords.peopleCount(count)[language]
                    }
                }
            }
            if columns.hasState {
                // Where people were not counted, that a unit is at work goes without saying.
                td { unit.state == .working && unit.people == nil ? .empty : flag(unit.state) }
            }
        }
    }

    private func flag(_ state: UnitRowShown.State) -> HTML {
        let kind =
            switch state {
            case .working: "known"
            case .inviteExpired: "passed"
            case .nobody, .invited, .closed, .merged: "absent"
            }
        return Flags.flag(kind, UnitWords.name(of: state)[language])
    }
}

/// Where one is in the tree.
enum UnitCrumbs {
    static func html(_ ancestors: [NamedPath], last: String? = nil, in frame: Frame) -> HTML {
        p(.class("crumbs no-print")) {
            a(.href(FrameRoutes.units.path())) { UnitWords.units[frame.language] }
            ancestors.map { ancestor in
                group {
                    " / "
                    a(.href(ancestor.path)) { ancestor.name }
                }
            }
            if let last { " / \(last)" }
        }
    }
}
