import Testing
import Web

@Suite struct CSVTextTests {
    @Test func whatNeedsMarksStandsInThem() {
        #expect(CSVText.line(["玄字号厂", "一、二", "a,b", "说\"好\"", "两\n行"]) == "玄字号厂,一、二,\"a,b\",\"说\"\"好\"\"\",\"两\n行\"\n")
    }

    /// A workplace types how it told its workers; the city opens the table of it.
    @Test(arguments: ["=HYPERLINK(\"http://127.0.0.1\")", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
    func nothingIsAFormula(_ typed: String) {
        let line = CSVText.line([typed])
        #expect(line.hasPrefix("'") || line.hasPrefix("\"'"))
    }

    /// An accent put on a sign does not hide it from whoever reads the file.
    @Test func aMarkedSignIsStillTheSign() {
        #expect(CSVText.line(["x\"\u{301},=1"]) == "\"x\"\"\u{301},=1\"\n")
        #expect(CSVText.line(["=\u{301}1"]).hasPrefix("'"))
        #expect(CSVText.line(["\u{FF1D}1"]).hasPrefix("'"))
    }

    @Test func aDayAndANumberStayAsTheyAre() {
        #expect(CSVText.line(["2020-02-04 09:15", "126", ""]) == "2020-02-04 09:15,126,\n")
    }
}
