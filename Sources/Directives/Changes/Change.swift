package import Federation

/// What became of an issued notice afterwards (变动): a new fact by its issuer. The paper itself never changes.
package struct Change: Sendable, Hashable {
    package enum Kind: String, Sendable, CaseIterable {
        case withdrawn, replaced, corrected

        /// The paper no longer holds.
        package var isEnd: Bool { self != .corrected }
    }

    package var id: ChangeID
    package var notice: NoticeID
    package var kind: Kind
    package var reason: String
    /// What is right instead, of a correction.
    package var text: String?
    /// The notice that stands in its place.
    package var replacement: NoticeID?
    package var unit: UnitID
    package var person: PersonID
    package var post: PostID
    package var moment: Moment
}

package typealias ChangeID = ID<Change>

/// A change with the title of the notice it befell.
package struct ChangeOfNotice: Sendable, Hashable {
    package var change: Change
    package var title: String
}

/// A unit that was told of a change, and who noted it there.
package struct ChangeNote: Sendable, Hashable {
    package var unit: UnitID
    package var person: PersonID
    package var post: PostID
    package var moment: Moment
}
