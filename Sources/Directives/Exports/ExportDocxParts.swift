/// The parts of a DOCX that are the same for every notice, and their measures. Lengths are in twips, a twentieth of a
/// point: 57 are a millimetre.
enum ExportDocxParts {
    private static let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let package = "http://schemas.openxmlformats.org/package/2006"
    private static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

    /// Text as it may stand in XML 1.0, which knows few control characters.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "\t": escaped += " "
            case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: break
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    static func part(_ root: String, _ content: String) -> String {
        "\(declaration)<w:\(root) xmlns:w=\"\(main)\" xmlns:r=\"\(office)\">\(content)</w:\(root)>"
    }

    // MARK: What leads where

    static func contentTypes(hasWarnings: Bool) -> String {
        let word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
        let parts =
            [
                ("document", "document.main"), ("styles", "styles"), ("fontTable", "fontTable"),
                ("settings", "settings"), ("footer1", "footer"), ("footer2", "footer"),
            ] + (hasWarnings ? [("header1", "header")] : [])
        let overrides = parts.map { name, type in
            "<Override PartName=\"/word/\(name).xml\" ContentType=\"\(word).\(type)+xml\"/>"
        }.joined()
        return """
            \(declaration)<Types xmlns="\(package)/content-types">\
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
            <Default Extension="xml" ContentType="application/xml"/>\(overrides)\
            <Override PartName="/docProps/core.xml" \
            ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>
            """
    }

    static let rootRelations = """
        \(declaration)<Relationships xmlns="\(package)/relationships">\
        <Relationship Id="r1" Type="\(office)/officeDocument" Target="word/document.xml"/>\
        <Relationship Id="r2" Type="\(package)/relationships/metadata/core-properties" \
        Target="docProps/core.xml"/></Relationships>
        """

    static func relations(hasWarnings: Bool) -> String {
        let parts =
            [
                ("r1", "styles", "styles"), ("r2", "fontTable", "fontTable"), ("r3", "settings", "settings"),
                ("r4", "footer", "footer1"), ("r5", "footer", "footer2"),
            ] + (hasWarnings ? [("r6", "header", "header1")] : [])
        let relations = parts.map { id, type, name in
            "<Relationship Id=\"\(id)\" Type=\"\(office)/\(type)\" Target=\"\(name).xml\"/>"
        }.joined()
        return "\(declaration)<Relationships xmlns=\"\(package)/relationships\">\(relations)</Relationships>"
    }

    static func properties(title: String) -> String {
        """
        \(declaration)<cp:coreProperties xmlns:cp="\(package)/metadata/core-properties" \
        xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>\(escaped(title))</dc:title>\
        <dc:language>zh-CN</dc:language></cp:coreProperties>
        """
    }

    // MARK: The page

    /// A4 with 37, 26, 35 and 28 mm around the type area, and a grid of 22 lines. That a line holds 28 characters is said
    /// by the styles' spacing, 15.75 points a character: LibreOffice reads a grid of characters as another measure.
    static func section(_ hasWarnings: Bool) -> String {
        let headers =
            hasWarnings
            ? "<w:headerReference w:type=\"default\" r:id=\"r6\"/><w:headerReference w:type=\"even\" r:id=\"r6\"/>" : ""
        return """
            <w:sectPr>\(headers)<w:footerReference w:type="default" r:id="r4"/>\
            <w:footerReference w:type="even" r:id="r5"/><w:pgSz w:w="11906" w:h="16838"/>\
            <w:pgMar w:top="2098" w:right="1468" w:bottom="1984" w:left="1588" w:header="1134" w:footer="1304" \
            w:gutter="0"/><w:docGrid w:type="lines" w:linePitch="579"/></w:sectPr>
            """
    }

    /// A page's number: 4号, a dash on either side, odd ones to the right and even ones to the left.
    static func footer(isOdd: Bool) -> String {
        let format = "<w:rPr><w:rFonts w:ascii=\"宋体\" w:hAnsi=\"宋体\" w:eastAsia=\"宋体\"/><w:sz w:val=\"28\"/></w:rPr>"
        func run(_ content: String) -> String { "<w:r>\(format)\(content)</w:r>" }
        let field =
            run("<w:fldChar w:fldCharType=\"begin\"/>")
            + run("<w:instrText xml:space=\"preserve\"> PAGE </w:instrText>")
            + run("<w:fldChar w:fldCharType=\"separate\"/>") + run("<w:t>1</w:t>")
            + run("<w:fldChar w:fldCharType=\"end\"/>")
        let dash = { (text: String) in run("<w:t xml:space=\"preserve\">\(text)</w:t>") }
        let place = "<w:ind w:leftChars=\"100\" w:left=\"320\" w:rightChars=\"100\" w:right=\"320\"/>"
        let properties = "<w:pStyle w:val=\"Flush\"/>\(place)<w:jc w:val=\"\(isOdd ? "right" : "left")\"/>"
        return part("ftr", "<w:p><w:pPr>\(properties)</w:pPr>\(dash("— "))\(field)\(dash(" —"))</w:p>")
    }

    /// What everyone who holds the paper must see, at the top of every page.
    static func header(_ warnings: [String]) -> String {
        part(
            "hdr",
            warnings.map { warning in
                """
                <w:p><w:pPr><w:pStyle w:val="Flush"/><w:jc w:val="center"/></w:pPr><w:r><w:rPr>\
                <w:rFonts w:eastAsia="黑体"/><w:color w:val="E60012"/><w:sz w:val="24"/></w:rPr>\
                <w:t xml:space="preserve">\(escaped(warning))</w:t></w:r></w:p>
                """
            }.joined())
    }

