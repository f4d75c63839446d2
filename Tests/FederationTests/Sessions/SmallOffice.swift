import Federation
import MusterTesting
import Storage
import Testing

/// A city with two counties and a works below one of them, and the few people of these tests.
struct SmallOffice: Sendable {
    let federation: OpenFederation
    let gate: SignInGate
    let clock: SimulatedClock

    let city: UnitID
    let qinyang: UnitID
    let mengzhou: UnitID
    let works: UnitID

    /// Administrator, chair and clerk of the city; clerk of 沁阳; clerk of 孟州, who has no business with 沁阳.
    let administrator: Actor
    let chair: Actor
    let clerk: Actor
    let qinyangClerk: Actor
    let outsider: Actor
    /// Someone without any post.
    let nobody: Actor

    /// The password of everybody in the cast.
    static let password = "雨夜里灯还是亮着的"
    static let logins = ["zhao.jia", "qian.yi", "sun.bing", "li.ding", "zhou.wu", "wu.ji"]
    static let names = ["赵甲", "钱乙", "孙丙", "李丁", "周戊", "吴己"]

    /// Hashes quickly: what scrypt's cost is changes nothing but time.
    static func hasher() -> PasswordHasher { PasswordHasher(cost: 16, waitingMax: 1_000) }

    static func with(
        _ dialect: Dialect, _ body: @Sendable (SmallOffice) async throws -> Void
    ) async throws {
        try await TestDatabase.with(dialect) { database in
            try await body(try await SmallOffice(database.engine))
        }
    }

    private init(_ engine: any Engine) async throws {
        clock = SimulatedClock()
        let federation = try await OpenFederation.open(engine, clock: clock)
        self.federation = federation
        gate = SignInGate(
            federation: federation, hasher: Self.hasher(),
            secret: InstallationSecret(bytes: Array(repeating: 7, count: 32)))
        city = try await Bootstrap.ensureRoot(name: "焦作市总工会", code: "410800", level: .city, in: federation)
        qinyang = try await Self.unit("410882", "沁阳市总工会", .county, under: city, in: federation)
        mengzhou = try await Self.unit("410883", "孟州市总工会", .county, under: city, in: federation)
        works = try await Self.unit("410882-1", "玄字号纺织厂工会", .workplace, under: qinyang, in: federation)

        let posts: [(UnitID, Role)?] = [
            (city, .administrator), (city, .principal), (city, .clerk), (qinyang, .clerk), (mengzhou, .clerk), nil,
        ]
        var actors: [Actor] = []
        for (place, post) in posts.enumerated() {
            actors.append(try await Self.person(place, post, in: federation, gate.hasher))
        }
        administrator = actors[0]
        chair = actors[1]
        clerk = actors[2]
        qinyangClerk = actors[3]
        outsider = actors[4]
        nobody = actors[5]
    }

    private static func unit(
        _ code: String, _ name: String, _ level: UnitLevel, under parent: UnitID, in federation: OpenFederation
    ) async throws -> UnitID {
        try await federation.act(.unitCreate, as: .system, at: parent, id: federation.newActID()) { act in
            let unit = try UnitTree.create(
                UnitDraft(
                    code: code, kind: level == .workplace ? .grassrootsUnion : .federation, level: level,
                    naming: UnitNaming(name)), at: UnitPlace(under: parent, on: .territorial), in: act)
            return try act.record(on: Subject("unit", unit.id), unit.id)
        }
    }

    private static func person(
        _ place: Int, _ held: (unit: UnitID, role: Role)?, in federation: OpenFederation, _ hasher: PasswordHasher
    ) async throws -> Actor {
        let hash = try await hasher.hash(Password(choosing: password, for: logins[place]))
        let ids: [Int64] = try await federation.act(
            .postAppoint, as: .system, at: held?.unit, id: federation.newActID()
        ) { act in
            let person = Person(id: act.newID(), login: logins[place], name: names[place])
            try PersonStore.insert(person, at: act.moment, in: act.db)
            try CredentialStore.set(Credential(person: person.id, hash: hash), at: act.moment, in: act.db)
            var ids = [person.id.raw]
            if let held {
                let post = Post(id: act.newID(), unit: held.unit, person: person.id, role: held.role, fromOn: act.today)
                try PersonStore.insert(post, in: act.db)
                ids.append(post.id.raw)
            }
            return try act.record(on: Subject("person", person.id), ids)
        }
        guard let held else { return Actor(person: PersonID(ids[0])) }
        return Actor(person: PersonID(ids[0]), post: PostID(ids[1]), unit: held.unit, role: held.role)
    }

    func newID() -> ActID { federation.newActID() }

    func newBrowser() -> BrowserKey {
        var source = SystemRandomNumberGenerator()
        return BrowserKey(using: &source)
    }

    /// Signs somebody of the cast in.
    func signIn(
        _ login: String, password: String = SmallOffice.password, phone: Bool = false, from client: String = "10.0.0.1"
    ) async throws -> OpenedSession {
        try await gate.signIn(
            SignInForm(login: login, password: password, isKnownPhone: phone), in: newBrowser(), from: client,
            id: newID())
    }

    func signedIn(_ login: String) async throws -> SignedIn {
        try #require(try await gate.signedIn(try await signIn(login).token))
    }

    /// An open code for a clerk of the works.
    func newCode(_ role: Role = .clerk) async throws -> String {
        let sheet = try await gate.invite(to: works, role: role, as: qinyangClerk, id: newID())
        return try #require(sheet.lines.first?.code).text
    }

    func newcomer(_ login: String = "zheng.geng", password: String = "河水平了灯也熄了") throws -> NewcomerForm {
        try NewcomerForm(login: login, name: "郑庚", password: password)
    }

    /// How many rows of a table there are.
    func count(_ table: String) async throws -> Int {
        try await federation.read { try $0.scalar("select count(*) as n from \(SQL(unchecked: table))") ?? -1 }
    }

    /// Everything the journal holds, as text.
    func journalText() async throws -> String {
        try await federation.read { db in
            try db.query("select verb, detail, outcome, bytes from journal").map { row in
                let (verb, detail, outcome): (String, String, String) =
                    (try row["verb"], try row["detail"], try row["outcome"])
                let bytes: [UInt8] = try row["bytes"]
                return "\(verb) \(detail) \(outcome) \(String(decoding: bytes, as: UTF8.self))"
            }.joined(separator: "\n")
        }
    }
}

/// Records an issue unless the body is refused with this code.
func expectRefusal(
    _ code: String, at location: SourceLocation = #_sourceLocation, _ body: () async throws -> some Any
) async {
    do {
        _ = try await body()
        Issue.record("nothing was refused; expected \(code)", sourceLocation: location)
    } catch let refusal as any Refusal {
        #expect(refusal.code == code, sourceLocation: location)
        #expect(!refusal.sentence.zh.isEmpty && !refusal.sentence.en.isEmpty, sourceLocation: location)
    } catch {
        Issue.record("\(error) instead of \(code)", sourceLocation: location)
    }
}
