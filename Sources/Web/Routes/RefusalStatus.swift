package import Federation
import Storage

extension RefusalManner {
    /// The one place where a refusal becomes an HTTP status.
    package var status: Int {
        switch self {
        case .notFound: 404
        case .signIn: 401
        case .forbidden: 403
        case .conflict: 409
        case .invalid: 422
        case .tooLarge: 413
        case .slowDown: 429
        case .unavailable: 503
        }
    }
}

/// Refusals of the web's own: what is wrong with the request itself.
package enum WebRefusal: Refusal {
    case stalePage
    case databaseAway
    case badRequest

    package var code: String {
        switch self {
        case .stalePage: "page.stale"
        case .databaseAway: "database.away"
        case .badRequest: "request.unreadable"
        }
    }

    package var manner: RefusalManner {
        switch self {
        case .stalePage: .conflict
        case .databaseAway: .unavailable
        case .badRequest: .invalid
        }
    }

    package var sentence: Sentence {
        switch self {
        case .stalePage:
            Sentence(
                zh: "这一页打开以后，你退出过或换过账号，所以没有保存。",
                en: "Since this page was opened you signed out or changed accounts, so nothing was saved.")
        case .databaseAway:
            Sentence(zh: "数据库暂时连不上，什么也没有丢。", en: "The database cannot be reached just now. Nothing is lost.")
        case .badRequest: Sentence(zh: "送来的内容读不懂。", en: "What was sent could not be read.")
        }
    }

    package var wayOn: Sentence? {
        switch self {
        case .stalePage: Sentence(zh: "回到上一页，重新打开，再按一次。", en: "Go back, reload the page and press again.")
        case .databaseAway:
            Sentence(zh: "过一分钟，用浏览器的“后退”回到原页再按一次。", en: "Wait a minute, go back and press again.")
        case .badRequest: Sentence(zh: "回到上一页，重新填一次。", en: "Go back and fill it in once more.")
        }
    }
}

/// Turns what was thrown into a refusal to show; nil where it is a fault.
func refusal(_ error: any Error) -> (any Refusal)? {
    switch error {
    case let refusal as any Refusal: refusal
    case StorageError.unavailable, StorageError.busy: WebRefusal.databaseAway
    default: nil
    }
}
