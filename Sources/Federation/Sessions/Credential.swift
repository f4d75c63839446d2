/// What is kept of a password: never the password.
package struct PasswordHash: Sendable, Hashable {
    /// 16 bytes of the person's own.
    package var salt: [UInt8]
    /// 32 bytes.
    package var hash: [UInt8]
    /// scrypt's N when it was made.
    package var cost: Int

    package init(salt: [UInt8], hash: [UInt8], cost: Int) {
        self.salt = salt
        self.hash = hash
        self.cost = cost
    }
}

/// A person and the hash they sign in by.
package struct Credential: Sendable, Hashable {
    package var person: PersonID
    package var hash: PasswordHash

    package init(person: PersonID, hash: PasswordHash) {
        self.person = person
        self.hash = hash
    }
}
