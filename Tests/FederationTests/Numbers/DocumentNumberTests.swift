import Federation
import Testing

@Suite struct DocumentNumberTests {
    @Test(arguments: ["", "焦 工", "焦〔工", "一二三四五六七八九十一二三四五六七"]) func anUnusableWordIsRefused(_ word: String) {
        #expect(throws: NumberRefusal.wordUnusable) { try DocumentNumber(word: word, year: 2020, number: 1) }
    }

    @Test func yearsAndNumbersHaveBounds() {
        #expect(throws: NumberRefusal.yearUnusable) { try DocumentNumber(word: "焦工发", year: 20, number: 1) }
        #expect(throws: NumberRefusal.numberUnusable) { try DocumentNumber(word: "焦工发", year: 2020, number: 0) }
        #expect(throws: NumberRefusal.numberUnusable) { try DocumentNumber(word: "焦工发", year: 2020, number: 100_000) }
    }

    @Test func itIsWrittenWithSixAngleBracketsAndNoZeros() throws {
        let number = try DocumentNumber(word: "焦工发", year: 2020, number: 3)
        #expect(number.text == "焦工发\u{3014}2020\u{3015}3号")
        #expect(DocumentNumber(number.text) == number)
    }

    @Test(arguments: ["焦工发[2020]3号", "焦工发【2020】第3号", "焦工发（2020）03号", " 焦工发 〔2020〕 3 号", "焦工发(2020)3号"])
    func whatPeopleTypeIsPutRight(_ typed: String) throws {
        #expect(DocumentNumber(typed)?.text == "焦工发〔2020〕3号")
    }

    @Test(arguments: ["焦工发2020年3号", "焦工发〔2020〕号", "〔2020〕3号", "焦工发〔2020〕3", "焦工发〔〕3号", "焦工发〔2020〕三号"])
    func whatIsNoNumberIsNone(_ typed: String) { #expect(DocumentNumber(typed) == nil) }
}
