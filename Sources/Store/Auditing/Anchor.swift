/// The state of the chained record at one instant, as it leaves the machine: one line of JSON.
///
/// It covers the events up to `micros`, an instant before every event that was still being written when it was dropped. So
/// its root can be computed again, for ever, from the events alone: later ones do not disturb it, and an earlier one that
/// was changed, taken away or added does.
public struct Anchor: Codable, Hashable, Sendable {
    public let organisation: Int32
    /// Counted from 1, without a gap.
    public let nth: Int32
    /// When it was dropped, by the database's clock: RFC 3339, in UTC.
    public let at: String
    /// The instant up to which it covers events, in microseconds since 1970.
    public let micros: Int64
    public let chains: Int64
    public let events: Int64
    /// 64 hexadecimal digits.
    public let root: String
    /// The hash of the anchor before; empty for the first.
    public let previous: String
    /// 64 hexadecimal digits over all the others but `at` and `organisation`.
    public let hash: String

    public init(
        organisation: Int32,
        nth: Int32,
        at: String,
        micros: Int64,
        chains: Int64,
        events: Int64,
        root: String,
        previous: String,
        hash: String
    ) {
        self.organisation = organisation
        self.nth = nth
        self.at = at
        self.micros = micros
        self.chains = chains
        self.events = events
        self.root = root
        self.previous = previous
        self.hash = hash
    }
}

/// A row that must not exist, or a chain that is not what it was.
public struct Finding: Codable, Hashable, Sendable {
    /// The check that found it: the name of a file of `verify/` without its number, or `anchors`.
    public let check: String
    /// What is wrong, such as `device_is_not_clean`.
    public let fault: String
    /// On what, by kind and number; never personal text.
    public let object: String

    public init(check: String, fault: String, object: String) {
        self.check = check
        self.fault = fault
        self.object = object
    }
}
