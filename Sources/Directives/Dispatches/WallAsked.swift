import Web

/// Which wall was asked for.
struct WallAsked: Sendable, Hashable {
    var view: WallModel.View
    var depth: WallModel.Depth

    init(view: WallModel.View, depth: WallModel.Depth) {
        self.view = view
        self.depth = depth
    }

    init(_ query: FormFields) {
        depth = query.first("depth") == "all" ? .all : .own
        view =
            switch query.first("view") {
            case "table" where depth == .own: .table
            case "states" where depth == .own: .states
            default: .squares
            }
    }

    var query: [(String, String)] {
        let view: [(String, String)] =
            switch view {
            case .squares: []
            case .states: [("view", "states")]
            case .table: [("view", "table")]
            }
        return depth == .all ? [("depth", "all")] : view
    }
}
