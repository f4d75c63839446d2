import Storage

/// Checks the rows of an import against each other and against the units there are. Writes nothing.
struct UnitImportCheck {
    /// Where a row hangs.
    enum Parent {
        case row(Int)
        case unit(Known)
    }

    /// A unit there is.
    struct Known {
        var id: UnitID
        var code: String
        var kind: UnitKind
        var path: TreePath
        var isClosed: Bool
    }

    let rows: [UnitRow]
    /// The unit below which all rows are to hang; nil where they may hang anywhere.
    let top: Known?
    private(set) var problems: UnitImportProblems
    /// By row; nil for the root and where it could not be found.
    private(set) var parents: [Parent?]
    private(set) var seconds: [Parent?]
    /// Rows in an order in which parents come first; without those in a circle or below one.
    private(set) var order: [Int] = []

    private let known: [String: Known]
    private let spoiledLines: [String: Int]
    /// The row that has a code first.
    private var rowByCode: [String: Int] = [:]
    private let isEmpty: Bool
    private var isTooDeep = false

    /// - Parameter top: the unit below which all rows are to hang; nil where they may hang anywhere.
    init(_ sheet: UnitImportSheet, under top: UnitID?, in db: any Transaction) throws {
        rows = sheet.rows
        problems = sheet.problems
        spoiledLines = sheet.spoiledLines
        parents = Array(repeating: nil, count: rows.count)
        seconds = parents
        isEmpty = try UnitStore.root(in: db) == nil
        if let top, !isEmpty {
            let unit = try UnitTree.requireParent(top, in: db)
            self.top = Known(id: unit.id, code: unit.code, kind: unit.kind, path: unit.path, isClosed: false)
        } else {
            self.top = nil
        }
        known = try Self.known(rows, in: db)
        rowByCode.reserveCapacity(rows.count)
        for (place, row) in rows.enumerated() where rowByCode[row.code] == nil { rowByCode[row.code] = place }
        checkFields()
        checkCodes()
        findParents()
        findSeconds()
        findOrder()
        checkSecondsBelow()
    }

    private static func known(_ rows: [UnitRow], in db: any Transaction) throws -> [String: Known] {
        var codes: Set<String> = []
        for row in rows {
            codes.insert(row.code)
            if let parent = row.parentCode { codes.insert(parent) }
            if let second = row.secondParentCode { codes.insert(second) }
        }
        // PostgreSQL takes no NUL in a text; a code that holds one is refused as a field and is nobody's.
        let sorted = codes.filter { !$0.utf8.contains(0) }.sorted()
        var known: [String: Known] = [:]
        for some in sorted.boundLists {
            for row in try db.query("select id, code, kind, path, closed_on from unit where code \(in: some)") {
                let (code, closedOn): (String, String?) = (try row["code"], try row["closed_on"])
                known[code] = Known(
                    id: try row["id"], code: code, kind: try row["kind"], path: try row["path"],
                    isClosed: closedOn != nil)
            }
        }
        return known
    }

    // MARK: single rows

    private mutating func checkFields() {
        for row in rows {
            if let fault = UnitRules.fault(code: row.code) { problems.add(row.line, .code, fault.sentence(of: .code)) }
            let naming = UnitNaming(
                row.name, shortNames: row.shortNames, nameEnglish: row.nameEnglish, regionCode: row.regionCode)
            for (field, fault) in naming.faults { problems.add(row.line, field, fault.sentence(of: field)) }
        }
    }

    private mutating func checkCodes() {
        for (place, row) in rows.enumerated() where !row.code.isEmpty {
            let others = [rowByCode[row.code].map { rows[$0].line }, spoiledLines[row.code]].compactMap { $0 }
            if rowByCode[row.code] != place || others.contains(where: { $0 < row.line }) {
                problems.add(row.line, .code, UnitImportWords.codeTwice(firstLine: others.min() ?? row.line))
            } else if known[row.code] != nil {
                problems.add(row.line, .code, UnitRefusal.codeTaken(row.code).sentence)
            }
        }
    }

    // MARK: parents

