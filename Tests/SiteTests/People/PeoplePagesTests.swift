import Federation
import Markup
import Testing

@testable import Site
@testable import Web

@Suite struct PeoplePagesTests {
    private static func unit(_ language: Language) -> NamedPath {
        NamedPath(name: PageSamples.name(language, "焦作市总工会", "Jiaozuo Federation"), path: "/units/1")
    }

    private static func post(_ language: Language, ended: Bool = false) -> PeoplePostShown {
        PeoplePostShown(
            personName: PageSamples.name(language, "孙丙", "Sun Bing"),
            title: Sentence(zh: "办公室文书", en: "Office Clerk"), role: Role.clerk.name, fromOn: "2019-03-01",
            toOn: ended ? "2020-01-01" : nil, endPath: ended ? nil : "/posts/1/endings/new",
            substitutePath: ended ? nil : "/posts/1/substitutions/new",
            code: ended ? nil : PageSamples.target("/posts/1/resets"), hasPassword: false)
    }

    private static func standIn(_ language: Language) -> PeoplePostShown {
        PeoplePostShown(
            personName: PageSamples.name(language, "吴己", "Wu Ji"),
            title: Sentence(zh: "代理办公室文书", en: "Acting Office Clerk"), role: Role.clerk.name,
            fromOn: "2020-02-01", toOn: "2020-02-09",
            substitutes: PageSamples.name(language, "孙丙 办公室文书", "Sun Bing, Office Clerk"),
            endPath: "/posts/2/endings/new")
    }

    private static func list(_ language: Language) -> PeopleModel {
        PeopleModel(
            unit: unit(language), present: [post(language), standIn(language)], coming: [standIn(language)],
            ended: [post(language, ended: true)], appointPath: "/units/1/posts/new")
    }

    private static func pages(_ language: Language, errors: [String: Sentence] = [:]) -> [String] {
        let frame = PageSamples.frame(language)
        var form = AppointForm(today: "2020-02-05")
        form.name = PageSamples.name(language, "蒋丙", "Jiang Bing")
        let people = [(id: PersonID(7), name: PageSamples.name(language, "吴己", "Wu Ji"))]
        return [
            PeoplePages.list(list(language), in: frame),
            PeopleFormPages.appoint(
                AppointModel(
                    unit: unit(language), target: PageSamples.target("/units/1/posts"), backPath: "/units/1/posts",
                    people: people, roles: Role.allCases, form: form, errors: errors), in: frame),
            PeopleFormPages.end(
                EndPostModel(
                    unit: unit(language), post: standIn(language), target: PageSamples.target("/posts/2/endings"),
                    backPath: "/units/1/posts", day: "2020-02-05", errors: errors), in: frame),
            PeopleFormPages.substitute(
                SubstitutionModel(
                    unit: unit(language), post: post(language), target: PageSamples.target("/posts/1/substitutions"),
                    backPath: "/units/1/posts", people: people, form: SubstitutionForm(today: "2020-02-05"),
                    errors: errors), in: frame),
        ].map(\.text)
    }

    @Test(arguments: Language.allCases) func theyAreSound(_ language: Language) {
        let errors = ["login": PersonRefusal.loginTaken.sentence, "day": AppointmentRefusal.endsInThePast.sentence]
        for page in Self.pages(language) { #expect(PageFaults.found(in: page) == []) }
        for page in Self.pages(language, errors: errors).dropFirst() { #expect(PageFaults.found(in: page) == []) }
    }

    @Test func englishIsComplete() {
        // An example of a Chinese title stands in the note beside its field.
        let pages = Self.pages(.english).map { $0.replacing("副主席", with: "") }
        for page in pages { #expect(PageFaults.chinese(in: page) == []) }
    }

    @Test func whoStandsInIsMarkedAndEndedAlike() {
        let html = Self.pages(.chinese)[0]
        #expect(html.contains("代理办公室文书") && html.contains("代 孙丙 办公室文书") && html.contains("结束代理"))
        #expect(html.contains("现任") && html.contains("以后到任") && html.contains("历任"))
        #expect(html.contains("给设口令的码"))
    }

    @Test func whoMayNotActSeesNoButtons() {
        var model = Self.list(.chinese)
        model.appointPath = nil
        model.present = model.ended
        model.coming = []
        let html = PeoplePages.list(model, in: PageSamples.frame(.chinese)).text
        #expect(!html.contains("btn btn-small") && !html.contains("btn-primary"))
    }

    @Test func namesAreEscaped() {
        var model = Self.list(.chinese)
        model.present[0].personName = PageFaults.hostile
        model.present[0].title = Sentence(zh: PageFaults.hostile, en: "")
        model.present[1].substitutes = PageFaults.hostile
        let html = PeoplePages.list(model, in: PageSamples.frame(.chinese)).text
        #expect(!html.contains("<script>alert") && PageFaults.found(in: html) == [])
    }
}
