import Federation

/// The words of units: what they are, where they hang, how they stand.
enum UnitWords {
    static func name(of kind: UnitKind) -> Sentence {
        switch kind {
        case .federation: Sentence(zh: "总工会", en: "Federation")
        case .industrialUnion: Sentence(zh: "产业工会", en: "Industrial union")
        case .organsUnion: Sentence(zh: "机关工会联合会", en: "Union of organs")
        case .jointUnion: Sentence(zh: "联合工会", en: "Joint union")
        case .grassrootsUnion: Sentence(zh: "基层工会", en: "Grassroots union")
        case .department: Sentence(zh: "部门", en: "Department")
        case .institution: Sentence(zh: "直属单位", en: "Institution")
        }
    }

    static func name(of division: Division) -> Sentence {
        switch division {
        case .province: Sentence(zh: "省", en: "province")
        case .autonomousRegion: Sentence(zh: "自治区", en: "autonomous region")
        case .municipality: Sentence(zh: "直辖市", en: "municipality")
        case .corps: Sentence(zh: "兵团", en: "corps")
        case .prefectureCity: Sentence(zh: "地级市", en: "prefecture-level city")
        case .zone: Sentence(zh: "示范区、开发区", en: "zone")
        case .county: Sentence(zh: "县", en: "county")
        case .countyCity: Sentence(zh: "县级市", en: "county-level city")
        case .district: Sentence(zh: "区", en: "district")
        case .townshipRural: Sentence(zh: "乡", en: "rural township")
        case .town: Sentence(zh: "镇", en: "town")
        case .street: Sentence(zh: "街道", en: "subdistrict")
        }
    }

    static func name(of line: UnitLine) -> Sentence {
        switch line {
        case .territorial: Sentence(zh: "块", en: "Territory")
        case .industrial: Sentence(zh: "条", en: "Industry")
        }
    }

    /// Kind, and the territory or level where the kind does not say it.
    static func what(_ kind: UnitKind, _ level: UnitLevel, _ division: Division?) -> Sentence {
        let kindName = name(of: kind)
        let place: Sentence? =
            if let division { name(of: division) } else if level == .workplace { nil } else { level.name }
        guard let place else { return kindName }
        return Sentence(zh: "\(kindName.zh) · \(place.zh)", en: "\(kindName.en) · \(place.en)")
    }

    /// Several units of one kind and level.
    static func groupTitle(_ kind: UnitKind, _ level: UnitLevel) -> Sentence {
        switch (kind, level) {
        case (.federation, .national): return Sentence(zh: "全国总工会", en: "National federation")
        case (.federation, .province): return Sentence(zh: "省级总工会", en: "Provincial federations")
        case (.federation, .city): return Sentence(zh: "市总工会", en: "City federations")
        case (.federation, .county): return Sentence(zh: "县（市、区）总工会", en: "County federations")
        case (.federation, .township): return Sentence(zh: "乡镇（街道）总工会", en: "Township federations")
        case (.jointUnion, .township): return Sentence(zh: "乡镇（街道）工会联合会", en: "Township joint unions")
        case (.grassrootsUnion, .workplace): return Sentence(zh: "基层工会", en: "Grassroots unions")
        default: break
        }
        let kinds =
            switch kind {
            case .federation: "federations"
            case .industrialUnion: "industrial unions"
            case .organsUnion: "unions of organs"
            case .jointUnion: "joint unions"
            case .grassrootsUnion: "grassroots unions"
            case .department: "departments"
            case .institution: "institutions"
            }
        let place = level.name
        let first = place.en.prefix(1).uppercased() + place.en.dropFirst()
        return Sentence(zh: "\(place.zh)级\(name(of: kind).zh)", en: "\(first) \(kinds)")
    }

    // MARK: the list

