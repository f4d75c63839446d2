import Federation

/// CSV texts for the tests of the import.
enum CSVFixture {
    static let header = UnitRow.header.joined(separator: ",")

    /// - Parameter rows: without the header; short rows are filled up.
    static func text(_ rows: [String]) -> String { ([header] + rows).joined(separator: "\n") + "\n" }

    static func bytes(_ rows: [String]) -> [UInt8] { Array(text(rows).utf8) }

    /// A nation of so many units: provinces, cities, counties and workplaces, the children before their parents.
    static func nation(_ count: Int) -> [String] {
        var rows: [String] = []
        for number in 1..<count {
            let parent = number <= 30 ? 0 : (number - 31) / 20 + 1
            let level = number <= 30 ? "province" : number <= 630 ? "city" : "workplace"
            let kind = number <= 630 ? "federation" : "grassroots_union"
            let second = number > 630 && number % 7 == 0 ? "N\(number % 30 + 1)" : ""
            rows.append("N\(number),第\(number)工会,第\(number);\(number)号,,\(kind),\(level),,N\(parent),\(second),")
        }
        return rows.reversed() + ["N0,全国,,,federation,national,,,,"]
    }
}
