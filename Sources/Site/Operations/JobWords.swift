import Federation

enum JobWords {
    static let name = Sentence(zh: "后台任务", en: "Jobs")
    static let head = Sentence(zh: "后台任务：哪些没有办成", en: "Jobs: what did not succeed")
    static let givenUp = Sentence(zh: "停办了的", en: "Given up")
    static let givenUpNote = Sentence(
        zh: "试了多次没有成，不再自己试。除掉原因，再按重试。", en: "Tried many times; no more by itself. Remove the cause, then try again.")
    static let failing = Sentence(zh: "没有成、会再试的", en: "Failed, and tried again by itself")
    static let queues = Sentence(zh: "队列里", en: "In the queues")
    static let queuesEmpty = Sentence(zh: "没有等着办的。", en: "Nothing waits.")
    static let allWell = Sentence(zh: "没有办不成的任务", en: "No job has failed")
    static let allWellNote = Sentence(
        zh: "哪件事办不成，这里写明为什么，可以重试，也可以停办。",
        en: "When one fails, this page says why; it can be tried again or given up.")
    static let job = Sentence(zh: "任务", en: "Job")
    static let why = Sentence(zh: "为什么", en: "Why")
    static let attempts = Sentence(zh: "试了几次", en: "Tries")
    static let since = Sentence(zh: "停办时间", en: "Given up")
    static let next = Sentence(zh: "下次再试", en: "Next try")
    static let waiting = Sentence(zh: "等着的", en: "Waiting")
    static let retry = Sentence(zh: "重试", en: "Try again")
    static let abandon = Sentence(zh: "停办", en: "Give up")

    /// Why a job failed, from the code that is kept of it.
    static func why(_ code: String) -> Sentence {
        switch code {
        case "job.crashed":
            Sentence(zh: "办它的服务器每次都中途停了。", en: "The server that ran it ended in the middle, each time.")
        case "job.payload_unreadable":
            Sentence(
                zh: "任务的内容读不懂，多半是别的版本写下的。", en: "What it was to do cannot be read; another version wrote it.")
        case "job.cancelled": Sentence(zh: "服务器关机，没有办完。", en: "The server was stopped before it was done.")
        case "storage.busy":
            Sentence(zh: "数据库太忙，没有轮到。", en: "The database was too busy.")
        case "storage.unavailable": Sentence(zh: "数据库连不上。", en: "The database could not be reached.")
        case "storage.unique", "storage.foreign_key", "storage.check", "storage.not_null":
            Sentence(
                zh: "要写的和数据库里已有的对不上。", en: "What it would write does not fit what the database holds.")
        case let code where code.hasPrefix("storage."):
            Sentence(zh: "数据库报了错。", en: "The database reported an error.")
        case let code where code.hasPrefix("fault."):
            Sentence(zh: "程序出了没有料到的错。", en: "Something unforeseen went wrong in Muster itself.")
        default: Sentence(zh: "照规矩不能办。", en: "The rules do not allow it.")
        }
    }
}