    static let settings = part(
        "settings",
        """
        <w:mirrorMargins/><w:evenAndOddHeaders/><w:characterSpacingControl w:val="compressPunctuation"/>\
        <w:compat><w:compatSetting w:name="compatibilityMode" \
        w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>\
        <w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>
        """)

    // MARK: Faces

    /// Each with another that stands in for it where it is missing.
    static let fonts = part(
        "fonts",
        [
            ("仿宋_GB2312", "仿宋", "modern"), ("黑体", "SimHei", "modern"), ("楷体", "楷体_GB2312", "modern"),
            ("方正小标宋简体", "华文中宋", "roman"), ("宋体", "SimSun", "roman"),
        ].map { name, other, family in
            """
            <w:font w:name="\(name)"><w:altName w:val="\(other)"/><w:charset w:val="86"/>\
            <w:family w:val="\(family)"/><w:pitch w:val="variable"/></w:font>
            """
        }.joined())

    /// 3号 is 16 points, 2号 is 22, 4号 is 14; sizes are in half points, and lines 28.95 points apart.
    static let styles = part(
        "styles",
        """
        <w:docDefaults><w:rPrDefault><w:rPr>\
        <w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="仿宋_GB2312" \
        w:cs="Times New Roman"/><w:spacing w:val="-5"/>\
        <w:kern w:val="2"/><w:sz w:val="32"/><w:szCs w:val="32"/>\
        <w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>
        """
            + style("Normal", "Normal", paragraph: body + indent + "<w:jc w:val=\"both\"/>", isDefault: true)
            + style("Flush", "Flush", paragraph: noIndent)
            + style("Grade", "Grade", paragraph: noIndent, run: "<w:rFonts w:eastAsia=\"黑体\"/>")
            + style(
                "Mark", "Mark", paragraph: open + noIndent + "<w:contextualSpacing/><w:jc w:val=\"center\"/>",
                run: small + "<w:spacing w:val=\"60\"/>")
            + style(
                "RedMark", "Red mark", paragraph: open + noIndent + "<w:contextualSpacing/><w:jc w:val=\"center\"/>",
                run: small + "<w:color w:val=\"E60012\"/><w:spacing w:val=\"60\"/>")
            + style("Number", "Number", paragraph: head + noIndent + "<w:jc w:val=\"center\"/>")
            + style(
                "TelegramMark", "Telegram mark", paragraph: noIndent + "<w:jc w:val=\"center\"/>",
                run: "<w:rFonts w:eastAsia=\"黑体\"/><w:spacing w:val=\"120\"/><w:sz w:val=\"44\"/>")
            + style("Telegram", "Telegram head", paragraph: noIndent)
            + style(
                "Title", "Title", paragraph: title + noIndent + "<w:jc w:val=\"center\"/>",
                run: small + "<w:spacing w:val=\"0\"/><w:sz w:val=\"44\"/><w:szCs w:val=\"44\"/>")
            + style("Signature", "Signature", paragraph: noIndent + "<w:jc w:val=\"right\"/>")
            + style(
                "Copies", "Copies", paragraph: foot + "<w:ind w:leftChars=\"100\" w:left=\"280\"/>",
                run: "<w:sz w:val=\"28\"/>")
            + style(
                "Printing", "Printing", paragraph: ends + "<w:ind w:leftChars=\"100\" w:left=\"280\"/>",
                run: "<w:sz w:val=\"28\"/>"))

    private static let small = "<w:rFonts w:eastAsia=\"方正小标宋简体\"/>"
    private static let body = "<w:spacing w:line=\"579\" w:lineRule=\"exact\"/>"
    private static let indent = "<w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/>"
    private static let noIndent = "<w:ind w:firstLineChars=\"0\" w:firstLine=\"0\"/>"
    /// The mark stands 35 mm below the top of the type area, and two lines above its number.
    private static let open =
        "<w:snapToGrid w:val=\"0\"/><w:spacing w:before=\"1700\" w:after=\"900\" w:line=\"240\" w:lineRule=\"auto\"/>"
    private static let head = "<w:spacing w:after=\"579\" w:line=\"579\" w:lineRule=\"exact\"/>"
    private static let title =
        "<w:keepLines/><w:snapToGrid w:val=\"0\"/><w:spacing w:before=\"579\" w:after=\"579\" w:line=\"660\" w:lineRule=\"exact\"/>"
    private static let ends =
        "<w:keepLines/><w:tabs><w:tab w:val=\"right\" w:pos=\"8564\"/></w:tabs>"
        + "<w:spacing w:line=\"480\" w:lineRule=\"exact\"/>"
    private static let foot = "<w:keepLines/><w:spacing w:line=\"480\" w:lineRule=\"exact\"/>"

    private static func style(
        _ id: String, _ name: String, paragraph: String, run: String = "", isDefault: Bool = false
    ) -> String {
        let base = isDefault ? "" : "<w:basedOn w:val=\"Normal\"/>"
        return """
            <w:style w:type="paragraph"\(isDefault ? " w:default=\"1\"" : "") w:styleId="\(id)">\
            <w:name w:val="\(name)"/>\(base)<w:qFormat/><w:pPr>\(paragraph)</w:pPr><w:rPr>\(run)</w:rPr></w:style>
            """
    }
}
