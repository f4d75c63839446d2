import Directives
import Federation
import MusterTesting
import Storage
import Testing

@testable import Site

/// What is another unit's looks exactly like what does not exist.
@Suite struct HiddenThingsTests {
    @Test(arguments: TestDatabase.dialects) func anothersThingsAreNowhere(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let day = try await OfficeDay(site)
            let none = "\(site.federation.newActID())"
            let jiaozuo = "\(try await site.unit(DemoFederation.jiaozuoCode).id)"
            let boai = try await site.receipt(of: day.notice, at: "410822")
            let qinyang = try await site.clerk("liding")
            let mill = try await site.clerk("zhouwu")
            let henan = try await site.clerk("zhenggeng")
            func same(
                _ browser: TestBrowser, _ path: String, as nowhere: String,
                _ location: SourceLocation = #_sourceLocation
            ) async throws {
                let (hidden, absent) = (try await browser.get(path), try await browser.get(nowhere))
                #expect(hidden.status == 404, "\(path)", sourceLocation: location)
                #expect(absent.status == 404, "\(nowhere)", sourceLocation: location)
                #expect(
                    hidden.withoutMoment(path) == absent.withoutMoment(nowhere), "\(path)", sourceLocation: location)
            }
            // Another county's receipt, for the county beside it, for the mill below and even for the sender.
            for browser in [qinyang, mill, henan, day.clerk] {
                try await same(browser, "/receipts/\(boai)", as: "/receipts/\(none)")
                try await same(browser, "/receipts/\(boai)/signatures", as: "/receipts/\(none)/signatures")
            }
            // The city's wall, for whoever it was sent to; and as it fills.
            for browser in [qinyang, mill] {
                try await same(browser, "/dispatches/\(day.dispatch)", as: "/dispatches/\(none)")
                try await same(browser, "/dispatches/\(day.dispatch)/events", as: "/dispatches/\(none)/events")
            }
            // A notice that has not come to them; and who it would be sent to.
            for browser in [mill, henan] {
                try await same(browser, "/notices/\(day.notice)", as: "/notices/\(none)")
                try await same(
                    browser, "/notices/\(day.notice)/dispatches/new", as: "/notices/\(none)/dispatches/new")
            }
            // Another unit's journal, upwards and downwards.
            for browser in [qinyang, mill, henan] {
                try await same(browser, "/journal?unit=\(jiaozuo)", as: "/journal?unit=\(none)")
            }
            #expect(try await day.clerk.get("/dispatches/\(day.dispatch)").status == 200)
            #expect(try await henan.get("/dispatches/\(day.dispatch)").status == 200, "the level above sees the wall")
            #expect(try await qinyang.get("/notices/\(day.notice)").status == 200)
        }
    }

    @Test(arguments: TestDatabase.dialects) func anothersThingsTakeNoForm(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let day = try await OfficeDay(site)
            let none = "\(site.federation.newActID())"
            let boai = try await site.receipt(of: day.notice, at: "410822")
            let mill = try await site.clerk("zhouwu")
            let qinyang = try await site.clerk("liding")
            let before = try await site.journalled()
            func same(_ browser: TestBrowser, _ noun: String, _ id: String, _ rest: String) async throws {
                let path = "/\(noun)/\(id)/\(rest)"
                let hidden = try await browser.post(path, ["line": "各工会", "field.title": "改"])
                let absent = try await browser.post("/\(noun)/\(none)/\(rest)", ["line": "各工会", "field.title": "改"])
                #expect(hidden.status == 404, "\(path)")
                #expect(
                    hidden.withoutMoment(path) == absent.withoutMoment("/\(noun)/\(none)/\(rest)"), "\(path)")
            }
            for browser in [mill, qinyang] { try await same(browser, "receipts", boai, "signatures") }
            try await same(mill, "notices", day.notice, "dispatches")
            try await same(mill, "notices", day.notice, "addressees")
            try await same(mill, "notices", day.notice, "corrections")
            #expect(try await site.journalled() == before)
            // Who received it may read it, not correct it.
            let corrected = try await qinyang.post("/notices/\(day.notice)/corrections", ["field.title": "改过的标题"])
            #expect(corrected.status == 403)
            #expect(try await site.count("notice_correction") == 0)
        }
    }

    @Test(arguments: TestDatabase.dialects) func invitationsAreTheirIssuersOwn(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let jiaozuo = try await site.unit(DemoFederation.jiaozuoCode).id
            let none = "\(site.federation.newActID())"
            let issuer = try await site.clerk("chujia")
            let issued = try await issuer.post("/units/\(jiaozuo)/invitations", ["role": "publicity", "days": "7"])
            let batch = try issued.leadsTo("/invitation-sheets/")
            #expect(try await issuer.get("/invitation-sheets/\(batch)").status == 200)
            let invitation: InvitationID? = try await site.federation.read {
                try $0.scalar("select id from invitation")
            }
            let (other, qinyang) = (try await site.clerk("sunbing"), try await site.clerk("liding"))
            for browser in [other, qinyang] {
                let path = "/invitation-sheets/\(batch)"
                let hidden = try await browser.get(path)
                let absent = try await browser.get("/invitation-sheets/\(none)")
                #expect(hidden.status == 404)
                #expect(hidden.withoutMoment(path) == absent.withoutMoment("/invitation-sheets/\(none)"))
            }
            let before = try await site.journalled()
            for (noun, id, rest) in [
                ("invitations", "\(try #require(invitation))", "withdrawals"),
                ("posts", try await post(of: "zhaojia", in: site), "resets"),
            ] {
                let hidden = try await qinyang.post("/\(noun)/\(id)/\(rest)", [:])
                let absent = try await qinyang.post("/\(noun)/\(none)/\(rest)", [:])
                #expect(hidden.status == 404, "\(noun)")
                #expect(
                    hidden.withoutMoment("/\(noun)/\(id)/\(rest)") == absent.withoutMoment("/\(noun)/\(none)/\(rest)"))
            }
            let ending = try await issuer.post("/posts/\(try await post(of: "zhenggeng", in: site))/endings", [:])
            let absent = try await issuer.post("/posts/\(none)/endings", [:])
            #expect((ending.status, absent.status) == (404, 404))
            #expect(try await site.journalled() == before)
        }
    }

    @Test(arguments: TestDatabase.dialects) func nobodyRegistersForAnotherUnit(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let jiaozuo = try await site.unit(DemoFederation.jiaozuoCode).id
            let mill = try await site.unit(DemoFederation.textileMillCode).id
            let chair = try await site.clerk("zhouwu")
            // A form may say what it likes: what counts is the post one acts as.
            let page = try await chair.post(
                "/notices", ["text": OfficeDay.notice, "unit": "\(jiaozuo)", "registered_by": "\(jiaozuo)"])
            let id = try #require(NoticeID(try page.leadsTo("/notices/")))
            let notice = try await site.federation.read { try NoticeStore.find(id, in: $0) }
            #expect(notice?.registeredBy == mill)
            // It carries the city's name and is still not the city's to send, nor in the city's book.
            let clerk = try await site.clerk("sunbing")
            #expect(try await clerk.get("/notices/\(id)").status == 404)
            let sent = try await chair.post("/notices/\(id)/dispatches", ["line": OfficeDay.line])
            #expect((400..<500).contains(sent.status))
            #expect(try await site.count("dispatch") == 0)
            // Whose post it is not to register is told so.
            for login in ["wuji", "wangxin", "chujia"] {
                let other = try await site.clerk(login)
                #expect(try await other.post("/notices", ["text": OfficeDay.notice]).status == 403, "\(login)")
            }
            #expect(try await site.count("notice") == 1)
        }
    }

    private func post(of login: String, in site: TestSite) async throws -> String {
        let id: PostID? = try await site.federation.read {
            try $0.scalar("select post.id from post join person on person.id = post.person where login = \(login)")
        }
        return "\(try #require(id))"
    }
}