    static let units = Sentence(zh: "单位", en: "Units")
    static let head = Sentence(zh: "下面都是谁", en: "Who is below")
    static func spread(_ name: String, below: Int, direct: Int) -> Sentence {
        Sentence(
            zh: "\(name)以下 \(Figures.grouped(below)) 个单位，直接以下 \(Figures.grouped(direct)) 个",
            en: "\(Figures.grouped(below)) below \(name), \(Figures.grouped(direct)) of them directly")
    }
    static func foundHead(_ query: String) -> Sentence {
        Sentence(zh: "名字或编码里有“\(query)”的单位", en: "Units called “\(query)”")
    }
    static let nothingFound = Sentence(zh: "没有这样的单位", en: "No such unit")
    static let nothingFoundNote = Sentence(
        zh: "换简称、全称，或者编码再找；撤销的单位不在其中。",
        en: "Try the short name, the full name or the code; closed units are not among them.")
    static let backToTree = Sentence(zh: "回到单位树", en: "Back to the tree")
    static let noUnits = Sentence(zh: "还没有单位", en: "There are no units yet")
    static let noUnitsNote = Sentence(
        zh: "由组织管理员从表格导入，或者在服务器上用命令导入。",
        en: "An administrator imports them from a table, or a command on the server does.")
    static let find = Sentence(zh: "找", en: "Find")
    static let findHint = Sentence(zh: "名称、简称、编码", en: "Name, short name, code")
    static let findUnit = Sentence(zh: "找单位", en: "Find a unit")
    static let keyNext = Sentence(zh: "上下一个单位", en: "next, last unit")
    static let keyOpen = Sentence(zh: "打开", en: "open")
    static let unit = Sentence(zh: "单位", en: "Unit")
    static let code = Sentence(zh: "编码", en: "Code")
    static let kind = Sentence(zh: "类别", en: "Kind")
    static let direct = Sentence(zh: "直接以下", en: "Directly below")
    static let people = Sentence(zh: "有账号的人", en: "People")
    static let state = Sentence(zh: "状态", en: "State")
    static func peopleCount(_ count: Int) -> Sentence { Sentence(zh: "\(count) 人", en: "\(count)") }
    static func parent(_ name: String) -> Sentence { Sentence(zh: "挂在 \(name)", en: "below \(name)") }
    static let secondary = Sentence(zh: "第二上级，不在这里计数", en: "second line, not counted here")
    static let more = Sentence(zh: "再看一些", en: "Show more")
    static func others(_ count: Int) -> Sentence {
        Sentence(zh: "另 \(Figures.grouped(count)) 个", en: "\(Figures.grouped(count)) more")
    }
    static func name(of state: UnitRowShown.State) -> Sentence {
        switch state {
        case .working: Sentence(zh: "在用", en: "in use")
        case .nobody: Sentence(zh: "还没有人登录", en: "nobody yet")
        case .invited: Sentence(zh: "已邀请，未用", en: "invited, not used")
        case .inviteExpired: Sentence(zh: "邀请过期", en: "invitation expired")
        case .closed: Sentence(zh: "已撤销", en: "closed")
        case .merged: Sentence(zh: "已并入别的单位", en: "merged")
        }
    }
    static let inUse = Sentence(zh: "登录的单位", en: "Units in use")
    static func notInUse(_ count: Int) -> Sentence {
        Sentence(
            zh: "\(Figures.grouped(count)) 个单位还没有人登录。发给它们的公文要打印、打电话。",
            en: "At \(Figures.grouped(count)) there is nobody yet. Notices to them must be printed or telephoned.")
    }
    static let addUnits = Sentence(zh: "加单位", en: "Add units")
    static let importTable = Sentence(zh: "从表格导入", en: "Import from a table")
    static let importNote = Sentence(
        zh: "表格先试读，一行也不写；看过再决定。", en: "The table is read first and nothing is written; you look, then decide.")

    // MARK: one unit

