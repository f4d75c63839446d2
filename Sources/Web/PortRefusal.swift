package import Federation
import Foundation
import NIOCore

/// Why a server cannot listen where it was told to.
package enum PortRefusal: Refusal, Hashable {
    case taken(Int)

    /// What the network says of a port; nil where something else went wrong.
    package init?(_ error: any Error, port: Int) {
        guard let error = error as? IOError, error.errnoCode == EADDRINUSE else { return nil }
        self = .taken(port)
    }

    package var code: String { "port.taken" }
    package var manner: RefusalManner { .unavailable }

    package var sentence: Sentence {
        switch self {
        case .taken(let port):
            Sentence(
                zh: "端口 \(port) 已经有别的程序在用。", en: "Port \(port) is taken by another program.")
        }
    }

    package var wayOn: Sentence? {
        switch self {
        case .taken(let port):
            Sentence(zh: "换一个：--port \(port + 1)", en: "Choose another: --port \(port + 1)")
        }
    }
}
