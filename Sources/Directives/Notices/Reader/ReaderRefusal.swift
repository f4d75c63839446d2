/// Why a text is not read. In the order in which it is asked.
package enum ReaderRefusal: Error, Sendable, Hashable {
    /// Nothing but white space.
    case empty
    /// Binary, or bytes in an encoding that none of the known ones explains.
    case notText
    /// Over `NoticeReader.byteLimit` bytes of UTF-8.
    case tooLong
    /// Marked 绝密, 机密 or 秘密 at its head: Muster must not hold it.
    case classified(mark: String)
    /// No title, no number, no addressee line, and no signature with a date.
    case notANotice
}
