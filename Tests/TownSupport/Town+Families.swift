public import Application
import Cluster
public import Domain
public import Postgres
import Store
import TestSupport

extension Town {
    /// Runs statements as the superuser, who alone can make time pass; no key of another table is asked.
    public func makeTimePass(_ sql: String) async throws {
        let db = try await database.connect(as: .superuser)
        try await db.script("SET session_replication_role = replica; \(sql)")
        await db.close()
    }

    /// The first column of every row that the superuser sees.
    public func column(_ sql: String) async throws -> [String] {
        let db = try await database.connect(as: .superuser)
        defer { Task { await db.close() } }
        return try await db.column(sql)
    }

    /// What the recount of the quota finds wrong.
    public func quotaFaults() async throws -> [String] {
        let db = try await database.connect(as: .main)
        let faults = try await db.speaking(as: self) {
            @Sendable (db: isolated Connection) throws(PostgresError) -> [String] in
            try db.column("SELECT fault FROM audit.quota_faults()")
        }
        await db.close()
        return faults
    }

    /// The household of an application.
    public func household(of number: Int64) async throws -> Int64 {
        try await application.ask(ShowApplication(application: number), as: bea).household
    }

    /// Where an application stands.
    public func status(of number: Int64) async throws -> ApplicationStatus {
        try await application.ask(ShowApplication(application: number), as: bea).status
    }

    /// An application that was refused because of its quotient.
    public func refused(adults: [EnterApplication.Adult] = [.zoe]) async throws -> Int64 {
        let number = try await application(adults: adults)
        _ = try await decision(on: number, quotient: 1_300)
        return number
    }

    /// An application that was approved, and its voucher.
    public func approved(
        quotient: Int = 640,
        persons: Int = 1,
        children: Int = 0,
        adults: [EnterApplication.Adult] = [.zoe],
        kinds: [DeviceType] = [.laptop]
    ) async throws -> (application: Int64, voucher: VoucherReference) {
        let number = try await application(
            persons: persons,
            children: children,
            adults: adults,
            kinds: kinds
        )
        let decided = try await decision(on: number, quotient: quotient)
        return (number, VoucherReference(decided.voucher ?? ""))
    }

    /// Two years and more after the last contact with everyone, with every voucher long over.
    public func letThreeYearsPass() async throws {
        try await makeTimePass(
            """
            UPDATE social.household SET last_contact_on = last_contact_on - 1100;
            UPDATE core.sale SET voucher_term = tstzrange(lower(voucher_term) - interval '1100 days', upper(voucher_term) - interval '1100 days'),
                sold_at = sold_at - interval '1100 days', delivered_on = delivered_on - 1100, warranty_until = warranty_until - 1100,
                presumption_until = presumption_until - 1100;
            UPDATE core.voucher_term SET during = tstzrange(lower(during) - interval '1100 days', upper(during) - interval '1100 days');
            UPDATE social.quota_slot SET during = tstzrange(lower(during) - interval '1100 days', upper(during) - interval '1100 days');
            UPDATE social.adult SET during = tstzrange(lower(during) - interval '1100 days', upper(during));
            UPDATE social.decision SET decided_on = decided_on - 1100;
            UPDATE social.appeal SET decided_on = decided_on - 1100, lodged_on = lodged_on - 1100;
            UPDATE social.access_log SET at = at - interval '1100 days';
            UPDATE social.kept_answer SET at = at - interval '1100 days'
            """
        )
    }
}

extension Connection {
    /// The first column of each row.
    public func column(_ sql: String) throws(PostgresError) -> [String] {
        var texts: [String] = []
        for row in try script(sql) { texts.append(try row.decode(at: 0, as: String.self)) }
        return texts
    }
}
