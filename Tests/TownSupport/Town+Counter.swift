public import Application
import Cluster
public import Domain
import Postgres
import Schema
import Store
import TestSupport

extension Town {
    /// A town in which the demonstration's rules are in force since long ago.
    public static func atTheCounter<R>(_ body: (Town) async throws -> R) async throws -> R {
        try await with { town in
            let day = Day(2020, 1, 1) ?? Day(number: 0)
            try await DemonstrationRules.publish(by: town.dan, from: day, with: town.application)
            return try await body(town)
        }
    }

    /// Devices of a kind on the shelf, without drives, as they came from this regime, or with this donation.
    public func onTheShelf(
        _ count: Int = 1,
        kind: DeviceType = .laptop,
        grade: String = "B",
        regime: OriginRegime = .private,
        from given: Int64? = nil
    ) async throws -> [DeviceReference] {
        let donation: Int64
        if let given { donation = given } else { donation = try await self.donation(of: regime) }
        let db = try await database.connect(as: .main)
        let numbers = try await db.speaking(as: self) {
            @Sendable (db: isolated Connection) throws(PostgresError) -> [Int64] in
            var numbers: [Int64] = []
            let rows = try db.rows(
                """
                SELECT core.add_devices(\(donation), \(kind.rawValue), \(Int32(count)), 'receive', 'Dell', 'Latitude', NULL) AS device_id
                """
            )
            for row in rows { numbers.append(try row.decode("device_id")) }
            try db.execute("SELECT core.take_steps(\(numbers), 'triage', NULL, true)")
            for number in numbers {
                try db.execute("SELECT core.count_drives(\(number), '[]')")
            }
            try db.execute("SELECT core.take_steps(\(numbers), 'start_test', NULL, true)")
            for number in numbers {
                try db.execute(
                    """
                    SELECT core.record_grade(\(number), \(grade), 'refurbished', 'TEST', '{}', '[]', '{}'), core.shelve(\(number))
                    """
                )
            }
            return numbers
        }
        await db.close()
        return numbers.map { DeviceReference(number: $0) }
    }

    private func donation(of regime: OriginRegime) async throws -> Int64 {
        guard regime == .publicResale || regime == .publicNoResale else {
            return try await receivedDonation()
        }
        let db = try await database.connect(as: .main)
        let number = try await db.speaking(as: self) {
            @Sendable (db: isolated Connection) throws(PostgresError) -> Int64 in
            let donor: Int64 = try db.row(
                """
                INSERT INTO core.donor (org_id, kind, name) VALUES (1, 'public_body', 'Mairie d''Issy') RETURNING donor_id
                """
            ).decode("donor_id")
            return try db.row(
                """
                INSERT INTO core.donation (org_id, donor_id, donor_kind, origin_regime, origin_class, status, received_on)
                VALUES (1, \(donor), 'public_body', \(regime.rawValue), 'public', 'received', '2026-10-05') RETURNING donation_id
                """
            ).decode("donation_id")
        }
        await db.close()
        return number
    }

    /// An application that bea entered.
    public func application(
        persons: Int = 1,
        children: Int = 0,
        adults: [EnterApplication.Adult] = [.zoe],
        kinds: [DeviceType] = [.laptop]
    ) async throws -> Int64 {
        let entering = EnterApplication(
            persons: persons,
            childrenInEducation: children,
            adults: adults,
            kinds: kinds
        )
        return try await application.perform(entering, as: bea).application
    }

    /// The decision on an application with the family funds' quotient, its certificate seen today.
    public func decision(
        on number: Int64,
        quotient: Int?
    ) async throws -> DecideApplication.Outcome {
        if let quotient {
            let proof = NoteProof(
                application: number,
                proof: .familyFundsCertificate,
                datedOn: try await today()
            )
            _ = try await application.perform(proof, as: bea)
            let evidence = SetEvidence(application: number, official: .init(quotient: quotient))
            _ = try await application.perform(evidence, as: bea)
        } else {
            _ = try await application.perform(SetEvidence(application: number), as: bea)
        }
        return try await application.perform(DecideApplication(application: number), as: bea)
    }

    /// The code of a voucher for a household with this quotient.
    public func voucher(
        quotient: Int = 640,
        persons: Int = 1,
        children: Int = 0,
        adults: [EnterApplication.Adult] = [.zoe],
        kinds: [DeviceType] = [.laptop]
    ) async throws -> VoucherReference {
        let number = try await application(
            persons: persons,
            children: children,
            adults: adults,
            kinds: kinds
        )
        let decided = try await decision(on: number, quotient: quotient)
        return VoucherReference(decided.voucher ?? "")
    }

    /// The day it is, by the database's clock and in the town.
    public func today() async throws -> Day {
        let db = try await database.connect(as: .main)
        let text: String = try await db.row(
            "SELECT (clock_timestamp() AT TIME ZONE 'Europe/Paris')::date::text AS today"
        ).decode("today")
        await db.close()
        return Day(text) ?? Day(number: 0)
    }

    /// The same town behind a pool of so many connections a side, for races.
    public func crowded(_ connections: Int) throws -> Application {
        let schema = try Self.schema()
        let limits = PoolLimits(connections: connections)
        return Application(
            main: Pool(ConnectionSettings(database.conninfo(for: .main)), limits: limits),
            social: Pool(ConnectionSettings(database.conninfo(for: .social)), limits: limits),
            everybody: Pool(ConnectionSettings(database.conninfo(for: .everybody)), limits: limits),
            map: try LifecycleMap(states: schema.states.text, steps: schema.steps.text),
            secrets: secrets,
            lists: application.lists
        )
    }
}

extension EnterApplication.Adult {
    public static let zoe = EnterApplication.Adult(
        familyName: "Dupré-Legrand",
        givenName: "Zoé",
        bornOn: Day(number: 7_000)
    )
    public static let max = EnterApplication.Adult(
        familyName: "Legrand",
        givenName: "Max",
        bornOn: Day(number: 6_500)
    )
}

extension Failure {
    /// The refusal, when it is one.
    public var refusal: Refusal? {
        guard case .refused(let refusal) = self else { return nil }
        return refusal
    }
}
