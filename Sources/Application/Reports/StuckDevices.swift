public import Domain
public import Postgres
import Store

/// Machines on which nobody has worked for some days, the longest first, with what holds each up.
public struct StuckDevices: Question {
    public static let name = "stuck-devices"
    public static let summary = Phrase(
        fr: "les appareils qui n'avancent plus, et pourquoi",
        en: "devices that have stopped moving, and why"
    )
    public static let permission = Permission(roles: BenchReaders.roles)

    /// Fourteen when it is nil.
    public let days: Int?
    /// The number of the last machine of the page before.
    public let after: Int64?
    public let limit: Int?

    public init(days: Int? = nil, after: Int64? = nil, limit: Int? = nil) {
        self.days = days
        self.after = after
        self.limit = limit
    }

    public func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Page<WaitingDevice> {
        let days = Int64(max(0, min(days ?? 14, 36_500)))
        let before = Timestamp(seconds: circumstances.instant.seconds - days * 86_400 + 1)
        return try WaitingDevice.page(
            since: before,
            wipingOnly: false,
            after: after,
            limit,
            circumstances,
            in: db
        )
    }
}

/// Machines that are to be wiped, the longest waiting first.
public struct WipeQueue: Question {
    public static let name = "wipe-queue"
    public static let summary = Phrase(
        fr: "la file d'effacement, le plus ancien d'abord",
        en: "the queue for wiping, the oldest first"
    )
    public static let permission = Permission(roles: BenchReaders.roles)

    /// The number of the last machine of the page before.
    public let after: Int64?
    public let limit: Int?

    public init(after: Int64? = nil, limit: Int? = nil) {
        self.after = after
        self.limit = limit
    }

    public func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Page<WaitingDevice> {
        try WaitingDevice.page(
            since: .infinity,
            wipingOnly: true,
            after: after,
            limit,
            circumstances,
            in: db
        )
    }
}

/// A machine that waits, with what holds it up.
public struct WaitingDevice: Codable, Sendable, Hashable {
    public let device: String
    public let number: Int64
    public let kind: String
    public let maker: String?
    public let model: String?
    public let state: String
    public let since: String
    public let days: Int
    public let place: String?
    /// Drives that are neither proven clean nor removed.
    public let uncleared: [String]
    public let flags: [String]
    /// Words for machines: `drives_not_counted`, `drive_not_cleared`, `blocked_by_flag`, `in_doubt`; empty when nothing but
    /// a person is missing.
    public let reasons: [String]

    init(_ line: ReportStore.WaitingLine, at now: Int64) {
        device = DeviceReference(number: line.device).text
        number = line.device
        kind = line.kind
        maker = line.maker
        model = line.model
        state = line.state
        since = line.since.iso
        days = Int((now - line.since.seconds) / 86_400)
        place = line.place
        uncleared = line.uncleared
        flags = line.flags
        var reasons: [String] = []
        if line.driveCount == nil { reasons.append(Refusal.Code.drivesNotCounted.rawValue) }
        if !line.uncleared.isEmpty { reasons.append(Refusal.Code.driveNotCleared.rawValue) }
        if !line.flags.isEmpty { reasons.append(Refusal.Code.blockedByFlag.rawValue) }
        if line.isInDoubt { reasons.append("in_doubt") }
        self.reasons = reasons
    }

    static func page(
        since before: Timestamp,
        wipingOnly: Bool,
        after: Int64?,
        _ limit: Int?,
        _ circumstances: Circumstances,
        in db: isolated Connection
    ) throws(Failure) -> Page<WaitingDevice> {
        let limit = PageLimit.of(limit)
        let lines = try Failure.running { () throws(PostgresError) in
            try ReportStore.waiting(
                since: before,
                wipingOnly: wipingOnly,
                after: after,
                limit: limit,
                circumstances.speaker,
                in: db
            )
        }
        let now = circumstances.instant.seconds
        return Page(lines.map { WaitingDevice($0, at: now) }, limit: limit) { $0.number }
    }
}
