import Federation
import Markup

/// How the signatures came in, hour by hour since the first sending: one line that climbs towards all that were reached.
enum TimeLineDrawing {
    private static let (width, height, foot) = (720, 120, 18)

    static func html(_ figures: PictureFigures, in language: Language) -> HTML {
        guard figures.signed > 0, figures.reached > 0, let last = figures.hours.keys.max() else { return .empty }
        let hours = max(24, (last / 24 + 1) * 24)
        let name = PictureWords.timeLine(figures.signed, of: figures.reached, hours: last)[language]
        return figure(.class("time-line")) {
            svg(
                Attribute("viewBox", "0 0 \(width) \(height + foot)"), Attribute("role", "img"), .aria("label", name)
            ) {
                line(y: 0)
                line(y: height)
                days(hours)
                path(.class("time-line-signed"), Attribute("d", climb(figures, hours)))
                if let median = figures.medianHours {
                    path(
                        .class("time-line-median"),
                        Attribute("d", "M\(median * width / hours) \(height)V\(height / 2)"))
                }
            }
            figcaption(.class("note")) { name }
        }
    }

    private static func line(y: Int) -> HTML {
        path(.class("time-line-rule"), Attribute("d", "M0 \(y)H\(width)"))
    }

    private static func days(_ hours: Int) -> HTML {
        let days = hours / 24
        let step = max(1, (days + 9) / 10)
        return group {
            stride(from: step, through: days, by: step).map { day in
                svgText(
                    .class("time-line-day"), Attribute("x", "\(day * 24 * width / hours)"),
                    Attribute("y", "\(height + foot - 4)"), Attribute("text-anchor", "end")
                ) { "\(day * 24) h" }
            }
        }
    }

    private static func climb(_ figures: PictureFigures, _ hours: Int) -> String {
        var (drawn, seen) = ("M0 \(height)", 0)
        for (hour, count) in figures.hours.sorted(by: { $0.key < $1.key }) {
            seen += count
            drawn += "H\((hour + 1) * width / (hours + 1))V\(height - height * seen / figures.reached)"
        }
        return drawn + "H\(width)"
    }
}
