package import Federation

/// Why a form with files is not taken.
package enum UploadRefusal: Refusal, Equatable {
    /// One file is over what this page takes; 0 where it takes none.
    case tooLarge(limitBytes: Int)
    /// The text, or everything together, is over what this page takes.
    case formTooLarge(limitBytes: Int)
    case tooManyFiles(limit: Int)
    /// Not the multipart/form-data it says it is, or cut short on the way.
    case broken

    package var code: String {
        switch self {
        case .tooLarge: "upload.too_large"
        case .formTooLarge: "upload.form_too_large"
        case .tooManyFiles: "upload.too_many_files"
        case .broken: "upload.broken"
        }
    }

    package var manner: RefusalManner {
        switch self {
        case .tooLarge, .formTooLarge, .tooManyFiles: .tooLarge
        case .broken: .invalid
        }
    }

    package var sentence: Sentence {
        switch self {
        case .tooLarge(limitBytes: 0): Sentence(zh: "这一页不收文件。", en: "This page takes no files.")
        case .tooLarge(let limitBytes):
            Sentence(
                zh: "文件太大，一个文件最多 \(Self.words(limitBytes))。",
                en: "The file is too large: at most \(Self.words(limitBytes)) each.")
        case .formTooLarge(let limitBytes):
            Sentence(
                zh: "内容太多，一次最多 \(Self.words(limitBytes))。",
                en: "This is too much to send at once: at most \(Self.words(limitBytes)).")
        case .tooManyFiles(let limit):
            Sentence(zh: "文件太多，一次最多 \(limit) 个。", en: "Too many files: at most \(limit) at once.")
        case .broken: Sentence(zh: "送来的表不完整，没有保存。", en: "The form arrived incomplete; nothing was saved.")
        }
    }

    package var wayOn: Sentence? {
        switch self {
        case .tooLarge(limitBytes: 0): Sentence(zh: "回到上一页，不带文件再送。", en: "Go back and send it without the file.")
        case .tooLarge:
            Sentence(
                zh: "把图片压小，或者分成几个文件，再送一次。",
                en: "Make the pictures smaller or split the file, then send it again.")
        case .formTooLarge, .tooManyFiles: Sentence(zh: "分成几次送。", en: "Send it in several parts.")
        case .broken: Sentence(zh: "回到上一页，再送一次。", en: "Go back and send it again.")
        }
    }

    /// "4 MB", "1.5 MB", "600 KB"; rounded down, so that what it promises fits.
    private static func words(_ bytes: Int) -> String {
        let (kilobyte, megabyte) = (1 << 10, 1 << 20)
        guard bytes >= megabyte else { return bytes >= kilobyte ? "\(bytes / kilobyte) KB" : "\(bytes) B" }
        let tenths = bytes % megabyte * 10 / megabyte
        return tenths == 0 ? "\(bytes / megabyte) MB" : "\(bytes / megabyte).\(tenths) MB"
    }
}
