import Testing

@testable import Directives

@Suite struct DocxReaderTests {
    private typealias F = DocxFixture

    private static func text(_ body: String) throws -> String { try DocxReader.text(F(body: body).bytes) }

    private static func refusal(_ bytes: [UInt8]) -> OriginalRefusal? {
        do {
            _ = try DocxReader.text(bytes)
            return nil
        } catch {
            return error as? OriginalRefusal
        }
    }

    // MARK: Words

    @Test func paragraphsAreLinesAndBreaksAreBreaks() throws {
        let body =
            F.p("河阳市总工会文件")
            + "<w:p><w:r><w:t>第一行</w:t><w:br/><w:t>第二行</w:t><w:tab/><w:t>制表</w:t><w:noBreakHyphen/><w:t>后</w:t></w:r></w:p>"
            + F.p("") + F.p("") + F.p("") + F.p("末段")
        #expect(try Self.text(body) == "河阳市总工会文件\n第一行\n第二行\t制表-后\n\n末段")
    }

    @Test func aTabStopIsNoTab() throws {
        let body = F.p("文字", "<w:tabs><w:tab w:val=\"left\" w:pos=\"420\"/></w:tabs>")
        #expect(try Self.text(body) == "文字")
    }

    @Test func whatWasInsertedStaysAndWhatWasDeletedGoes() throws {
        let body = """
            <w:p>\(F.r("请于"))<w:del w:id="1"><w:r><w:delText>7月10日</w:delText></w:r></w:del>\
            <w:ins w:id="2">\(F.r("7月20日"))</w:ins>\(F.r("前报送。"))\
            <w:moveFrom w:id="3">\(F.r("移走"))</w:moveFrom><w:moveTo w:id="4">\(F.r("移来"))</w:moveTo></w:p>
            """
        #expect(try Self.text(body) == "请于7月20日前报送。移来")
    }

    @Test func aDeletedParagraphMarkJoinsTheParagraphs() throws {
        let body =
            F.p("前半", "<w:rPr><w:del w:id=\"1\" w:author=\"甲\"/></w:rPr>") + F.p("后半") + F.p("另一段")
        #expect(try Self.text(body) == "前半后半\n另一段")
    }

    @Test func hiddenTextAndFieldCodesAreNotPrinted() throws {
        let body = """
            <w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r>\(F.r("可见"))\
            <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r>\
            <w:r><w:fldChar w:fldCharType="separate"/></w:r>\(F.r("2021年7月5日"))\
            <w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>
            """
        #expect(try Self.text(body) == "可见2021年7月5日")
    }

    @Test func theRedHeadInATextBoxIsReadOnceAndFirst() throws {
        let body = """
            <w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:wsp><wps:txbx><w:txbxContent>\
            \(F.p("河阳市总工会文件"))</w:txbxContent></wps:txbx></wps:wsp></mc:Choice><mc:Fallback><w:pict>\
            <v:textbox><w:txbxContent>\(F.p("河阳市总工会文件"))</w:txbxContent></v:textbox></w:pict></mc:Fallback>\
            </mc:AlternateContent></w:r>\(F.r("河工发〔2021〕17号"))</w:p>
            """
        #expect(try Self.text(body) == "河阳市总工会文件\n河工发〔2021〕17号")
    }

    @Test func oldTextBoxesAndWordArtAreRead() throws {
        let body = """
            <w:p><w:r><w:pict><v:shape><v:textpath string="河阳市总工会"/></v:shape></w:pict></w:r></w:p>\
            <w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>\(F.p("特急"))</w:txbxContent></v:textbox></v:shape>\
            </w:pict></w:r>\(F.r("正文"))</w:p>
            """
        #expect(try Self.text(body) == "河阳市总工会\n\n特急\n正文")
    }

    @Test func rowsOfATableAreLinesAndALayoutTableIsItsParagraphs() throws {
        func cell(_ content: String) -> String { "<w:tc><w:tcPr/>\(content)</w:tc>" }
        let data =
            "<w:tbl><w:tr>\(cell(F.p("单位")))\(cell(F.p("人数")))</w:tr><w:tr>\(cell(F.p("甲厂")))\(cell(F.p("12")))</w:tr></w:tbl>"
        let layout = "<w:tbl><w:tr>\(cell(F.p("河阳市总工会") + F.p("河阳市应急局")))\(cell(F.p("文件")))</w:tr></w:tbl>"
        let deleted = "<w:tbl><w:tr><w:trPr><w:del w:id=\"9\"/></w:trPr>\(cell(F.p("删去的行")))</w:tr></w:tbl>"
        #expect(try Self.text(layout + data + deleted + F.p("完")) == "河阳市总工会\n河阳市应急局\n文件\n单位\t人数\n甲厂\t12\n完")
    }

