import Federation
package import Markup
package import Web

/// The page on which a sender writes down which units were told, how and when; one channel and hour for all that are ticked.
package enum ReceiptRecordPages {
    package static func page(_ model: ReceiptRecordModel, in frame: Frame) -> HTML {
        let language = frame.language
        let parts = FormParts(language: language, errors: model.errors)
        return frame.page(title: ReceiptRecordWords.title[language], tab: .notices) {
            p(.class("crumbs")) {
                a(.href(model.notice.listPath)) { ReceiptWords.notices[language] }
                " / "
                a(.href(model.notice.path), .lang(Language.chinese.tag)) { model.notice.title }
                " / "
                a(.href(model.wallPath)) { ReceiptRecordWords.wall[language] }
                " / "
                ReceiptRecordWords.head[language]
            }
            div(.class("page-head")) {
                h1 {
                    GradeBadge.html(model.notice.grade, in: language)
                    " "
                    ReceiptRecordWords.title[language]
                }
                span(.class("page-note page-note-right")) {
                    ReceiptRecordWords.sentAt(TimeWords.short(model.sentAt, language))[language]
                }
            }
            parts.summary(["unit", "channel", "day", "time"])
            p(.class("second")) { ReceiptRecordWords.notice[language] }
            if model.count == 0 {
                p(.class("empty")) { ReceiptRecordWords.everybodySigned[language] }
            } else {
                form(model, parts, in: frame)
            }
        }
    }

    private static func form(_ model: ReceiptRecordModel, _ parts: FormParts, in frame: Frame) -> HTML {
        let language = frame.language
        return frame.postForm(model.path, act: model.act, [.class("split section")]) {
            div(.id("unit")) {
                parts.errorLine("unit")
                units(ReceiptRecordWords.absent, ReceiptRecordWords.absentNote, model.absent, model, language)
                units(ReceiptRecordWords.others, ReceiptRecordWords.othersNote, model.others, model, language)
                let listed = model.absent.count + model.others.count
                if model.count > listed {
                    p(.class("note")) { ReceiptRecordWords.rest(model.count - listed)[language] }
                }
            }
            section(.class("form stick")) {
                parts.choice(
                    "channel", ReceiptRecordWords.channelHead,
                    options: [("", ReceiptRecordWords.choose)]
                        + ReceiptFact.Channel.allCases.map { ($0.rawValue, ReceiptRecordWords.channel($0)) },
                    chosen: model.form.channel?.rawValue ?? "")
                parts.text(
                    "day", ReceiptRecordWords.day, value: model.form.day, type: "date",
                    [Attribute("max", model.today)])
                parts.text(
                    "time", ReceiptRecordWords.time, value: model.form.time, type: "time",
                    note: ReceiptRecordWords.timeNote)
                parts.text(
                    "note", ReceiptRecordWords.note, value: model.form.note, note: ReceiptRecordWords.noteNote,
                    [Attribute("maxlength", "\(Receipt.noteMax)")])
                div(.class("acts")) {
                    button(.class("btn btn-primary")) { ReceiptRecordWords.record[language] }
                    a(.class("btn"), .href(model.wallPath)) { ReceiptRecordWords.wall[language] }
                }
            }
        }
    }

    private static func units(
        _ head: Sentence, _ note: Sentence, _ units: [ReceiptRecordModel.Waiting], _ model: ReceiptRecordModel,
        _ language: Language
    ) -> HTML {
        UnitTicks.html(
            head, note: note,
            units.map { unit in
                UnitTicks.Row(
                    id: unit.id, name: unit.name, state: unit.state, isLate: unit.isLate,
                    isTicked: model.form.units.contains(unit.id),
                    note: ReceiptWords.state(unit.state, late: unit.isLate)[language])
            }, language)
    }
}
