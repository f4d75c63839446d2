import Markup

/// Squares too small to be links: each state of a branch is one run of them, drawn as at most three rectangles filled by
/// a pattern, so that the page stays small for 2.5 million units. The numbers stand beside them.
enum WallRuns {
    /// The patterns that the runs of a page are filled with. Once per page.
    static func patterns(_ layout: WallLayout) -> HTML {
        svg(.class("defs"), .aria("hidden", "true")) {
            WallLayout.State.allCases.map { state in
                pattern(
                    .id("run-\(state.mark)"), Attribute("width", "\(layout.pitch)"),
                    Attribute("height", "\(layout.pitch)"), Attribute("patternUnits", "userSpaceOnUse")
                ) {
                    layout.isFlat ? flat(state, layout.side) : outlined(state, layout.side)
                }
            }
        }
    }

    /// One branch.
    static func html(_ counts: WallModel.Counts, _ layout: WallLayout) -> HTML {
        let squares = layout.squares(of: counts.squares)
        let lines = layout.lines(squares: squares.values.reduce(0, +))
        let width = layout.perRow * layout.pitch
        let height = lines * layout.pitch
        var start = 0
        var runs = HTML.empty
        for state in WallLayout.State.allCases {
            guard let count = squares[state] else { continue }
            for block in layout.blocks(start: start, count: count) {
                runs += rect(
                    Attribute("fill", "url(#run-\(state.mark))"), Attribute("x", "\(block.column * layout.pitch)"),
                    Attribute("y", "\(block.row * layout.pitch)"),
                    Attribute("width", "\(block.columns * layout.pitch)"),
                    Attribute("height", "\(block.rows * layout.pitch)"))
            }
            start += count
        }
        return svg(
            .class("run"), Attribute("width", "\(width)"), Attribute("height", "\(height)"),
            Attribute("viewBox", "0 0 \(width) \(height)"), .aria("hidden", "true")
        ) { runs }
    }

    private static func outlined(_ state: WallLayout.State, _ side: Int) -> HTML {
        group {
            if state == .relayed {
                square("run-relayed", at: "0", side)
            } else {
                square("run-\(state.mark)", at: ".5", side - 1)
            }
            switch state {
            case .late:
                path(.class("run-corner"), Attribute("d", "M\(side - side / 2) 0H\(side)V\(side / 2)z"))
            case .opened:
                let water = side * 44 / 100
                path(.class("run-water"), Attribute("d", "M1 \(side - 1 - water)h\(side - 2)v\(water)h-\(side - 2)z"))
            default:
                group {}
            }
        }
    }

    private static func flat(_ state: WallLayout.State, _ side: Int) -> HTML {
        switch state {
        case .undelivered, .delivered:
            square(state == .delivered ? "run-flat-delivered" : "run-undelivered", at: ".5", side - 1)
        case .relayed: square("run-relayed", at: "0", side)
        case .late, .opened, .signed: square("run-flat-\(state.mark)", at: "0", side)
        }
    }

    private static func square(_ name: String, at start: String, _ side: Int) -> HTML {
        rect(
            .class(name), Attribute("x", start), Attribute("y", start), Attribute("width", "\(side)"),
            Attribute("height", "\(side)"))
    }
}

extension WallLayout.State {
    /// The last part of its pattern's name and class.
    var mark: String {
        switch self {
        case .late: "late"
        case .undelivered: "undelivered"
        case .delivered: "delivered"
        case .opened: "opened"
        case .signed: "signed"
        case .relayed: "relayed"
        }
    }
}
