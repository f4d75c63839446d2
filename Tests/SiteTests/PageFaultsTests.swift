import Testing

@Suite struct PageFaultsTests {
    @Test(arguments: [
        "<p style=\"color:red\"></p>", "<a onclick=\"x()\">", "<i id=\"a\"></i><i id=\"a\"></i>", "<label for=\"a\">",
        "<a href=\"#a\">", "<b class=\"btn btn-primary\"></b><b class=\"btn btn-primary\"></b>",
        "<form method=\"post\">",
    ])
    func aFaultIsFound(_ html: String) {
        #expect(PageFaults.found(in: html).count == 1)
    }

    @Test func aSoundPageHasNone() {
        let html = """
            <a href="/x">·</a><a href="#a"></a><label for="a"></label><input id="a">
            <form method="post"><input name="csrf"><button class="btn btn-primary"></button></form>
            <button lang="zh-CN" name="x">中文</button>
            """
        #expect(PageFaults.found(in: html) == [] && PageFaults.chinese(in: html) == [])
        #expect(PageFaults.chinese(in: "Yes，中文") == ["，中文"])
    }
}
