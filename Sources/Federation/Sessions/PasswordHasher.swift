import Crypto
import CryptoExtras
import Dispatch
import Foundation
import Synchronization

/// scrypt (N = 32768, r = 8, p = 1: about 95 ms and 32 MiB each) on a few threads of its own: on the cooperative pool a dozen
/// people who sign in together would hold up every other request.
package final class PasswordHasher: Sendable {
    /// What scrypt takes: the cost N is stored with each hash, so that it can be raised later.
    package static let cost = 32_768
    static let saltSize = 16
    static let hashSize = 32
    private static let blockSize = 8
    private static let parallelism = 1

    private enum Place { case running, waiting, none }

    private struct State {
        var running = 0
        var waiting: [@Sendable () -> Void] = []
    }

    private let cost: Int
    private let threads: Int
    private let waitingMax: Int
    private let random: @Sendable (Int) -> [UInt8]
    private let queue = DispatchQueue(label: "muster.passwords", attributes: .concurrent)
    private let state = Mutex(State())

    /// - Parameters:
    ///   - cost: a power of two; smaller only in tests.
    ///   - threads: how many hashes run at once.
    ///   - waitingMax: how many may wait; the next is refused, so that nobody waits for minutes.
    ///   - random: so many bytes that nobody can guess, for salts: a hash is made before its act begins.
    package init(
        cost: Int = PasswordHasher.cost, threads: Int = 2, waitingMax: Int = 64,
        random: @escaping @Sendable (Int) -> [UInt8] = InstallationSecret.systemBytes
    ) {
        precondition(cost > 1 && cost & (cost - 1) == 0, "scrypt's N is a power of two")
        precondition(threads > 0, "somebody must hash")
        self.cost = cost
        self.threads = threads
        self.waitingMax = waitingMax
        self.random = random
    }

    /// Hashes a new password under a salt of its own.
    /// - Throws: `SignInRefusal.busy` where too many wait.
    package func hash(_ password: Password) async throws -> PasswordHash {
        let (cost, salt) = (cost, random(Self.saltSize))
        let hash = try await onOwnThread { try Self.scrypt(password.bytes, salt: salt, cost: cost) }
        return PasswordHash(salt: salt, hash: hash, cost: cost)
    }

    /// Whether the password is the one that was hashed. It takes as long where there is none to compare with, so that time
    /// does not tell which logins exist.
    /// - Throws: `SignInRefusal.busy` where too many wait.
    package func verify(_ password: Password, against known: PasswordHash?) async throws -> Bool {
        let compared =
            known
            ?? PasswordHash(
                salt: Array(repeating: 0, count: Self.saltSize), hash: Array(repeating: 0, count: Self.hashSize),
                cost: cost)
        let hash = try await onOwnThread {
            try Self.scrypt(password.bytes, salt: compared.salt, cost: compared.cost)
        }
        return ConstantTime.equal(hash, compared.hash) && known != nil
    }

    private static func scrypt(_ password: [UInt8], salt: [UInt8], cost: Int) throws -> [UInt8] {
        try KDF.Scrypt.deriveKey(
            from: password, salt: salt, outputByteCount: hashSize, rounds: cost, blockSize: blockSize,
            parallelism: parallelism
        ).withUnsafeBytes { Array($0) }
    }

    private func onOwnThread<Result: Sendable>(_ body: @escaping @Sendable () throws -> Result) async throws -> Result {
        try await withCheckedThrowingContinuation { continuation in
            let job: @Sendable () -> Void = { continuation.resume(with: Swift.Result { try body() }) }
            let place = state.withLock { state -> Place in
                if state.running < threads {
                    state.running += 1
                    return .running
                }
                guard state.waiting.count < waitingMax else { return .none }
                state.waiting.append(job)
                return .waiting
            }
            switch place {
            case .running: start(job)
            case .waiting: break
            case .none: continuation.resume(throwing: SignInRefusal.busy)
            }
        }
    }

    /// Runs the job, and then those that wait, on one of the threads.
    private func start(_ job: @escaping @Sendable () -> Void) {
        queue.async { [self] in
            var next: (@Sendable () -> Void)? = job
            while let job = next {
                job()
                next = state.withLock { state in
                    if state.waiting.isEmpty {
                        state.running -= 1
                        return nil
                    }
                    return state.waiting.removeFirst()
                }
            }
        }
    }
}
