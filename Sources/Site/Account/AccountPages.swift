import Federation
import Markup
import Web

enum AccountPages {
    static func page(_ model: AccountModel, in frame: Frame) -> HTML {
        let language = frame.language
        return frame.page(title: AccountWords.head[language], tab: nil) {
            div(.class("page-head")) { h1 { AccountWords.head[language] } }
            div(.class("split")) {
                div {
                    posts(model.posts, in: frame)
                    sessions(model.sessions, in: frame)
                }
                aside {
                    section {
                        div(.class("section-head")) { h2 { AccountWords.account[language] } }
                        dl(.class("facts")) {
                            dt { AccountWords.name[language] }
                            dd { model.name }
                            dt { AccountWords.login[language] }
                            dd(.class("code")) { model.login }
                            dt { AccountWords.language[language] }
                            dd { frame.languageForm() }
                        }
                        frame.postForm(model.signOut.path, act: model.signOut.act) {
                            div(.class("acts")) {
                                button(.class("btn btn-primary")) { AccountWords.signOut[language] }
                            }
                        }
                        p(.class("section-tight")) {
                            a(.href(model.passwordPath)) { PasswordWords.head[language] }
                        }
                    }
                    model.office.section(language)
                }
            }
        }
    }

    // MARK: posts

    private static func posts(_ posts: [AccountPost], in frame: Frame) -> HTML {
        let language = frame.language
        return section {
            div(.class("section-head")) {
                h2 { AccountWords.posts[language] }
                small { AccountWords.postsNote[language] }
            }
            if posts.isEmpty {
                div(.class("empty")) {
                    h3 { AccountWords.noPosts[language] }
                    p { AccountWords.noPostsNote[language] }
                }
            } else {
                if !posts.contains(where: \.isActing) { p { AccountWords.noneActing[language] } }
                table(.class("table stack"), .data("list", "")) {
                    thead {
                        tr {
                            th(Attribute("scope", "col")) { AccountWords.post[language] }
                            th(Attribute("scope", "col")) { AccountWords.unit[language] }
                            th(Attribute("scope", "col")) { AccountWords.since[language] }
                            th(Attribute("scope", "col")) { span(.class("out")) { AccountWords.actAs[language] } }
                        }
                    }
                    tbody { posts.map { row($0, in: frame) } }
                }
            }
        }
    }

    private static func row(_ post: AccountPost, in frame: Frame) -> HTML {
        let language = frame.language
        return tr(.data("item", ""), post.isActing ? .aria("current", "true") : .none) {
            th(.class("wide"), Attribute("scope", "row")) {
                post.title[language]
                if post.role != post.title {
                    group {
                        " "; small { post.role[language] }
                    }
                }
                if let substitutes = post.substitutes {
                    group {
                        " "; small { AccountWords.standsIn(for: substitutes)[language] }
                    }
                }
            }
            td(.data("label", AccountWords.unit[language])) { a(.href(post.unitPath)) { post.unitName } }
            td(.class("second"), .data("label", AccountWords.since[language])) {
                PostDays.text(from: post.fromOn, to: post.toOn, language)
            }
            td(.class("num")) {
                if let act = post.act, !post.isActing {
                    frame.postForm(act.path, act: act.act) {
                        input(.type("hidden"), .name("post"), .value(post.id))
                        button(.class("btn btn-small")) {
                            AccountWords.actAs[language]
                            span(.class("out")) { " \(post.title[language]) \(post.unitName)" }
                        }
                    }
                } else if post.isActing {
                    Flags.flag("known", AccountWords.acting[language])
                }
            }
        }
    }

    // MARK: sessions

    private static func sessions(_ sessions: [AccountSession], in frame: Frame) -> HTML {
        let language = frame.language
        return section(.class("section")) {
            div(.class("section-head")) {
                h2 { AccountWords.sessions[language] }
                small { AccountWords.sessionsNote[language] }
            }
            table(.class("table stack")) {
                thead {
                    tr {
                        th(Attribute("scope", "col")) { AccountWords.browser[language] }
                        th(Attribute("scope", "col")) { AccountWords.post[language] }
                        th(Attribute("scope", "col")) { AccountWords.opened[language] }
                        th(Attribute("scope", "col")) { AccountWords.seen[language] }
                        th(Attribute("scope", "col")) { AccountWords.expires[language] }
                        th(Attribute("scope", "col")) { span(.class("out")) { AccountWords.close[language] } }
                    }
                }
                tbody { sessions.map { row($0, in: frame) } }
            }
        }
    }

    private static func row(_ session: AccountSession, in frame: Frame) -> HTML {
        let language = frame.language
        let place = session.isKnownPhone ? AccountWords.ownPhone : AccountWords.elsewhere
        return tr {
            th(.class("wide"), Attribute("scope", "row")) {
                (session.isHere ? AccountWords.here : place)[language]
                if session.isHere, session.isKnownPhone {
                    group {
                        " "; small { AccountWords.ownPhone[language] }
                    }
                }
            }
            td(.data("label", AccountWords.post[language])) {
                session.postTitle?[language] ?? AccountWords.noPost[language]
            }
            moment(session.openedAt, AccountWords.opened, language)
            moment(session.seenAt, AccountWords.seen, language)
            moment(session.expiresAt, AccountWords.expires, language)
            td(.class("num")) {
                frame.postForm(session.close.path, act: session.close.act) {
                    button(.class("btn btn-small")) {
                        (session.isHere ? AccountWords.signOut : AccountWords.close)[language]
                    }
                }
            }
        }
    }

    private static func moment(_ moment: Moment, _ name: Sentence, _ language: Language) -> HTML {
        td(.class("second nowrap"), .data("label", name[language])) { TimeWords.short(moment, language) }
    }
}

/// From when until when a post is held.
enum PostDays {
    static func text(from: String?, to: String?, _ language: Language) -> String {
        [
            from.map { AccountWords.from(TimeWords.day($0, language))[language] },
            to.map { AccountWords.until(TimeWords.day($0, language))[language] },
        ].compactMap { $0 }.joined(separator: language == .chinese ? "，" : ", ")
    }
}
