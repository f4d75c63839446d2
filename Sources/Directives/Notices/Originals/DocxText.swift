import Federation

/// The text of one part of a DOCX (its body, a header, its notes), a line for each paragraph, as it is printed:
/// text boxes before the paragraph that holds them, what was deleted left out, numbers made out.
struct DocxText: DocxEvents {
    /// What a body says of its other parts.
    struct Header: Hashable {
        var relation: String
        var kind: String
    }

    private(set) var headers: [Header] = []
    private(set) var footers: [Header] = []
    private(set) var hasTitlePage = false
    /// Foot- and endnotes in the order in which the text calls them.
    private(set) var calledNotes: [String] = []
    /// Of a part of notes: their lines by id.
    private(set) var notes: [String: [String]] = [:]
    private(set) var pictures = 0
    private(set) var numbering: DocxNumbering
    private let styles: DocxStyles

    private struct Paragraph {
        var text = ""
        var style: String?
        var list: String?
        var level: Int?
        var isMarkDeleted = false
    }

    private struct Row {
        var cells: [[String]] = []
        var isDeleted = false
    }

    private var sinks: [[String]] = [[]]
    private var paragraphs: [Paragraph] = []
    private var rows: [Row] = []
    private var path: [String] = []
    /// What a deleted paragraph mark leaves to be joined with the next paragraph of the same sink.
    private var joined: [Int: Paragraph] = [:]
    private var choices: [Bool] = []
    private var skipping = 0
    private var isHidden = false

    init(numbering: DocxNumbering, styles: DocxStyles) {
        self.numbering = numbering
        self.styles = styles
    }

    var lines: [String] { sinks[0] }

    /// Elements whose words are not printed: deletions, moves away, what a style was before, codes of fields.
    private static let unprinted: Set<String> = [
        "w:del", "w:moveFrom", "w:delText", "w:instrText", "w:delInstrText", "w:rPrChange", "w:pPrChange",
        "w:sectPrChange", "w:tblPrChange", "w:trPrChange", "w:tcPrChange", "w:numberingChange", "w:rt",
    ]

    // MARK: Events

    mutating func begin(_ name: String, _ attributes: [String: String]) {
        let parent = path.last
        path.append(name)
        if skipping > 0 {
            skipping += 1
            return
        }
        if Self.unprinted.contains(name) {
            if name == "w:del" { noteDeletion(parent) }
            skipping = 1
            return
        }
        switch name {
        // Word writes a text box twice, for itself and for older programs: the first is read.
        case "mc:AlternateContent": choices.append(false)
        case "mc:Choice", "mc:Fallback":
            if choices.last == true { skipping = 1 } else if !choices.isEmpty { choices[choices.count - 1] = true }
        case "w:p": paragraphs.append(Paragraph())
        case "w:r": isHidden = false
        case "w:tr": rows.append(Row())
        case "w:tc", "w:footnote", "w:endnote": sinks.append([])
        default: if paragraphs.isEmpty { section(name, attributes) } else { inside(name, attributes, parent) }
        }
        if name == "w:footnote" || name == "w:endnote" { noteID = Self.noteKey(name, attributes) }
    }

    private var noteID: String?

    /// Notes that only draw the line above notes have a type.
    private static func noteKey(_ name: String, _ attributes: [String: String]) -> String? {
        let type = attributes["type"] ?? "normal"
        return type == "normal" ? "\(name) \(attributes["id"] ?? "")" : nil
    }

    private mutating func noteDeletion(_ parent: String?) {
        if parent == "w:trPr", !rows.isEmpty { rows[rows.count - 1].isDeleted = true }
        if parent == "w:rPr", path.dropLast(2).last == "w:pPr", !paragraphs.isEmpty {
            paragraphs[paragraphs.count - 1].isMarkDeleted = true
        }
    }

    private mutating func section(_ name: String, _ attributes: [String: String]) {
        let part = Header(relation: attributes["id"] ?? "", kind: attributes["type"] ?? "default")
        switch name {
        case "w:headerReference": headers.append(part)
        case "w:footerReference": footers.append(part)
        case "w:titlePg": hasTitlePage = attributes["val"].map { $0 != "0" && $0 != "false" } ?? true
        default: break
        }
    }

    private mutating func inside(_ name: String, _ attributes: [String: String], _ parent: String?) {
        let value = attributes["val"]
        let last = paragraphs.count - 1
        switch name {
        case "w:pStyle": paragraphs[last].style = value
        case "w:numId": paragraphs[last].list = value
        case "w:ilvl": paragraphs[last].level = value.flatMap { Int($0) }
        case "w:vanish":
            if parent == "w:rPr", path.dropLast(2).last == "w:r" { isHidden = value != "0" && value != "false" }
        case "w:tab": if parent == "w:r" { put("\t") }
        case "w:ptab": put("\t")
        case "w:br", "w:cr": put("\n")
        case "w:noBreakHyphen": put("-")
        case "w:sym": put(Self.symbol(attributes["char"]))
        case "w:footnoteReference": call("w:footnote", attributes)
        case "w:endnoteReference": call("w:endnote", attributes)
        // Word art of older programs is a picture drawn from words.
        case "v:textpath":
            if let words = attributes["string"], !words.isEmpty { sinks[sinks.count - 1].append(words) }
        case "a:blip", "v:imagedata": pictures += 1
        default: section(name, attributes)
        }
    }

