import Federation
import Markup
import Web

/// Tiles on their grid: how full one is, is how many have signed; a red corner where too many are late.
enum TileDrawing {
    private static let (side, gap) = (74, 6)

    static func html(_ tiles: PictureModel.Tiles, in language: Language) -> HTML {
        let step = side + gap
        let (width, height) = (tiles.grid.columns * step - gap, tiles.grid.rows * step - gap)
        return figure(.class("tiles")) {
            svg(Attribute("viewBox", "0 0 \(width) \(height)"), Attribute("role", "group")) {
                tiles.grid.places.map { place in
                    tile(
                        place, tiles.figures[place.name], x: (place.column - 1) * step, y: (place.row - 1) * step,
                        language)
                }
            }
            figcaption(.class("note")) { PictureWords.tilesNote[language] }
        }
    }

    private static func tile(
        _ place: TileGrid.Place, _ found: (figures: PictureFigures, path: String?)?, x: Int, y: Int,
        _ language: Language
    ) -> HTML {
        guard let found else {
            return g(.class("tile-none")) {
                frame(x, y)
                words(place.name, PictureWords.noUnit[language], x, y, isFirstOnly: true)
            }
        }
        let filled = PictureRules.percent(found.figures.signed, of: found.figures.reached).map { side * $0 / 100 } ?? 0
        let name = PictureWords.tile(place.name, found.figures)[language]
        let drawing = group {
            element("title", []) { name }
            frame(x, y)
            if filled > 0 {
                rect(
                    .class("tile-fill"), Attribute("x", "\(x)"), Attribute("y", "\(y + side - filled)"),
                    Attribute("width", "\(side)"), Attribute("height", "\(filled)"))
            }
            if PictureRules.isMarked(found.figures) {
                path(
                    .class("tile-late"),
                    Attribute("d", "M\(x + side / 2) \(y)H\(x + side)V\(y + side / 2)Z"))
            }
            words(place.name, "\(found.figures.signed.grouped)/\(found.figures.reached.grouped)", x, y)
        }
        guard let path = found.path else { return g { drawing } }
        return a(.class("plain tile"), .href(path), .aria("label", name)) { drawing }
    }

    private static func frame(_ x: Int, _ y: Int) -> HTML {
        rect(
            .class("tile-frame"), Attribute("x", "\(x)"), Attribute("y", "\(y)"), Attribute("width", "\(side)"),
            Attribute("height", "\(side)"))
    }

    private static func words(_ name: String, _ count: String, _ x: Int, _ y: Int, isFirstOnly: Bool = false) -> HTML {
        group {
            svgText(
                .class("tile-name"), .lang(Language.chinese.tag), Attribute("x", "\(x + 6)"),
                Attribute("y", "\(y + 22)")
            ) { name }
            if !isFirstOnly {
                svgText(.class("tile-count"), Attribute("x", "\(x + 6)"), Attribute("y", "\(y + side - 8)")) { count }
            }
        }
    }
}
