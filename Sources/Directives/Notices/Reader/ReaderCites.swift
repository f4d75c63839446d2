/// The papers a notice rests on: 《title》（number）, number《title》, a title alone, a number alone.
enum ReaderCites {
    private static let citeLimit = 200
    private static let aliases: ReaderWords = ["简称", "以下称", "下称"]

    /// `handedOn` are the papers that the notice carries: they are not cited but there.
    static func read(_ page: ReaderPage, block: ReaderBlock, handedOn: [ReaderQuote]) -> [ReadCite] {
        let text = page.text
        let carried = Set(handedOn.map { text.string($0.title) } + handedOn.compactMap { $0.number?.value })
        var nicknames: Set<String> = []
        var cites: [ReadCite] = []
        var places: [String: Int] = [:]

        func add(title: String?, number: String?, _ ink: Range<Int>) {
            guard !carried.contains(title ?? ""), !carried.contains(number ?? "") else { return }
            if let place = (title ?? number).flatMap({ places[$0] }) {
                cites[place].ranges.append(text.range(ink))
                return
            }
            for key in [title, number].compactMap(\.self) { places[key] = cites.count }
            cites.append(ReadCite(title: title, number: number, ranges: [text.range(ink)]))
        }

        var numbers = page.numbers(in: block.body)[...]
        for work in block.works {
            let before = max(block.body.lowerBound, work.title.lowerBound - 5)..<work.title.lowerBound - 1
            let title = text.string(work.title)
            if aliases.ending(text, before) != nil { nicknames.insert(title) }
            // Numbers up to here that no title claimed stand alone; one that touches the title is its own.
            var own = work.number
            while let number = numbers.first, number.ink.lowerBound < work.title.lowerBound, cites.count < citeLimit {
                numbers.removeFirst()
                if own == nil, touches(text, number, work.title) {
                    own = number
                } else {
                    add(title: nil, number: number.value, number.ink)
                }
            }
            if let own, numbers.first?.ink == own.ink { numbers.removeFirst() }
            guard !nicknames.contains(title), cites.count < citeLimit else { continue }
            let first = min(work.title.lowerBound - 1, own?.ink.lowerBound ?? Int.max)
            let last = max(work.title.upperBound + 1, own?.ink.upperBound ?? 0)
            add(title: title, number: own?.value, first..<last)
        }
        for number in numbers.prefix(citeLimit - min(citeLimit, cites.count)) {
            add(title: nil, number: number.value, number.ink)
        }
        return cites
    }

    /// 工发〔2020〕2号《…》: nothing but a closing parenthesis between the number and its title.
    private static func touches(_ text: ReaderText, _ number: ReaderNumber, _ title: Range<Int>) -> Bool {
        let between = number.ink.upperBound..<max(number.ink.upperBound, title.lowerBound - 1)
        return between.count <= 1 && between.allSatisfy { text.ink[$0] == ReaderSign.close }
    }
}
