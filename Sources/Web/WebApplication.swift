import Federation
package import Hummingbird
import HTTPTypes
import Logging
import Metrics
import NIOCore
import Storage

/// A request's context: where it comes from, for the throttle.
package struct MusterContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    let clientAddress: String

    package init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        clientAddress = source.channel.remoteAddress?.ipAddress ?? ""
    }
}

/// Registers endpoints and turns every request into a visit, every reply and refusal into a response.
package struct WebApplication: Sendable {
    private let host: WebHost
    private let endpoints: [Endpoint]

    package init(host: WebHost, endpoints: [Endpoint]) {
        self.host = host
        self.endpoints = endpoints
    }

    package func router() -> Router<MusterContext> {
        let router = Router(context: MusterContext.self, options: [.autoGenerateHeadEndpoints])
        router.add(middleware: SecurityHeaders(isBehindTLS: host.isBehindProxy))
        router.add(middleware: GzipMiddleware())
        router.add(middleware: Unmatched(application: self))
        for endpoint in endpoints {
            router.on(RouterPath(endpoint.pattern), method: endpoint.method) { request, context in
                await respond(to: request, context, by: endpoint)
            }
        }
        return router
    }

    /// An address that nothing is registered for gets the same page as a thing one may not see.
    private struct Unmatched: RouterMiddleware {
        let application: WebApplication

        func handle(
            _ request: Request, context: MusterContext,
            next: (Request, MusterContext) async throws -> Response
        ) async throws -> Response {
            do {
                return try await next(request, context)
            } catch let error as HTTPError where error.status == .notFound {
                return await application.respond(to: request, context, by: nil)
            }
        }
    }

    func respond(to request: Request, _ context: MusterContext, by endpoint: Endpoint?) async -> Response {
        let begun = ContinuousClock.now
        let (visit, holdsVerb, failure) = await understand(request, context, endpoint)
        var response: Response
        do {
            guard let endpoint else { throw failure ?? AccessRefusal.notFound }
            // What is shown to anyone is shown without knowing who asks: a page that says that the database is away needs
            // its stylesheet, and whoever watches the process its answer.
            if let failure, endpoint.method != .get || !endpoint.access.isForAnyone { throw failure }
            try admit(visit, endpoint, holdsVerb: holdsVerb)
            if endpoint.method == .get, let unit = visit.actor.unit {
                try await host.arrive(unit, host.federation)
            }
            let texts = endpoint.pattern.split(separator: "/").filter { $0.hasPrefix(":") }
                .map { context.parameters.get(String($0.dropFirst())) ?? "" }
            let reply = try await endpoint.run(visit, texts)
            response = ReplyWriter.response(reply, request: request, host: host)
        } catch {
            response = answer(error, to: visit, request, context)
        }
        if visit.isNewBrowser {
            response.headers[values: .setCookie].append(
                Cookies.set(
                    CookieName.browser, visit.browser.text, maxAgeSeconds: 86_400 * 365, isSecure: host.isBehindProxy))
        }
        note(response, of: endpoint, begun: begun, context)
        return response
    }

    /// Everything about the request that can be known before the handler: whether the visitor's post holds the endpoint's
    /// verb; and what was wrong with it, if anything was.
    private func understand(
        _ request: Request, _ context: MusterContext, _ endpoint: Endpoint?
    ) async -> (Visit, holdsVerb: Bool, (any Error)?) {
        let cookies = Cookies.parse(request.headers[.cookie] ?? "")
        let token = cookies[CookieName.session].flatMap { SessionToken($0) }
        var failure: (any Error)?
        var (signedIn, holdsVerb): (SignedIn?, Bool) = (nil, false)
        if let token {
            do {
                if let found = try await host.gate.signedIn(token, asking: endpoint?.access.verb) {
                    (signedIn, holdsVerb) = found
                }
            } catch {
                failure = error
            }
        }
        var (form, files) = (FormFields(), [UploadedFile]())
        // Nobody who will be turned away makes the server hold what they sent. While the database is away it is not known
        // who they are: then what came with a session's cookie is read, to be given back.
        let isHeard = signedIn != nil || failure != nil || endpoint?.access.isForAnyone == true
        if request.method == .post, let endpoint, isHeard {
            do {
                (form, files) = try await RequestBody.read(request, limits: endpoint.limits)
            } catch {
                failure = failure ?? error
            }
        }
        let query = (try? QueryString.decode(request.uri.query ?? "")) ?? FormFields()
        let known = cookies[CookieName.browser].flatMap { BrowserKey($0) }
        let language =
            signedIn?.language ?? cookies[CookieName.language].flatMap(Language.init(rawValue:))
            ?? Self.preferred(request.headers[.acceptLanguage])
        var source = SystemRandomNumberGenerator()
        let browser = known ?? BrowserKey(using: &source)
        let openToken = signedIn == nil ? nil : token
        let visit = Visit(
            host: host, path: request.uri.path, query: query, form: form, files: files, signedIn: signedIn,
            language: language, clientAddress: clientAddress(request, context), token: openToken, browser: browser,
            isNewBrowser: known == nil,
            csrf: openToken.map { CSRF.field(for: $0, using: &source) } ?? CSRF.field(for: browser, using: &source),
            moment: host.federation.clock.now(), origin: origin(request))
        return (visit, holdsVerb, failure)
    }

    private func origin(_ request: Request) -> String {
        let scheme = host.isBehindProxy ? "https" : "http"
        return "\(scheme)://\(request.head.authority ?? "localhost")"
    }

    private func clientAddress(_ request: Request, _ context: MusterContext) -> String {
        guard host.isBehindProxy, let name = HTTPField.Name("X-Forwarded-For"),
            let last = request.headers[name]?.split(separator: ",").last
        else { return context.clientAddress }
        return last.trimmed
    }

    /// Chinese first: English only where the browser asks for it before Chinese.
    private static func preferred(_ header: String?) -> Language {
        guard let header else { return .chinese }
        let tags = header.lowercased().split(separator: ",").map { $0.trimmed }
        let first = tags.first { $0.hasPrefix("zh") || $0.hasPrefix("en") }
        return first?.hasPrefix("en") == true ? .english : .chinese
    }

    /// Lets the visit in: the form is ours, and someone who may is signed in.
    private func admit(_ visit: Visit, _ endpoint: Endpoint, holdsVerb: Bool) throws {
        switch endpoint.access {
        case .anyone: break
        case .signedIn:
            guard visit.signedIn != nil else { throw AccessRefusal.signIn }
        case .verb(let verb):
            guard visit.signedIn != nil else { throw AccessRefusal.signIn }
            guard holdsVerb else {
                throw visit.actor.post == nil ? AccessRefusal.notFound : AccessRefusal.forbidden(verb)
            }
        }
        if endpoint.method == .post {
            let given = visit.form.first("csrf") ?? ""
            let isOurs = visit.token.map { CSRF.matches(given, $0) } ?? CSRF.matches(given, visit.browser)
            guard isOurs else { throw WebRefusal.stalePage }
        }
    }

    private func answer(_ error: any Error, to visit: Visit, _ request: Request, _ context: MusterContext) -> Response {
        if let refusal = refusal(error) {
            if refusal.manner == .signIn, request.method == .get {
                // Back to the page that was asked for, once signed in.
                return ReplyWriter.response(
                    .redirect(FrameRoutes.signIn.path([("next", visit.path)])), request: request, host: host)
            }
            context.logger.info("refused", metadata: ["code": .string(refusal.code)])
            let page = RefusalPages.refusal(
                refusal, in: visit.plainFrame(), isSignedIn: visit.signedIn != nil, kept: visit.kept(at: refusal))
            return ReplyWriter.response(.page(page, status: refusal.manner.status), request: request, host: host)
        }
        let number = "F-\(host.federation.minter.mint(ActNoun.self))"
        context.logger.error(
            "fault", metadata: ["number": .string(number), "error": .string(FaultWords.describe(error))])
        let page = RefusalPages.fault(number: number, in: visit.plainFrame(), isSignedIn: visit.signedIn != nil)
        return ReplyWriter.response(.page(page, status: 500), request: request, host: host)
    }

    /// One line and two figures per request: the pattern, never the address, so that nothing personal is kept.
    private func note(
        _ response: Response, of endpoint: Endpoint?, begun: ContinuousClock.Instant, _ context: MusterContext
    ) {
        let route = endpoint.map { "\($0.method.rawValue) \($0.pattern)" } ?? "none"
        let status = "\(response.status.code)"
        let took = ContinuousClock.now - begun
        Counter(label: "muster_http_requests_total", dimensions: [("route", route), ("status", status)]).increment()
        Metrics.Timer(label: "muster_http_request_seconds", dimensions: [("route", route)])
            .recordNanoseconds(took.components.attoseconds / 1_000_000_000 + took.components.seconds * 1_000_000_000)
        context.logger.debug("request", metadata: ["route": .string(route), "status": .string(status)])
    }
}

package enum CookieName {
    package static let session = "muster_session"
    package static let language = "muster_language"
    static let browser = "muster_browser"
}

/// What a fault may say in a log: kinds and codes, never values a person gave.
enum FaultWords {
    static func describe(_ error: any Error) -> String {
        switch error {
        case StorageError.other(let code, let message): "storage \(code) \(message.prefix(200))"
        case let error as StorageError: "storage \(error)"
        default: "\(type(of: error))"
        }
    }
}
