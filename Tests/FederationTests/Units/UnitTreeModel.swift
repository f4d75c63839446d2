import Federation

/// The tree as plain parent pointers: what the database must always agree with.
struct UnitTreeModel {
    struct Node {
        var parent: UnitID?
        var second: UnitID?
        var isClosed = false
        /// The unit's own segment, known once it has been created.
        var segment: String
    }

    var nodes: [UnitID: Node] = [:]

    var working: [UnitID] { nodes.filter { !$0.value.isClosed }.map(\.key).sorted() }

    /// Parents up to the root, the root first.
    func ancestors(of id: UnitID) -> [UnitID] {
        var found: [UnitID] = []
        var next = nodes[id]?.parent
        while let above = next {
            found.insert(above, at: 0)
            next = nodes[above]?.parent
        }
        return found
    }

    func isBelow(_ id: UnitID, _ top: UnitID) -> Bool { ancestors(of: id).contains(top) }

    func path(of id: UnitID) -> TreePath {
        TreePath((ancestors(of: id) + [id]).compactMap { nodes[$0]?.segment }.joined())
    }

    func secondaryPath(of id: UnitID) -> TreePath? {
        guard let node = nodes[id], let second = node.second else { return nil }
        return path(of: second).appending(segment: node.segment)
    }

    func descendants(of id: UnitID) -> Set<UnitID> { Set(working.filter { isBelow($0, id) }) }

    func children(of id: UnitID) -> Set<UnitID> {
        Set(working.filter { nodes[$0]?.parent == id || nodes[$0]?.second == id })
    }

    /// No unit's second parent is the unit, its first parent, or below it.
    var isSound: Bool {
        nodes.allSatisfy { id, node in
            guard let second = node.second else { return true }
            return second != id && second != node.parent && !isBelow(second, id)
        }
    }

    // MARK: changes, each as the refusal that must come instead, or nil

    mutating func move(_ id: UnitID, under parent: UnitID) -> UnitRefusal? {
        guard let node = nodes[id], let above = nodes[parent] else { return .parentUnknown }
        if node.isClosed { return .closed }
        if id == parent { return .underItself }
        if node.parent == nil { return .rootStays }
        if above.isClosed { return .parentClosed }
        if node.parent == parent { return .alreadyThere }
        if isBelow(parent, id) { return .cycle }
        if node.second == parent { return .secondSameAsFirst }
        var changed = self
        changed.nodes[id]?.parent = parent
        guard changed.isSound else { return .secondLineCycle }
        self = changed
        return nil
    }

    mutating func setSecond(_ id: UnitID, to parent: UnitID) -> UnitRefusal? {
        guard let node = nodes[id], let above = nodes[parent] else { return .parentUnknown }
        if node.isClosed { return .closed }
        if id == parent { return .underItself }
        if above.isClosed { return .parentClosed }
        if isBelow(parent, id) { return .cycle }
        if node.parent == parent { return .secondSameAsFirst }
        if node.second == parent { return .alreadyThere }
        nodes[id]?.second = parent
        return nil
    }

    mutating func endSecond(_ id: UnitID) -> UnitRefusal? {
        guard let node = nodes[id], !node.isClosed else { return .closed }
        if node.second == nil { return .noSecondLine }
        nodes[id]?.second = nil
        return nil
    }

    mutating func close(_ id: UnitID) -> UnitRefusal? {
        guard let node = nodes[id], !node.isClosed else { return .closed }
        if node.parent == nil { return .rootStays }
        let children = children(of: id)
        if !children.isEmpty { return .hasChildren(children.count) }
        nodes[id]?.isClosed = true
        nodes[id]?.second = nil
        return nil
    }

    mutating func merge(_ id: UnitID, into other: UnitID) -> UnitRefusal? {
        if id == other { return .underItself }
        guard let node = nodes[id], let successor = nodes[other] else { return .parentUnknown }
        if node.isClosed { return .closed }
        if successor.isClosed { return .parentClosed }
        if node.parent == nil { return .rootStays }
        if isBelow(other, id) { return .cycle }
        var changed = self
        for (child, link) in nodes where child != id {
            if link.parent == id { changed.nodes[child]?.parent = other }
            if link.second == id { changed.nodes[child]?.second = other }
        }
        changed.nodes[id] = Node(parent: other, second: nil, isClosed: true, segment: node.segment)
        for (child, link) in changed.nodes where link.second == other {
            if child == other || link.parent == other { changed.nodes[child]?.second = nil }
        }
        guard changed.isSound else { return .secondLineCycle }
        self = changed
        return nil
    }
}
