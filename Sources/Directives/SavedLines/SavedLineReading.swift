import Federation
import Storage
import Web

enum SavedLineReading {
    /// The lines this actor's unit keeps, for the addressees page of a notice.
    static func model(
        for notice: NoticeID, of unit: UnitID, _ actor: Actor, in db: any Transaction
    ) throws -> SavedLinesModel {
        var model = SavedLinesModel()
        guard try Access.allows(.lineSave, for: actor, at: unit, in: db) else { return model }
        model.savePath = SavedLineRoutes.save.path()
        model.notice = notice
        model.lines = try SavedLineStore.lines(of: unit, in: db).map { saved in
            SavedLinesModel.One(
                name: saved.name, line: saved.line,
                usePath: DispatchRoutes.new.path(notice, [("saved", "\(saved.id)")]),
                removePath: SavedLineRoutes.remove.path(saved.id), id: saved.id)
        }
        return model
    }
}
