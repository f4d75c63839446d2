package import Federation

/// What is wrong with the fields of a form, before anyone asks what they mean.
package enum FormRefusal: Refusal, CaseIterable {
    case tooManyFields
    /// Bytes that are not UTF-8, or the character U+0000, which PostgreSQL cannot store.
    case notText

    package var code: String {
        switch self {
        case .tooManyFields: "form.too_many_fields"
        case .notText: "form.not_text"
        }
    }

    package var manner: RefusalManner {
        switch self {
        case .tooManyFields: .tooLarge
        case .notText: .invalid
        }
    }

    package var sentence: Sentence {
        switch self {
        case .tooManyFields:
            Sentence(
                zh: "这张表超过 \(FormFields.countMax) 项，收不下。",
                en: "This form has more than \(FormFields.countMax) fields, which is too many.")
        case .notText:
            Sentence(zh: "表里有读不出来的字。", en: "The form contains characters that cannot be read.")
        }
    }

    package var wayOn: Sentence? {
        switch self {
        case .tooManyFields: Sentence(zh: "分成几次做。", en: "Do it in several steps.")
        case .notText:
            Sentence(
                zh: "回到上一页，把粘贴进来的内容重新打一遍。",
                en: "Go back and type again what you pasted into it.")
        }
    }
}
