import Federation
import Markup
import Web

enum UnitPages {
    /// One unit.
    static func page(_ model: UnitModel, in frame: Frame) -> HTML {
        let language = frame.language
        return frame.page(
            title: model.name, tab: .units,
            keys: [
                Frame.Key("J", "K", does: UnitWords.keyNext), Frame.Key("↵", does: UnitWords.keyOpen),
                Frame.Key("/", does: UnitWords.findUnit),
            ]
        ) {
            UnitCrumbs.html(model.ancestors, in: frame)
            head(model, language)
            state(model.state, language)
            div(.class(model.state == .working ? "split" : "split section")) {
                div {
                    // At a unit that was closed nobody is missed.
                    if let posts = model.posts, !posts.isEmpty || model.state == .working {
                        people(posts, in: frame)
                    }
                    below(model, language)
                }
                aside {
                    facts(model, language)
                    model.office.section(language)
                    if let invite = model.invite {
                        InviteForms.one(invite, isPrimary: (model.actions?.inviteBelow?.units ?? 0) == 0, in: frame)
                    }
                    if let actions = model.actions {
                        self.actions(actions, importIsPrimary: model.invite == nil, in: frame)
                    }
                    changes(model.changes, language)
                }
            }
        }
    }

    private static func head(_ model: UnitModel, _ language: Language) -> HTML {
        div(.class("page-head")) {
            h1 { model.name }
            span(.class("page-note")) {
                UnitWords.what(model.kind, model.level, model.division)[language]
                span(.class("dot"))
                span(.class("code")) { model.code }
                if !model.shortNames.isEmpty, language == .chinese {
                    group {
                        span(.class("dot"))
                        UnitWords.shortNames(model.shortNames)[language]
                    }
                }
            }
        }
    }

    private static func state(_ state: UnitModel.State, _ language: Language) -> HTML {
        guard state != .working else { return .empty }
        return div(.class("empty"), Attribute("role", "note")) {
            h3 {
                switch state {
                case .working: HTML.empty
                case .closed(let day): HTML(UnitWords.closed(on: TimeWords.day(day, language))[language])
                case .merged(let day, let into):
                    HTML(UnitWords.merged(on: TimeWords.day(day, language))[language] + " ")
                    if let into { a(.href(into.path)) { into.name } }
                }
            }
            p { UnitWords.closedNote[language] }
        }
    }

    // MARK: people

    private static func people(_ posts: [UnitPostShown], in frame: Frame) -> HTML {
        let language = frame.language
        let hasActs = posts.contains { $0.reset != nil || $0.end != nil }
        return section {
            div(.class("section-head")) {
                h2 { UnitWords.peopleAndPosts[language] }
                small { UnitWords.postsNote[language] }
            }
            if posts.isEmpty {
                empty(UnitWords.noPosts, UnitWords.noPostsNote, language)
            } else {
                table(.class("table stack")) {
                    thead {
                        tr {
                            th(Attribute("scope", "col")) { UnitWords.person[language] }
                            th(Attribute("scope", "col")) { UnitWords.post[language] }
                            th(Attribute("scope", "col")) { UnitWords.held[language] }
                            if hasActs {
                                th(Attribute("scope", "col"), Attribute("colspan", "2")) {
                                    span(.class("out")) { UnitWords.change[language] }
                                }
                            }
                        }
                    }
                    tbody { posts.map { row($0, hasActs: hasActs, in: frame) } }
                }
            }
        }
    }

    private static func row(_ post: UnitPostShown, hasActs: Bool, in frame: Frame) -> HTML {
        let language = frame.language
        return tr(.data("item", "")) {
            th(.class("wide"), Attribute("scope", "row")) { post.personName ?? "—" }
            td(.data("label", UnitWords.post[language])) {
                post.title[language]
                if post.title != post.role.name {
                    group {
                        span(.class("dot"))
                        post.role.name[language]
                    }
                }
                if let substitutes = post.substitutes {
                    group {
                        " "; small { AccountWords.standsIn(for: substitutes)[language] }
                    }
                }
            }
            td(.class("second wide"), .data("label", UnitWords.held[language])) {
                post.personName == nil
                    ? UnitWords.vacant[language] : PostDays.text(from: post.fromOn, to: post.toOn, language)
            }
            if hasActs {
                group {
                    td(.class("num")) { act(post.reset, UnitWords.resetPassword, of: post, in: frame) }
                    td(.class("num")) { act(post.end, UnitWords.endPost, of: post, in: frame) }
                }
            }
        }
    }

