import Directives
import Federation
import Testing

/// What follows from a proposal before a person has decided anything.
@Suite struct ObligationRulesTests {
    private func bound(_ kinds: [ObligationKind], _ levels: [ObligationLevel] = [.all]) -> ObligationBound {
        ObligationBound(kinds: kinds, levels: levels)
    }

    @Test func theGrassrootsAloneAreAWorkplace() {
        let binding = ObligationRules.binding(of: bound([.grassrootsUnion], [.workplace]), .lead)
        #expect(
            binding.unitKinds == [.jointUnion, .grassrootsUnion]
                || Set(binding.unitKinds) == [.jointUnion, .grassrootsUnion])
        #expect(binding.unitLevels == [.workplace])
        #expect(binding.binds(.grassrootsUnion, .workplace) && !binding.binds(.federation, .county))
    }

    @Test func whatAllUnionsLeadIsLedFromTheOffices() {
        let all = bound([.federation, .industrialUnion, .grassrootsUnion])
        let led = ObligationRules.binding(of: all, .lead)
        #expect(!led.binds(.grassrootsUnion, .workplace) && led.binds(.federation, .county))
        for role in [ObligationRole.assist, .supervise, .report] {
            let asked = ObligationRules.binding(of: all, role)
            #expect(asked.binds(.grassrootsUnion, .workplace) && asked.binds(.industrialUnion, .city), "\(role)")
        }
    }

    @Test func leadersAndMembersAreNoWorkplace() {
        for kind in [ObligationKind.leader, .member, .unionMedia] {
            let binding = ObligationRules.binding(of: bound([kind]), .assist)
            #expect(UnitLevel.allCases.allSatisfy { !binding.binds(.grassrootsUnion, $0) }, "\(kind)")
            #expect(binding.binds(.federation, .province))
        }
        #expect(
            ObligationRules.binding(of: bound([.leader, .grassrootsUnion]), .lead).binds(.grassrootsUnion, .workplace))
    }

    @Test func nobodyIsNobody() {
        let none = ObligationRules.binding(of: bound([]), .lead)
        #expect(none.kinds == 0 && none.unitLevels == UnitLevel.allCases)
        #expect(ObligationRules.binding(of: bound([.department], [.national]), .lead).unitLevels == [.national])
    }

    @Test(arguments: [
        (ObligationRole.lead, "成立领导小组", ObligationProof.sentence), (.lead, "配足口罩和雨衣", .figure),
        (.assist, "统计返岗人数", .figure), (.publish, "宣传口罩的用法", .conveyance), (.study, "学习通知", .conveyance),
        (.lead, "做到高度负责、高度警觉、高度自律", .checklist),
    ])
    func whatSuffices(_ role: ObligationRole, _ quote: String, _ proof: ObligationProof) {
        #expect(ObligationRules.proof(role, quote) == proof)
    }

    @Test(arguments: [
        ("要做到高度负责、高度警觉、高度自律", 3), ("全面排查、全面登记，狠抓整改、狠抓落实", 0),
        ("坚持值班、坚持巡查、坚持报告、坚持学习；紧盯堤坝、紧盯水库、紧盯低洼", 7), ("做好值班、巡查、报告", 0),
    ])
    func headsThatBeginAlikeAreTicked(_ text: String, _ count: Int) {
        #expect(ObligationRules.items(in: text).count == count)
    }

    @Test func onlyOneMinuteUnlessAThingIsNamed() {
        #expect(ObligationProof.allCases.map(\.minutes) == [0, 0, 2, 4, 2])
    }
}
