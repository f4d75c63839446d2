import Federation

/// The sentences about named lines, on the addressees page.
enum SavedLineWords {
    static let head = Sentence(zh: "存着的主送", en: "Saved lines")
    static func count(_ lines: Int) -> Sentence {
        lines == 0
            ? Sentence(zh: "存着的主送：还没有", en: "Saved lines: none yet")
            : Sentence(zh: "存着的主送 \(lines) 行", en: "Saved lines: \(lines)")
    }
    static let name = Sentence(zh: "名字", en: "Name")
    static let save = Sentence(zh: "存下这一行", en: "Save this line")
    static let saveNote = Sentence(
        zh: "存的是主送和抄送的文字；下次用时按当时的名册再对一遍。",
        en:
            "The words are kept, of the line and of the copies; next time they are held against the register of that day."
    )
    static let use = Sentence(zh: "用这一行", en: "Use it")
    static let replace = Sentence(zh: "换成现在这一行", en: "Replace")
    static let remove = Sentence(zh: "删去", en: "Delete")
    static func about(_ act: Sentence, _ name: String) -> Sentence {
        Sentence(zh: "\(act.zh)：\(name)", en: "\(act.en): \(name)")
    }
    static let saved = Sentence(zh: "这一行存下了。", en: "The line is saved.")
    static let removed = Sentence(zh: "删去了。这一页上的没有变。", en: "Deleted. What is on this page has not changed.")
}
