import Markup

/// The style sheets of what is printed. A font that is missing gives its place to the next.
enum ExportStyle {
    static let faces = HTML.raw(
        """
        html { font-family: "FangSong", "FangSong_GB2312", "STFangsong", "FandolFang", "Noto Serif CJK SC", serif; }
        .hei, .grade, .telegram-mark {
          font-family: "SimHei", "STHeiti", "FandolHei", "Noto Sans CJK SC", "WenQuanYi Zen Hei", sans-serif;
        }
        .kai { font-family: "KaiTi", "KaiTi_GB2312", "STKaiti", "FandolKai", "AR PL KaitiM GB", serif; }
        .title, .mark {
          font-family: "FZXiaoBiaoSong-B05S", "STZhongsong", "FandolSong", "Noto Serif CJK SC", serif; font-weight: 700;
        }
        """)

    /// The page of the standard: a type area of 156 by 225 mm, 22 lines of 28 characters.
    static let paper = HTML.raw(
        """
        @page {
          size: A4; margin: 37mm 26mm 35mm 28mm;
          @top-center { content: element(warning); vertical-align: bottom; padding-bottom: 9mm; }
          @bottom-right {
            content: "\\2014\\2002" counter(page) "\\2002\\2014"; font: 14pt "SimSun", "Noto Serif CJK SC", serif;
            vertical-align: top; padding: 7mm 1em 0 0;
          }
        }
        @page :left {
          margin: 37mm 28mm 35mm 26mm;
          @bottom-right { content: none; }
          @bottom-left {
            content: "\\2014\\2002" counter(page) "\\2002\\2014"; font: 14pt "SimSun", "Noto Serif CJK SC", serif;
            vertical-align: top; padding: 7mm 0 0 1em;
          }
        }
        html { font-size: 16pt; line-height: 28.9pt; letter-spacing: -.21pt; color: #000; }
        body, p, h1 { margin: 0; }
        p { text-indent: 2em; text-align: justify; orphans: 1; widows: 1; }
        .new { break-before: page; }
        .warning { position: running(warning); font-size: 11pt; line-height: 15pt; color: #e60012; text-align: center; }
        .mark, .number, .title, .telegram-mark { text-indent: 0; text-align: center; }
        .mark { letter-spacing: .12em; padding-left: .12em; line-height: 1.2; padding-top: 4mm; margin-bottom: 28.9pt; }
        .mark.red { color: #e60012; padding-top: 33mm; margin-bottom: 50pt; }
        .mark + .mark { padding-top: 0; margin-top: -40pt; }
        .number.ruled { padding-bottom: 3mm; border-bottom: .6mm solid #e60012; }
        .title { font-size: 22pt; line-height: 34pt; letter-spacing: 0; padding: 40pt 0 28.9pt; break-after: avoid; }
        .new.title, body > .title:first-child, .warning + .title { padding-top: 10pt; }
        .ruled + .title { padding-top: 54pt; }
        .telegram-mark {
          font-size: 22pt; line-height: 34pt; letter-spacing: .3em; padding-left: .3em; padding-bottom: 12pt;
        }
        .addressees, .flush, .telegram, .grade { text-indent: 0; }
        .telegram + .title, .number + .title { padding-top: 30pt; }
        .signature, .date { text-indent: 0; text-align: right; break-before: avoid; }
        :not(.signature) + .signature { margin-top: 28.9pt; }
        .signature { break-after: avoid; }
        .copies, .printing {
          text-indent: 0; font-size: 14pt; line-height: 24pt; padding: 2pt 1em; break-inside: avoid;
        }
        .printing .end { float: right; }
        .copies { border-top: .35mm solid #000; border-bottom: .35mm solid #000; padding-left: 4em; text-indent: -3em; }
        .printing { border-bottom: .35mm solid #000; }
        :not(.copies) + .printing { border-top: .35mm solid #000; }
        :not(.copies) + .copies, :not(.copies):not(.printing) + .printing { margin-top: 28.9pt; }
        """)

    /// Sizes of marks and blanks to the right, each as a class: nothing of the text becomes part of the style.
    static let measures =
        (0...42).map { ".r\($0) { padding-right: \($0 / 2).\($0 % 2 * 5)em }\n.z\($0) { font-size: \($0)pt }" }
        .joined(separator: "\n")

    /// A picture for a phone: 1,080 pixels wide, as high as its words.
    static let picture = HTML.raw(
        """
        @page { size: 1080px 8000px; margin: 0; }
        html {
          font-family: "SimHei", "STHeiti", "FandolHei", "Noto Sans CJK SC", "WenQuanYi Zen Hei", sans-serif;
          color: #1d1b18;
        }
        body { margin: 0; padding: 72px 72px 0; font-size: 44px; line-height: 70px; font-weight: 400; }
        p, h1, h2, ul { margin: 0; padding: 0; }
        .warning { border: 4px solid #b81019; color: #b81019; padding: 18px 26px; margin-bottom: 44px; }
        .badge { background: #b81019; color: #fff; padding: 4px 18px 6px; }
        .name, .carried {
          font-family: "FZXiaoBiaoSong-B05S", "STZhongsong", "FandolSong", "Noto Serif CJK SC", serif; font-weight: 700;
        }
        .name { font-size: 60px; line-height: 88px; margin: 26px 0 28px; }
        .carried {
          font-size: 46px; line-height: 70px; border-top: 2px solid #cfc8bc; margin-top: 56px; padding-top: 36px;
        }
        .facts, .label, .source { font-size: 34px; line-height: 54px; color: #6a645b; }
        .facts { border-bottom: 3px solid #1d1b18; padding-bottom: 32px; margin-bottom: 40px; }
        .facts + .carried { border-top: 0; margin-top: 0; padding-top: 0; }
        .label { margin-top: 34px; }
        li { list-style: none; margin-top: 14px; }
        .headings li { padding-left: 88px; text-indent: -88px; }
        .asked li { border-left: 8px solid #cfc8bc; padding-left: 28px; margin-top: 22px; }
        .source { border-top: 2px solid #cfc8bc; margin-top: 60px; padding-top: 30px; }
        """)
}
