/// What is written down about a unit, by the words that head the columns of an import, in ``UnitRow/header``'s order.
package enum UnitField: String, Sendable, CaseIterable, Codable {
    case code, name
    case shortNames = "short_names"
    case nameEnglish = "name_en"
    case kind, level, division, parent
    case secondParent = "second_parent"
    case regionCode = "region_code"

    /// Its column's place in the header, from 0.
    var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    package var title: Sentence {
        switch self {
        case .code: Sentence(zh: "编码", en: "Code")
        case .name: Sentence(zh: "名称", en: "Name")
        case .shortNames: Sentence(zh: "简称", en: "Short names")
        case .nameEnglish: Sentence(zh: "英文名称", en: "English name")
        case .kind: Sentence(zh: "单位类别", en: "Kind")
        case .level: Sentence(zh: "层级", en: "Level")
        case .division: Sentence(zh: "政区类别", en: "Division")
        case .parent: Sentence(zh: "上级", en: "Parent")
        case .secondParent: Sentence(zh: "第二上级", en: "Second parent")
        case .regionCode: Sentence(zh: "行政区划代码", en: "Region code")
        }
    }
}

/// What is wrong with the text of one field.
package enum UnitFieldFault: Sendable, Hashable {
    case missing
    case tooLong(max: Int)
    case tooMany(max: Int)
    /// Control characters, or a space within a code.
    case unusableCharacter
    case notARegionCode

    /// The word of the fault in a refusal's code.
    var word: String {
        switch self {
        case .missing: "missing"
        case .tooLong: "too_long"
        case .tooMany: "too_many"
        case .unusableCharacter: "unusable"
        case .notARegionCode: "no_region_code"
        }
    }

    package func sentence(of field: UnitField) -> Sentence {
        let (zh, en) = (field.title.zh, field.title.en)
        return switch self {
        case .missing: Sentence(zh: "\(zh)没有填。", en: "\(en) is missing.")
        case .tooLong(let max):
            Sentence(zh: "\(zh)太长，最多 \(max) 个字。", en: "\(en): too long, at most \(max) characters.")
        case .tooMany(let max): Sentence(zh: "\(zh)太多，最多 \(max) 个。", en: "\(en): too many, at most \(max).")
        case .unusableCharacter:
            Sentence(
                zh: "\(zh)里有不能用的字符（换行、制表符，编码里还有空格）。",
                en: "\(en) holds characters that cannot be used (line breaks, tabs, in a code also spaces).")
        case .notARegionCode:
            Sentence(
                zh: "行政区划代码是六位数字（GB/T 2260），如 410882。",
                en: "A region code is six digits (GB/T 2260), such as 410882.")
        }
    }
}
