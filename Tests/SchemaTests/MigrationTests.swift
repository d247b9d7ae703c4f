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
}

extension Connection {
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