    // MARK: Other parts

    @Test func headersStandBeforeFootersAndNotesBehind() throws {
        var fixture = F(
            body: "<w:p>\(F.r("正文"))<w:r><w:footnoteReference w:id=\"2\"/></w:r>\(F.r("。"))</w:p>"
                + "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"header1\"/><w:headerReference w:type=\"first\" r:id=\"header2\"/>"
                + "<w:footerReference w:type=\"default\" r:id=\"footer1\"/></w:sectPr>")
        fixture.add("header", id: "header1", root: "hdr", F.p("河阳市总工会文件"))
        fixture.add("header", id: "header2", root: "hdr", F.p("首页不同，没有启用"))
        fixture.add("footer", id: "footer1", root: "ftr", F.p("— 1 —") + F.p("河阳市总工会办公室印发"))
        fixture.add(
            "footnotes", id: "footnotes", root: "footnotes",
            "<w:footnote w:type=\"separator\" w:id=\"0\">\(F.p("线"))</w:footnote><w:footnote w:id=\"2\">\(F.p(" 指露天作业。"))</w:footnote>"
        )
        #expect(try DocxReader.text(fixture.bytes) == "河阳市总工会文件\n正文①。\n①指露天作业。\n河阳市总工会办公室印发")
    }

    @Test func numbersThatWordMakesAreMadeOut() throws {
        func level(_ index: Int, _ format: String, _ text: String, _ more: String = "") -> String {
            "<w:lvl w:ilvl=\"\(index)\"><w:start w:val=\"1\"/><w:numFmt w:val=\"\(format)\"/>\(more)<w:lvlText w:val=\"\(text)\"/></w:lvl>"
        }
        var fixture = F(
            body: F.item("落实责任", 1) + F.item("班组", 1, 1) + F.item("车间", 1, 1) + F.p("中间一段") + F.item("按时上报", 1)
                + F.item("厂级", 1, 1) + F.item("", 1) + F.item("First", 2) + F.item("重新起", 3)
                + F.p("样式", "<w:pStyle w:val=\"list1\"/>")
                + F.item("不编号", 0))
        fixture.add(
            "numbering", id: "numbering", root: "numbering",
            "<w:abstractNum w:abstractNumId=\"0\">\(level(0, "chineseCountingThousand", "%1、"))\(level(1, "chineseCounting", "（%2）"))</w:abstractNum>"
                + "<w:abstractNum w:abstractNumId=\"1\">\(level(0, "decimal", "%1."))</w:abstractNum>"
                + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num>"
                + "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"9\"/></w:lvlOverride></w:num>"
        )
        fixture.add(
            "styles", id: "styles", root: "styles",
            "<w:style w:styleId=\"base\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
                + "<w:style w:styleId=\"list1\"><w:basedOn w:val=\"base\"/></w:style>")
        let lines = try DocxReader.text(fixture.bytes).split(separator: "\n").map(String.init)
        #expect(
            lines == [
                "一、落实责任", "（一）班组", "（二）车间", "中间一段", "二、按时上报", "（一）厂级", "1. First", "九、重新起", "十、样式", "不编号",
            ])
    }

    @Test func numbersOfManyFormats() {
        let cases: [(Int, String, String)] = [
            (10, "chineseCounting", "十"), (12, "chineseCounting", "十二"), (20, "chineseCounting", "二十"),
            (105, "chineseCountingThousand", "一百零五"), (110, "chineseCountingThousand", "一百一十"),
            (3, "decimalEnclosedCircle", "③"), (28, "upperLetter", "BB"), (14, "lowerRoman", "xiv"),
            (7, "decimalZero", "07"), (12, "decimalFullWidth", "１２"), (2, "ideographTraditional", "乙"),
            (13, "chineseLegalSimplified", "壹拾叁"),
        ]
        for (number, format, text) in cases { #expect(NumberFormat.text(number, format) == text, "\(format)") }
    }

    @Test func aNoticeSentAsDocxReadsLikeItsText() throws {
        let lines = [
            "河阳市总工会文件", "河工发〔2021〕17号", "河阳市总工会关于做好高温天气职工防暑降温工作的通知", "各县（市）区总工会：",
            "现将有关事项通知如下。", "一、落实责任。各级工会要落实防暑降温措施。", "河阳市总工会", "2021年7月5日",
        ]
        let reading = try NoticeReader().read(try Self.text(lines.map { F.p($0) }.joined())).get()
        #expect(reading.number == "河工发〔2021〕17号")
        #expect(reading.title == "河阳市总工会关于做好高温天气职工防暑降温工作的通知")
        #expect(reading.date == "2021-07-05")
    }

    // MARK: What is refused

    @Test func whatIsNoDocxIsRefused() {
        #expect(Self.refusal([0x50, 0x4B, 0x03, 0x04, 1, 2, 3]) == .damaged)
        #expect(Self.refusal(TestArchive.bytes([.init(name: "OFD.xml", content: Array("<OFD/>".utf8))])) == .wrongKind)
        #expect(Self.refusal(F(body: F.p("  ")).bytes) == .noText)
        let whole = F(body: F.p("公文")).bytes
        #expect(Self.refusal(Array(whole.dropLast(30))) == .damaged)
        var broken = F(body: "<w:p><w:r>")
        broken.parts[0].text += " "
        #expect(Self.refusal(broken.bytes) == .damaged)
    }

    @Test func entitiesAreRefusedBeforeTheyAreExpanded() {
        let laughs = (1...9).map { "<!ENTITY l\($0) \"\(String(repeating: "&l\($0 - 1);", count: 10))\">" }.joined()
        for head in ["<!DOCTYPE w [<!ENTITY l0 \"哈\">\(laughs)]>", "<!DOCTYPE w SYSTEM \"file:///etc/passwd\">"] {
            var fixture = F(body: F.p("&l9;"))
            fixture.parts[2].text = "<?xml version=\"1.0\"?>\(head)<w:document/>"
            #expect(Self.refusal(fixture.bytes) == .declaresEntities)
        }
        var other = F(body: F.p("公文"))
        other.parts[2].text = other.parts[2].text.replacing("UTF-8", with: "UTF-7")
        #expect(Self.refusal(other.bytes) == .damaged)
    }

    @Test func aBombIsRefusedWhateverItSaysOfItsSize() {
        let packed = TestArchive.deflatedZeroes(400_000)
        func archive(saying size: UInt32) -> [UInt8] {
            var entries = F(body: "").parts.map { TestArchive.Entry(name: $0.name, content: Array($0.text.utf8)) }
            entries[2] = .init(name: "word/document.xml", content: packed, unpacked: (size, 0))
            return TestArchive.bytes(entries)
        }
        #expect(packed.count < 700_000)
        #expect(Self.refusal(archive(saying: 258 * 400_000 + 1)) == .bomb)
        #expect([.bomb, .damaged].contains(Self.refusal(archive(saying: 1_000))))
    }

    @Test func aPasswordIsSeen() {
        var entries = F(body: F.p("公文")).parts.map { TestArchive.Entry(name: $0.name, content: Array($0.text.utf8)) }
        for place in entries.indices { entries[place].isEncrypted = true }
        #expect(Self.refusal(TestArchive.bytes(entries)) == .encrypted)
    }

    @Test func aPartsNameLeadsNowhereButIntoTheArchive() throws {
        var fixture = F(body: "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"h\"/></w:sectPr>" + F.p("公文"))
        fixture.add("header", id: "h", root: "hdr", F.p("页眉"), target: "../../../../../../etc/passwd")
        fixture.parts.append(("../../../../tmp/muster-evil", "x"))
        #expect(try DocxReader.text(fixture.bytes) == "公文")
    }

    @Test func deepAndLongPapersAreReadInTime() throws {
        let long = (0..<20_000).map { F.item("第\($0)段的文字，长一些也没有关系。", 1) }.joined()
        var fixture = F(body: long)
        fixture.add(
            "numbering", id: "numbering", root: "numbering",
            "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum>"
                + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>")
        #expect(try DocxReader.text(fixture.bytes).hasSuffix("20000. 第19999段的文字，长一些也没有关系。"))
        let deep =
            String(repeating: "<w:tbl><w:tr><w:tc>", count: 2_000)
            + String(repeating: "</w:tc></w:tr></w:tbl>", count: 2_000)
        #expect(Self.refusal(F(body: deep).bytes) != nil)
    }
}
