import Federation
import Markup
import Web

enum UnitListPages {
    /// One level of the tree, or what a search found.
    static func list(_ model: UnitListModel, in frame: Frame) -> HTML {
        let language = frame.language
        return frame.page(
            title: UnitWords.units[language], tab: .units,
            keys: [
                Frame.Key("J", "K", does: UnitWords.keyNext), Frame.Key("↵", does: UnitWords.keyOpen),
                Frame.Key("/", does: UnitWords.findUnit),
            ]
        ) {
            listHead(model, in: frame)
            div(.class("split")) {
                section {
                    searchForm(model, language)
                    listBody(model, in: frame)
                }
                aside {
                    if case .level(let level) = model.content, let inUse = level.inUse {
                        usage(inUse, of: level.below + 1, language)
                    }
                    if let actions = model.actions { UnitPages.actions(actions, importIsPrimary: true, in: frame) }
                }
            }
        }
    }

    private static func listHead(_ model: UnitListModel, in frame: Frame) -> HTML {
        let language = frame.language
        return group {
            if case .level(let level) = model.content, !level.ancestors.isEmpty {
                UnitCrumbs.html(level.ancestors, last: level.top.name, in: frame)
            }
            div(.class("page-head")) {
                switch model.content {
                case .level(let level):
                    h1 { UnitWords.head[language] }
                    span(.class("page-note")) {
                        UnitWords.spread(level.top.name, below: level.below, direct: level.top.children)[language]
                    }
                case .found:
                    h1 { UnitWords.foundHead(model.query)[language] }
                    span(.class("page-note page-note-right view-links")) {
                        a(.href(model.path)) { UnitWords.backToTree[language] }
                    }
                case .nothing: h1 { UnitWords.noUnits[language] }
                }
            }
        }
    }

    private static func searchForm(_ model: UnitListModel, _ language: Language) -> HTML {
        form(.class("input-row"), Attribute("action", model.path), Attribute("role", "search")) {
            label(.class("out"), .for("uq")) { UnitWords.findUnit[language] }
            input(
                .class("input"), .id("uq"), .name("q"), .type("search"), .value(model.query),
                Attribute("placeholder", UnitWords.findHint[language]), .data("key", "/"),
                model.suggestPath.map { .data("suggest", $0) } ?? .none)
            button(.class("btn")) { UnitWords.find[language] }
        }
    }

    private static func listBody(_ model: UnitListModel, in frame: Frame) -> HTML {
        let language = frame.language
        switch model.content {
        case .level(let level):
            return UnitTable(language: language).level(top: level.top, groups: level.groups)
        case .found(let found) where found.rows.isEmpty:
            return UnitPages.empty(UnitWords.nothingFound, UnitWords.nothingFoundNote, language)
        case .found(let found):
            return group {
                UnitTable(language: language).found(found.rows)
                if let morePath = found.morePath {
                    p(.class("section-tight")) { a(.href(morePath)) { UnitWords.more[language] } }
                }
            }
        case .nothing: return UnitPages.empty(UnitWords.noUnits, UnitWords.noUnitsNote, language)
        }
    }

    private static func usage(_ inUse: Int, of all: Int, _ language: Language) -> HTML {
        section {
            div(.class("section-head")) { h2 { UnitWords.inUse[language] } }
            p(.class("section-tight")) {
                span(.class("fraction")) {
                    span {
                        b { Figures.grouped(inUse) }
                        span(.class("of")) { " / \(Figures.grouped(all))" }
                    }
                    svg(.class("bar"), .aria("hidden", "true")) {
                        rect(
                            .class("bar-frame"), Attribute("x", ".5"), Attribute("y", ".5"), Attribute("width", "99"),
                            Attribute("height", "4"))
                        rect(
                            .class("bar-done"), Attribute("width", "\(all == 0 ? 0 : inUse * 100 / all)"),
                            Attribute("height", "5"))
                    }
                }
            }
            if inUse < all { p(.class("note")) { UnitWords.notInUse(all - inUse)[language] } }
        }
    }
}
