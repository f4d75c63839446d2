/// How a DOCX numbers paragraphs by itself: such numbers stand nowhere in its text, only how to make them.
struct DocxNumbering {
    struct Level {
        var start = 1
        var format = "decimal"
        /// `%1、`, `（%2）`: the numbers of the levels, and what stands around them.
        var text = ""
        var suffix = "tab"
        var isLegal = false
        var style: String?
    }

    /// A paragraph's place in a list.
    struct Place: Hashable {
        var list: String
        var level: Int
    }

    fileprivate var abstract: [String: [Int: Level]] = [:]
    fileprivate var lists: [String: String] = [:]
    fileprivate var starts: [String: [Int: Int]] = [:]
    fileprivate var ownLevels: [String: [Int: Level]] = [:]

    /// How far each numbering has counted: lists that share one go on in it.
    private var counts: [String: [Int: Int]] = [:]
    private var begun: Set<String> = []

    /// The level that a style stands for.
    func level(of style: String, in list: String) -> Int? {
        lists[list].flatMap { abstract[$0] }?.first { $0.value.style == style }?.key
    }

    /// The next number at a place, as it is printed, with what stands behind it.
    mutating func next(_ place: Place) -> String {
        guard let id = lists[place.list], let level = level(place, id) else { return "" }
        var counted = counts[id] ?? [:]
        if begun.insert(place.list).inserted {
            for (level, start) in starts[place.list] ?? [:] { counted[level] = start - 1 }
        }
        counted[place.level] = (counted[place.level] ?? level.start - 1) + 1
        counted = counted.filter { $0.key <= place.level }
        counts[id] = counted
        guard level.format != "none" || level.text.contains("%") else { return level.text }
        if level.format == "bullet" { return Self.bullet(level.text) }
        let printed = (0...8).reversed().reduce(level.text) { text, index in
            guard text.contains("%\(index + 1)") else { return text }
            let of = self.level(Place(list: place.list, level: index), id) ?? Level()
            let count = counted[index] ?? of.start
            let format = level.isLegal ? "decimal" : of.format
            return text.replacing("%\(index + 1)", with: NumberFormat.text(count, format))
        }
        let isLatin = printed.unicodeScalars.last.map { $0.isASCII } ?? false
        return level.suffix == "nothing" || !isLatin ? printed : printed + " "
    }

    private func level(_ place: Place, _ id: String) -> Level? {
        ownLevels[place.list]?[place.level] ?? abstract[id]?[place.level]
    }

    /// Signs of symbol fonts have no meaning outside them.
    private static func bullet(_ text: String) -> String {
        let isPrivate = text.unicodeScalars.allSatisfy { (0xE000...0xF8FF).contains($0.value) }
        return text.isEmpty ? "" : isPrivate ? "• " : text + " "
    }
}

/// Reads `numbering.xml`.
struct DocxNumberingEvents: DocxEvents {
    private(set) var numbering = DocxNumbering()
    private var abstractID: String?
    private var list: String?
    private var level: (index: Int, value: DocxNumbering.Level)?
    private var overridden = 0

    mutating func begin(_ name: String, _ attributes: [String: String]) {
        let value = attributes["val"] ?? ""
        switch name {
        case "w:abstractNum": abstractID = attributes["abstractNumId"]
        case "w:num": list = attributes["numId"]
        case "w:abstractNumId": if let list { numbering.lists[list] = value }
        case "w:lvlOverride": overridden = Int(attributes["ilvl"] ?? "") ?? 0
        case "w:startOverride":
            if let list, let start = Int(value) { numbering.starts[list, default: [:]][overridden] = start }
        case "w:lvl": level = (Int(attributes["ilvl"] ?? "") ?? 0, DocxNumbering.Level())
        case "w:start": if let start = Int(value) { level?.value.start = start }
        case "w:numFmt": level?.value.format = value
        case "w:lvlText": level?.value.text = value
        case "w:suff": level?.value.suffix = value
        case "w:isLgl": level?.value.isLegal = value != "0" && value != "false"
        case "w:pStyle": level?.value.style = value
        default: break
        }
    }

