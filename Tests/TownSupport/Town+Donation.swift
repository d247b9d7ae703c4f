import Application
import Cluster
public import Postgres
import Store
import TestSupport

extension Town {
    /// A gift of a company that stands at the door, by its number.
    public func receivedDonation(class origin: String = "business") async throws -> Int64 {
        let db = try await database.connect(as: .main)
        let number = try await db.speaking(as: self) {
            @Sendable (db: isolated Connection) throws(PostgresError) -> Int64 in
            let donor: Int64 = try db.row(
                """
                INSERT INTO core.donor (org_id, kind, name, legal_form, siren, address)
                VALUES (1, 'company', 'Ateliers du Val', 'SAS', '552100554', '{"3 quai de Stalingrad","92100 Boulogne"}')
                ON CONFLICT (org_id, siren, kind) WHERE siren IS NOT NULL AND merged_into IS NULL
                DO UPDATE SET name = excluded.name RETURNING donor_id
                """
            ).decode("donor_id")
            return try db.row(
                """
                INSERT INTO core.donation (org_id, donor_id, donor_kind, origin_regime, origin_class, status, received_on)
                VALUES (1, \(donor), 'company', 'private', \(origin), 'received', '2026-10-05') RETURNING donation_id
                """
            ).decode("donation_id")
        }
        await db.close()
        return number
    }
}

extension Connection {
    /// A transaction that speaks as the town's first person, signed.
    public func speaking<R: Sendable>(
        as town: Town,
        _ body: @Sendable (isolated Connection) throws(PostgresError) -> R
    ) throws(PostgresError) -> R {
        let prologue = town.ana.prologue(key: town.secrets.signing, now: 4_000_000_000)
        return try transaction(.readWrite, prologue: prologue, body)
    }
}
