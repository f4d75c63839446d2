import Directives
import Federation

/// Who says what a due is about, one source for each kind.
enum DueSources {
    static let all: [any DueSource.Type] = [
        ReceiptDues.self, HandlingDues.self, ChangeDues.self, AssignmentDues.self,
        OwnerDues.self, ReportDues.self,
    ]
}
