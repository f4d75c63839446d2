package import Federation

/// The federation that a demo installation shows: true regions and offices, invented workplaces and people.
///
/// Pure and always the same. The units go in by the same import as anybody's, so ``csv()`` is all that the demo needs of it.
package enum DemoFederation {
    /// 中华全国总工会
    package static let nationalCode = "100000"
    /// 河南省总工会
    package static let henanCode = "410000"
    /// 焦作市总工会
    package static let jiaozuoCode = "410800"
    /// 沁阳市总工会
    package static let qinyangCode = "410882"
    /// 玄字号纺织厂工会, directly under 沁阳市总工会
    package static let textileMillCode = "410882-009"

    /// All units, each parent before its children.
    package static let units: [UnitRow] = DemoUnitList.whole()

    /// The cast first, then a principal for every unit in which the cast has none, but for those that are not on Muster.
    package static let people: [DemoPerson] = cast + DemoPrincipals.all

    /// Names of the units in which nobody holds a post.
    package static let unitsNotOnMuster: Set<String> = DemoPrincipals.absent

    /// Those whom the sign-in page of a demo offers, in its order.
    package static let cast: [DemoPerson] = castGroups.flatMap(\.people)

    /// The cast under the headings of the sign-in page.
    package static let castGroups: [DemoCastGroup] = DemoCast.groups

    /// The units as the file that the unit import reads (RFC 4180 quoting, UTF-8, lines ended by a line feed).
    package static func csv() -> String { UnitCSV.text(of: units) }
}
