package import Federation

/// Places by where they lie to each other: a grid of tiles, not a map. Column and row count from 1.
package struct TileGrid: Sendable, Hashable {
    package struct Place: Sendable, Hashable {
        /// As it stands on the tile.
        package var name: String
        /// With what the name of its federation begins.
        package var region: String
        package var column: Int
        package var row: Int
    }

    package var places: [Place]

    package var columns: Int { places.map(\.column).max() ?? 0 }
    package var rows: Int { places.map(\.row).max() ?? 0 }

    /// The grid on which the units directly below one are drawn; nil where we know none.
    package static func below(_ unit: Unit) -> TileGrid? {
        switch unit.level {
        case .national: china
        case .province where unit.name.hasPrefix("河南"): henan
        default: nil
        }
    }

    /// The place of a unit: its name begins with the region.
    package func place(of unit: Unit) -> Place? {
        guard unit.kind == .federation else { return nil }
        return places.filter { unit.name.hasPrefix($0.region) }.max { $0.region.count < $1.region.count }
    }

    private init(_ rows: [(name: String, region: String, column: Int, row: Int)]) {
        places = rows.map { Place(name: $0.name, region: $0.region, column: $0.column, row: $0.row) }
    }

    package static let china = TileGrid(
        [
            ("黑", "黑龙江", 7, 0), ("蒙", "内蒙古", 4, 1), ("京", "北京", 5, 1), ("吉", "吉林", 7, 1),
            ("兵团", "新疆生产建设兵团", 0, 2), ("新", "新疆", 1, 2), ("甘", "甘肃", 2, 2), ("宁", "宁夏", 3, 2),
            ("晋", "山西", 4, 2), ("冀", "河北", 5, 2), ("津", "天津", 6, 2), ("辽", "辽宁", 7, 2), ("藏", "西藏", 1, 3),
            ("青", "青海", 2, 3), ("陕", "陕西", 3, 3), ("豫", "河南", 4, 3), ("鲁", "山东", 5, 3), ("川", "四川", 2, 4),
            ("渝", "重庆", 3, 4), ("鄂", "湖北", 4, 4), ("皖", "安徽", 5, 4), ("苏", "江苏", 6, 4), ("沪", "上海", 7, 4),
            ("云", "云南", 2, 5), ("黔", "贵州", 3, 5), ("湘", "湖南", 4, 5), ("赣", "江西", 5, 5), ("浙", "浙江", 6, 5),
            ("桂", "广西", 4, 6), ("粤", "广东", 5, 6), ("闽", "福建", 6, 6), ("台", "台湾", 7, 6), ("琼", "海南", 4, 7),
            ("澳", "澳门", 5, 7), ("港", "香港", 6, 7),
        ].map { ($0.0, $0.1, $0.2 + 1, $0.3 + 1) })

    package static let henan = TileGrid([
        ("安阳", "安阳", 4, 1), ("鹤壁", "鹤壁", 4, 2), ("濮阳", "濮阳", 5, 2), ("济源", "济源", 2, 3),
        ("焦作", "焦作", 3, 3), ("新乡", "新乡", 4, 3), ("三门峡", "三门峡", 1, 4), ("洛阳", "洛阳", 2, 4),
        ("郑州", "郑州", 3, 4), ("开封", "开封", 4, 4), ("商丘", "商丘", 5, 4), ("平顶山", "平顶山", 2, 5),
        ("许昌", "许昌", 3, 5), ("漯河", "漯河", 4, 5), ("周口", "周口", 5, 5), ("南阳", "南阳", 2, 6),
        ("驻马店", "驻马店", 3, 6), ("信阳", "信阳", 3, 7),
    ])
}
