import Federation
import Testing

@testable import Directives

/// A change says what it is, why, and what holds instead.
@Suite struct ChangeRulesTests {
    @Test func anEmptyFormIsToldAllThatIsMissing() {
        #expect(ChangeRules.wrongs(in: ChangeForm(kind: nil)).map(\.field) == ["kind", "reason"])
    }

    @Test func eachKindAsksForItsOwn() {
        let other = NoticeID(7)
        #expect(ChangeRules.wrongs(in: ChangeForm(kind: .withdrawn, reason: "发错了")).isEmpty)
        #expect(ChangeRules.wrongs(in: ChangeForm(kind: .replaced, reason: "改了")).map(\.field) == ["replacement"])
        #expect(ChangeRules.wrongs(in: ChangeForm(kind: .replaced, reason: "改了", replacement: other)).isEmpty)
        #expect(ChangeRules.wrongs(in: ChangeForm(kind: .corrected, reason: "笔误")).map(\.field) == ["text"])
        #expect(ChangeRules.wrongs(in: ChangeForm(kind: .corrected, text: "应为3月")).map(\.field) == ["reason"])
    }

    @Test func whatCannotBeSentAnyMoreSaysTheWayOn() {
        for kind in [Change.Kind.withdrawn, .replaced] {
            #expect(ChangeRefusal.notStanding(kind).wayOn != nil)
            #expect(ChangeRefusal.carriesEnded(title: "通知", kind).wayOn != nil)
        }
    }
}
