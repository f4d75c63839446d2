package import Federation

/// An addressee line that a unit keeps under a name for the next time.
package struct SavedLine: Sendable, Hashable {
    package var id: SavedLineID
    package var unit: UnitID
    package var name: String
    package var line: String
    package var copyLine: String?

    /// Characters of a name, and lines of a unit, at most.
    package static let nameMax = 40
    package static let linesMax = 50
}

package typealias SavedLineID = ID<SavedLine>

package enum SavedLineRefusal: Refusal {
    case nameMissing
    case nameTooLong
    case nameTaken(name: String)
    case lineEmpty
    case tooMany

    package var code: String {
        switch self {
        case .nameMissing: "line.name_missing"
        case .nameTooLong: "line.name_too_long"
        case .nameTaken: "line.name_taken"
        case .lineEmpty: "line.empty"
        case .tooMany: "line.too_many"
        }
    }

    package var manner: RefusalManner { .invalid }

    package var sentence: Sentence {
        switch self {
        case .nameMissing: Sentence(zh: "给这一行起个名字，下次好找。", en: "Give the line a name to find it by.")
        case .nameTooLong:
            Sentence(
                zh: "名字最多 \(SavedLine.nameMax) 个字。", en: "A name has \(SavedLine.nameMax) characters at most.")
        case .nameTaken(let name):
            Sentence(
                zh: "已经有一行叫“\(name)”。换个名字，或者在它旁边按“换成现在这一行”。",
                en: "There is a line called “\(name)” already. Choose another name, or press “Replace” beside that one."
            )
        case .lineEmpty: Sentence(zh: "主送还是空的，没有可存的。", en: "The line is empty; there is nothing to save.")
        case .tooMany:
            Sentence(
                zh: "存了 \(SavedLine.linesMax) 行了，先删去用不着的。",
                en: "\(SavedLine.linesMax) lines are saved; delete one that is no longer used.")
        }
    }
}
