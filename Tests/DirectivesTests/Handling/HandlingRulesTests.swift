import Federation
import Testing

@testable import Directives

@Suite struct HandlingRulesTests {
    // MARK: a sheet to ask about

    private static let (clerk, deputy, officer) = (PostID(1), PostID(2), PostID(3))
    private static let now = PageModels.moment(5, 9, 42)

    private static func actor(_ post: PostID, substitutes: PostID? = nil) -> Actor {
        Actor(person: PersonID(post.raw), post: post, unit: UnitID(1), role: .clerk, substitutes: substitutes)
    }

    private static func step(_ id: Int64, _ kind: HandlingStep.Kind, by post: PostID = clerk) -> HandlingStep {
        HandlingStep(
            id: HandlingStepID(id), kind: kind, person: PersonID(post.raw), post: post,
            moment: now.adding(seconds: id))
    }

    private static func ask(
        _ id: Int64, _ kind: HandlingAsk.Kind, of post: PostID = deputy, by step: Int64 = 1
    ) -> HandlingAsk {
        HandlingAsk(id: HandlingAskID(id), kind: kind, post: post, askedBy: HandlingStepID(step))
    }

    private static func sheet(
        _ steps: [HandlingStep], _ asks: [HandlingAsk] = [], about: HandlingSubject = .notice(NoticeID(1))
    ) -> HandlingSheet {
        HandlingSheet(id: HandlingID(1), unit: UnitID(1), about: about, openedAt: now, steps: steps, asks: asks)
    }

    // MARK: settings

    @Test func whatIsSwitchedOffIsNotAsked() throws {
        let needed: [HandlingAsk.Kind: UnitSettings.Step] = [
            .propose: .proposal, .instruct: .instruction, .read: .circulation, .countersign: .countersigning,
            .signOff: .signOff,
        ]
        var all = UnitSettings()
        all.steps = Set(UnitSettings.Step.allCases)
        for kind in HandlingAsk.Kind.allCases {
            try HandlingRules.requireKept(kind, by: all)
            var without = all
            guard let step = needed[kind] else {
                try HandlingRules.requireKept(kind, by: UnitSettings())
                continue
            }
            without.steps.remove(step)
            #expect(throws: HandlingRefusal.stepOff(step)) { try HandlingRules.requireKept(kind, by: without) }
        }
    }

    // MARK: two at once

