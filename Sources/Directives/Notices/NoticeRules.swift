package import Federation

/// What is said no to about notices.
package enum NoticeRefusal: Refusal {
    case unreadable(ReaderRefusal)
    case titleMissing
    case issuerMissing
    case gradeUnknown(at: [Int] = [])
    case dateUnreadable(at: [Int] = [])
    case notRegistrar

    package var code: String {
        switch self {
        case .unreadable(.empty): "notice.empty"
        case .unreadable(.notText): "notice.not_text"
        case .unreadable(.tooLong): "notice.too_long"
        case .unreadable(.classified): "notice.classified"
        case .unreadable(.notANotice): "notice.not_a_notice"
        case .titleMissing: "notice.title_missing"
        case .issuerMissing: "notice.issuer_missing"
        case .gradeUnknown: "notice.grade_unknown"
        case .dateUnreadable: "notice.date_unreadable"
        case .notRegistrar: "notice.not_registrar"
        }
    }

    package var manner: RefusalManner {
        switch self {
        case .unreadable(.tooLong): .tooLarge
        case .notRegistrar: .forbidden
        default: .invalid
        }
    }

    /// The name in the form of the field where it happened.
    package var field: String {
        switch self {
        case .unreadable, .notRegistrar: "text"
        case .titleMissing: NoticePlace(.title).formName
        case .issuerMissing: NoticePlace(.issuer).formName
        case .gradeUnknown(let path): NoticePlace(path, .grade).formName
        case .dateUnreadable(let path): NoticePlace(path, .date).formName
        }
    }

    package var sentence: Sentence {
        switch self {
        case .unreadable(.empty):
            Sentence(zh: "还没有粘贴公文的文字。", en: "No text of a notice has been pasted yet.")
        case .unreadable(.notText):
            Sentence(
                zh: "这不是文字，读不了。请粘贴公文的文字，或上传 TXT。",
                en: "This is not text and cannot be read. Paste the text of the notice, or upload it as TXT.")
        case .unreadable(.tooLong):
            Sentence(zh: "超过 4 MB，一份公文没有这么长。", en: "Over 4 MB; no notice is that long.")
        case .unreadable(.classified(let mark)):
            Sentence(
                zh: "原文标有“\(mark)”。涉密公文不能放进众志，没有保存。",
                en: "The paper is marked “\(mark)”. Muster must not hold classified papers; nothing was kept.")
        case .unreadable(.notANotice):
            Sentence(
                zh: "没有读出标题、文号、主送、落款中的任何一样，看起来不是公文。",
                en: "No title, number, addressees or signature was found; this does not look like a notice.")
        case .titleMissing: Sentence(zh: "公文要有标题。", en: "A notice needs a title.")
        case .issuerMissing: Sentence(zh: "写上发文单位。", en: "Say who issued it.")
        case .gradeUnknown:
            Sentence(zh: "等级只能是特提、特急、加急、平急，或者空着。", en: "The grade is 特提, 特急, 加急 or 平急, or left empty.")
        case .dateUnreadable: Sentence(zh: "日期写成 2020-02-04。", en: "Write the date as 2020-02-04.")
        case .notRegistrar:
            Sentence(
                zh: "只有登记这份公文的单位可以改正它的字段。", en: "Only the unit that registered this notice may correct its fields.")
        }
    }

    package var wayOn: Sentence? {
        switch self {
        case .unreadable(.classified):
            Sentence(zh: "请按保密规定办理原件。", en: "Handle the original under the rules for classified papers.")
        case .unreadable(.notANotice):
            Sentence(
                zh: "从原件重新复制全文，连标题和落款一起粘贴。",
                en: "Copy the whole paper again, with its title and signature, and paste it.")
        default: nil
        }
    }
}

enum NoticeRules {
    /// A reading that may be registered.
    static func check(_ reading: ReadNotice) throws {
        guard let title = reading.title, !title.isEmpty else { throw NoticeRefusal.titleMissing }
        guard !reading.issuers.isEmpty else { throw NoticeRefusal.issuerMissing }
        try checkValues(reading, at: [])
    }

    /// Grade and date, of the paper and of all it carries.
    private static func checkValues(_ reading: ReadNotice, at path: [Int]) throws {
        if let grade = reading.grade, Grade(rawValue: grade) == nil { throw NoticeRefusal.gradeUnknown(at: path) }
        if let date = reading.date, !isDay(date) { throw NoticeRefusal.dateUnreadable(at: path) }
        for (place, inner) in reading.forwarded.enumerated() { try checkValues(inner.notice, at: path + [place]) }
    }

    static func isDay(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]), (1...12).contains(month)
        else { return false }
        let isLeap = year % 4 == 0 && year % 100 != 0 || year % 400 == 0
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return (1...lengths[month - 1]).contains(day)
    }

    /// Which corrections a form's values mean: a field left as it was read is none.
    static func corrections(
        _ values: [NoticePlace: String], of reading: ReadNotice, at path: [Int] = []
    ) -> [NoticeCorrection] {
        let own = NoticeField.allCases.compactMap { field -> NoticeCorrection? in
            guard let given = values[NoticePlace(path, field)] else { return nil }
            let value = given.isEmpty ? nil : field == .date ? day(given) : given
            return value == field.value(in: reading) ? nil : NoticeCorrection(path, field: field, value: value)
        }
        return reading.forwarded.enumerated().reduce(own) { all, inner in
            all + corrections(values, of: inner.element.notice, at: path + [inner.offset])
        }
    }

    /// A day as ISO where it is written as papers write it, 2020年2月4日; else as it was typed.
    private static func day(_ given: String) -> String {
        isDay(given) ? given : ReaderDates.all(in: ReaderText(given)).first?.iso() ?? given
    }
}
