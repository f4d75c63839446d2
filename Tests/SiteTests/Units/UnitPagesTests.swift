import Federation
import Markup
import Testing

@testable import Site
@testable import Web

@Suite struct UnitPagesTests {
    private func list(_ model: UnitListModel, _ language: Language = .chinese) -> String {
        UnitListPages.list(model, in: PageSamples.frame(language)).text
    }
    private func page(_ model: UnitModel, _ language: Language = .chinese) -> String {
        UnitPages.page(model, in: PageSamples.frame(language)).text
    }

    @Test(arguments: Language.allCases) func theyAreSound(_ language: Language) {
        #expect(PageFaults.found(in: list(PageSamples.list(language), language)) == [])
        #expect(PageFaults.found(in: page(PageSamples.unit(language), language)) == [])
    }

    @Test func englishIsComplete() {
        #expect(PageFaults.chinese(in: list(PageSamples.list(.english), .english)) == [])
        #expect(PageFaults.chinese(in: page(PageSamples.unit(.english), .english)) == [])
    }

    @Test func everyKindLevelAndDivisionHasItsWord() {
        for kind in UnitKind.allCases {
            for level in UnitLevel.allCases {
                let title = UnitWords.groupTitle(kind, level)
                #expect(!title.zh.isEmpty && title.en.first?.isUppercase == true)
                for division in Division.allCases {
                    #expect(UnitWords.what(kind, level, division).en.contains(" · "))
                }
            }
        }
    }

    @Test func theTreeSaysHowManyAreBelow() {
        let html = list(PageSamples.list(.chinese))
        #expect(html.contains("焦作市总工会以下 1,695 个单位，直接以下 84 个"))
        #expect(html.contains("县（市、区）总工会　10") && html.contains("另 6 个"))
        // A group without units is not shown.
        #expect(!html.contains("产业工会"))
        #expect(html.contains("第二上级，不在这里计数") && html.contains("邀请过期"))
        #expect(html.contains("<b>635</b>") && html.contains("1,061 个单位还没有人登录"))
    }

    @Test func columnsThatSayNothingAreLeftOut() {
        var level = PageSamples.groups(.chinese)
        for group in level.indices {
            for row in level[group].rows.indices {
                level[group].rows[row].people = nil
                level[group].rows[row].state = .working
            }
        }
        let html = UnitTable(language: .chinese).level(top: nil, groups: level).text
        #expect(!html.contains("有账号的人") && !html.contains("状态") && html.contains("colspan=\"4\""))
    }

    @Test func aSearchKeepsItsWords() {
        var model = PageSamples.list(.chinese)
        model.query = PageFaults.hostile
        model.content = .found(UnitsFound(rows: []))
        let html = list(model)
        #expect(html.contains("value=\"\(PageFaults.harmless)\"") && html.contains("没有这样的单位"))
        #expect(PageFaults.found(in: html) == [])
        model.content = .found(UnitsFound(rows: PageSamples.groups(.chinese)[0].rows, morePath: "/units?q=x&after=1"))
        #expect(list(model).contains("/units?q=x&amp;after=1"))
        model.content = .nothing
        #expect(list(model).contains("还没有单位"))
    }

    @Test func whoMayNothingSeesNoForms() {
        var model = PageSamples.unit(.chinese)
        model.actions = nil
        model.changes = UnitChangePaths()
        model.invite = nil
        model.posts = nil
        let html = page(model)
        #expect(!html.contains("btn-primary") && !html.contains("/move") && !html.contains("人和职务"))
    }

    @Test func aClosedUnitSaysSo() {
        var model = PageSamples.unit(.chinese)
        model.state = .closed(on: "2020-01-31")
        model.posts = []
        #expect(!page(model).contains("这里还没有人"))
        #expect(page(model).contains("2020年1月31日撤销"))
        model.state = .merged(on: "2020-01-31", into: NamedPath(name: PageFaults.hostile, path: "/units/7"))
        #expect(page(model).contains("2020年1月31日并入 <a href=\"/units/7\">\(PageFaults.harmless)</a>"))
    }

    @Test func postsAreShownWithWhatCanBeDone() {
        let html = page(PageSamples.unit(.chinese))
        #expect(html.contains("action=\"/posts/1/reset\"") && html.contains("action=\"/posts/1/end\""))
        #expect(html.contains("2019年9月1日起") && html.contains("空着"))
        // A line that has ended is no longer called the one that counts.
        #expect(html.contains("2017年1月1日起，2018年2月28日止") && !html.contains("不计数"))
    }

    @Test func errorsStandBesideTheFields() {
        var model = PageSamples.unit(.chinese)
        model.invite?.days = "400"
        model.invite?.role = .clerk
        model.invite?.errors = ["days": InvitationRefusal.daysUnusable.sentence]
        model.actions = PageSamples.actions(errors: ["role": InvitationRefusal.tooMany.sentence])
        let html = page(model)
        #expect(html.contains("id=\"invite-days\"") && html.contains("value=\"400\""))
        #expect(html.contains("id=\"invite-days-error\"") && html.contains("有效期填 1 到 90 天"))
        #expect(html.contains("value=\"clerk\" selected") && html.contains("id=\"below-role-error\""))
        #expect(PageFaults.found(in: html) == [])
    }

    @Test func namesAreEscaped() {
        var model = PageSamples.unit(.chinese)
        model.name = PageFaults.hostile
        model.shortNames = [PageFaults.hostile]
        model.code = PageFaults.hostile
        model.ancestors[0].name = PageFaults.hostile
        model.posts?[0].personName = PageFaults.hostile
        model.groups[0].rows[0].name = PageFaults.hostile
        let html = page(model)
        #expect(!html.contains("<script>alert") && PageFaults.found(in: html) == [])
    }
}
