import Markup

/// A state as icon and word.
enum Flags {
    /// - Parameter kind: `known`, `absent`, `passed`, `inferred` or `unsure`: the flag's class and its drawing.
    static func flag(_ kind: String, _ text: String) -> HTML {
        span(.class("flag \(kind)")) {
            svg(.aria("hidden", "true")) { use(.href("#i-\(kind)")) }
            text
        }
    }
}