    private mutating func call(_ kind: String, _ attributes: [String: String]) {
        calledNotes.append("\(kind) \(attributes["id"] ?? "")")
        put(NumberFormat.circled(calledNotes.count))
    }

    private mutating func put(_ text: String) {
        guard !isHidden, !paragraphs.isEmpty else { return }
        paragraphs[paragraphs.count - 1].text += text
    }

    mutating func text(_ text: String) {
        guard skipping == 0, path.last == "w:t" || path.last == "m:t" else { return }
        put(text)
    }

    mutating func end(_ name: String) {
        path.removeLast()
        if skipping > 0 {
            skipping -= 1
            return
        }
        switch name {
        case "mc:AlternateContent": choices.removeLast()
        case "w:p": endParagraph()
        case "w:r": isHidden = false
        case "w:tc": endCell()
        case "w:tr": endRow()
        case "w:footnote", "w:endnote":
            let lines = sinks.count > 1 ? sinks.removeLast() : []
            if let noteID { notes[noteID] = lines }
            noteID = nil
        default: break
        }
    }

    // MARK: Paragraphs and rows

    private mutating func endParagraph() {
        guard var paragraph = paragraphs.popLast() else { return }
        let sink = sinks.count - 1
        if let before = joined.removeValue(forKey: sink) {
            paragraph.text = before.text + paragraph.text
            paragraph.style = before.style ?? paragraph.style
            paragraph.list = before.list ?? paragraph.list
            paragraph.level = before.level ?? paragraph.level
        }
        if paragraph.isMarkDeleted {
            joined[sink] = paragraph
            return
        }
        sinks[sink].append(number(paragraph) + paragraph.text)
    }

    private mutating func number(_ paragraph: Paragraph) -> String {
        let style = paragraph.style.flatMap { styles.numbering(of: $0) }
        guard let list = paragraph.list ?? style?.list, list != "0", !paragraph.text.trimmed.isEmpty else { return "" }
        let ofStyle = paragraph.list == nil ? paragraph.style.flatMap { numbering.level(of: $0, in: list) } : nil
        return numbering.next(.init(list: list, level: paragraph.level ?? ofStyle ?? style?.level ?? 0))
    }

    private mutating func endCell() {
        flushJoined()
        guard sinks.count > 1 else { return }
        let lines = sinks.removeLast()
        if rows.isEmpty {
            sinks[sinks.count - 1] += lines
        } else {
            rows[rows.count - 1].cells.append(lines.filter { !$0.trimmed.isEmpty })
        }
    }

    /// Cells of one line each stand beside one another; others are laid out, not tabled, and come one after the other.
    private mutating func endRow() {
        guard let row = rows.popLast(), !row.isDeleted else { return }
        if row.cells.allSatisfy({ $0.count <= 1 && !($0.first?.contains("\n") ?? false) }) {
            let line = row.cells.map { $0.first ?? "" }.joined(separator: "\t")
            if !line.trimmed.isEmpty { sinks[sinks.count - 1].append(line) }
        } else {
            sinks[sinks.count - 1] += row.cells.flatMap(\.self)
        }
    }

    private mutating func flushJoined() {
        if let left = joined.removeValue(forKey: sinks.count - 1) { sinks[sinks.count - 1].append(left.text) }
    }

    /// A sign of a symbol font; what only that font knows is shown as an empty box.
    private static func symbol(_ code: String?) -> String {
        guard let code, let value = UInt32(code, radix: 16) else { return "" }
        switch value {
        case 0xF0FC, 0xF050, 0xF052: return "☑"
        case 0xF06F, 0xF0A3, 0xF0A8: return "□"
        case 0xF0B7, 0xF06C: return "•"
        case 0xE000...0xF8FF: return "□"
        default: return Unicode.Scalar(value).map(String.init) ?? ""
        }
    }
}

/// Which styles number their paragraphs.
struct DocxStyles: DocxEvents {
    private struct Style {
        var base: String?
        var list: String?
        var level: Int?
    }

    private var styles: [String: Style] = [:]
    private var id: String?

    /// Looks through the styles it is based on; a circle of styles ends the search.
    func numbering(of id: String) -> (list: String, level: Int?)? {
        var (next, left): (String?, Int) = (id, 20)
        while let id = next, let style = styles[id], left > 0 {
            if let list = style.list { return (list, style.level) }
            (next, left) = (style.base, left - 1)
        }
        return nil
    }

    mutating func begin(_ name: String, _ attributes: [String: String]) {
        switch name {
        case "w:style":
            id = attributes["styleId"]
            if let id { styles[id] = Style() }
        case "w:basedOn": if let id { styles[id]?.base = attributes["val"] }
        case "w:numId": if let id { styles[id]?.list = attributes["val"] }
        case "w:ilvl": if let id { styles[id]?.level = attributes["val"].flatMap { Int($0) } }
        default: break
        }
    }

    mutating func text(_ text: String) {}
    mutating func end(_ name: String) { if name == "w:style" { id = nil } }
}
