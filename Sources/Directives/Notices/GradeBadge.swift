package import Federation
package import Markup
import Web

/// The grade as the paper prints it; for readers of English, what it means beside it.
package enum GradeBadge {
    package static func html(_ grade: Grade?, in language: Language) -> HTML {
        guard let grade else { return .empty }
        return span(.class("grade grade-\(grade.mark)")) {
            switch language {
            case .chinese:
                grade.rawValue
            case .english:
                span(.lang(Language.chinese.tag)) { grade.rawValue }
                " \(grade.meaning)"
            }
        }
    }
}

extension Grade {
    /// What the grade means, in English.
    var meaning: String {
        switch self {
        case .extreme: "Extremely urgent"
        case .urgent: "Most urgent"
        case .pressing: "Urgent"
        case .mild: "Less urgent"
        }
    }
}