    private static func act(
        _ target: FormTarget?, _ name: Sentence, of post: UnitPostShown, in frame: Frame
    ) -> HTML {
        guard let target else { return .empty }
        return frame.postForm(target.path, act: target.act) {
            button(.class("btn btn-small")) {
                name[frame.language]
                span(.class("out")) { " \(post.personName ?? "") \(post.title[frame.language])" }
            }
        }
    }

    // MARK: below

    private static func below(_ model: UnitModel, _ language: Language) -> HTML {
        section(.class("section")) {
            div(.class("section-head")) {
                h2 { (model.children == 0 ? UnitWords.nothingBelow : UnitWords.belowHead(model.children))[language] }
                small {
                    model.groups.filter { $0.count > 0 }.map { group in
                        "\(UnitWords.groupTitle(group.kind, group.level)[language]) \(Figures.grouped(group.count))"
                    }.joined(separator: language == .chinese ? "，" : ", ")
                }
                if model.children > 0 {
                    span(.class("more")) { a(.href(model.listPath)) { UnitWords.seeTree[language] } }
                }
            }
            if !model.groups.isEmpty { UnitTable(language: language).level(top: nil, groups: model.groups) }
        }
    }

    // MARK: aside

    private static func facts(_ model: UnitModel, _ language: Language) -> HTML {
        section {
            div(.class("section-head")) { h2 { UnitWords.whereItHangs[language] } }
            dl(.class("facts")) {
                if model.lines.isEmpty {
                    group {
                        dt { UnitWords.name(of: UnitLine.territorial)[language] }
                        dd(.class("quiet")) { UnitWords.top[language] }
                    }
                }
                model.lines.map { line($0, language) }
                dt { UnitWords.below[language] }
                dd { UnitWords.belowCounts(direct: model.children, all: model.below)[language] }
                dt { UnitWords.level[language] }
                dd { model.level.name[language] }
                if let regionCode = model.regionCode {
                    group {
                        dt { UnitWords.region[language] }
                        dd(.class("code")) { regionCode }
                    }
                }
                if let nameEnglish = model.nameEnglish, language == .chinese {
                    group {
                        dt { UnitWords.english[language] }
                        dd(.lang("en")) { nameEnglish }
                    }
                }
            }
            if let journalPath = model.journalPath {
                p(.class("section-tight")) { a(.href(journalPath)) { UnitWords.journal[language] } }
            }
        }
    }

    static func line(_ line: UnitLineShown, _ language: Language) -> HTML {
        group {
            dt { UnitWords.name(of: line.line)[language] }
            dd {
                a(.href(line.parent.path)) { line.parent.name }
                " "
                small {
                    if line.toOn == nil {
                        (line.isPrimary ? UnitWords.primary : UnitWords.second)[language]
                        language == .chinese ? "，" : ", "
                    }
                    PostDays.text(from: line.fromOn, to: line.toOn, language)
                }
            }
        }
    }

    private static func changes(_ paths: UnitChangePaths, _ language: Language) -> HTML {
        guard !paths.isEmpty else { return .empty }
        let links: [(UnitChangeModel.Change, String?)] = [
            (.move, paths.move), (.secondLine, paths.secondLine), (.endSecondLine, paths.endSecondLine),
            (.merge, paths.merge), (.close, paths.close),
        ]
        return section(.class("section")) {
            div(.class("section-head")) { h2 { UnitWords.change[language] } }
            ul(.class("rows")) {
                links.compactMap { change, path in
                    path.map { path in li { a(.href(path)) { UnitWords.name(of: change)[language] } } }
                }
            }
        }
    }

    // MARK: shared with the list

    static func empty(_ head: Sentence, _ note: Sentence, _ language: Language) -> HTML {
        div(.class("empty section-tight")) {
            p { b { head[language] } }
            p { note[language] }
        }
    }

    /// What an administrator can begin here.
    static func actions(_ actions: UnitActions, importIsPrimary: Bool, in frame: Frame) -> HTML {
        let language = frame.language
        let isInvitePrimary = (actions.inviteBelow?.units ?? 0) > 0
        return group {
            if let inviteBelow = actions.inviteBelow {
                InviteForms.below(inviteBelow, isPrimary: isInvitePrimary, in: frame)
            }
            if let importPath = actions.importPath {
                section(.class("section")) {
                    div(.class("section-head")) { h2 { UnitWords.addUnits[language] } }
                    div(.class("acts")) {
                        a(.class(importIsPrimary && !isInvitePrimary ? "btn btn-primary" : "btn"), .href(importPath)) {
                            UnitWords.importTable[language]
                        }
                    }
                    p(.class("note section-tight")) { UnitWords.importNote[language] }
                }
            }
            if let invitationsPath = actions.invitationsPath {
                p(.class("section")) { a(.href(invitationsPath)) { InvitationWords.openOnes[language] } }
            }
        }
    }
}
