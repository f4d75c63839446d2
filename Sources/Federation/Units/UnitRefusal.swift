/// What the tree of units says no to.
package enum UnitRefusal: Refusal, Hashable {
    case unusable(UnitField, UnitFieldFault)
    case codeTaken(String)
    /// The unit itself has been closed or merged.
    case closed
    case parentUnknown
    case parentClosed
    case rootExists
    /// The root is neither moved nor merged nor closed.
    case rootStays
    case alreadyThere
    case underItself
    /// The new parent stands below the unit.
    case cycle
    /// A unit would have a second parent that stands below it.
    case secondLineCycle
    case secondSameAsFirst
    case alreadyHasFirst
    case alreadyHasSecond
    case noSecondLine
    /// Working units below it, on either line.
    case hasChildren(Int)
    case tooDeep
    /// All places that five base32 letters can name are taken.
    case treeFull
    case dayUnusable
    case dayAhead
    /// What ends began later than the day given.
    case dayBeforeBeginning(String)

    package var code: String {
        switch self {
        case .unusable(let field, let fault): "unit.\(field.rawValue)_\(fault.word)"
        case .codeTaken: "unit.code_taken"
        case .closed: "unit.closed"
        case .parentUnknown: "unit.parent_unknown"
        case .parentClosed: "unit.parent_closed"
        case .rootExists: "unit.root_exists"
        case .rootStays: "unit.root_stays"
        case .alreadyThere: "unit.already_there"
        case .underItself: "unit.under_itself"
        case .cycle: "unit.cycle"
        case .secondLineCycle: "unit.second_line_cycle"
        case .secondSameAsFirst: "unit.second_same_as_first"
        case .alreadyHasFirst: "unit.already_has_first"
        case .alreadyHasSecond: "unit.already_has_second"
        case .noSecondLine: "unit.no_second_line"
        case .hasChildren: "unit.has_children"
        case .tooDeep: "unit.too_deep"
        case .treeFull: "unit.tree_full"
        case .dayUnusable: "unit.day_unusable"
        case .dayAhead: "unit.day_ahead"
        case .dayBeforeBeginning: "unit.day_before_beginning"
        }
    }

    package var manner: RefusalManner {
        switch self {
        case .unusable, .parentUnknown, .underItself, .secondSameAsFirst, .dayUnusable, .dayAhead, .dayBeforeBeginning:
            .invalid
        case .codeTaken, .closed, .parentClosed, .rootExists, .rootStays, .alreadyThere, .cycle, .secondLineCycle,
            .alreadyHasFirst, .alreadyHasSecond, .noSecondLine, .hasChildren, .tooDeep, .treeFull:
            .conflict
        }
    }

    package var sentence: Sentence {
        switch self {
        case .unusable(let field, let fault): fault.sentence(of: field)
        case .codeTaken(let code):
            Sentence(zh: "编码 \(code) 已经有单位用了。", en: "The code \(code) belongs to another unit already.")
        case .closed: Sentence(zh: "这个单位已经撤销。", en: "This unit has been closed.")
        case .parentUnknown: Sentence(zh: "没有这个上级单位。", en: "There is no such parent unit.")
        case .parentClosed: Sentence(zh: "上级单位已经撤销。", en: "The parent unit has been closed.")
        case .rootExists: Sentence(zh: "已经有最上级单位了，只能有一个。", en: "There is a top unit already, and only one.")
        case .rootStays:
            Sentence(zh: "最上级单位不能移动、合并或撤销。", en: "The top unit cannot be moved, merged or closed.")
        case .alreadyThere: Sentence(zh: "它现在就在那里。", en: "It hangs there already.")
        case .underItself: Sentence(zh: "单位不能做自己的上级。", en: "A unit cannot be its own parent.")
        case .cycle:
            Sentence(zh: "那个单位在它的下面，不能做它的上级。", en: "That unit stands below it and cannot be its parent.")
        case .secondLineCycle:
            Sentence(
                zh: "这样会有单位的第二上级落到自己下面。", en: "A unit's second parent would then stand below that unit.")
        case .secondSameAsFirst:
            Sentence(zh: "第二上级和第一上级是同一个单位。", en: "The second parent is the same unit as the first.")
        case .alreadyHasFirst: Sentence(zh: "它已经有第一上级了。", en: "It has a first parent already.")
        case .alreadyHasSecond: Sentence(zh: "它已经有第二上级了。", en: "It has a second parent already.")
        case .noSecondLine: Sentence(zh: "它没有第二上级。", en: "It has no second parent.")
        case .hasChildren(let count):
            Sentence(
                zh: "它下面还有 \(count) 个单位。",
                en: count == 1 ? "One unit still stands below it." : "\(count) units still stand below it.")
        case .tooDeep:
            Sentence(
                zh: "层数太多，最多 \(UnitRules.depthMax) 层。", en: "Too many levels: at most \(UnitRules.depthMax).")
        case .treeFull: Sentence(zh: "单位太多，放不下了。", en: "There is no room for more units.")
        case .dayUnusable: Sentence(zh: "日期写成 2020-02-04 这样。", en: "Write the day like 2020-02-04.")
        case .dayAhead: Sentence(zh: "日期不能晚于今天。", en: "The day cannot be later than today.")
        case .dayBeforeBeginning(let day):
            Sentence(
                zh: "日期不能早于 \(day)，现在的关系从那天起。",
                en: "The day cannot be earlier than \(day), when the present state began.")
        }
    }

    package var wayOn: Sentence? {
        switch self {
        case .hasChildren:
            Sentence(zh: "先把它们移到别处，或者把它并入另一个单位。", en: "Move them elsewhere first, or merge it into another unit.")
        case .secondSameAsFirst, .secondLineCycle:
            Sentence(zh: "先改或者取消第二上级。", en: "Change or end the second line first.")
        case .codeTaken: Sentence(zh: "换一个编码。", en: "Choose another code.")
        default: nil
        }
    }
}
