import Application
import Cluster
import Postgres
import Schema
import Store
import TestSupport
import Testing
import TownSupport

@Suite struct MigrationTests {
    @Test func `a second migration finds nothing to do`() async throws {
        try await Town.with { town in
            let owner = try await town.database.connect(as: .owner)

            let outcome = try await Migrator(schema: Town.schema(), key: town.secrets.signing)
                .migrate(owner)

            #expect(outcome.applied == [])
        }
    }

    @Test func `an old house keeps the attempts that two files told, and takes no third`()
        async throws
    {
        try await World.with { database in
            let owner = try await database.connect(as: .superuser)
            try await owner.forgetThatReportsTellOnce()
            try await owner.tellAgain(in: "first", attempt: 1)
            try await owner.tellAgain(in: "second", attempt: 2)

            let text = try Town.schema().migrations.first { $0.name.hasPrefix("0020") }
            _ = try await owner.script(try #require(text).text)

            let marks = try await owner.script(
                "SELECT attempt || ' ' || told_before AS mark FROM core.wipe WHERE source = 'nwipe' ORDER BY attempt"
            )
            #expect(
                try marks.map { try $0.decode("mark", as: String.self) } == ["1 false", "2 true"]
            )
            await #expect(throws: PostgresError.self) {
                try await owner.tellAgain(in: "third", attempt: 3)
            }
            await owner.close()
        }
    }

    @Test func `an old house goes on with what it left blank, and leaves nothing blank again`()
        async throws
    {
        try await World.with { database in
            let owner = try await database.connect(as: .superuser)
            try await owner.leaveBlanks()

            let text = try Town.schema().migrations.first { $0.name.hasPrefix("0025") }
            _ = try await owner.script(try #require(text).text)

            // What is prepared under an odd code leaves, and what was placed with nobody named comes back.
            _ = try await owner.script(
                """
                UPDATE core.shipment SET slip_no = 'S-1', shipped_on = current_date WHERE waste_code = 'HELLO';
                UPDATE core.shipment SET acknowledged_on = current_date WHERE waste_code = 'HELLO';
                UPDATE core.placement SET ended_at = now()
                """
            )
            let told = try await owner.script(
                """
                SELECT (SELECT min(counterpart_cents) FROM core.donation) || ' ' || (SELECT min(carrier) FROM core.shipment)
                    || ' ' || (SELECT min(taker) FROM core.placement) || ' ' || (SELECT min(method) FROM core.payment) AS told
                """
            )
            #expect(
                try told.map { try $0.decode("told", as: String.self) } == ["0 – – instalments"]
            )
            await #expect(throws: PostgresError.self) {
                try await owner.script("UPDATE core.shipment SET carrier = ' '")
            }
            await owner.close()
        }
    }
}

extension Connection {
    /// As a house was before blanks, odd codes and plans in the place of money were walled off.
    fileprivate func leaveBlanks() throws {
        try script(
            """
            ALTER TABLE core.payment DROP COLUMN instalment, DROP CONSTRAINT payment_method_is_known;
            ALTER TABLE core.payment ADD CONSTRAINT payment_method_is_known CHECK (method <> 'free');
            ALTER TABLE core.sale DROP CONSTRAINT plan_begins_with_a_payment, DROP CONSTRAINT sale_has_the_payment_it_names;
            ALTER TABLE core.donation DROP CONSTRAINT counterpart_is_not_negative, DROP CONSTRAINT valuation_letter_says_something;
            ALTER TABLE core.shipment DROP CONSTRAINT slip_says_something, DROP CONSTRAINT carrier_says_something,
                DROP CONSTRAINT destination_says_something, DROP CONSTRAINT waste_code_has_six_digits;
            ALTER TABLE core.placement DROP CONSTRAINT taker_says_something, DROP CONSTRAINT agreement_says_something;
            ALTER TABLE core.warranty_case DROP CONSTRAINT fault_says_something;
            UPDATE core.payment SET method = 'instalments';
            UPDATE core.donation SET counterpart_cents = -5000;
            UPDATE core.shipment SET carrier = ' ', destination = '', waste_code = 'HELLO';
            UPDATE core.placement SET taker = '', agreement = ' '
            """
        )
    }

    /// As a house was before a report told of an attempt once, whatever file it stood in.
    fileprivate func forgetThatReportsTellOnce() throws {
        try script(
            """
            DROP INDEX core.report_tells_once;
            ALTER TABLE core.wipe DROP COLUMN told_before;
            ALTER TABLE core.wipe ADD CONSTRAINT report_tells_once
                UNIQUE (org_id, device_id, stay, drive_id, evidence_sha256, finished_at)
            """
        )
    }

    /// An attempt on the second drive of machine 12 that ended on one day of winter, as one more file tells it.
    fileprivate func tellAgain(in file: String, attempt: Int) throws {
        try script(
            """
            BEGIN; \(World.claims());
            INSERT INTO core.evidence_file (org_id, sha256, media_type, bytes)
            VALUES (1, sha256('\(file)'), 'text/plain', '\(file)');
            SELECT world.wipe_row(12, 2, jsonb_build_object('source', 'nwipe', 'attempt', \(attempt), 'accepted', false,
                'evidence_sha256', sha256('\(file)'), 'finished_at', '2026-01-15'));
            COMMIT
            """
        )
    }
}
