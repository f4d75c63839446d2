/// Says of Chinese words on a page in another language that they are Chinese, so that they are drawn and read out
/// right: a name, a title, a quotation gets `lang` unless something around it says its language already.
///
/// It works on finished markup, so that no page can forget it.
struct ChineseMarking {
    private static let tag = "zh-CN"
    /// What holds no elements, or is not shown.
    private static let unmarkable: Set<String> = ["title", "textarea", "option", "script", "style"]
    /// Characters that go on with Chinese words when more of them follow: 工发电〔2020〕3号.
    private static let bridgeMax = 12

    private let bytes: [UInt8]
    private var output: [UInt8] = []
    private var at = 0
    /// The elements that say a language: their name, the language, how many of the same name are open inside.
    private var languages: [(name: String, isChinese: Bool, depth: Int)] = []
    /// The element in which nothing may be marked.
    private var unmarkable: String?
    private var isInDrawing = false

    private init(_ html: String) {
        bytes = Array(html.utf8)
        output.reserveCapacity(bytes.count + bytes.count / 16)
    }

    static func marked(_ html: String) -> String {
        guard html.utf8.contains(where: { $0 >= 0xE3 }) else { return html }
        var marking = ChineseMarking(html)
        marking.run()
        return String(decoding: marking.output, as: UTF8.self)
    }

    private mutating func run() {
        while at < bytes.count {
            if bytes[at] == UInt8(ascii: "<") {
                let end = bytes[at...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count - 1
                note(tag: bytes[at...end])
                output += bytes[at...end]
                at = end + 1
            } else if let end = chineseEnd(from: at), unmarkable == nil, !(languages.last?.isChinese ?? false) {
                mark(bytes[at..<end])
                at = end
            } else {
                output.append(bytes[at])
                at += 1
            }
        }
    }

    private mutating func mark(_ words: ArraySlice<UInt8>) {
        let name = isInDrawing ? "tspan" : "span"
        output += Array("<\(name) lang=\"\(Self.tag)\">".utf8)
        output += words
        output += Array("</\(name)>".utf8)
    }

    // MARK: Words

    /// Where the Chinese words end that begin here; nil where none do.
    private func chineseEnd(from start: Int) -> Int? {
        guard var end = chineseCharacterEnd(start) else { return nil }
        while true {
            var next = end
            while next < bytes.count, next - end < Self.bridgeMax, isBridge(bytes[next]) { next += 1 }
            guard next < bytes.count, let further = chineseCharacterEnd(next) else { return end }
            end = further
        }
    }

    private func isBridge(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: false
        }
    }

    /// Chinese characters, their punctuation and full-width forms are three bytes each: U+3000–303F, U+3400–9FFF and
    /// U+FF01–FF5E.
    private func chineseCharacterEnd(_ place: Int) -> Int? {
        guard place + 2 < bytes.count, bytes[place] >= 0xE3, bytes[place] < 0xF0 else { return nil }
        let code =
            UInt32(bytes[place] & 0x0F) << 12 | UInt32(bytes[place + 1] & 0x3F) << 6 | UInt32(bytes[place + 2] & 0x3F)
        switch code {
        case 0x3000...0x303F, 0x3400...0x9FFF, 0xFF01...0xFF5E: return place + 3
        default: return nil
        }
    }

    // MARK: Tags

    private mutating func note(tag: ArraySlice<UInt8>) {
        let isEnd = tag.count > 1 && tag[tag.startIndex + 1] == UInt8(ascii: "/")
        let name = String(
            decoding: tag.dropFirst(isEnd ? 2 : 1).prefix { isBridge($0) }, as: UTF8.self)
        if name == "text" { isInDrawing = !isEnd }
        if let open = unmarkable {
            if isEnd, open == name { unmarkable = nil }
        } else if !isEnd, Self.unmarkable.contains(name) {
            unmarkable = name
        }
        if isEnd { close(name) } else { open(name, tag) }
    }

    private mutating func open(_ name: String, _ tag: ArraySlice<UInt8>) {
        if let language = Self.language(in: tag), name != "html", name != "input" {
            languages.append((name, language.hasPrefix("zh"), 1))
        } else if let last = languages.indices.last, languages[last].name == name {
            languages[last].depth += 1
        }
    }

    private mutating func close(_ name: String) {
        guard let last = languages.indices.last, languages[last].name == name else { return }
        languages[last].depth -= 1
        if languages[last].depth == 0 { languages.removeLast() }
    }

    private static let attribute = Array(" lang=\"".utf8)

    private static func language(in tag: ArraySlice<UInt8>) -> String? {
        guard let found = tag.firstRange(of: attribute) else { return nil }
        return String(decoding: tag[found.upperBound...].prefix { $0 != UInt8(ascii: "\"") }, as: UTF8.self)
    }
}