    private mutating func findParents() {
        var rootLine: Int?
        for (place, row) in rows.enumerated() {
            if let code = row.parentCode {
                parents[place] = find(code, .parent, for: row)
                if case .unit(let unit) = parents[place], let top, !top.path.contains(unit.path) {
                    problems.add(row.line, .parent, UnitImportWords.outsideReach(code))
                }
            } else if let top {
                parents[place] = .unit(top)
            } else if !isEmpty {
                problems.add(row.line, .parent, UnitImportWords.parentMissing)
            } else if let rootLine {
                problems.add(row.line, .parent, UnitImportWords.secondRoot(firstLine: rootLine))
            } else {
                rootLine = row.line
            }
        }
    }

    private mutating func findSeconds() {
        for (place, row) in rows.enumerated() {
            guard let code = row.secondParentCode else { continue }
            if code == row.parentCode || row.parentCode == nil && code == top?.code {
                problems.add(row.line, .secondParent, UnitRefusal.secondSameAsFirst.sentence)
            } else {
                seconds[place] = find(code, .secondParent, for: row)
            }
        }
    }

    /// The unit that a code names: the file's own row before a unit there is.
    private mutating func find(_ code: String, _ field: UnitField, for row: UnitRow) -> Parent? {
        if code == row.code {
            problems.add(row.line, field, UnitRefusal.underItself.sentence)
        } else if let place = rowByCode[code] {
            return .row(place)
        } else if let unit = known[code] {
            if unit.isClosed { problems.add(row.line, field, UnitRefusal.parentClosed.sentence) }
            return .unit(unit)
        } else if spoiledLines[code] == nil {
            problems.add(row.line, field, UnitImportWords.unknownUnit(String(code.prefix(UnitRules.codeScalarsMax))))
        }
        return nil
    }

    // MARK: the shape

    /// Level by level from the rows that hang on nothing in the file. What is not reached hangs on a circle.
    private mutating func findOrder() {
        var children: [[Int]] = Array(repeating: [], count: rows.count)
        var depths = Array(repeating: 1, count: rows.count)
        order.reserveCapacity(rows.count)
        for place in rows.indices {
            switch parents[place] {
            case .row(let above): children[above].append(place)
            case .unit(let unit):
                depths[place] = unit.path.depth + 1
                order.append(place)
            case nil: order.append(place)
            }
        }
        var next = 0
        while next < order.count {
            let place = order[next]
            next += 1
            // Only where it is exceeded first: all that hangs below would say the same.
            if depths[place] == UnitRules.depthMax + 1 {
                problems.add(rows[place].line, .parent, UnitRefusal.tooDeep.sentence)
                isTooDeep = true
            }
            for child in children[place] { depths[child] = depths[place] + 1 }
            order += children[place]
        }
        if order.count < rows.count { findCircles() }
    }

    private mutating func findCircles() {
        var walked = Array(repeating: -1, count: rows.count)
        for place in order { walked[place] = rows.count }
        for start in rows.indices where walked[start] == -1 {
            var way: [Int] = []
            var place = start
            while walked[place] == -1 {
                walked[place] = start
                way.append(place)
                guard case .row(let above) = parents[place] else { break }
                place = above
            }
            // Walked before from elsewhere: that circle has been told already.
            guard walked[place] == start, let begin = way.firstIndex(of: place) else { continue }
            addCircle(Array(way[begin...]))
        }
    }

    /// Tells a circle on each of its rows, as it is met from there: any of them may be the one to mend.
    private mutating func addCircle(_ places: [Int]) {
        let codes = places.map { rows[$0].code }
        for (turn, place) in places.enumerated() {
            problems.add(rows[place].line, .parent, UnitImportWords.circle(codes, from: turn))
        }
    }

    /// A second parent stands outside the branch of its unit; only rows can stand below a row.
    private mutating func checkSecondsBelow() {
        // On a circle, and on a chain without end, the walk upwards would not end, or not soon.
        guard order.count == rows.count, !isTooDeep else { return }
        for (place, second) in seconds.enumerated() {
            guard case .row(var above) = second else { continue }
            while case .row(let next) = parents[above], above != place { above = next }
            if above == place {
                problems.add(rows[place].line, .secondParent, UnitRefusal.cycle.sentence)
            }
        }
    }
}
