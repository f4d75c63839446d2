import Federation
import Markup
import Web

/// The folded part of the registering form that says how a paper from outside came.
enum NoticeArrivalPages {
    static func part(
        _ form: NoticeArrivalForm, _ errors: [AddresseesModel.FieldError], _ language: Language
    ) -> HTML {
        let own = errors.filter { $0.field.hasPrefix("arrival_") }
        let sentences = own.reduce(into: [String: Sentence]()) { $0[$1.field] = $1.sentence }
        let parts = FormParts(language: language, errors: sentences)
        return details(.class("section-tight"), Attribute("open", if: !form.isEmpty)) {
            summary { u { NoticeArrivalWords.head[language] } }
            parts.choice(
                "arrival_channel", NoticeArrivalWords.channel,
                options: [("", NoticeArrivalWords.none)]
                    + ReceiptFact.Channel.allCases.map { ($0.rawValue, NoticeArrivalWords.channel($0)) },
                chosen: form.channel)
            parts.text("arrival_day", NoticeArrivalWords.day, value: form.day, type: "date")
            parts.text(
                "arrival_time", NoticeArrivalWords.time, value: form.time, type: "time",
                note: NoticeArrivalWords.timeNote)
        }
    }
}
