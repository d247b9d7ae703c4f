public import Application
import Cluster
public import Domain
import Postgres
public import Store
import TestSupport

extension Town {
    /// A donation of a company of this organisation, received today; its number.
    public func donation(
        origin: DataOriginClass = .business,
        regime: OriginRegime = .private
    ) async throws -> Int64 {
        let isPublic = regime == .publicResale || regime == .publicNoResale
        let kind = isPublic ? "public_body" : "company"
        let db = try await database.connect(as: .main)
        let speaker = ana
        let key = secrets.signing
        let number = try await Self.insertDonation(db, speaker, key, kind, origin, regime)
        await db.close()
        return number
    }

    private static func insertDonation(
        _ db: isolated Connection,
        _ speaker: Speaker,
        _ key: SigningKey,
        _ kind: String,
        _ origin: DataOriginClass,
        _ regime: OriginRegime
    ) throws(PostgresError) -> Int64 {
        let prologue = speaker.prologue(key: key, now: 4_000_000_000)
        return try db.transaction(.readWrite, prologue: prologue) {
            (db) throws(PostgresError) -> Int64 in
            let donor: Int64 = try db.row(
                """
                INSERT INTO core.donor (org_id, kind, name) VALUES (\(speaker.organisation), \(kind), 'Minoterie SAS')
                RETURNING donor_id
                """
            ).decode("donor_id")
            return try db.row(
                """
                INSERT INTO core.donation (org_id, donor_id, donor_kind, origin_regime, origin_class, status, received_on)
                VALUES (\(speaker.organisation), \(donor), \(kind), \(regime.rawValue), \(origin.rawValue), 'received', current_date)
                RETURNING donation_id
                """
            ).decode("donation_id")
        }
    }

    /// Machines that arrived yesterday, so that a wipe of today ended after; in the order of their numbers.
    public func arrived(
        _ count: Int = 1,
        _ kind: DeviceType = .laptop,
        origin: DataOriginClass = .business
    ) async throws -> [DeviceReference] {
        let added = try await application.perform(
            AddDevices(donation: try await donation(origin: origin), kind: kind, count: count),
            as: ana
        )
        try await arrivedYesterday()
        return added.devices.map { DeviceReference($0) }
    }

    /// Moves the arrival of everything that is here to the day before.
    public func arrivedYesterday() async throws {
        let owner = try await database.connect(as: .owner)
        try await Self.moveArrivals(owner, ana.prologue(key: secrets.signing, now: 4_000_000_000))
        await owner.close()
    }

    private static func moveArrivals(
        _ db: isolated Connection,
        _ prologue: [Query]
    ) throws(PostgresError) {
        try db.transaction(.readWrite, prologue: prologue) { (db) throws(PostgresError) in
            _ = try db.execute("UPDATE core.stay SET opened_at = opened_at - interval '1 day'")
        }
    }

    /// Takes one step with one device, as Ana.
    @discardableResult
    public func step(
        _ device: DeviceReference,
        _ steps: String...,
        reason: String? = nil
    ) async throws -> String {
        var state = ""
        for step in steps {
            state = try await application.perform(
                TakeStep(device: device, step: step, reason: reason),
                as: ana
            ).to
        }
        return state
    }

    /// A machine with its drives counted, sent to wiping.
    public func atWiping(
        _ drives: CountedDrive...,
        origin: DataOriginClass = .business
    ) async throws -> DeviceReference {
        let device = try await arrived(origin: origin)[0]
        try await step(device, "triage")
        _ = try await application.perform(CountDrives(device: device, drives: drives), as: ana)
        try await step(device, "send_to_wipe")
        return device
    }

    /// A laptop whose only drive, `serial`, is wiped and whose tests all pass: ready to be graded.
    public func tested(_ serial: String = "S-1") async throws -> DeviceReference {
        let device = try await atWiping(CountedDrive(serial: serial, kind: .nvme))
        _ = try await application.perform(
            RecordWipe(device: device, method: .nvmeSanitize, result: .success),
            as: ana
        )
        try await step(device, "start_test")
        _ = try await application.perform(
            RecordTests(device: device, results: [], othersPass: true),
            as: ana
        )
        return device
    }

    /// A laptop of grade A on the shelf.
    public func shelved(_ serial: String = "S-1") async throws -> DeviceReference {
        let device = try await tested(serial)
        _ = try await application.perform(
            GradeDevice(device: device, cosmetic: .lightMarks, batteryPercent: 90),
            as: ana
        )
        _ = try await application.perform(ShelveDevice(device: device), as: ana)
        return device
    }

    /// What a command is refused with; nil when it is not refused.
    public func refusal<C: Command>(_ command: C, as speaker: Speaker? = nil) async -> Refusal? {
        do {
            _ = try await application.perform(command, as: speaker ?? ana)
            return nil
        } catch .refused(let refusal) {
            return refusal
        } catch {
            return nil
        }
    }
}
