extension ImportReference {
    /// Whether a serial number is none: a word for a missing one, or what a bridge gives to every drive.
    public func namesNoDrive(_ serial: String) -> Bool {
        var sieve = JunkSieve(self)
        // A single sign is no word for a missing number.
        return (serial.utf8.count > 1 && sieve.isJunk(serial, .serial))
            || sieve.isJunk(serial, .drive)
    }
}
