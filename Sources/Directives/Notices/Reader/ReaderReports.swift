/// Sentences that ask for a report.
enum ReaderReports {
    static let quoteLimit = 120
    private static let reportLimit = 500
    /// How far from its verb a duty is looked for. Without a bound, a sentence of a million verbs would take for ever.
    private static let reach = 200

    private static let verbs: ReaderWords = ["报告", "上报", "报送", "汇报", "呈报", "反馈", "函告", "报备"]
    /// 电报, 情报, 海报: before these 报 is no verb.
    private static let shortNounEnds = Set("电情海日简通申举预公汇上呈月年周填晚晨壁画墙捷喜谎瞒漏迟误虚".unicodeScalars.map(\.value))
    /// 报告 as the name of a thing: 验收报告, 早报告, 报告制度.
    private static let nounsBefore: ReaderWords = [
        "早", "验收", "调查", "研究", "评估", "检测", "总结", "分析", "体检", "政府工作", "可行性", "监测", "信息", "特此",
    ]
    private static let nounsAfter: ReaderWords = [
        "制度", "会", "书", "单", "的", "期", "频次", "机制", "系统", "显示", "指出", "》", "”", "认为", "统计", "、早", "如下",
    ]
    private static let duties: ReaderWords = [
        "要", "请", "应", "须", "需", "及时", "立即", "第一时间", "主动", "每日", "每天", "每周", "每月", "每季", "按时", "如实",
        "逐级", "前", "务必", "一律", "随时", "迅速",
    ]
    private static let refusals: ReaderWords = ["减少", "避免", "不得", "不再", "暂停", "严禁", "免于", "现予以", "现将"]
    private static let adverbs: ReaderWords = ["第一时间", "立即", "随时", "及时", "迅速", "按时", "尽快"]
    private static let cadences: ReaderWords = ["每日", "每天", "每周", "每月", "每季度", "每半年", "每年", "逐日", "零报告", "日报告"]
    private static let manners: ReaderWords = [
        "第一时间", "立即", "随时", "及时", "迅速", "按时", "尽快", "每日", "每天", "每周", "每月", "书面", "如实", "主动", "逐级",
        "统一", "专题", "一并",
    ]

    static func read(_ page: ReaderPage, body: Range<Int>, headings: [ReaderClauses.Heading]) -> [ReadReport] {
        let text = page.text
        var reports: [ReadReport] = []
        var start = body.lowerBound
        var heading = 0
        for index in body.lowerBound...body.upperBound where reports.count < reportLimit {
            while heading < headings.count, headings[heading].ink.upperBound < index { heading += 1 }
            let endsHeading = heading < headings.count && headings[heading].ink.upperBound == index
            let isMark = index < body.upperBound && ReaderSign.endsSentence(text.ink[index])
            guard isMark || endsHeading || index == body.upperBound else { continue }
            // 加强值班值守，及时报告情况: what a heading says, the clause under it says properly.
            let isTitle = endsHeading && !headings[heading].isWholeClause
            if start < index, !isTitle {
                read(page, sentence: start..<index, into: &reports)
            }
            start = isMark ? index + 1 : index
        }
        return reports
    }

    /// A sentence may ask for several reports, each between its own commas.
    private static func read(_ page: ReaderPage, sentence: Range<Int>, into reports: inout [ReadReport]) {
        let text = page.text
        var found: [(part: Range<Int>, to: Range<Int>?)] = []
        var index = sentence.lowerBound
        while index < sentence.upperBound {
            guard let (verb, to) = verb(page, at: index, in: sentence) else {
                index += 1
                continue
            }
            let part = part(text, around: verb.lowerBound, in: sentence)
            if found.last?.part != part { found.append((part, to)) }
            index = max(verb.upperBound, part.upperBound)
        }
        var floor = sentence.lowerBound
        for (part, to) in found where reports.count < reportLimit {
            let own = min(floor, part.lowerBound)..<(found.count == 1 ? sentence.upperBound : part.upperBound)
            let quote = quote(text, around: part, in: own)
            reports.append(
                ReadReport(
                    quote: text.string(quote), ranges: [text.range(quote)], to: to.map(text.string),
                    by: term(page, part: part, before: own), cadence: cadences.first(text, in: part)?.word.text))
            floor = part.upperBound + 1
        }
    }

