import Tabular

/// Tells where one run of nwipe ends in a log and the next one begins.
struct NwipeRunEnd {
    /// Whether the run has said anything: its version is the first thing that it says.
    private var hasBegun = false
    /// Whether its last line, the throughput, was read.
    private var hasEnded = false

    /// Hears of the next line; true when it is the first of another run.
    mutating func isFollowed(by line: Substring) -> Bool {
        let text = line.trimmingWhiteSpace
        defer { if text.hasPrefix("[") || text.contains("|") { hasBegun = true } }
        guard text.hasPrefix("["), let close = text.firstIndex(of: "]") else { return false }
        let message = Self.bare(text[text.index(after: close)...].trimmingWhiteSpace)
        if message.hasPrefix("Total Throughput") {
            hasEnded = true
            return false
        }
        let isVersion = message.hasPrefix("nwipe ") && message.dropFirst(6).first?.isNumber == true
        let isWork = Self.works.contains { message.hasPrefix($0) }
        let isNext = (isVersion && hasBegun) || (isWork && hasEnded)
        if isNext { hasEnded = false }
        return isNext
    }

    /// How lines begin that stand only in front of, or during, the wiping itself.
    private static let works = [
        "Found /dev", "Opened entropy source", "Invoking method", "Starting round", "Starting pass",
        "Finished final round", "nwipe has been started",
    ]

    /// Without the name of the program and the weight that stand before a message.
    private static func bare(_ message: Substring) -> Substring {
        var rest = message
        if rest.hasPrefix("nwipe: ") { rest = rest.dropFirst(7).trimmingWhiteSpace }
        for weight in ["info:", "notice:", "warning:", "debug:", "error:", "fatal:", "sanity:"]
        where rest.hasPrefix(weight) {
            return rest.dropFirst(weight.count).trimmingWhiteSpace
        }
        return rest
    }
}
