/// The sentences of the unit import.
package enum UnitImportWords {
    static func sentence(of refusal: UnitImportRefusal) -> Sentence {
        switch refusal {
        case .tooLarge(let bytesMax):
            Sentence(
                zh: "文件太大，最多 \(bytesMax >> 20) MB。", en: "The file is too large: at most \(bytesMax >> 20) MB.")
        case .tooManyRows(let max): Sentence(zh: "行数太多，最多 \(max) 行。", en: "Too many rows: at most \(max).")
        case .unreadable:
            Sentence(
                zh: "读不出这个文件的文字，它不是 UTF-8，也不是 GB18030。",
                en: "The file's text cannot be read: it is neither UTF-8 nor GB18030.")
        case .empty: Sentence(zh: "文件里没有单位。", en: "There are no units in the file.")
        case .header(let missing, let unknown, let twice): header(missing: missing, unknown: unknown, twice: twice)
        case .problems(let problems):
            Sentence(
                zh: "有 \(problems.count) 处要改，一个单位都没有导入。",
                en: problems.count == 1
                    ? "One thing must be put right; nothing was imported."
                    : "\(problems.count) things must be put right; nothing was imported.")
        }
    }

    static func wayOn(from refusal: UnitImportRefusal) -> Sentence? {
        switch refusal {
        case .tooLarge, .tooManyRows: Sentence(zh: "分成几个文件导入。", en: "Divide it into several files.")
        case .unreadable: Sentence(zh: "在表格软件里另存为“CSV UTF-8”。", en: "Save it from the spreadsheet as “CSV UTF-8”.")
        case .problems: Sentence(zh: "改好以后，再导入一次。", en: "Put them right and import again.")
        case .empty, .header: nil
        }
    }

    private static func header(missing: [String], unknown: [String], twice: [String]) -> Sentence {
        let expected = UnitRow.header.joined(separator: ",")
        var (zh, en) = ("", "")
        for (names, word) in [(missing, ("缺少", "missing")), (unknown, ("不认识", "unknown")), (twice, ("重复", "repeated"))]
        where !names.isEmpty {
            zh += "\(word.0) \(names.joined(separator: "、"))；"
            en += "\(word.1): \(names.joined(separator: ", ")); "
        }
        return Sentence(
            zh: "第一行的列名不对：\(zh)应有这些列，次序不限：\(expected)",
            en: "The first row is not the header: \(en)these columns are expected, in any order: \(expected)")
    }

    static func sentence(of fault: CSVFault.Kind) -> Sentence {
        switch fault {
        case .unclosedQuote:
            Sentence(zh: "引号没有收尾，后面的行都读不到了。", en: "A quotation mark is never closed; the rows after it cannot be read.")
        case .textAfterQuote:
            Sentence(zh: "收尾的引号后面还有文字。", en: "There is text after a closing quotation mark.")
        }
    }

    static func tooManyCells(_ found: Int) -> Sentence {
        Sentence(zh: "这一行多出了 \(found) 格，看看逗号。", en: "This row has \(found) cells too many: look at its commas.")
    }

    /// - Parameter words: the words that are known.
    static func unknownWord(_ word: String, in field: UnitField, words: [String]) -> Sentence {
        Sentence(
            zh: "\(field.title.zh)没有“\(word)”这个词，用其中之一：\(words.joined(separator: "、"))。",
            en: "“\(word)” is not a known \(field.rawValue); use one of: \(words.joined(separator: ", ")).")
    }

    static func codeTwice(firstLine: Int) -> Sentence {
        Sentence(zh: "编码和第 \(firstLine) 行重复。", en: "The code stands on line \(firstLine) already.")
    }

    static func unknownUnit(_ code: String) -> Sentence {
        Sentence(
            zh: "没有编码为 \(code) 的单位，文件里没有，已有的单位里也没有。",
            en: "No unit has the code \(code), neither in the file nor among those there are.")
    }

    static func outsideReach(_ code: String) -> Sentence {
        Sentence(
            zh: "\(code) 不在你单位之内，只能导入本单位以下的单位。",
            en: "\(code) is outside of your unit; only units below yours can be imported.")
    }

    static let parentMissing = Sentence(
        zh: "没有填上级，最上级单位已经有了。", en: "The parent is missing, and there is a top unit already.")

    static func secondRoot(firstLine: Int) -> Sentence {
        Sentence(
            zh: "没有填上级。最上级单位只能有一个，第 \(firstLine) 行已经是了。",
            en: "The parent is missing. There is only one top unit, and line \(firstLine) is it.")
    }

    /// - Parameters:
    ///   - codes: each once, in the order in which one names the next.
    ///   - start: the place of the row's own.
    static func circle(_ codes: [String], from start: Int) -> Sentence {
        func code(_ step: Int) -> String { codes[(start + step) % codes.count] }
        let shown =
            codes.count < 8
            ? (0...codes.count).map(code) : (0..<4).map(code) + ["…"] + [codes.count - 1, codes.count].map(code)
        let way = shown.joined(separator: " → ")
        return Sentence(zh: "上级绕成了一圈：\(way)。", en: "The parents go round in a circle: \(way).")
    }
}
