package import Federation

/// Why a file is not taken as an original.
package enum OriginalRefusal: Refusal, CaseIterable {
    case tooLarge
    case tooManyFiles
    case mixed
    case wrongKind
    case oldOffice
    case otherPicture
    case damaged
    case encrypted
    case bomb
    case declaresEntities
    case noText
    case tooManyPages
    case tooManyPixels
    case gone
    case classified

    package var code: String {
        switch self {
        case .tooLarge: "original.too_large"
        case .tooManyFiles: "original.too_many_files"
        case .mixed: "original.mixed"
        case .wrongKind: "original.wrong_kind"
        case .oldOffice: "original.old_office"
        case .otherPicture: "original.other_picture"
        case .damaged: "original.damaged"
        case .encrypted: "original.encrypted"
        case .bomb: "original.bomb"
        case .declaresEntities: "original.declares_entities"
        case .noText: "original.no_text"
        case .tooManyPages: "original.too_many_pages"
        case .tooManyPixels: "original.too_many_pixels"
        case .gone: "original.gone"
        case .classified: "original.classified"
        }
    }

    package var manner: RefusalManner {
        switch self {
        case .tooLarge, .tooManyFiles, .bomb, .tooManyPages, .tooManyPixels: .tooLarge
        case .gone: .conflict
        default: .invalid
        }
    }

    package var sentence: Sentence {
        switch self {
        case .tooLarge:
            Sentence(
                zh: "这些文件加起来超过 \(Original.bytesMax / 1_000_000) MB。照片用中等大小就够清楚。",
                en: "Together these files are over \(Original.bytesMax / 1_000_000) MB. Photographs of medium size "
                    + "are clear enough.")
        case .tooManyFiles:
            Sentence(
                zh: "一次最多 \(Original.filesMax) 张照片。", en: "At most \(Original.filesMax) photographs at once.")
        case .mixed:
            Sentence(
                zh: "一份 DOCX、PDF 或 TXT 单独传；几个文件一起传，只能都是照片。",
                en: "Send a DOCX, PDF or TXT by itself; several files together must all be photographs.")
        case .wrongKind:
            Sentence(
                zh: "这个文件不是 DOCX、PDF、JPEG、PNG 或 TXT（按内容认，不按文件名）。",
                en: "This file is not DOCX, PDF, JPEG, PNG or TXT (told by its content, not by its name).")
        case .oldOffice:
            Sentence(
                zh: "这是旧格式的 DOC、WPS 或 RTF，读不了。请在 Word 或 WPS 里另存为 DOCX 或 PDF 再传。",
                en: "This is an old DOC, WPS or RTF file. Save it as DOCX or PDF in Word or WPS, then send that.")
        case .otherPicture:
            Sentence(
                zh: "这种图片读不了。请另存为 JPEG 或 PNG 再传（苹果手机：设置、相机、格式、兼容性最佳）。",
                en: "This kind of picture cannot be read. Save it as JPEG or PNG (on an iPhone: Settings, Camera, "
                    + "Formats, Most Compatible).")
        case .damaged:
            Sentence(
                zh: "文件坏了，或者没有传完整，打不开。请从原处重新取一份。",
                en: "The file is damaged or incomplete and cannot be opened. Get it again from where it came.")
        case .encrypted:
            Sentence(
                zh: "文件加了密码，读不了。请去掉密码，或打印成 PDF 再传。",
                en: "The file has a password and cannot be read. Remove it, or print to PDF and send that.")
        case .bomb:
            Sentence(
                zh: "文件解开以后大得不正常，没有读。请另存一份再传。",
                en: "Unpacked, this file is far larger than any notice; it was not read. Save it anew and send that.")
        case .declaresEntities:
            Sentence(
                zh: "文件里有公文用不着的实体声明，可能有害，没有读。请另存一份再传。",
                en: "The file declares entities, which no notice needs and which may do harm; it was not read. "
                    + "Save it anew and send that.")
        case .noText:
            Sentence(
                zh: "文件里没有文字。如果里面是图片，请存成 PDF 或直接传照片。",
                en: "There is no text in this file. If it holds pictures, save it as PDF or send the pictures.")
        case .tooManyPages:
            Sentence(
                zh: "超过 \(Original.pagesMax) 页，一次读不了。请只传公文本身，附件另传。",
                en: "Over \(Original.pagesMax) pages are too many at once. Send the notice itself; attachments "
                    + "go separately.")
        case .tooManyPixels:
            Sentence(
                zh: "照片的像素太多，读不了。请调小一些再传。", en: "This picture has too many pixels. Make it smaller and send it again.")
        case .gone:
            Sentence(
                zh: "原件放了七天没有登记，已经清除，或者已经登记在另一份公文上。",
                en: "This original waited seven days unregistered and was removed, or it belongs to another notice.")
        case .classified:
            Sentence(
                zh: "原件上标有密级。涉密公文不能放进众志，认出的文字和文件都已清除。",
                en: "The original is marked as classified. Muster must not hold it; its text and files were removed.")
        }
    }

    package var wayOn: Sentence? {
        switch self {
        case .gone: Sentence(zh: "把文件再传一次。", en: "Send the file again.")
        case .classified:
            Sentence(zh: "请按保密规定办理原件。", en: "Handle the original under the rules for classified papers.")
        default: nil
        }
    }
}

enum OriginalRules {
    /// What the files of one upload are; nil where it is one text file.
    /// - Throws: `OriginalRefusal`.
    static func kinds(_ files: [[UInt8]]) throws -> [OriginalKind]? {
        guard files.count <= Original.filesMax else { throw OriginalRefusal.tooManyFiles }
        guard files.reduce(0, { $0 + $1.count }) <= Original.bytesMax else { throw OriginalRefusal.tooLarge }
        let kinds = try files.map(OriginalKind.of)
        let known = kinds.compactMap(\.self)
        if known.isEmpty, files.count == 1 { return nil }
        guard known.count == files.count, known.count == 1 || known.allSatisfy(\.isPicture) else {
            throw OriginalRefusal.mixed
        }
        for (bytes, kind) in zip(files, known) where kind.isPicture {
            guard let pixels = PictureSize.pixels(bytes, kind), pixels > 0 else { throw OriginalRefusal.damaged }
            guard pixels <= PictureSize.pixelsMax else { throw OriginalRefusal.tooManyPixels }
        }
        return known
    }

    /// The page numbers that stand alone at the head or the foot of a printed page: — 3 —.
    static func isPageNumber(_ line: some StringProtocol) -> Bool {
        let ink = line.unicodeScalars.filter { !$0.properties.isWhitespace }
        guard ink.contains(where: { (0x30...0x39).contains($0.value) || (0xFF10...0xFF19).contains($0.value) }) else {
            return false
        }
        return ink.count <= 12
            && ink.allSatisfy { scalar in
                "0123456789０１２３４５６７８９-－—–―─·•第页共/".unicodeScalars.contains(scalar)
            }
    }
}
