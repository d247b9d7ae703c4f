/// How long to wait before a crashed server is started again.
///
/// Twice as long each time, from 0.2 s to 10 s; a server that was up for a minute begins anew.
struct BackOff: Sendable, Hashable {
    private var next = Duration.milliseconds(200)

    /// The pause after a server that was up for the given time.
    mutating func pause(afterUptime uptime: Duration) -> Duration {
        if uptime >= .seconds(60) { next = .milliseconds(200) }
        defer { next = min(next * 2, .seconds(10)) }
        return next
    }
}