    /// The verb at a place, when it asks somebody to report.
    private static func verb(_ page: ReaderPage, at index: Int, in sentence: Range<Int>) -> (Range<Int>, Range<Int>?)? {
        let text = page.text
        // 报省总工会办公室: the short verb counts only before the name of a body.
        let isShort = verbs.match(text, at: index) == nil
        if isShort, index > sentence.lowerBound, shortNounEnds.contains(text.ink[index - 1]) { return nil }
        guard let word = isShort ? (text.has("报", at: index) ? ReaderWord("报") : nil) : verbs.match(text, at: index),
            index + word.scalars.count <= sentence.upperBound
        else { return nil }
        let verb = index..<index + word.scalars.count
        let part = part(text, around: index, in: sentence)
        let before = part.lowerBound..<index
        guard nounsBefore.ending(text, before) == nil, nounsAfter.match(text, at: verb.upperBound) == nil,
            refusals.first(text, in: before) == nil
        else { return nil }
        let above = max(sentence.lowerBound, index - reach)..<index
        guard duties.first(text, in: above) != nil || duties.first(text, in: verb.upperBound..<part.upperBound) != nil
        else { return nil }
        let to = addressee(text, verb: verb, part: part, isShort: isShort)
        return isShort && to == nil ? nil : (verb, to)
    }

    /// The stretch between two commas, commas in parentheses not counted.
    private static func part(_ text: ReaderText, around index: Int, in sentence: Range<Int>) -> Range<Int> {
        let floor = max(sentence.lowerBound, index - reach)
        let ceiling = min(sentence.upperBound, index + reach)
        var start = index
        while start > floor, text.ink[start - 1] != ReaderSign.comma { start -= 1 }
        var end = index
        var depth = 0
        while end < ceiling {
            let sign = text.ink[end]
            if sign == ReaderSign.open { depth += 1 }
            if sign == ReaderSign.close { depth -= 1 }
            if sign == ReaderSign.comma, depth <= 0 { break }
            end += 1
        }
        return start..<end
    }

    /// The whole sentence where it is short enough, else the part and as many parts before it as fit.
    private static func quote(_ text: ReaderText, around part: Range<Int>, in sentence: Range<Int>) -> Range<Int> {
        if sentence.count <= quoteLimit { return sentence }
        var quote = part.prefix(quoteLimit)
        var start = quote.lowerBound
        while start > sentence.lowerBound, quote.upperBound - start < quoteLimit {
            start -= 1
            if start == sentence.lowerBound || text.ink[start - 1] == ReaderSign.comma {
                quote = start..<quote.upperBound
            }
        }
        return quote
    }

    private static func addressee(_ text: ReaderText, verb: Range<Int>, part: Range<Int>, isShort: Bool) -> Range<Int>?
    {
        let before = part.lowerBound..<verb.lowerBound
        if !isShort, let toward = before.last(where: { text.has("向", at: $0) }) {
            var name = toward + 1..<verb.lowerBound
            while let manner = manners.ending(text, name) { name = name.dropLast(manner.scalars.count) }
            return (1...60).contains(name.count) ? name : nil
        }
        var start = verb.upperBound
        if text.has("至", at: start) || text.has("给", at: start) { start += 1 }
        guard start < part.upperBound else { return nil }
        let rest = start..<part.upperBound
        let end = rest.first { text.ink[$0] == ReaderSign.open } ?? rest.upperBound
        return ReaderNames.isBody(text, start..<end) ? start..<end : nil
    }

    /// A printed day before 前, between the same commas or before them; else the adverb.
    private static func term(_ page: ReaderPage, part: Range<Int>, before own: Range<Int>) -> String? {
        let text = page.text
        let above = max(own.lowerBound, part.lowerBound - reach)..<part.lowerBound
        for range in [part, above] {
            for day in page.days(in: range) {
                // 3月31日17时前: the hour belongs to the term.
                let tail = day.ink.upperBound..<min(day.ink.upperBound + 8, part.upperBound)
                guard let end = tail.first(where: { text.has("前", at: $0) }),
                    !tail.prefix(while: { $0 < end }).contains(where: { text.ink[$0] == ReaderSign.comma })
                else { continue }
                return text.string(day.ink.lowerBound..<end + 1)
            }
        }
        if let hour = part.first(where: { text.has("时前", at: $0) }) {
            var start = hour
            while start > part.lowerBound, ReaderSign.isDigit(text.ink[start - 1]) { start -= 1 }
            if start < hour { return text.string(start..<hour + 2) }
        }
        return adverbs.first(text, in: part)?.word.text
    }
}