    mutating func text(_ text: String) {}

    mutating func end(_ name: String) {
        switch name {
        case "w:lvl":
            guard let level else { return }
            if let list {
                numbering.ownLevels[list, default: [:]][level.index] = level.value
            } else if let abstractID {
                numbering.abstract[abstractID, default: [:]][level.index] = level.value
            }
            self.level = nil
        case "w:abstractNum": abstractID = nil
        case "w:num": list = nil
        default: break
        }
    }
}

/// A number as a list prints it (ECMA-376, 17.18.59).
enum NumberFormat {
    static func text(_ number: Int, _ format: String) -> String {
        switch format {
        case "chineseCounting", "chineseCountingThousand", "taiwaneseCounting", "taiwaneseCountingThousand",
            "japaneseCounting", "ideographDigital", "koreanCounting":
            han(number, "〇一二三四五六七八九", "十", "百", "千")
        case "chineseLegalSimplified": han(number, "零壹贰叁肆伍陆柒捌玖", "拾", "佰", "仟")
        case "decimalEnclosedCircle", "decimalEnclosedCircleChinese": circled(number)
        case "decimalFullWidth", "decimalFullWidth2": "\(number)".fullWidth
        case "decimalZero": number < 10 ? "0\(number)" : "\(number)"
        case "upperLetter": letter(number, "A")
        case "lowerLetter": letter(number, "a")
        case "upperRoman": roman(number)
        case "lowerRoman": roman(number).lowercased()
        case "ideographTraditional": sign(number, of: "甲乙丙丁戊己庚辛壬癸")
        case "ideographZodiac": sign(number, of: "子丑寅卯辰巳午未申酉戌亥")
        case "none": ""
        default: "\(number)"
        }
    }

    /// ① to ⑳, and (21) from there on.
    static func circled(_ number: Int) -> String {
        guard (1...20).contains(number), let scalar = Unicode.Scalar(0x2460 + number - 1) else { return "(\(number))" }
        return String(scalar)
    }

    private static func han(_ number: Int, _ digits: String, _ ten: String, _ hundred: String, _ thousand: String)
        -> String
    {
        guard (0..<10_000).contains(number) else { return "\(number)" }
        let signs = digits.map(String.init)
        guard number > 0 else { return signs[0] }
        var (text, wasZero) = ("", false)
        for (value, unit) in [(1000, thousand), (100, hundred), (10, ten), (1, "")] {
            let digit = number / value % 10
            if digit == 0 {
                wasZero = !text.isEmpty
                continue
            }
            if wasZero { text += signs[0] == "〇" ? "零" : signs[0] }
            wasZero = false
            // 十二, not 一十二.
            text += value == 10 && number < 20 && signs[0] == "〇" ? unit : signs[digit] + unit
        }
        return text
    }

    private static func letter(_ number: Int, _ first: Unicode.Scalar) -> String {
        guard number > 0, number <= 26 * 40, let scalar = Unicode.Scalar(first.value + UInt32((number - 1) % 26)) else {
            return "\(number)"
        }
        return String(repeating: String(scalar), count: (number - 1) / 26 + 1)
    }

    private static func roman(_ number: Int) -> String {
        guard (1..<4_000).contains(number) else { return "\(number)" }
        let signs = [
            (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
            (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
        ]
        var left = number
        return signs.reduce(into: "") { text, sign in
            text += String(repeating: sign.1, count: left / sign.0)
            left %= sign.0
        }
    }

    private static func sign(_ number: Int, of signs: String) -> String {
        (1...signs.count).contains(number) ? String(Array(signs)[number - 1]) : "\(number)"
    }
}

extension String {
    fileprivate var fullWidth: String {
        String(
            String.UnicodeScalarView(
                unicodeScalars.map { (0x21...0x7E).contains($0.value) ? Unicode.Scalar($0.value + 0xFEE0) ?? $0 : $0 }))
    }
}
