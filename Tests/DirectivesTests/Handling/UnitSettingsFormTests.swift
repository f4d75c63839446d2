import Federation
import Testing
import Web

@testable import Directives

@Suite struct UnitSettingsFormTests {
    private func form(_ fields: KeyValuePairs<String, String>) throws -> UnitSettingsForm {
        UnitSettingsForm(try FormFields(fields.map { FormField(name: $0.key, value: $0.value) }))
    }

    @Test func nothingTypedIsNothingSet() throws {
        let (settings, errors) = try form([:]).read()
        #expect(settings == UnitSettings() && errors.isEmpty)
    }

    @Test func whatWasTypedIsWhatIsSet() throws {
        let (settings, errors) = try form([
            "steps": "proposal", "steps": "sign_off", "steps": "dance", "relay_needs_leader": "1",
            "hours_t": " 24 ", "hours_none": "720", "hours_j": "", "word": " 焦工发 ",
        ]).read()
        #expect(errors.isEmpty)
        #expect(settings.steps == [.proposal, .signOff] && settings.relayNeedsLeader)
        #expect(settings.signWithinHours == [.urgent: 24, nil: 720])
        #expect(settings.numberWord == "焦工发")
        #expect(UnitSettingsForm(settings).read().settings == settings)
    }

    @Test func eachFieldSaysWhatIsWrong() throws {
        for (typed, isWrong) in [("0", true), ("721", true), ("1.5", true), ("半天", true), ("1", false)] {
            let (_, errors) = try form(["hours_tt": typed]).read()
            #expect((errors["hours_tt"] != nil) == isWrong, "\(typed)")
        }
        for word in ["焦〔工〕发", "焦 工发", String(repeating: "工", count: 17)] {
            let (_, errors) = try form(["word": word]).read()
            #expect(errors["word"]?.zh == NumberRefusal.wordUnusable.sentence.zh, "\(word)")
        }
    }
}
