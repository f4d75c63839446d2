import Federation
package import Web

/// Addresses of receipts.
package enum ReceiptRoutes {
    package static let show = Route<ReceiptID>.get("/receipts/:id", .verb(.noticeRead))
    static let sign = Route<ReceiptID>.post("/receipts/:id/signatures", .verb(.receiptSign))
    /// What was saved, and what comes next.
    static let signed = Route<ReceiptID>.get("/receipts/:id/signatures", .verb(.noticeRead))
    static let convey = Route<ReceiptID>.post("/receipts/:id/conveyances", .verb(.receiptConvey))
    static let file = Route<ReceiptID>.post("/receipts/:id/filings", .verb(.receiptFile))
    /// Everything that the unit did with it.
    static let facts = Route<ReceiptID>.get("/receipts/:id/facts", .verb(.noticeRead))
    /// The recipients of a sending that have not signed, to write down that they were told (代签收).
    static let newRecord = Route<DispatchID>.get("/dispatches/:id/records", .verb(.receiptRecord))
    static let record = Route<DispatchID>.post("/dispatches/:id/records", .verb(.receiptRecord))

    package static func endpoints() -> [Endpoint] {
        [
            Endpoint(show, ReceiptHandlers.show),
            Endpoint(sign, ReceiptHandlers.sign),
            Endpoint(signed, ReceiptHandlers.signed),
            Endpoint(convey, ReceiptHandlers.convey),
            Endpoint(file, ReceiptHandlers.file),
            Endpoint(facts, ReceiptHandlers.facts),
            Endpoint(newRecord, ReceiptRecordHandlers.new),
            Endpoint(record, ReceiptRecordHandlers.create),
        ]
    }
}
