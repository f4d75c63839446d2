import Federation
import Markup

/// The sentences about what a notice came as.
enum OriginalWords {
    static let head = Sentence(zh: "原件", en: "The original")
    static let download = Sentence(zh: "下载", en: "Download")
    static let look = Sentence(zh: "看原件", en: "Look at the original")
    static func page(_ place: Int, of count: Int) -> Sentence {
        Sentence(zh: "第 \(place) 页，共 \(count) 页", en: "Page \(place) of \(count)")
    }
    static func picture(_ place: Int) -> Sentence {
        Sentence(zh: "原件第 \(place) 页的图片", en: "Picture of page \(place) of the original")
    }

    /// How the text was got, in a sentence.
    static func manner(_ model: OriginalModel) -> Sentence {
        let got: Sentence =
            switch model.manner {
            case .docx:
                Sentence(
                    zh: "文字取自 DOCX，连页眉、文本框、自动编号一起。",
                    en: "The text is that of the DOCX, with its headers, text boxes and automatic numbers.")
            case .pdfText: Sentence(zh: "文字取自 PDF 的文字层。", en: "The text is the PDF's own.")
            case .waiting, .recognised: recognised(model)
            case .typed where model.recognised > 0: recognised(model) + " " + unread(model)
            case .typed: Sentence(zh: "文字是对着图片打的。", en: "The text was typed from the picture.")
            }
        return model.isChanged && model.manner != .typed ? got + " " + changed : got
    }

    private static func recognised(_ model: OriginalModel) -> Sentence {
        let count = model.recognised
        let part =
            count == model.pageCount
            ? Sentence(zh: "文字是从图片认出来的", en: "The text was recognised from pictures")
            : Sentence(
                zh: "有 \(count) 页文字是从图片认出来的",
                en: count == 1
                    ? "One page was recognised from a picture" : "\(count) pages were recognised from pictures")
        return part + sureness(model)
    }

    private static func sureness(_ model: OriginalModel) -> Sentence {
        guard let confidence = model.confidence else { return Sentence(zh: "。", en: ".") }
        return switch confidence {
        case 90...: Sentence(zh: "，大体有把握。", en: ", fairly surely.")
        case 75..<90: Sentence(zh: "，把握一般，请对着原件看一遍。", en: ", not very surely: compare it with the original.")
        default:
            Sentence(
                zh: "，没有多少把握，请逐字对着原件改，或重拍清楚再传。",
                en: ", not surely at all: correct it word by word, or photograph it again more clearly.")
        }
    }

    private static func unread(_ model: OriginalModel) -> Sentence {
        Sentence(
            zh: "另有 \(model.unread) 页没有认出来，请补上。",
            en: model.unread == 1
                ? "One page could not be read; add its text."
                : "\(model.unread) pages could not be read; add their text.")
    }

    private static let changed = Sentence(zh: "后来有人改过。", en: "A person changed it since.")

    static func doubtful(_ count: Int) -> Sentence {
        Sentence(
            zh: "\(count.grouped) 处没认准，纸上画了波浪线。",
            en: count == 1
                ? "One word is doubtful; it has a wavy line on the paper."
                : "\(count.grouped) words are doubtful; they have a wavy line on the paper.")
    }
    static let edit = Sentence(zh: "对着原件改文字", en: "Correct the text from the original")
    static let editLabel = Sentence(zh: "取出来的文字", en: "The text that was got")
    static let readAgain = Sentence(zh: "按改好的再读一遍", en: "Read it again as corrected")
    static let editNote = Sentence(
        zh: "改过的行不再标波浪线。登记的是这里的文字。",
        en: "A line that you change is no longer marked. What stands here is what will be registered.")

    // MARK: Waiting and typing

    static let waitTitle = Sentence(zh: "正在认原件上的字", en: "Recognising the original")
    static func waiting(_ place: Int, of count: Int) -> Sentence {
        Sentence(
            zh: "正在认第 \(place) 页，共 \(count) 页", en: "Recognising page \(place) of \(count)")
    }
    static let waitNote = Sentence(
        zh: "一页约几秒，这一页会自己更新。关掉也不要紧：原件已经保存，七天之内回到这个地址接着办。",
        en: "A page takes a few seconds, and this page renews itself. You may close it: the original is kept, and for "
            + "seven days you can go on at this address.")
    static let look2 = Sentence(zh: "现在就看", en: "Look now")
    static let typeTitle = Sentence(zh: "对着原件打字", en: "Type it from the original")
    static let typeLead = Sentence(
        zh: "这台服务器认不出图片上的字。把文字打在或贴在框里，再按“读”；原件会一直放在旁边。",
        en: "This server cannot recognise the words of this picture. Type or paste them into the field and press "
            + "“Read it”; the original stays beside them.")
    static let recognisedLead = Sentence(
        zh: "认出的文字读不成公文。对着原件改好，再按“读”。",
        en: "What was recognised does not read as a notice. Correct it from the original and press “Read it”.")
    static let pages = Sentence(zh: "原件的页", en: "The pages of the original")
    static let noPicture = Sentence(
        zh: "这台服务器画不出 PDF 的页面，请下载原件看。", en: "This server cannot draw the pages of a PDF; download it to see them.")
}

extension Sentence {
    fileprivate static func + (left: Sentence, right: Sentence) -> Sentence {
        Sentence(zh: left[.chinese].trimmed + right[.chinese].trimmed, en: left[.english] + right[.english])
    }

    fileprivate static func + (left: Sentence, right: String) -> Sentence {
        Sentence(zh: left[.chinese], en: left[.english] + right)
    }
}
