import Testing
import Web

@Suite("Fields of a form")
struct FormFieldsTests {
    private func form(_ text: String) throws -> FormFields { try FormFields(urlEncoded: Array(text.utf8)) }

    @Test(
        "refuse bytes that are not UTF-8, and U+0000, which no database of ours stores",
        arguments: ["a=%FF", "%C3%28=1", "a=%ED%A0%80", "a=%00", "a=%C0%80"])
    func notText(_ text: String) {
        #expect(throws: FormRefusal.notText) { try form(text) }
    }

    @Test("are at most ten thousand")
    func tooMany() throws {
        let most = [String](repeating: "a=1", count: FormFields.countMax)
        #expect(try form(most.joined(separator: "&")).all("a").count == FormFields.countMax)
        #expect(throws: FormRefusal.tooManyFields) { try form((most + ["b=2"]).joined(separator: "&")) }
    }

    @Test("keep their order, and all the values of one name")
    func multiMap() throws {
        let fields = try form("to=1&title=%E9%80%9A%E7%9F%A5+a&to=2&empty=&bare&&=x")
        #expect(fields.fields.map(\.name) == ["to", "title", "to", "empty", "bare", ""])
        #expect(fields.first("to") == "1")
        #expect(fields.all("to") == ["1", "2"])
        #expect(fields.first("title") == "通知 a")
        #expect(fields.first("empty") == "" && fields.first("bare") == "")
        #expect(fields.contains("bare") && !fields.contains("absent"))
        #expect(fields.first("absent") == nil && fields.all("absent").isEmpty)
    }

    @Test(
        "read a percent sign that codes nothing as itself",
        arguments: [("a=100%", "100%"), ("a=%zz", "%zz"), ("a=%4", "%4"), ("a=%%41", "%A"), ("a=1=2", "1=2")])
    func percent(text: String, value: String) throws {
        #expect(try form(text).first("a") == value)
    }

    @Test("come back from a query as they went in", arguments: 0..<200)
    func roundTrip(_ seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let alphabet = Array("abc 012+&=%?#/;\"'<>~-_.\r\n\té通知🇨🇳")
        func word() -> String {
            String(
                (0..<Int.random(in: 0...12, using: &random)).compactMap { _ in alphabet.randomElement(using: &random) })
        }
        // An empty pair without a name says nothing, and reading leaves it out.
        let pairs = (0..<Int.random(in: 0...20, using: &random)).map { _ in FormField(name: "n" + word(), value: word())
        }
        let query = QueryString.encode(try FormFields(pairs))
        #expect(query.utf8.allSatisfy { (0x21...0x7E).contains($0) })
        #expect(try QueryString.decode(query).fields == pairs)
        #expect(try QueryString.decode(query.replacing("%20", with: "+")).fields == pairs)
    }
}

/// SplitMix64: the same seed, the same numbers.
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
