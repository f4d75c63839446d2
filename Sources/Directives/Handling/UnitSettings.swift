package import Federation
package import Storage

/// How a unit handles notices: which steps it keeps, who sends on, by when it wants signatures. A unit that has set
/// nothing does everything in one step and sets no date: that is how a small union works.
package struct UnitSettings: Sendable, Hashable {
    /// A step of the handling sheet that a unit may keep or leave out.
    package enum Step: String, Sendable, CaseIterable {
        /// 拟办
        case proposal
        /// 批办
        case instruction
        /// 传阅
        case circulation
        /// 会签
        case countersigning
        /// 签发: without it, whoever may issue signs off.
        case signOff = "sign_off"
    }

    package var steps: Set<Step> = []
    /// A relay waits for the word of a leader.
    package var relayNeedsLeader = false
    /// Hours from sending to signing, by the notice's grade; under nil for papers without one. Empty: nothing is late.
    package var signWithinHours: [Grade?: Int] = [:]
    /// The word of the series that covers are numbered in (代字): 焦工发.
    package var numberWord: String?

    package static let hours = 1...720

    package init() {}
}

extension UnitSettings {
    package static func of(_ unit: UnitID, in db: any Transaction) throws -> UnitSettings {
        let values = try SettingStore.values(of: unit, in: db)
        var settings = UnitSettings()
        settings.steps = Set(Step.allCases.filter { values[name($0)] == "on" })
        settings.relayNeedsLeader = values[relayName] == "on"
        for grade in Self.grades { settings.signWithinHours[grade] = values[name(grade)].flatMap(Int.init) }
        settings.numberWord = values[wordName]
        return settings
    }

    /// Writes all of them within an act whose caller records it.
    func save(of unit: UnitID, in act: Act) throws {
        for step in Step.allCases {
            try SettingStore.set(Self.name(step), steps.contains(step) ? "on" : nil, of: unit, in: act)
        }
        try SettingStore.set(Self.relayName, relayNeedsLeader ? "on" : nil, of: unit, in: act)
        for grade in Self.grades {
            try SettingStore.set(Self.name(grade), signWithinHours[grade].map { "\($0)" }, of: unit, in: act)
        }
        try SettingStore.set(Self.wordName, numberWord, of: unit, in: act)
    }

    /// Hours within which a notice of this urgency is to be signed for; nil where the unit sets none.
    package func signWithinHours(_ urgency: Urgency) -> Int? { signWithinHours[urgency.grade] }

    static let grades: [Grade?] = Grade.allCases.map { $0 } + [nil]
    private static let relayName = "relay.needs_leader"
    private static let wordName = "number.word"
    private static func name(_ step: Step) -> String { "handling.\(step.rawValue)" }
    private static func name(_ grade: Grade?) -> String { "receipt.sign_within_hours.\(grade?.mark ?? "none")" }
}
