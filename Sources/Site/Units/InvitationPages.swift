import Federation
import Markup
import Web

enum InvitationPages {
    // MARK: those given out

    static func list(_ model: InvitationListModel, in frame: Frame) -> HTML {
        let language = frame.language
        return frame.page(title: InvitationWords.openOnes[language], tab: .units) {
            UnitCrumbs.html(model.ancestors, last: InvitationWords.openOnes[language], in: frame)
            div(.class("page-head")) {
                h1 { InvitationWords.listHead[language] }
                span(.class("page-note")) { model.unitName }
            }
            if model.rows.isEmpty {
                UnitPages.empty(InvitationWords.none, InvitationWords.noneNote, language)
            } else {
                table(.class("table stack"), .data("list", "")) {
                    thead {
                        tr {
                            [
                                InvitationWords.unit, InvitationWords.purpose, InvitationWords.issuedAt,
                                InvitationWords.expires, InvitationWords.state,
                            ].map { name in th(Attribute("scope", "col")) { name[language] } }
                            th(Attribute("scope", "col"), Attribute("colspan", "2")) {
                                span(.class("out")) { InvitationWords.withdraw[language] }
                            }
                        }
                    }
                    tbody { model.rows.map { row($0, in: frame) } }
                }
            }
            if let morePath = model.morePath {
                p(.class("section-tight")) { a(.href(morePath)) { UnitWords.more[language] } }
            }
        }
    }

    private static func row(_ row: InvitationRowShown, in frame: Frame) -> HTML {
        let language = frame.language
        return tr(.data("item", "")) {
            th(.class("wide"), Attribute("scope", "row")) {
                a(.href(row.unit.path), .data("open", "")) { row.unit.name }
            }
            td(.data("label", InvitationWords.purpose[language])) { purpose(row.purpose, language) }
            td(.class("second"), .data("label", InvitationWords.issuedAt[language])) {
                TimeWords.short(row.issuedAt, language)
                if let issuerName = row.issuerName { " \(issuerName)" }
            }
            td(.class("second nowrap"), .data("label", InvitationWords.expires[language])) {
                TimeWords.short(row.expiresAt, language)
            }
            td {
                Flags.flag(
                    row.state == .expired ? "passed" : row.state == .used ? "known" : "absent",
                    InvitationWords.name(of: row.state)[language])
            }
            td(.class("num")) {
                if let sheetPath = row.sheetPath { a(.href(sheetPath)) { InvitationWords.sheet[language] } }
            }
            td(.class("num")) {
                if let withdraw = row.withdraw {
                    frame.postForm(withdraw.path, act: withdraw.act) {
                        button(.class("btn btn-small")) {
                            InvitationWords.withdraw[language]
                            span(.class("out")) { " \(row.unit.name) \(purpose(row.purpose, language))" }
                        }
                    }
                }
            }
        }
    }

    private static func purpose(_ purpose: InvitationPurpose, _ language: Language) -> String {
        switch purpose {
        case .post(let role): role.name[language]
        case .reset(let personName): InvitationWords.reset(personName)[language]
        }
    }

    // MARK: the sheet

    static func sheet(_ model: InvitationSheetModel, in frame: Frame) -> HTML {
        let language = frame.language
        let head = InvitationWords.sheetHead(model.lines.count)[language]
        return frame.bare(title: head) {
            main(.class("desk"), .id("main")) {
                p(.class("crumbs no-print")) {
                    a(.href(FrameRoutes.units.path())) { UnitWords.units[language] }
                    " / "
                    a(.href(model.unitPath)) { model.unitName }
                    " / \(head)"
                }
                div(.class("page-head")) {
                    h1 { head }
                    span(.class("page-note no-print")) { InvitationWords.sheetNote[language] }
                    span(.class("page-note page-note-right no-print")) {
                        button(
                            .type("button"), .class("btn btn-primary js-only"), .data("print", ""), .data("key", "P")
                        ) {
                            InvitationWords.print(model.lines.count)[language]
                            " "
                            kbd { "P" }
                        }
                    }
                }
                ul(.class("sheet")) { model.lines.map { strip($0, model, language) } }
                if model.leftOut > 0 {
                    p(.class("note section no-print")) { InvitationWords.leftOut(model.leftOut)[language] }
                }
                p(.class("print-foot")) {
                    InvitationWords.foot(
                        model.unitName, model.lines.count, at: TimeWords.short(model.issuedAt, language),
                        by: model.issuerName)[language]
                }
            }
        }
    }

    private static func strip(_ strip: InvitationStrip, _ model: InvitationSheetModel, _ language: Language) -> HTML {
        li(.class("strip")) {
            if strip.code != nil, let qrPath = strip.qrPath, let size = strip.qrSize {
                svg(
                    Attribute("viewBox", "0 0 \(size) \(size)"), Attribute("shape-rendering", "crispEdges"),
                    .aria("hidden", "true")
                ) { path(Attribute("d", qrPath)) }
            } else {
                // Keeps the code's column where there is no code to show.
                span()
            }
            div {
                h2 { strip.unitName }
                p { purpose(strip.purpose, language) }
                p(.class("strip-code")) { strip.code ?? InvitationWords.gone[language] }
                if strip.code != nil {
                    p {
                        InvitationWords.use(model.address, until: TimeWords.short(strip.expiresAt, language))[language]
                    }
                }
                p {
                    InvitationWords.issued(
                        by: model.issuerName, at: model.unitName, TimeWords.short(model.issuedAt, language))[language]
                }
            }
        }
    }

    // MARK: coming in

    /// Where a code is typed in.
    static func code(_ model: InvitationCodeModel, in frame: Frame) -> HTML {
        let language = frame.language
        let parts = FormParts(language: language, errors: model.errors)
        return frame.page(title: InvitationWords.codeHead[language], tab: nil, isNarrow: true) {
            div(.class("page-head")) { h1 { InvitationWords.codeHead[language] } }
            parts.summary(["code"], wayOn: model.wayOn)
            frame.postForm(model.path, act: nil, [.class("form")]) {
                parts.text(
                    "code", InvitationWords.code, value: model.code, note: InvitationWords.codeNote, isCode: true,
                    [
                        Attribute("autocomplete", "off"), Attribute("autocapitalize", "characters"),
                        Attribute("spellcheck", "false"), Attribute("placeholder", "XXXX-XXXX-XXXX"),
                    ])
                div(.class("acts")) { button(.class("btn btn-primary")) { InvitationWords.goOn[language] } }
            }
            p(.class("note section")) { a(.href(FrameRoutes.signIn.path())) { InvitationWords.toSignIn[language] } }
        }
    }
}
