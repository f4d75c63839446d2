package import Federation
import Markup

/// Another page about this notice or this unit's copy of it.
package struct NoticeLink: Sendable {
    package var name: Sentence
    package var path: String
    /// How it stands there: 等张甲批办.
    package var note: Sentence?

    package init(name: Sentence, path: String, note: Sentence? = nil) {
        self.name = name
        self.path = path
        self.note = note
    }
}

/// Something that everyone who holds the notice must see before they read on: it was withdrawn, replaced, corrected.
package struct NoticeBanner: Sendable {
    /// The paper no longer holds: drawn in red; else in amber.
    package var isEnd: Bool
    package var head: Sentence
    package var text: Sentence
    /// Where what holds now is, or where it is told.
    package var link: NoticeLink?

    package init(isEnd: Bool, head: Sentence, text: Sentence, link: NoticeLink? = nil) {
        self.isEnd = isEnd
        self.head = head
        self.text = text
        self.link = link
    }
}

enum NoticeSlots {
    static func banners(_ banners: [NoticeBanner], _ language: Language) -> HTML {
        group {
            banners.map { banner in
                section(.class(banner.isEnd ? "banner banner-end" : "banner")) {
                    p {
                        b { banner.head[language] }
                        " "
                        banner.text[language]
                    }
                    if let link = banner.link { p { a(.href(link.path)) { link.name[language] } } }
                }
            }
        }
    }

    static func links(_ links: [NoticeLink], _ language: Language) -> HTML {
        guard !links.isEmpty else { return .empty }
        return ul(.class("rows")) {
            links.map { link in
                li {
                    a(.href(link.path)) { link.name[language] }
                    if let note = link.note {
                        " "
                        span(.class("note")) { note[language] }
                    }
                }
            }
        }
    }
}
