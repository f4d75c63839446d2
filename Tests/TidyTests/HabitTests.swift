import Testing

@Suite struct HabitTests {
    static let everything = SourceTree.sources + SourceTree.tests

    @Test func clockAndRandomnessComeFromTheAct() throws {
        let found = try Habits.takenFromTheAir(in: SourceTree.sources)
        #expect(found == [])
    }

    @Test(arguments: Habits.sources.keys.sorted()) func anExceptionIsStillNeeded(_ path: String) throws {
        #expect(try Habits.airyLines(SourceTree.source(path)) != [], "strike \(path) from the list")
    }

    @Test func nothingIsTriedWithForce() throws {
        let found = try Habits.forcedTries(in: Self.everything)
        #expect(found == [])
    }

    @Test func nothingIsLeftUndone() throws {
        let scripts = SourceTree.files(in: "bin", suffixes: [""])
        #expect(scripts.count >= 5)
        let found = try Habits.leftUndone(in: Self.everything + scripts)
        #expect(found == [])
    }

    @Test func filesAreShort() {
        #expect(Self.everything.count > 60)
        #expect(Habits.tooLong(in: Self.everything) == [])
    }

    @Test func brokenHabitsAreSeen() throws {
        func file(_ text: String) -> [SourceFile] { [SourceFile(path: "Sources/Web/A.swift", text: text)] }
        for text in [
            "let now = Date()", "let now = Date.now", "UUID()", "Int.random(in: 0...9)", "\"\\(UUID())\"",
            "var source = SystemRandomNumberGenerator()", "deck.shuffled()",
        ] {
            #expect(try Habits.takenFromTheAir(in: file(text)).count == 1, "\(text)")
        }
        for text in [
            "// Date()", "\"Date()\"", "Int.random(in: 0...9, using: &dice)", "Date(timeIntervalSince1970: 0)",
        ] {
            #expect(try Habits.takenFromTheAir(in: file(text)).isEmpty, "\(text)")
        }
        #expect(
            try Habits.forcedTries(in: file("let a = 1\nlet b = try! c()")) == [
                "Sources/Web/A.swift:2: no try with force"
            ])
        #expect(try Habits.forcedTries(in: file("/* try! */ let words = \"\"\"\n  try!\n  \"\"\"")).isEmpty)
        #expect(try Habits.leftUndone(in: file("// TO" + "DO: later")).count == 1)
        #expect(Habits.tooLong(in: file(String(repeating: "\n", count: 451))).count == 1)
        #expect(Habits.tooLong(in: file(String(repeating: "\n", count: 450))).isEmpty)
    }
}
