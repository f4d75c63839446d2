/// Breaks a title into lines of nearly one length, where its words end (GB/T 9704-2012, 7.3.1).
enum ExportTitle {
    /// Characters of 22 points between the margins.
    static let widthMax = 20
    private static let signsMax = 400

    /// The lines in which the paper prints it, where they fit; white space stands between them.
    static func lines(_ title: String) -> [String] {
        let printed = title.split(whereSeparator: \.isWhitespace).map(String.init)
        let isLatin = title.unicodeScalars.contains(where: \.isLatin)
        if printed.count > 1, !isLatin, printed.allSatisfy({ $0.count <= widthMax }) { return printed }
        return broken(isLatin ? title : printed.joined())
    }

    private static func broken(_ title: String) -> [String] {
        let scalars = Array(title.unicodeScalars)
        let count = (scalars.count + widthMax - 2) / (widthMax - 1)
        // No title is that long; breaking it would take time by the square of its length.
        guard count > 1, scalars.count <= signsMax else { return [title] }
        // The cheapest way to break everything from each place on, with one line fewer each time.
        var best = [[(cost: Int, next: Int)?]](
            repeating: Array(repeating: nil, count: scalars.count + 1), count: count + 1)
        best[0][scalars.count] = (0, scalars.count)
        for left in 1...count {
            for start in stride(from: scalars.count - 1, through: 0, by: -1) {
                for end in start + 1...min(start + widthMax, scalars.count) {
                    guard let rest = best[left - 1][end] else { continue }
                    let uneven = (end - start) * count - scalars.count
                    let cost = rest.cost + uneven * uneven / count + breakCost(at: end, scalars)
                    if cost < best[left][start]?.cost ?? .max { best[left][start] = (cost, end) }
                }
            }
        }
        var lines: [String] = []
        var (place, left) = (0, count)
        while left > 0, let step = best[left][place] {
            lines.append(String(String.UnicodeScalarView(scalars[place..<step.next])))
            (place, left) = (step.next, left - 1)
        }
        return lines
    }

    /// What it costs to end a line before this place.
    private static func breakCost(at place: Int, _ scalars: [Unicode.Scalar]) -> Int {
        guard place < scalars.count else { return 0 }
        let (before, after) = (scalars[place - 1], scalars[place])
        if "》〉）〕、，”的等".unicodeScalars.contains(after) || "《〈（〔“".unicodeScalars.contains(before) { return 400 }
        if before.isLatin && after.isLatin { return 400 }
        if "》〉、，".unicodeScalars.contains(before) || "《〈".unicodeScalars.contains(after) { return 0 }
        let next = String(String.UnicodeScalarView(scalars[place...].prefix(2)))
        let last = String(String.UnicodeScalarView(scalars[..<place].suffix(2)))
        // A first line of names alone would look like the head of the paper.
        let isName = next == "关于" && !scalars[..<place].contains { "发《".unicodeScalars.contains($0) }
        if handingOn.contains(next) { return isName ? 60 : 0 }
        if usual.contains(next) || usual.contains(last) { return 8 }
        if "会局部委办厅".unicodeScalars.contains(before), place > 3 { return 12 }
        return "的和与及做".unicodeScalars.contains(before) ? 25 : 60
    }

    private static let handingOn: Set<String> = ["关于", "转发", "印发", "批转"]
    /// Words that titles are made of; a line may begin or end with one.
    private static let usual: Set<String> = [
        "组织", "动员", "团结", "引导", "全力", "做好", "加强", "切实", "深入", "充分", "发挥", "坚决", "当前", "打赢",
        "贯彻", "落实", "开展", "推进", "工作", "紧急", "通知", "职工", "精神",
    ]
}
