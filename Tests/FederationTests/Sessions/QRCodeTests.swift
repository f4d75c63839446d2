import Federation
import Testing

@Suite struct QRCodeTests {
    @Test func nothingAndTooMuchAreNoCode() {
        #expect(QRCode("") == nil)
        #expect(QRCode("a\0b") == nil)
        #expect(QRCode(String(repeating: "x", count: 2_332)) == nil)
        #expect(QRCode(String(repeating: "x", count: 2_331))?.size == 177)
    }

    @Test(arguments: [("M", 21), ("/invitations/ABCD-EFGH-JKMN", 29), ("http://10.0.0.1:8080/invitations/Z", 29)])
    func whatIsWrittenIsRead(_ text: String, _ size: Int) throws {
        let code = try #require(QRCode(text))
        #expect(code.size == size)
        #expect(code.modules.allSatisfy { $0.count == size })
        for (x, y) in [(0, 0), (size - 7, 0), (0, size - 7)] {
            for row in 0..<7 {
                for column in 0..<7 {
                    let ring = max(abs(row - 3), abs(column - 3))
                    #expect(code.modules[y + row][x + column] == (ring != 2))
                }
            }
        }
        #expect(Self.read(code) == text)
    }

    @Test func thePathDrawsEveryDarkModule() throws {
        let code = try #require(QRCode("/invitations/ABCD-EFGH-JKMN"))
        var drawn = Array(repeating: Array(repeating: false, count: code.size), count: code.size)
        for run in code.svgPath.matches(of: /M(\d+) (\d+)h(\d+)v1h-(\d+)z/) {
            let numbers = [run.1, run.2, run.3, run.4].compactMap { Int($0) }
            #expect(numbers[2] == numbers[3])
            for x in numbers[0]..<numbers[0] + numbers[2] { drawn[numbers[1]][x] = true }
        }
        #expect(drawn == code.modules)
        #expect(code.svgPath.wholeMatch(of: /(M\d+ \d+h\d+v1h-\d+z)+/) != nil)
    }

    /// Reads a code of versions 1 to 3 at error correction M, which have one block: byte mode, no correction.
    private static func read(_ code: QRCode) -> String? {
        let size = code.size
        let format = (0..<5).map { code.modules[8][$0] }
        // The format is masked with 10101…: the level M is 00, then three bits of mask.
        guard [format[0], !format[1]] == [true, true] else { return nil }
        let mask = (format[2] ? 0 : 4) + (format[3] ? 2 : 0) + (format[4] ? 0 : 1)
        func isMasked(_ y: Int, _ x: Int) -> Bool {
            switch mask {
            case 0: (y + x) % 2 == 0
            case 1: y % 2 == 0
            case 2: x % 3 == 0
            case 3: (y + x) % 3 == 0
            case 4: (y / 2 + x / 3) % 2 == 0
            case 5: y * x % 2 + y * x % 3 == 0
            case 6: (y * x % 2 + y * x % 3) % 2 == 0
            default: ((y + x) % 2 + y * x % 3) % 2 == 0
            }
        }
        func isFunction(_ y: Int, _ x: Int) -> Bool {
            if y == 6 || x == 6 { return true }
            if y < 9 && x < 9 || y < 9 && x >= size - 8 || y >= size - 8 && x < 9 { return true }
            return size > 21 && abs(y - (size - 7)) <= 2 && abs(x - (size - 7)) <= 2
        }
        var bits: [Bool] = []
        var (right, isUpward) = (size - 1, true)
        while right > 0 {
            if right == 6 { right -= 1 }
            for step in 0..<size {
                let y = isUpward ? size - 1 - step : step
                for x in [right, right - 1] where !isFunction(y, x) {
                    bits.append(code.modules[y][x] != isMasked(y, x))
                }
            }
            (right, isUpward) = (right - 2, !isUpward)
        }
        func number(_ range: Range<Int>) -> Int { bits[range].reduce(0) { $0 << 1 | ($1 ? 1 : 0) } }
        guard number(0..<4) == 4 else { return nil }
        let length = number(4..<12)
        return String(
            decoding: (0..<length).map { UInt8(number(12 + $0 * 8..<20 + $0 * 8)) }, as: UTF8.self)
    }
}
