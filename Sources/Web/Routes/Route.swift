package import Federation
package import HTTPTypes

/// What a part of an address stands for.
package protocol RouteParameter: Sendable {
    /// One text per `:place` of the pattern, in order.
    var pathTexts: [String] { get }
    init?(pathTexts: [String])
}

package struct NoParameter: RouteParameter {
    package init() {}
    package init?(pathTexts: [String]) {}
    package var pathTexts: [String] { [] }
}

extension ID: RouteParameter {
    package init?(pathTexts: [String]) {
        guard let text = pathTexts.first, let id = ID(text) else { return nil }
        self = id
    }
    package var pathTexts: [String] { [description] }
}

extension String: RouteParameter {
    package init?(pathTexts: [String]) {
        guard let text = pathTexts.first else { return nil }
        self = text
    }
    package var pathTexts: [String] { [self] }
}

/// Two places in one address.
package struct Pair<First: RouteParameter, Second: RouteParameter>: RouteParameter {
    package let first: First
    package let second: Second

    package init(_ first: First, _ second: Second) {
        self.first = first
        self.second = second
    }

    package init?(pathTexts: [String]) {
        guard pathTexts.count == 2, let first = First(pathTexts: [pathTexts[0]]),
            let second = Second(pathTexts: [pathTexts[1]])
        else { return nil }
        self.init(first, second)
    }

    package var pathTexts: [String] { first.pathTexts + second.pathTexts }
}

/// Who may come in by a route.
package enum RouteAccess: Sendable {
    /// Signed in, and holding this verb somewhere; how far it reaches is decided where the thing is known.
    case verb(Verb)
    /// Anyone who is signed in, for themselves.
    case signedIn(because: StaticString)
    /// Anyone at all.
    case anyone(because: StaticString)

    package var isForAnyone: Bool {
        if case .anyone = self { true } else { false }
    }

    /// The verb that must be held; nil where none is asked for.
    package var verb: Verb? {
        if case .verb(let verb) = self { verb } else { nil }
    }
}

/// An address as a value: the same one registers the handler and prints the link.
package struct Route<Parameter: RouteParameter>: Sendable {
    package let method: HTTPRequest.Method
    /// English plural nouns and opaque ids: `/receipts/:id/signatures`. A state change posts to a noun.
    package let pattern: String
    package let access: RouteAccess

    package static func get(_ pattern: String, _ access: RouteAccess) -> Route {
        Route(method: .get, pattern: pattern, access: access)
    }

    package static func post(_ pattern: String, _ access: RouteAccess) -> Route {
        Route(method: .post, pattern: pattern, access: access)
    }

    package func path(_ parameter: Parameter, _ query: [(String, String)] = []) -> String {
        var texts = parameter.pathTexts[...]
        let path = pattern.split(separator: "/").map { part in
            part.hasPrefix(":") ? texts.popFirst() ?? "" : String(part)
        }
        let items = query.map { "\($0.0)=\(QueryString.encoded($0.1))" }.joined(separator: "&")
        return "/" + path.joined(separator: "/") + (items.isEmpty ? "" : "?" + items)
    }

    var places: [String] {
        pattern.split(separator: "/").filter { $0.hasPrefix(":") }.map { String($0.dropFirst()) }
    }
}

extension Route where Parameter == NoParameter {
    package func path(_ query: [(String, String)] = []) -> String { path(NoParameter(), query) }
}

/// A route with its handler, as the application registers it.
package struct Endpoint: Sendable {
    package let method: HTTPRequest.Method
    package let pattern: String
    package let access: RouteAccess
    package let limits: UploadLimits
    let run: @Sendable (Visit, [String]) async throws -> Reply

    package init<Parameter: RouteParameter>(
        _ route: Route<Parameter>, limits: UploadLimits = .form,
        _ handler: @escaping @Sendable (Visit, Parameter) async throws -> Reply
    ) {
        method = route.method
        pattern = route.pattern
        access = route.access
        self.limits = limits
        run = { visit, texts in
            // An id that is none is the same "not found" as one that is somebody else's.
            guard let parameter = Parameter(pathTexts: texts) else { throw AccessRefusal.notFound }
            return try await handler(visit, parameter)
        }
    }

    package init(
        _ route: Route<NoParameter>, limits: UploadLimits = .form,
        _ handler: @escaping @Sendable (Visit) async throws -> Reply
    ) {
        self.init(route, limits: limits) { visit, _ in try await handler(visit) }
    }
}

/// How much a route takes in.
package struct UploadLimits: Sendable {
    /// Bytes of a whole form without files.
    package let textBytesMax: Int
    /// Bytes of each file; 0 where the route takes none.
    package let fileBytesMax: Int
    /// Bytes of the whole form, files and all.
    package let totalBytesMax: Int

    package init(textBytesMax: Int, fileBytesMax: Int, totalBytesMax: Int = 96 << 20) {
        self.textBytesMax = textBytesMax
        self.fileBytesMax = fileBytesMax
        self.totalBytesMax = totalBytesMax
    }

    package static let form = UploadLimits(textBytesMax: 1 << 20, fileBytesMax: 0)
}