    static func shortNames(_ names: [String]) -> Sentence {
        Sentence(zh: "简称 \(names.joined(separator: "、"))", en: "also called \(names.joined(separator: ", "))")
    }
    static let peopleAndPosts = Sentence(zh: "人和职务", en: "People and posts")
    static let postsNote = Sentence(
        zh: "一个人可以有几个职务；每一件事记在一个职务上",
        en: "One may hold several posts; whatever is done is recorded under one")
    static let person = Sentence(zh: "人", en: "Person")
    static let post = Sentence(zh: "职务", en: "Post")
    static let held = Sentence(zh: "任职", en: "Held")
    static let vacant = Sentence(zh: "空着", en: "vacant")
    static let endPost = Sentence(zh: "免职", en: "End")
    static let resetPassword = Sentence(zh: "重设口令", en: "Reset password")
    static let noPosts = Sentence(zh: "这里还没有人", en: "Nobody is here yet")
    static let noPostsNote = Sentence(
        zh: "发给它的公文要打印、打电话。由上一级发邀请。",
        en: "Notices to it must be printed or telephoned. The level above invites.")
    static func belowHead(_ count: Int) -> Sentence {
        Sentence(zh: "直接以下 \(Figures.grouped(count)) 个", en: "\(Figures.grouped(count)) directly below")
    }
    static let nothingBelow = Sentence(zh: "下面没有单位", en: "No unit is below it")
    static let seeTree = Sentence(zh: "在单位树里看", en: "See it in the tree")
    static let whereItHangs = Sentence(zh: "挂在哪里", en: "Where it hangs")
    static let primary = Sentence(zh: "主线，按它计数", en: "first line, counted here")
    static let second = Sentence(zh: "第二上级，不计数", en: "second line, not counted")
    static func since(_ day: String) -> Sentence { Sentence(zh: "\(day)起", en: "since \(day)") }
    static let top = Sentence(zh: "最上级单位", en: "the top unit")
    static let level = Sentence(zh: "层级", en: "Level")
    static let region = Sentence(zh: "行政区划", en: "Region code")
    static let english = Sentence(zh: "英文名称", en: "English name")
    static let below = Sentence(zh: "以下", en: "Below")
    static func belowCounts(direct: Int, all: Int) -> Sentence {
        Sentence(
            zh: "\(Figures.grouped(direct)) 个直接，\(Figures.grouped(all)) 个全部",
            en: "\(Figures.grouped(direct)) directly, \(Figures.grouped(all)) in all")
    }
    static let journal = Sentence(zh: "看日志", en: "See the journal")
    static func closed(on day: String) -> Sentence {
        Sentence(zh: "\(day)撤销", en: "Closed on \(day)")
    }
    static func merged(on day: String) -> Sentence {
        Sentence(zh: "\(day)并入", en: "Merged on \(day) into")
    }
    static let closedNote = Sentence(
        zh: "公文不再发给它，职务都到那天为止；以前的事都查得到。",
        en: "Notices no longer go to it and its posts ended that day; all that was done before can still be seen.")
    static let change = Sentence(zh: "改动", en: "Change")
    static func name(of change: UnitChangeModel.Change) -> Sentence {
        switch change {
        case .move: Sentence(zh: "换一个上级", en: "Move elsewhere")
        case .merge: Sentence(zh: "并入别的单位", en: "Merge into another")
        case .close: Sentence(zh: "撤销", en: "Close")
        case .secondLine: Sentence(zh: "设第二上级", en: "Set a second parent")
        case .endSecondLine: Sentence(zh: "取消第二上级", en: "End the second line")
        }
    }
}

/// Numbers as they are read: 18,240.
enum Figures {
    static func grouped(_ number: some BinaryInteger) -> String {
        var digits = String(number)
        var place = digits.count - 3
        while place > (number < 0 ? 1 : 0) {
            digits.insert(",", at: digits.index(digits.startIndex, offsetBy: place))
            place -= 3
        }
        return digits
    }
}
