/// Reads an official notice: deterministic, in time linear in its length, without a network or a clock.
///
/// The rules are those of the genre (GB/T 9704-2012, the regulation of 2012 on official papers, and the
/// practice of fax telegrams). Each lives in the file of its concern; this one only puts the fields together.
package struct NoticeReader: Sendable {
    /// UTF-8 bytes.
    package static let byteLimit = 4 * 1024 * 1024

    package init() {}

    package func read(_ text: String) -> Result<ReadNotice, ReaderRefusal> {
        guard text.utf8.count <= Self.byteLimit else { return .failure(.tooLong) }
        if text.unicodeScalars.contains(where: { $0.value == 0 || $0.value == 0xFFFE }) { return .failure(.notText) }
        let ink = ReaderText(text)
        guard ink.count > 0 else { return .failure(.empty) }

        let page = ReaderPage(ink)
        let blocks = ReaderBlocks(page).all()
        if let mark = secrecy(page, blocks) { return .failure(.classified(mark: mark)) }
        guard !blocks.isEmpty else { return .failure(.notANotice) }
        let assembly = ReaderAssembly(page, blocks)
        let notice = assembly.notice()
        let isNotice =
            notice.number != nil || notice.addressees != nil || notice.date != nil && notice.signature != nil
            || notice.title.map { $0.contains("关于") || notice.clauses.count > 1 } ?? false
        return isNotice ? .success(notice) : .failure(.notANotice)
    }

    /// A mark above any title: of the paper itself, or of a paper that it carries.
    private func secrecy(_ page: ReaderPage, _ blocks: [ReaderBlock]) -> String? {
        var heads = blocks.map { $0.headStart..<max($0.headStart, $0.titlePiece ?? $0.head.upperBound) }
        if heads.isEmpty { heads = [0..<min(10, page.count)] }
        for head in heads {
            for piece in head {
                if let mark = ReaderTelegramHead.secrecy(page, piece) { return mark }
            }
        }
        return nil
    }
}
