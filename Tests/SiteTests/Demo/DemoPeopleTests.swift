import Federation
import Site
import Testing

@Suite("The people of the demo")
struct DemoPeopleTests {
    private let people = DemoFederation.people

    @Test("has the cast of the sign-in page in its order")
    func cast() {
        #expect(
            DemoFederation.cast.map(\.name) == [
                "孙丙", "钱乙", "赵甲", "吴己", "李丁", "周戊", "郑庚", "王辛", "冯壬", "陈癸", "褚甲", "卫乙",
            ])
        #expect(DemoFederation.castGroups.map(\.people.count) == [4, 2, 3, 3])
        #expect(Array(people.prefix(12)) == DemoFederation.cast)
    }

    @Test(
        "gives the cast their posts",
        arguments: [
            ("孙丙", "410800 clerk"), ("钱乙", "410800 deputy"), ("赵甲", "410800 principal, 410800 party_principal"),
            ("吴己", "410800 duty_officer"), ("李丁", "410882 clerk"), ("周戊", "410882-009 principal"),
            ("郑庚", "410000 clerk"), ("王辛", "410800 auditor"), ("冯壬", ""), ("陈癸", "100000 clerk"),
            ("褚甲", "410800 administrator"), ("卫乙", "100000 administrator"),
        ])
    func posts(name: String, posts: String) throws {
        let person = try #require(people.first { $0.name == name })
        #expect(person.posts.map { "\($0.unitCode) \($0.role)" }.joined(separator: ", ") == posts)
    }

    @Test("calls no two people alike, and gives no login twice")
    func unique() {
        #expect(Set(people.map(\.name)).count == people.count)
        #expect(Set(people.map(\.login)).count == people.count)
        #expect(people.allSatisfy { $0.login.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) } })
    }

    @Test("has exactly one principal in every unit but the few that are not on Muster")
    func principals() {
        let principals = people.flatMap(\.posts).filter { $0.role == "principal" }.map(\.unitCode)
        let absent = DemoFederation.units.filter { DemoFederation.unitsNotOnMuster.contains($0.name) }.map(\.code)
        #expect(absent.count == DemoFederation.unitsNotOnMuster.count && absent.count == 5)
        #expect(principals.count == DemoFederation.units.count - absent.count)
        #expect(Set(principals) == Set(DemoFederation.units.map(\.code)).subtracting(absent))
        #expect(people.flatMap(\.posts).allSatisfy { !absent.contains($0.unitCode) })
    }

    @Test("uses only the roles that are decided, in units that exist, with words in both languages")
    func roles() {
        let roles: Set<String> = [
            "principal", "party_principal", "deputy", "clerk", "duty_officer", "publicity", "relief_officer",
            "rights_officer", "treasurer", "counsellor", "department_head", "auditor", "administrator",
        ]
        let codes = Set(DemoFederation.units.map(\.code))
        for post in people.flatMap(\.posts) {
            #expect(roles.contains(post.role) && codes.contains(post.unitCode))
            #expect(!post.title.zh.isEmpty && !post.title.en.isEmpty)
        }
        for person in people {
            #expect(!person.caption.zh.isEmpty && !person.caption.en.isEmpty)
            #expect(!person.intro.zh.isEmpty && !person.intro.en.isEmpty)
        }
    }
}
