package import Federation

/// An official document or telegram (公文), whole, as printed. Its text never changes; corrections lie over it.
@dynamicMemberLookup
package struct Notice: Sendable, Hashable {
    package var head: NoticeHead
    package var text: String
    package var reading: ReadNotice

    package subscript<Member>(dynamicMember member: KeyPath<NoticeHead, Member>) -> Member { head[keyPath: member] }
}

/// A notice as it stands in a list or over a page, without its paper: reading one of these costs nothing by its length.
package struct NoticeHead: Sendable, Hashable {
    package var id: NoticeID
    /// What it was first known by (`NoticeIdentity`): the same paper that arrives twice is one notice.
    package var identity: String
    package var issuerName: String
    /// The issuing unit, where it is one of this federation's.
    package var issuer: UnitID?
    package var number: String?
    package var title: String
    package var kind: String?
    /// The grade printed on this very paper.
    package var grade: Grade?
    /// The highest grade of this paper and of those it carries: what sorts an inbox. Never shown as the paper's own.
    package var urgency: Urgency
    package var medium: ReadMedium
    /// ISO day printed under the signature.
    package var datedOn: String?
    package var registeredBy: UnitID
    package var registeredAt: Moment
    /// How many notices it carries itself.
    package var carries: Int
}

package typealias NoticeID = ID<Notice>

/// 紧急程度: documents are 特急 or 加急; telegrams 特提, 特急, 加急 or 平急.
package enum Grade: String, Sendable, CaseIterable, Codable {
    case extreme = "特提"
    case urgent = "特急"
    case pressing = "加急"
    case mild = "平急"

    package var urgency: Urgency {
        switch self {
        case .extreme: Urgency(4)
        case .urgent: Urgency(3)
        case .pressing: Urgency(2)
        case .mild: Urgency(1)
        }
    }

    /// The last part of the class that draws it.
    package var mark: String {
        switch self {
        case .extreme: "tt"
        case .urgent: "t"
        case .pressing: "j"
        case .mild: "p"
        }
    }
}

/// How urgent, for sorting: 0 none … 4 特提.
package struct Urgency: Sendable, Hashable, Comparable {
    package let rank: Int

    package init(_ rank: Int) { self.rank = min(max(rank, 0), 4) }

    package static let none = Urgency(0)
    package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    package var grade: Grade? { Grade.allCases.first { $0.urgency == self } }
}

extension ReadNotice {
    /// The highest grade of this notice and of all it carries.
    package var urgency: Urgency {
        let own = grade.flatMap(Grade.init(rawValue:))?.urgency ?? .none
        return forwarded.map(\.notice.urgency).reduce(own, max)
    }

    /// The scalars from the first to the last of this notice and all it carries.
    package var extent: ReadRange? {
        let all = range + forwarded.compactMap(\.notice.extent)
        guard let start = all.map(\.start).min(), let end = all.map(\.end).max() else { return nil }
        return ReadRange(start, end)
    }
}
