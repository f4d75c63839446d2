/// A notice as a DOCX (WordprocessingML, ECMA-376) in the layout of GB/T 9704-2012. It holds no name but the
/// issuer's and no moment, and never a seal.
enum ExportDocx {
    /// - Returns: nil where there is no memory.
    static func bytes(_ notice: ExportNotice) -> [UInt8]? {
        let paper = ExportPaper(notice.text, notice.reading)
        let hasWarnings = !notice.warnings.isEmpty
        let parts: [(name: String, text: String)] = [
            ("[Content_Types].xml", ExportDocxParts.contentTypes(hasWarnings: hasWarnings)),
            ("_rels/.rels", ExportDocxParts.rootRelations),
            ("docProps/core.xml", ExportDocxParts.properties(title: notice.title)),
            ("word/document.xml", document(paper, hasWarnings: hasWarnings)),
            ("word/_rels/document.xml.rels", ExportDocxParts.relations(hasWarnings: hasWarnings)),
            ("word/styles.xml", ExportDocxParts.styles),
            ("word/fontTable.xml", ExportDocxParts.fonts),
            ("word/settings.xml", ExportDocxParts.settings),
            ("word/footer1.xml", ExportDocxParts.footer(isOdd: true)),
            ("word/footer2.xml", ExportDocxParts.footer(isOdd: false)),
        ]
        let warned = hasWarnings ? [("word/header1.xml", ExportDocxParts.header(notice.warnings))] : []
        return DocxArchive.archive((parts + warned).map { ($0.name, Array($0.text.utf8)) })
    }

    private static func document(_ paper: ExportPaper, hasWarnings: Bool) -> String {
        var body = ""
        for (index, paragraph) in paper.paragraphs.enumerated() {
            let next = index + 1 < paper.paragraphs.count ? paper.paragraphs[index + 1] : nil
            body += xml(paragraph, isFootEnd: next?.kind != .printing && next?.kind != .copies)
        }
        return ExportDocxParts.part("document", "<w:body>\(body)\(ExportDocxParts.section(hasWarnings))</w:body>")
    }

    private static func xml(_ paragraph: ExportPaper.Paragraph, isFootEnd: Bool) -> String {
        // The order of what a paragraph is said to be is the schema's.
        var properties = "<w:pStyle w:val=\"\(style(paragraph))\"/>"
        if paragraph.startsPage { properties += "<w:pageBreakBefore/>" }
        if paragraph.isRuled {
            properties += "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"12\" w:space=\"11\" w:color=\"E60012\"/></w:pBdr>"
        }
        if paragraph.kind == .copies || paragraph.kind == .printing {
            let end = isFootEnd ? "<w:bottom w:val=\"single\" w:sz=\"8\" w:space=\"1\" w:color=\"000000\"/>" : ""
            let top = paragraph.kind == .copies ? 8 : 6
            properties +=
                "<w:pBdr><w:top w:val=\"single\" w:sz=\"\(top)\" w:space=\"1\" w:color=\"000000\"/>\(end)</w:pBdr>"
        }
        if paragraph.rightHalves > 0 {
            // Hundredths of a character, and twips for programs that know no characters: 16 points are 320.
            properties +=
                "<w:ind w:rightChars=\"\(paragraph.rightHalves * 50)\" w:right=\"\(paragraph.rightHalves * 160)\"/>"
        }
        return "<w:p><w:pPr>\(properties)</w:pPr>\(runs(paragraph))</w:p>"
    }

    private static func style(_ paragraph: ExportPaper.Paragraph) -> String {
        switch paragraph.kind {
        case .mark: paragraph.isRed ? "RedMark" : "Mark"
        case .number: "Number"
        case .grade: "Grade"
        case .flush, .addressees: "Flush"
        case .telegramMark: "TelegramMark"
        case .telegram: "Telegram"
        case .title: "Title"
        case .body, .note: "Normal"
        case .signature, .date: "Signature"
        case .copies: "Copies"
        case .printing: "Printing"
        }
    }

    private static func runs(_ paragraph: ExportPaper.Paragraph) -> String {
        if paragraph.kind == .title {
            return run(paragraph.lines.map(ExportDocxParts.escaped), "")
        }
        if paragraph.kind == .mark { return run([ExportDocxParts.escaped(paragraph.text)], markSize(paragraph.text)) }
        if paragraph.kind == .printing, let (who, when) = ExportPaper.printed(paragraph.text) {
            return run([ExportDocxParts.escaped(who)], "") + "<w:r><w:tab/></w:r>"
                + run([ExportDocxParts.escaped(when)], "")
        }
        return paragraph.runs.map { piece in
            let face: String
            switch piece.face {
            case .fang: face = ""
            case .hei: face = "<w:rFonts w:eastAsia=\"黑体\"/>"
            case .kai: face = "<w:rFonts w:eastAsia=\"楷体\"/>"
            }
            return run([ExportDocxParts.escaped(piece.text)], face)
        }.joined()
    }

    private static func run(_ lines: [String], _ properties: String) -> String {
        let format = properties.isEmpty ? "" : "<w:rPr>\(properties)</w:rPr>"
        let text = lines.map { "<w:t xml:space=\"preserve\">\($0)</w:t>" }.joined(separator: "<w:br/>")
        return "<w:r>\(format)\(text)</w:r>"
    }

    /// A mark fills its line as far as the standard lets it grow; the size is in half points.
    private static func markSize(_ text: String) -> String {
        let size = ExportMark.points(text) * 2
        return "<w:sz w:val=\"\(size)\"/><w:szCs w:val=\"\(size)\"/>"
    }
}

/// The issuer's mark at the head of a document.
enum ExportMark {
    /// A character is 15 mm wide at most, and the line 156 mm: 42 and 442 points.
    static func points(_ text: String) -> Int { min(42, 420 / max(1, text.unicodeScalars.count)) }
}
