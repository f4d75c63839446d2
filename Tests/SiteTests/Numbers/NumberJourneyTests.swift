import Federation
import MusterTesting
import Storage
import Testing

@testable import Site

/// The register of numbers over HTTP: each number's fate, and who may decide it.
@Suite struct NumberJourneyTests {
    @Test(arguments: TestDatabase.dialects) func everyNumberHasAFate(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let jiaozuo = try await site.unit(DemoFederation.jiaozuoCode).id
            let clerk = try await site.clerk("sunbing")
            let empty = try await clerk.get("/units/\(jiaozuo)/number-series")
            #expect(empty.contains("还没有代字") && empty.contains("value=\"2020\""))
            let started = try await clerk.post(
                "/units/\(jiaozuo)/number-series", ["word": "焦工发", "year": "2020", "next": "13"])
            #expect(started.status == 303)
            let series = try started.leadsTo("/number-series/")
            let slip = try await clerk.get(started.location ?? "")
            #expect(slip.contains("这个代字从 13 号起") && slip.contains("1 到 12 号没有用过"))
            let path = "/number-series/\(series)"
            #expect(try await clerk.post("\(path)/reservations", ["number": "15", "reason": "防汛"]).status == 303)
            #expect(try await clerk.post("\(path)/entries", ["number": "9", "reason": "纸质"]).status == 303)
            let twice = try await clerk.post("\(path)/entries", ["number": "9"])
            #expect(twice.status == 409 && twice.contains("焦工发〔2020〕9号 已经有了"))
            let silent = try await clerk.post("\(path)/voidings", ["number": "9", "reason": " "])
            #expect(silent.status == 422 && silent.contains("id=\"void-reason-error\""))
            #expect(PageFaults.found(in: silent.text) == [])
            #expect(try await clerk.post("\(path)/voidings", ["number": "9", "reason": "印错"]).status == 303)
            let again = try await clerk.post("\(path)/voidings", ["number": "9", "reason": "印错"])
            #expect(again.status == 409 && again.contains("早已作废"))
            let odd = try await clerk.post("\(path)/reservations", ["number": "fifteen"])
            #expect(odd.status == 422 && odd.contains("id=\"reserve-number-error\""))

            let register = try await clerk.get(path)
            #expect(register.contains("作废") && register.contains("印错") && register.contains("预留"))
            #expect(register.contains("10 到 14 号没有用过") && register.contains("孙丙"))
            let asked = try await clerk.get("\(path)?void=15")
            #expect(asked.contains("id=\"void-number\" name=\"number\" type=\"text\" value=\"15\""))
            let journal = try await clerk.get("/journal")
            for word in ["起文号", "预留文号", "手工登记文号", "作废文号"] { #expect(journal.contains("<b>\(word)</b>")) }
            #expect(!journal.contains("印错") && !journal.contains("焦工发"), "reasons and words stay in the register")
        }
    }

    @Test(arguments: TestDatabase.dialects) func othersSeeAndDecideNothing(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let jiaozuo = try await site.unit(DemoFederation.jiaozuoCode).id
            let clerk = try await site.clerk("sunbing")
            let started = try await clerk.post(
                "/units/\(jiaozuo)/number-series", ["word": "焦工发", "year": "2020", "next": "1"])
            let series = try started.leadsTo("/number-series/")
            let before = try await site.journalled()
            let county = try await site.clerk("liding")
            #expect(try await county.get("/units/\(jiaozuo)/number-series").status == 403)
            let foreign = try await county.post(
                "/units/\(jiaozuo)/number-series", ["word": "焦工发", "year": "2020", "next": "9"])
            #expect(foreign.status == 403)
            #expect(try await county.get("/number-series/\(series)").status == 404)
            for noun in ["reservations", "entries", "voidings"] {
                let page = try await county.post("/number-series/\(series)/\(noun)", ["number": "1", "reason": "x"])
                #expect(page.status == 404, "\(noun)")
            }
            // The auditor and the administrator read; they decide nothing.
            for login in ["wangxin", "chujia"] {
                let reader = try await site.clerk(login)
                let page = try await reader.get("/number-series/\(series)")
                #expect(page.status == 200 && !page.contains("/voidings"), "\(login)")
                let posted = try await reader.post("/number-series/\(series)/voidings", ["number": "1", "reason": "x"])
                #expect(posted.status == 403, "\(login)")
            }
            #expect(try await site.journalled() == before)
        }
    }
}
