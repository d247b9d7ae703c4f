import Domain
import Postgres
public import Store

/// How far the history of a device had come when somebody read it: what a conditional command relies on.
public struct DeviceVersion: Hashable, Sendable {
    let device: Int64
    /// The number of its last event.
    let event: Int32

    init(device: Int64, event: Int32) {
        (self.device, self.event) = (device, event)
    }

    /// Reads what `text` wrote; nil for anything else.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == "device", let device = Int64(parts[1]),
            let event = Int32(parts[2])
        else { return nil }
        self.init(device: device, event: event)
    }

    /// Such as `device-12-7`.
    public var text: String { "device-\(device)-\(event)" }

    /// Holds the device's history where it was read, or refuses; then nobody moves it before this transaction ends.
    ///
    /// - Throws: `subject_changed`, also for a command about another device or about none.
    func require(
        for command: some Command,
        in db: isolated Connection,
        _ speaker: Speaker
    ) throws(Failure) {
        let subject = try command.subject?.resolve(in: db, speaker)
        guard subject == device else {
            throw .refused(Refusal(.subjectChanged, ["subject": .text(text)]))
        }
        try Failure.running { () throws(PostgresError) in
            try EventStore.require(event, of: device, in: db)
        }
    }
}

extension Application {
    /// How far the history of a device has come; nil for one that is not known.
    ///
    /// Ask before reading what is shown with it: then a change between the two is never overlooked.
    public func version(
        ofDevice text: String,
        as speaker: Speaker
    ) async throws(Failure) -> DeviceVersion? {
        let prologue = speaker.prologue(key: nil, now: 0)
        return try await lease(.main) { (db) throws(Failure) -> DeviceVersion? in
            try db.transaction(.snapshot, prologue: prologue) {
                (db) throws(Failure) -> DeviceVersion? in
                guard let device = try? DeviceReference(text).resolve(in: db, speaker) else {
                    return nil
                }
                let event = try Failure.running { () throws(PostgresError) in
                    try EventStore.last(of: device, speaker, in: db)
                }
                return event.map { DeviceVersion(device: device, event: $0) }
            }
        }
    }
}
