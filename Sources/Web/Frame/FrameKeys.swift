import Federation
import Markup

extension Frame {
    /// The strip at the foot, and the list that opens from it.
    func keyStrip(_ keys: [Key]) -> HTML {
        group {
            footer(.class("keys"), .aria("label", FrameWords.keys[language])) {
                keys.map { key in span { said(key) } }
                button(
                    .type("button"), .class("js-only"), .data("key", "?"), .data("help", ""),
                    .aria("controls", "key-help")
                ) {
                    kbd { "?" }
                    " "
                    FrameWords.allKeys[language]
                }
            }
            keyHelp(keys)
        }
    }

    /// Every key of this page, and the switch for those who would rather have none. It opens by script, as keys work.
    private func keyHelp(_ keys: [Key]) -> HTML {
        let everywhere = [
            Key("/", does: FrameWords.search), Key("?", does: FrameWords.allKeys), Key("Esc", does: FrameWords.close),
        ]
        let own = keys.filter { key in !everywhere.contains { $0.keys == key.keys } }
        return section(
            .class("key-help js-only"), .id("key-help"), .aria("label", FrameWords.allKeys[language]),
            Attribute("hidden", if: true)
        ) {
            ul { (own + everywhere).map { key in li { said(key) } } }
            label(.class("check")) {
                input(.type("checkbox"), .data("single-keys", ""), .checked(true))
                " "
                FrameWords.singleKeys[language]
            }
        }
    }

    private func said(_ key: Key) -> HTML {
        group {
            span { key.keys.map { name in kbd { name } } }
            " "
            span { key.does[language] }
        }
    }
}
