package import Federation

/// What a notice may be taken along as.
package enum ExportFormat: String, Sendable, CaseIterable {
    case text, docx, pdf, picture

    package var suffix: String {
        switch self {
        case .text: "txt"
        case .docx, .pdf: rawValue
        case .picture: "png"
        }
    }

    package var mediaType: String {
        switch self {
        case .text: "text/plain; charset=utf-8"
        case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case .pdf: "application/pdf"
        case .picture: "image/png"
        }
    }

    /// A printer makes it, which is not installed everywhere.
    package var needsPrinter: Bool { self == .pdf || self == .picture }
}

/// A notice as a file for somebody who is not on Muster.
package struct ExportFile: Sendable, Hashable {
    package var bytes: [UInt8]
    package var format: ExportFormat
    package var name: String

    /// - Parameter title: becomes the file's name, as far as every system takes it.
    package init(_ bytes: [UInt8], _ format: ExportFormat, title: String) {
        self.bytes = bytes
        self.format = format
        let words = title.unicodeScalars.map { scalar in
            scalar.isSpace || scalar.value < 0x20 || "/\\:*?\"<>|".unicodeScalars.contains(scalar) ? "_" : scalar
        }
        // 60 signs are 180 bytes; most file systems take 255.
        let name = String(String.UnicodeScalarView(words.prefix(60)))
        self.name = (name.isEmpty ? "notice" : name) + "." + format.suffix
    }
}

/// The notice as it leaves Muster.
package struct ExportNotice: Sendable, Hashable {
    package var text: String
    package var reading: ReadNotice
    package var title: String
    /// What everyone who holds it must see first: that it was withdrawn, replaced, corrected.
    package var warnings: [String]

    package init(text: String, reading: ReadNotice, title: String, warnings: [String] = []) {
        self.text = text
        self.reading = reading
        self.title = title
        self.warnings = warnings
    }
}

/// What is said no to about exports.
package enum ExportRefusal: Refusal, CaseIterable {
    case formatUnknown
    case printerMissing
    case printerFailed
    case unitUnknown

    package var code: String {
        switch self {
        case .formatUnknown: "export.format_unknown"
        case .printerMissing: "export.printer_missing"
        case .printerFailed: "export.printer_failed"
        case .unitUnknown: "export.unit_unknown"
        }
    }

    package var manner: RefusalManner {
        switch self {
        case .formatUnknown, .unitUnknown: .invalid
        case .printerMissing, .printerFailed: .unavailable
        }
    }

    package var sentence: Sentence {
        switch self {
        case .formatUnknown:
            Sentence(zh: "没有这种格式。", en: "There is no such format.")
        case .printerMissing:
            Sentence(
                zh: "这台服务器没有装排版程序，做不出 PDF 和图片。",
                en: "This server has no program that prints, so it cannot make a PDF or a picture.")
        case .printerFailed:
            Sentence(
                zh: "这份公文没有排出来：太长，或排版程序出了问题。",
                en: "This notice could not be printed: it is too long, or the printing program failed.")
        case .unitUnknown:
            Sentence(
                zh: "本单位没有把这份公文送给这个单位。", en: "Your unit has not sent this notice to that unit.")
        }
    }

    package var wayOn: Sentence? {
        switch self {
        case .formatUnknown:
            Sentence(zh: "在“带走这份公文”里选一种。", en: "Choose one under “Take this notice along”.")
        case .printerMissing, .printerFailed:
            Sentence(
                zh: "带走 DOCX 或文字，或在公文页用浏览器打印。",
                en: "Take DOCX or text, or print the notice's page from the browser.")
        case .unitUnknown:
            Sentence(zh: "不指明单位也可以带走。", en: "It can be taken along without naming a unit.")
        }
    }
}
