import HTTPTypes
package import Hummingbird

/// What every answer tells the browser it may not do. A handler that has set one of these keeps its own.
package struct SecurityHeaders<Context: RequestContext>: RouterMiddleware {
    private let fields: [HTTPField]

    /// - Parameter isBehindTLS: promises the browser that this host speaks TLS for a year; not to be taken back.
    package init(isBehindTLS: Bool) {
        let texts = securityFields + (isBehindTLS ? [("Strict-Transport-Security", "max-age=31536000")] : [])
        fields = texts.compactMap { name, value in HTTPField.Name(name).map { HTTPField(name: $0, value: value) } }
    }

    package func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        var response: Response
        do {
            response = try await next(request, context)
        } catch let error as any HTTPResponseError {
            // The router answers "not found" by throwing, and that page needs its headers too.
            response = try error.response(from: request, context: context)
        }
        for field in fields where response.headers[field.name] == nil { response.headers.append(field) }
        return response
    }
}

private let securityFields = [
    (
        "Content-Security-Policy",
        """
        default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; \
        form-action 'self'; frame-ancestors 'none'; base-uri 'none'
        """
    ),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "same-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ("Cache-Control", "no-store"),
]
