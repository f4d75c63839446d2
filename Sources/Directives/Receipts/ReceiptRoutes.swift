import Federation
package import Web

/// Addresses of receipts.
package enum ReceiptRoutes {
    package static let show = Route<ReceiptID>.get("/receipts/:id", .verb(.noticeRead))
    static let sign = Route<ReceiptID>.post("/receipts/:id/signatures", .verb(.receiptSign))
    /// What was saved, and what comes next.
    static let signed = Route<ReceiptID>.get("/receipts/:id/signatures", .verb(.noticeRead))

    package static func endpoints() -> [Endpoint] {
        [
            Endpoint(show, ReceiptHandlers.show),
            Endpoint(sign, ReceiptHandlers.sign),
            Endpoint(signed, ReceiptHandlers.signed),
        ]
    }
}
