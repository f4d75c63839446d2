import Federation

enum UnitImportPageWords {
    static let crumb = Sentence(zh: "导入", en: "Import")
    static let head = Sentence(zh: "从表格导入单位", en: "Import units from a table")
    static let dryHead = Sentence(zh: "这张表里有什么", en: "What this table holds")
    static func under(_ unit: String) -> Sentence {
        Sentence(zh: "没有填上级的，放在\(unit)下面", en: "Rows without a parent go below \(unit)")
    }
    static func dryNote(_ rows: Int) -> Sentence {
        Sentence(
            zh: "\(Figures.grouped(rows)) 个单位，试读，还没有写",
            en: "\(Figures.grouped(rows)) units, read only; nothing is written yet")
    }
    static let give = Sentence(zh: "给一张表", en: "Give a table")
    static let giveAgain = Sentence(zh: "换一张表再读", en: "Read another table")
    static let file = Sentence(zh: "文件", en: "File")
    static let fileNote = Sentence(
        zh: "CSV，UTF-8 或 GB18030，第一行是列名。", en: "CSV in UTF-8 or GB18030; the first row names the columns.")
    static let paste = Sentence(zh: "或者贴在这里", en: "Or paste it here")
    static let read = Sentence(zh: "试读，不写", en: "Read it, write nothing")
    static let readAgain = Sentence(zh: "再读一遍", en: "Read again")
    static let sample = Sentence(zh: "下载一张样表", en: "Download a sample")

    static let columns = Sentence(zh: "有哪些列", en: "The columns")
    static let columnsNote = Sentence(
        zh: "列名照写，次序不限，列一个都不能少", en: "Write the names as they stand; in any order, none left out")
    static let column = Sentence(zh: "列名", en: "Column")
    static let meaning = Sentence(zh: "填什么", en: "What to fill in")
    static let mayBeEmpty = Sentence(zh: "可以空", en: "may be empty")
    static func meaning(of field: UnitField) -> Sentence {
        switch field {
        case .code:
            Sentence(
                zh: "单位的编码，不重复：行政区划代码加尾号，或者自己的编码",
                en: "The unit's code, each only once: a region code with a suffix, or one of your own")
        case .name: Sentence(zh: "全称，和公文里一样", en: "The full name, as in notices")
        case .shortNames:
            Sentence(zh: "简称和别的叫法，用分号隔开，第一个最常用", en: "Short and other names between semicolons, the usual one first")
        case .nameEnglish: Sentence(zh: "英文名称", en: "The English name")
        case .kind: Sentence(zh: "单位类别，用下面的词", en: "What it is, by one of the words below")
        case .level: Sentence(zh: "层级，用下面的词", en: "How high it stands, by one of the words below")
        case .division: Sentence(zh: "政区类别，只有地方总工会填", en: "The kind of territory, for territorial federations only")
        case .parent: Sentence(zh: "上级的编码，在表里或者已经有", en: "The parent's code, in the table or here already")
        case .secondParent: Sentence(zh: "第二上级的编码，产业工会那条线", en: "The second parent's code, along the industrial line")
        case .regionCode: Sentence(zh: "行政区划代码，六位数字", en: "The GB/T 2260 code, six digits")
        }
    }
    static func isOptional(_ field: UnitField) -> Bool {
        switch field {
        case .code, .name, .kind, .level: false
        case .shortNames, .nameEnglish, .division, .parent, .secondParent, .regionCode: true
        }
    }

    static func problems(_ count: Int) -> Sentence {
        Sentence(
            zh: "有 \(Figures.grouped(count)) 处对不上，一行也没有写",
            en: count == 1
                ? "One thing does not fit; nothing was written"
                : "\(Figures.grouped(count)) things do not fit; nothing was written")
    }
    static let problemsWayOn = Sentence(zh: "改好表格，再读一遍。", en: "Put the table right and read it again.")
    static func problemRows(_ count: Int) -> Sentence {
        Sentence(
            zh: "对不上的 \(Figures.grouped(count)) 行",
            en: count == 1 ? "The row that does not fit" : "The \(Figures.grouped(count)) rows that do not fit")
    }
    static let problemRowsNote = Sentence(zh: "原样显示，错的格子有框", en: "As they stand; what is wrong has a frame")
    static func firstOnes(_ shown: Int, of all: Int) -> Sentence {
        Sentence(
            zh: "先显示 \(Figures.grouped(shown)) 处，一共 \(Figures.grouped(all)) 处。",
            en: "The first \(Figures.grouped(shown)) of \(Figures.grouped(all)) are shown.")
    }
    static let line = Sentence(zh: "行", en: "Row")
    static func line(_ number: Int) -> Sentence { Sentence(zh: "第 \(number) 行", en: "Row \(number)") }
    static let problem = Sentence(zh: "问题", en: "What is wrong")
    static let emptyCell = Sentence(zh: "（空）", en: "(empty)")

    static func countsHead(_ units: Int) -> Sentence {
        Sentence(zh: "一共 \(Figures.grouped(units)) 个单位", en: units == 1 ? "1 unit" : "\(Figures.grouped(units)) units")
    }
    static let countsNote = Sentence(zh: "导入以后是这样", en: "This is what would be created")
    static let countsNoteWrong = Sentence(
        zh: "读得出的行；有对不上的，一行也不写", en: "The rows that could be read; while anything is wrong, none is written")
    static let level = Sentence(zh: "层级", en: "Level")
    static let kind = Sentence(zh: "类别", en: "Kind")
    static let units = Sentence(zh: "新建", en: "To be created")
    static let total = Sentence(zh: "合计", en: "Together")
    static func secondLines(_ count: Int) -> Sentence {
        Sentence(
            zh: "其中 \(Figures.grouped(count)) 个有第二上级", en: "\(Figures.grouped(count)) of them have a second parent")
    }
    static let applyHead = Sentence(zh: "写进名册", en: "Write them")
    static func apply(_ count: Int) -> Sentence {
        Sentence(
            zh: "导入 \(Figures.grouped(count)) 个单位",
            en: count == 1 ? "Import 1 unit" : "Import \(Figures.grouped(count)) units")
    }
    static let applyNote = Sentence(
        zh: "一次写完，要么全有，要么全无；记一条日志。", en: "All at once or not at all; one line in the journal.")
    static let keyImport = Sentence(zh: "导入", en: "import")
}
