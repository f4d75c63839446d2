package import Federation

/// When a signature is late: only where the sender has set a date.
package enum DispatchRules {
    /// - Parameters:
    ///   - signature: nil where the unit has not signed. One known only to the day is late when the whole day was.
    ///   - signBy: nil where the sender set no date; then nothing is ever late.
    package static func isLate(_ signature: Signature?, signBy: Moment?, now: Moment) -> Bool {
        guard let signBy else { return false }
        guard let signature else { return now > signBy }
        return (signature.isDayOnly ? Zone.midnight(before: signature.at) : signature.at) > signBy
    }
}