    @Test func theSameStepIsNotWrittenOverOneUnseen() throws {
        let sheet = Self.sheet([Self.step(1, .asked), Self.step(2, .instructed, by: Self.deputy)])
        #expect(throws: HandlingRefusal.movedOn) {
            try HandlingRules.requireUnmoved(.instructed, seen: 1, on: sheet)
        }
        // Seen, it may be said again; another step does not stand in the way.
        try HandlingRules.requireUnmoved(.instructed, seen: 2, on: sheet)
        try HandlingRules.requireUnmoved(.proposed, seen: 1, on: sheet)
        try HandlingRules.requireUnmoved(.proposed, seen: 0, on: nil)
        let returned = Self.sheet([Self.step(1, .proposed), Self.step(2, .returned, by: Self.deputy)])
        #expect(throws: HandlingRefusal.movedOn) {
            try HandlingRules.requireUnmoved(.instructed, seen: 1, on: returned)
        }
    }

    @Test func onlyWhoWasAskedAnswersAndOnce() throws {
        let open = Self.ask(1, .countersign)
        #expect(try HandlingRules.requireAsked(open, of: Self.actor(Self.deputy)) == nil)
        #expect(
            try HandlingRules.requireAsked(open, of: Self.actor(Self.officer, substitutes: Self.deputy)) == nil,
            "who stands in answers too")
        #expect(throws: HandlingRefusal.notAsked) {
            _ = try HandlingRules.requireAsked(open, of: Self.actor(Self.clerk))
        }
        var dropped = open
        dropped.droppedAt = Self.now
        #expect(throws: HandlingRefusal.noLongerAsked) {
            _ = try HandlingRules.requireAsked(dropped, of: Self.actor(Self.deputy))
        }
    }

    @Test(arguments: HandlingAsk.Kind.allCases) func readingAndConfirmingTwiceIsOneFact(_ kind: HandlingAsk.Kind) throws
    {
        var answered = Self.ask(1, kind)
        answered.answer = HandlingStepID(7)
        if kind == .read || kind == .confirm {
            let first = try HandlingRules.requireAsked(answered, of: Self.actor(Self.deputy))
            #expect(first == HandlingStepID(7))
        } else {
            #expect(throws: HandlingRefusal.alreadyAnswered) {
                _ = try HandlingRules.requireAsked(answered, of: Self.actor(Self.deputy))
            }
        }
    }

    // MARK: returning

    @Test func aReturnGoesToWhoProposedLastElseToWhoAsked() throws {
        let steps = [
            Self.step(1, .proposed, by: Self.officer), Self.step(2, .proposed), Self.step(3, .asked, by: Self.deputy),
        ]
        #expect(try HandlingRules.goesBack(from: Self.ask(1, .instruct, by: 3), on: Self.sheet(steps)) == Self.clerk)
        let unproposed = Self.sheet([Self.step(3, .asked, by: Self.officer)])
        #expect(try HandlingRules.goesBack(from: Self.ask(1, .countersign, by: 3), on: unproposed) == Self.officer)
        let draft = Self.sheet(
            [Self.step(1, .registered), Self.step(3, .asked, by: Self.officer)], about: .draft(DraftID(4)))
        #expect(try HandlingRules.goesBack(from: Self.ask(1, .signOff, by: 3), on: draft) == Self.clerk)
    }

    @Test func whatAsksForNoDecisionIsNotReturned() {
        let sheet = Self.sheet([Self.step(1, .asked)])
        for kind in [HandlingAsk.Kind.read, .carryOut, .propose] {
            #expect(throws: HandlingRefusal.nothingToReturn) {
                _ = try HandlingRules.goesBack(from: Self.ask(1, kind), on: sheet)
            }
        }
        // A draft that went out on a leader's word cannot come back.
        let out = Self.sheet([Self.step(1, .registered), Self.step(2, .signedOff)], about: .draft(DraftID(4)))
        #expect(throws: HandlingRefusal.nothingToReturn) {
            _ = try HandlingRules.goesBack(from: Self.ask(1, .confirm), on: out)
        }
    }

    @Test func aReturnTakesTheLeadersWordBack() {
        let word = [Self.step(1, .proposed), Self.step(2, .instructed, by: Self.deputy)]
        #expect(Self.sheet(word).hasLeadersWord)
        #expect(!Self.sheet(word + [Self.step(3, .returned, by: Self.officer)]).hasLeadersWord)
        #expect(
            Self.sheet(word + [Self.step(3, .returned), Self.step(4, .instructed, by: Self.deputy)]).hasLeadersWord)
        #expect(!Self.sheet([Self.step(1, .proposed), Self.step(2, .read)]).hasLeadersWord)
    }

    @Test func aSheetEndsWhenNobodyIsWaitedFor() throws {
        var ask = Self.ask(1, .read)
        #expect(throws: HandlingRefusal.stillAsked(count: 1)) {
            try HandlingRules.requireNothingOpen(
                on: Self.sheet([Self.step(1, .asked)], [ask]), heldPosts: [Self.deputy])
        }
        try HandlingRules.requireNothingOpen(on: Self.sheet([Self.step(1, .asked)], [ask]), heldPosts: [Self.clerk])
        ask.answer = HandlingStepID(2)
        try HandlingRules.requireNothingOpen(on: Self.sheet([Self.step(1, .asked)], [ask]), heldPosts: [Self.deputy])
    }

    // MARK: what was typed

    @Test func wordsAreTrimmedAndBounded() throws {
        #expect(try HandlingRules.text("　拟请领导阅示。 \n", isRequired: true) == "拟请领导阅示。")
        #expect(try HandlingRules.text("　 ", isRequired: false) == nil)
        #expect(throws: HandlingRefusal.textMissing) { _ = try HandlingRules.text(" \n", isRequired: true) }
        let longest = String(repeating: "办", count: HandlingRules.textCharactersMax)
        #expect(try HandlingRules.text(longest, isRequired: true) == longest)
        #expect(throws: HandlingRefusal.textTooLong) { _ = try HandlingRules.text(longest + "办", isRequired: true) }
    }

    @Test func postsAreThoseOfTheUnitEachOnce() throws {
        let choices = [Self.clerk, Self.deputy]
        let twice = ["\(Self.deputy)", "\(Self.deputy)", "\(Self.clerk)"]
        #expect(try HandlingRules.posts(twice, among: choices, isRequired: true) == choices)
        #expect(try HandlingRules.posts([], among: choices, isRequired: false) == [])
        #expect(throws: HandlingRefusal.nobodyChosen) {
            _ = try HandlingRules.posts([], among: choices, isRequired: true)
        }
        for foreign in ["\(Self.officer)", "somebody", ""] {
            #expect(throws: HandlingRefusal.notOfUnit) {
                _ = try HandlingRules.posts([foreign], among: choices, isRequired: false)
            }
        }
    }

    @Test func aDayIsDueAtItsLastMinute() throws {
        #expect(try HandlingRules.due(" ", today: "2020-02-05") == nil)
        let due = try HandlingRules.due("2020-02-05", today: "2020-02-05")
        #expect(due == PageModels.moment(5, 23, 59))
        #expect(throws: HandlingRefusal.dayPassed) { _ = try HandlingRules.due("2020-02-04", today: "2020-02-05") }
        for odd in ["明天", "2020-02-30", "2020-2-6"] {
            #expect(throws: HandlingRefusal.dayUnreadable) { _ = try HandlingRules.due(odd, today: "2020-02-05") }
        }
    }

    @Test func aCallWasMadeBeforeNow() throws {
        let said = try HandlingRules.said("2020-02-05T03:10", now: Self.now)
        #expect(said == PageModels.moment(5, 3, 10))
        #expect(Zone.typed(said) == "2020-02-05T03:10")
        #expect(throws: HandlingRefusal.hourAhead) {
            _ = try HandlingRules.said("2020-02-05T09:43", now: Self.now)
        }
        for odd in ["", "凌晨三点", "2020-02-05", "2020-02-05T25:00", "2020-02-05T3:10"] {
            #expect(throws: HandlingRefusal.hourUnreadable) { _ = try HandlingRules.said(odd, now: Self.now) }
        }
        #expect(throws: HandlingRefusal.notUrgent) { try HandlingRules.requireUrgent(.none) }
        try HandlingRules.requireUrgent(Grade.mild.urgency)
    }
}
