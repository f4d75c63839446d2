/// The head of a paper: secrecy, urgency, and the boxes of a fax telegram.
enum ReaderTelegramHead {
    static let grades: ReaderWords = ["特提", "特急", "加急", "平急"]
    static let secrecies: ReaderWords = ["绝密", "机密", "秘密"]
    static let marks: ReaderWords = [
        "内部明电", "内部传真电报", "内部电报", "密码电报", "明传电报", "传真电报", "传真明电", "明电",
    ]
    static let senderLabels: ReaderWords = ["发电单位", "发报单位"]
    static let signOffLabels: ReaderWords = ["签批盖章", "签发盖章", "签批", "签发"]
    static let gradeLabels: ReaderWords = ["等级", "紧急程度", "缓急"]
    static let otherLabels: ReaderWords = ["发往", "编号", "批办", "抄送", "密级", "份号"]

    /// Every place where ××机发 号 is printed, filled in or blank.
    static func machineNumbers(in text: ReaderText) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var index = 0
        while index < text.count {
            if let range = machineNumber(in: text, at: index) {
                found.append(range)
                index = range.upperBound
            } else {
                index += 1
            }
        }
        return found
    }

    /// `index` stands on 机. Up to four signs of a place before it, digits, brackets and blanks after it.
    private static func machineNumber(in text: ReaderText, at index: Int) -> Range<Int>? {
        guard text.has("机发", at: index) || text.has("机号", at: index) || text.has("机第", at: index) else { return nil }
        var start = index
        while start > 0, index - start < 4, text.gap[start] == .none, ReaderSign.isHan(text.ink[start - 1]),
            text.ink[start - 1] != 0x53F7
        {
            start -= 1
        }
        // In running text 机发 is part of another word; a machine number begins its piece or follows the number.
        guard start == 0 || text.gap[start] > .none || text.ink[start - 1] == 0x53F7 else { return nil }
        if text.has("机号", at: index) { return start..<index + 2 }
        var end = index + 2
        while end < text.count, end - index < 14, blank(text.ink[end]) { end += 1 }
        guard text.has("号", at: end) else { return nil }
        return start..<end + 1
    }

    private static func blank(_ sign: UInt32) -> Bool {
        ReaderSign.isDigit(sign) || sign == ReaderSign.yearOpen || sign == ReaderSign.yearClose || sign == 0x5F
            || sign == ReaderSign.open || sign == ReaderSign.close
    }

    // MARK: One piece

    /// 机密★1年, 秘密, 密级：机密. Only a mark that stands alone counts; 保守国家秘密 is no mark.
    static func secrecy(_ page: ReaderPage, _ piece: Int) -> String? {
        let text = page.text
        var range = page.ink(piece)
        guard range.count <= 24 else { return nil }
        range = trimmed(text, range)
        if text.starts(range, with: "密级") {
            range = trimmed(text, range.lowerBound + 2..<range.upperBound)
        }
        guard let word = secrecies.opening(text, range) else { return nil }
        let after = range.lowerBound + word.scalars.count
        if after >= range.upperBound { return word.text }
        let next = text.ink[after]
        let starred = [0x2605, 0x2606, 0x2A, 0xB7, 0x2217].contains(next) || ReaderSign.isDigit(next)
        return starred || grades.match(text, at: after) != nil ? word.text : nil
    }

    /// 特急, 特急·明电, 等级特急, 紧急程度：加急.
    static func grade(_ page: ReaderPage, _ piece: Int) -> (word: ReaderWord, at: Int)? {
        let text = page.text
        var range = trimmed(text, page.ink(piece))
        guard range.count <= 24 else { return nil }
        if let label = gradeLabels.opening(text, range) {
            range = trimmed(text, range.lowerBound + label.scalars.count..<range.upperBound)
            return grades.first(text, in: range)
        }
        if let secret = secrecies.opening(text, range) {
            range = range.lowerBound + secret.scalars.count..<range.upperBound
            return grades.first(text, in: range)
        }
        guard let word = grades.opening(text, range) else { return nil }
        let rest = trimmed(text, range.lowerBound + word.scalars.count..<range.upperBound)
        return rest.isEmpty || marks.opening(text, rest) != nil || text.equals(rest, "件")
            ? (word, range.lowerBound) : nil
    }

    /// Whether a piece belongs to the boxes of the head and can be neither title nor addressee.
    static func isBox(_ page: ReaderPage, _ piece: Int) -> Bool {
        let text = page.text
        let range = page.ink(piece)
        guard range.count <= 40 else { return false }
        return label(text, range) != nil || isMark(page, piece) != nil
            || grade(page, piece) != nil || secrecy(page, piece) != nil || machineNumber(in: page, piece) != nil
    }

    static func label(_ text: ReaderText, _ range: Range<Int>) -> ReaderWord? {
        senderLabels.opening(text, range) ?? signOffLabels.opening(text, range)
            ?? gradeLabels.opening(text, range) ?? otherLabels.opening(text, range)
    }

    /// The mark of the medium: a piece of its own, or the end of a letterhead ××发电.
    static func isMark(_ page: ReaderPage, _ piece: Int) -> Range<Int>? {
        let text = page.text
        let range = page.ink(piece)
        guard range.count <= 40 else { return nil }
        if let word = marks.opening(text, range), word.scalars.count == range.count { return range }
        if text.ends(range, with: "发电"), range.count > 4,
            ReaderNames.isBody(text, range.lowerBound..<range.upperBound - 2)
        {
            return range.upperBound - 2..<range.upperBound
        }
        return nil
    }

    static func machineNumber(in page: ReaderPage, _ piece: Int) -> Range<Int>? {
        let range = page.ink(piece)
        guard range.count <= 20,
            let at = range.first(where: { machineNumber(in: page.text, at: $0) != nil }),
            let found = machineNumber(in: page.text, at: at), found.upperBound == range.upperBound
        else { return nil }
        return found
    }

    /// Without brackets, colons and dots around it.
    private static func trimmed(_ text: ReaderText, _ range: Range<Int>) -> Range<Int> {
        var range = range
        let marks: Set<UInt32> = [
            ReaderSign.colon, ReaderSign.open, ReaderSign.close, ReaderSign.yearOpen, ReaderSign.yearClose, 0xB7, 0x2E,
            0x2022, 0x30FB, 0x2F,
        ]
        while let first = range.first, marks.contains(text.ink[first]) { range = range.dropFirst() }
        while let last = range.last, marks.contains(text.ink[last]) { range = range.dropLast() }
        return range
    }

    /// 签发人：赵甲, alone or after the number.
    static func signer(_ page: ReaderPage, _ piece: Int) -> Range<Int>? {
        let text = page.text
        let range = page.ink(piece)
        guard range.count <= 80, let label = text.first("签发人", in: range) else { return nil }
        let name = label + 3..<range.upperBound
        if let first = name.first, text.ink[first] == ReaderSign.colon { return name.dropFirst() }
        return name
    }

    // MARK: The whole head

    struct Head {
        var telegram: ReadTelegram?
        var places: [String: Range<Int>] = [:]
    }

    /// The boxes among these pieces.
    static func read(_ page: ReaderPage, _ pieces: Range<Int>) -> Head {
        var head = Head()
        var telegram = ReadTelegram()
        let text = page.text
        var piece = pieces.lowerBound
        while piece < pieces.upperBound {
            defer { piece += 1 }
            let range = page.ink(piece)
            if telegram.mark == nil, let mark = isMark(page, piece) {
                telegram.mark = text.string(mark)
                head.places["telegram.mark"] = mark
            } else if let machine = machineNumber(in: page, piece) {
                let digits = machine.contains { ReaderSign.isDigit(text.ink[$0]) }
                telegram.machineNumber = digits ? text.folded(machine) : ""
                head.places["telegram.machineNumber"] = machine
            } else if let word = senderLabels.opening(text, range) {
                let found = value(page, after: word, at: piece, before: pieces.upperBound, pieceLimit: 4)
                telegram.sender = found.map(text.string)
                head.places["telegram.sender"] = found
            } else if let word = signOffLabels.opening(text, range), !text.has("签发人", at: range.lowerBound) {
                let found = value(page, after: word, at: piece, before: pieces.upperBound, pieceLimit: 3)
                telegram.signOff = found.map(text.string)
                head.places["telegram.signOff"] = found
            }
        }
        if !head.places.isEmpty { head.telegram = telegram }
        return head
    }

    /// What stands behind a label: the rest of its piece, else the pieces up to the next box.
    /// A name may be spaced out, so its single signs are taken together.
    private static func value(
        _ page: ReaderPage, after word: ReaderWord, at piece: Int, before end: Int, pieceLimit: Int
    ) -> Range<Int>? {
        let text = page.text
        let range = page.ink(piece)
        var start = range.lowerBound + word.scalars.count
        while start < range.upperBound, text.ink[start] == ReaderSign.colon { start += 1 }
        if start < range.upperBound { return start..<range.upperBound }
        var next = piece + 1
        while next < end, next - piece <= pieceLimit, !isBox(page, next), page.numberAlone(next) == nil {
            // A second piece belongs to the value only while signs are spaced out one by one.
            if next > piece + 1, page.ink(next).count > 1 || page.ink(next - 1).count > 1 { break }
            next += 1
        }
        return next > piece + 1 ? page.ink(from: piece + 1, to: next - 1) : nil
    }
}
