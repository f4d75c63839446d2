import Federation
import Markup

@testable import Site
@testable import Web

/// Models of the size and shape that pages meet, for tests and for looking at.
enum PageSamples {
    /// 2020-02-05 09:42 in China.
    static let now = Moment(microseconds: 1_580_866_920_000_000)

    static func frame(_ language: Language, signedIn: Bool = true) -> Frame {
        var frame = Frame(
            language: language, isDemo: true, time: TimeWords.full(now, language), address: "/units", csrf: "token")
        guard signedIn else { return frame }
        frame.unitName = language == .english ? "Jiaozuo Federation" : "焦作市总工会"
        frame.personName = language == .english ? "Chu Jia" : "褚甲"
        frame.postTitle = language == .english ? "Administrator" : "组织管理员"
        frame.openDues = 4
        return frame
    }

    static func target(_ path: String) -> FormTarget { FormTarget(path: path, act: ActID(7_001)) }

    static func name(_ language: Language, _ zh: String, _ en: String) -> String { language == .english ? en : zh }

    // MARK: signing in

    static func signIn(errors: [String: Sentence] = [:], isDemo: Bool = true) -> SignInModel {
        var model = SignInModel(target: target("/sessions"), errors: errors, codePath: "/invitations")
        if isDemo {
            let logins = DemoFederation.castGroups.flatMap(\.people).map(\.login)
            model.demo = SignInDemo(
                path: "/demo-sessions", groups: DemoFederation.castGroups,
                acts: Dictionary(uniqueKeysWithValues: logins.enumerated().map { ($1, ActID(Int64($0 + 1))) }))
        }
        return model
    }

    static func account(_ language: Language) -> AccountModel {
        let jiaozuo = name(language, "焦作市总工会", "Jiaozuo Federation")
        return AccountModel(
            name: name(language, "赵甲", "Zhao Jia"), login: "zhaojia",
            posts: [
                AccountPost(
                    id: "P1", title: Sentence(zh: "党组书记", en: "Secretary of the Party Group"),
                    role: Role.partyPrincipal.name, unitName: jiaozuo, unitPath: "/units/1", fromOn: "2018-03-01",
                    isActing: true),
                AccountPost(
                    id: "P2", title: Role.principal.name, role: Role.principal.name, unitName: jiaozuo,
                    unitPath: "/units/1", fromOn: "2018-03-01", isActing: false, act: target("/account/posts")),
                AccountPost(
                    id: "P3", title: Sentence(zh: "副主席", en: "Vice-Chair"), role: Role.deputy.name, unitName: jiaozuo,
                    unitPath: "/units/1", fromOn: "2020-02-01", toOn: "2020-02-10",
                    substitutes: name(language, "钱乙 副主席", "Qian Yi, Vice-Chair"), isActing: false,
                    act: target("/account/posts")),
            ],
            sessions: [
                session("S1", isHere: true), session("S2", isHere: false, isKnownPhone: true),
                session("S3", isHere: false),
            ], signOut: target("/sessions/S1/close"), passwordPath: "/passwords/new")
    }

    private static func session(_ id: String, isHere: Bool, isKnownPhone: Bool = false) -> AccountSession {
        AccountSession(
            id: id, isHere: isHere, isKnownPhone: isKnownPhone, postTitle: Role.principal.name,
            openedAt: now.adding(seconds: -5_000), seenAt: now, expiresAt: now.adding(seconds: 38_000),
            close: target("/sessions/\(id)/close"))
    }

    // MARK: the journal

    static func journal(_ language: Language) -> JournalModel {
        let qinyang = name(language, "沁阳市总工会", "Qinyang Federation")
        let liDing = JournalRowShown.Actor.person(
            name: name(language, "李丁", "Li Ding"), post: name(language, "文书", "Clerk"), substitutes: nil)
        func row(
            _ id: Int, _ actor: JournalRowShown.Actor, _ verb: String, _ kind: String, _ subject: String?,
            _ detail: [JournalRowShown.Detail] = [], seal: Int64?
        ) -> JournalRowShown {
            JournalRowShown(
                id: "0A5C\(id)", moment: now.adding(seconds: Int64(-id)), actor: actor, unitName: qinyang, verb: verb,
                subjectKind: kind, subjectID: "0A5C7XK2M9Q4T", subjectName: subject,
                subjectPath: subject == nil ? nil : "/units/2", detail: detail, seal: seal)
        }
        return JournalModel(
            unitName: qinyang,
            rows: [
                row(
                    1, liDing, "invitation.issue", "unit", qinyang,
                    [
                        .init(name: "issued", value: "8"), .init(name: "days", value: "14"),
                        .init(name: "roles", value: "principal"),
                    ],
                    seal: nil),
                row(
                    2, .newcomer, "invitation.accept", "invitation", nil, [.init(name: "role", value: "clerk")],
                    seal: 4121),
                row(
                    3, .muster, "unit.import", "unit", qinyang,
                    [.init(name: "units", value: "612"), .init(name: "workplace", value: "600")], seal: 4120),
                row(4, liDing, "session.open", "session", nil, seal: 4120),
                row(5, liDing, "tomorrow.come", "tomorrow", nil, [.init(name: "what", value: "1")], seal: 4120),
            ], olderPath: "/journal?after=0A5C5", sealsPath: "/seals", lastSeal: seal(4121), unsealed: 1)
    }

    private static func seal(_ number: Int64) -> SealShown {
        SealShown(
            number: number, entries: 3, root: String(repeating: "9f3c77a14e02b1c8", count: 4),
            digest: String(repeating: "51d0e2c8a9b77a02", count: 4), keyID: "0a1b2c3d4e5f6071", moment: now)
    }

    static let seals = SealsModel(
        rows: (4110...4121).reversed().map { seal(Int64($0)) }, unsealed: 2,
        publicKey: "muster-seal-public-1 0a1b2c3d4e5f6071 \(String(repeating: "ab", count: 32))",
        olderPath: "/seals?after=4110", journalPath: "/journal")
}
