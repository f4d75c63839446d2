import Federation

enum CalendarWords {
    static let name = Sentence(zh: "工作日历", en: "Working calendar")
    static func head(_ year: Int) -> Sentence { Sentence(zh: "\(year) 年工作日历", en: "Working calendar \(year)") }
    static func workingDays(_ count: Int) -> Sentence { Sentence(zh: "\(count) 个工作日", en: "\(count) working days") }
    static func year(_ year: Int) -> Sentence { Sentence(zh: "\(year) 年", en: "\(year)") }
    static func month(_ number: Int) -> Sentence {
        let names = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ]
        return Sentence(zh: "\(number) 月", en: names.indices.contains(number - 1) ? names[number - 1] : "")
    }
    static let weekdays = ["一 Mon", "二 Tue", "三 Wed", "四 Thu", "五 Fri", "六 Sat", "日 Sun"].map { pair in
        Sentence(zh: String(pair.prefix(1)), en: String(pair.dropFirst(2)))
    }
    static let off = Sentence(zh: "休", en: "off")
    static let worked = Sentence(zh: "班", en: "on")
    static let legendOff = Sentence(zh: "放假", en: "a day off")
    static let legendWorked = Sentence(zh: "周末上班（调休）", en: "a weekend worked in exchange")
    static let runs = Sentence(zh: "这一年的安排", en: "This year's arrangement")
    static let noRuns = Sentence(zh: "这一年没有安排，按周一到周五算。", en: "Nothing is arranged for this year: Monday to Friday.")
    static let days = Sentence(zh: "日子", en: "Days")
    static let what = Sentence(zh: "是什么", en: "What")
    static let kind = Sentence(zh: "放假还是上班", en: "Off or worked")
    static let importLink = Sentence(zh: "导入一年的安排", en: "Import a year's arrangement")
    static let note = Sentence(
        zh: "期限按这个日历算。安排每年由国务院办公厅公布，照着导入。",
        en: "Time limits count by it. The State Council's office publishes the arrangement each year.")

    // MARK: importing

    static let importHead = Sentence(zh: "导入节假日和调休", en: "Import holidays and exchanged days")
    static let dryHead = Sentence(zh: "试读了，还没有写", en: "Read, and not written yet")
    static let give = Sentence(zh: "给出日子", en: "Give the days")
    static let file = Sentence(zh: "文件（CSV，UTF-8）", en: "A file (CSV, UTF-8)")
    static let paste = Sentence(zh: "或者粘贴在这里", en: "Or paste it here")
    static let pasteNote = Sentence(
        zh: "第一行是 \(WorkingDay.header)；一行一天，上班写 1，放假写 0。",
        en: "The first line is \(WorkingDay.header); one line a day, 1 for worked, 0 for off.")
    static let sample = Sentence(zh: "样子（2020 年春节）", en: "An example (Spring Festival 2020)")
    static let read = Sentence(zh: "试读", en: "Read it")
    static let readAgain = Sentence(zh: "改好再试读", en: "Read it again")
    static let line = Sentence(zh: "行", en: "Line")
    static let given = Sentence(zh: "写的是", en: "It says")
    static let problem = Sentence(zh: "哪里不对", en: "What is wrong")
    static func problems(_ count: Int) -> Sentence {
        Sentence(
            zh: "有 \(count) 行用不了，一天也没有写",
            en: count == 1
                ? "One line cannot be used; nothing is written" : "\(count) lines cannot be used; nothing is written")
    }
    static func counts(off: Int, worked: Int) -> Sentence {
        Sentence(zh: "放假 \(off) 天，调休上班 \(worked) 天", en: "\(off) days off, \(worked) worked in exchange")
    }
    static func compared(replaced: Int, same: Int) -> Sentence {
        Sentence(
            zh: "其中改动已有的 \(replaced) 天，和已有的一样 \(same) 天；没有写到的日子不变。",
            en: "\(replaced) of them replace what is there, \(same) are there already; other days stay as they are.")
    }
    static func apply(_ days: Int) -> Sentence {
        Sentence(zh: "写进日历，\(days) 天", en: days == 1 ? "Write 1 day into it" : "Write \(days) days into it")
    }
    static let would = Sentence(zh: "写了以后", en: "As it would be")
    static let readHead = Sentence(zh: "读到的", en: "What was read")
}
