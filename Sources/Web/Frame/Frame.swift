package import Federation
package import Markup

/// What stands around every page: head with folder tabs, slip, keys; at the phone's foot the same tabs.
package struct Frame: Sendable {
    package var language: Language
    package var unitName: String?
    package var personName: String?
    package var postTitle: String?
    package var openDues: Int?
    package var isDemo: Bool
    package var time: String
    /// Where the language switch returns to.
    package var address: String
    package var csrf: String
    package var slip: Slip?

    /// A main section.
    package struct Tab: Sendable {
        package let id: TabID
        package let path: String
        package let name: Sentence
    }

    package enum TabID: String, Sendable { case today, notices, duties, units, journal }

    /// What was just saved, when and by whom, told at the head of the next page.
    package struct Slip: Sendable {
        package var sentence: String
        package var detail: String
        package init(sentence: String, detail: String) {
            self.sentence = sentence
            self.detail = detail
        }
    }

    /// One key of the strip at the foot.
    package struct Key: Sendable {
        package let keys: [String]
        package let does: Sentence
        package init(_ keys: String..., does: Sentence) {
            self.keys = keys
            self.does = does
        }
    }

    package static let tabs: [Tab] = [
        Tab(id: .today, path: FrameRoutes.today.path(), name: Sentence(zh: "今日", en: "Today")),
        Tab(id: .notices, path: FrameRoutes.notices.path(), name: Sentence(zh: "公文", en: "Notices")),
        Tab(id: .duties, path: FrameRoutes.duties.path(), name: Sentence(zh: "落实", en: "Duties")),
        Tab(id: .units, path: FrameRoutes.units.path(), name: Sentence(zh: "单位", en: "Units")),
        Tab(id: .journal, path: FrameRoutes.journal.path(), name: Sentence(zh: "日志", en: "Journal")),
    ]

    /// A page within the frame.
    /// - Parameters:
    ///   - tab: the open folder tab.
    ///   - isNarrow: one column, for the pages of the grassroots.
    package func page(
        title: String, tab: TabID?, isNarrow: Bool = false, keys: [Key] = [], live: String? = nil,
        @HTMLBuilder _ content: () -> HTML
    ) -> HTML {
        HTML.document(
            language: language.tag, head: head(title),
            body: group {
                Frame.symbols
                a(.class("skip"), .href("#main")) { FrameWords.skip[language] }
                masthead(tab)
                main(
                    .class(isNarrow ? "desk narrow" : "desk"), .id("main"),
                    live.map { .data("live", $0) } ?? .none
                ) {
                    if let slip { slipHTML(slip) }
                    content()
                }
                if let personName {
                    bottomNav(tab)
                    p(.class("print-foot")) { FrameWords.printed(unitName, time, personName)[language] }
                }
                if !keys.isEmpty { keyStrip(keys) }
            },
            bodyAttributes: [.class(personName == nil ? "" : "has-nav")])
    }

    /// A page without head and tabs: the sign-in page, sheets to print.
    package func bare(title: String, @HTMLBuilder _ content: () -> HTML) -> HTML {
        HTML.document(
            language: language.tag, head: head(title),
            body: group {
                Frame.symbols
                content()
            })
    }

    private func head(_ title: String) -> HTML {
        group {
            meta(Attribute("charset", "utf-8"))
            meta(.name("viewport"), Attribute("content", "width=device-width, initial-scale=1, viewport-fit=cover"))
            element("title", []) { "\(title) · \(FrameWords.product[language])" }
            link(Attribute("rel", "icon"), .type("image/svg+xml"), .href(FrameRoutes.icon.path()))
            link(Attribute("rel", "stylesheet"), .href(FrameRoutes.stylesheet.path()))
            element("script", [Attribute("src", FrameRoutes.script.path()), Attribute("defer", if: true)]) {}
        }
    }

    private func masthead(_ tab: TabID?) -> HTML {
        header(.class("head")) {
            a(.class("brand"), .href(FrameRoutes.today.path()), .aria("label", FrameWords.product[language])) {
                svg(Attribute("viewBox", "0 0 20 20"), .aria("hidden", "true")) { use(.href("#mark")) }
                span(.class("brand-name")) { FrameWords.product[language] }
            }
            if let unitName { span(.class("head-unit")) { unitName } }
            if personName != nil {
                nav(.class("tabs"), .aria("label", FrameWords.sections[language])) { tabLinks(tab) }
            }
            div(.class("head-right")) {
                if isDemo {
                    span(.class("demo-mark"), Attribute("title", FrameWords.demoData[language])) {
                        FrameWords.demoMark[language]
                        span { FrameWords.demoMarkRest[language] }
                    }
                }
                if personName != nil { searchForm() }
                element("time", [.class("head-time")]) { time }
                languageForm()
                if let personName {
                    a(.class("head-person"), .href(FrameRoutes.account.path())) {
                        personName
                        " "
                        span(.class("post")) { postTitle ?? FrameWords.noPost[language] }
                    }
                }
            }
        }
    }

    private func tabLinks(_ current: TabID?) -> [HTML] {
        Frame.tabs.map { tab in
            a(.href(tab.path), tab.id == current ? .aria("current", "page") : .none) {
                tab.name[language]
                if tab.id == .today, let openDues, openDues > 0 {
                    " "
                    small { "\(openDues)" }
                }
            }
        }
    }

    private func searchForm() -> HTML {
        form(Attribute("action", FrameRoutes.units.path()), Attribute("role", "search")) {
            label(.class("out"), .for("q")) { FrameWords.search[language] }
            input(
                .class("input"), .id("q"), .name("q"), .type("search"),
                Attribute("placeholder", FrameWords.searchHint[language]), .data("key", "/"),
                .data("key-label", FrameWords.search[language]))
        }
    }

    package func languageForm() -> HTML {
        form(.class("lang"), Attribute("method", "post"), Attribute("action", FrameRoutes.language.path())) {
            hiddenFields(act: nil)
            input(.type("hidden"), .name("return"), .value(address))
            switch language {
            case .chinese:
                b { "中文" }
                span { " · " }
                button(.class("btn-link"), .lang("en"), .name("language"), .value("en")) { "English" }
            case .english:
                button(.class("btn-link"), .lang("zh-CN"), .name("language"), .value("zh")) { "中文" }
                span { " · " }
                b { "English" }
            }
        }
    }

    private func slipHTML(_ slip: Slip) -> HTML {
        div(.class("slip"), Attribute("role", "status")) {
            svg(.aria("hidden", "true")) { use(.href("#sq-signed")) }
            div {
                p { b { slip.sentence } }
                p { slip.detail }
            }
        }
    }

    private func bottomNav(_ tab: TabID?) -> HTML {
        nav(.class("bottomnav"), .aria("label", FrameWords.sections[language])) { tabLinks(tab) }
    }

    /// The fields every form carries: proof that the page is ours, and the act's id made when the form was shown.
    package func hiddenFields(act: ActID?) -> HTML {
        group {
            input(.type("hidden"), .name("csrf"), .value(csrf))
            if let act { input(.type("hidden"), .name("act"), .value("\(act)")) }
        }
    }

    /// A form that posts.
    package func postForm(
        _ action: String, act: ActID?, _ attributes: [Attribute] = [], takesFiles: Bool = false,
        @HTMLBuilder _ content: () -> HTML
    ) -> HTML {
        element(
            "form",
            [
                Attribute("method", "post"), Attribute("action", action),
                takesFiles ? Attribute("enctype", "multipart/form-data") : .none,
            ] + attributes
        ) {
            hiddenFields(act: act)
            content()
        }
    }
}

extension Language {
    /// For `lang` attributes.
    package var tag: String {
        switch self {
        case .chinese: "zh-CN"
        case .english: "en"
        }
    }
}
