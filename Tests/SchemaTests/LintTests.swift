import Cluster
import Postgres
import Schema
import TestSupport
import Testing
import TownSupport

/// The catalogue held against our own rules; and the rules held against a schema that breaks each of them.
@Suite struct LintTests {
    @Test func `our schema has no finding`() async throws {
        try await World.with { database in
            let owner = try await database.connect(as: .owner)

            #expect(try await owner.lint() == [])
        }
    }

    @Test func `a bad twin is found out in each rule`() async throws {
        try await World.with { database in
            let db = try await database.connect(as: .superuser)
            try await db.script(Self.badTwin)

            let found = try await db.lint()

            #expect(found == Self.findings)
        }
    }

    /// Each statement breaks one rule, some break several.
    ///
    /// Memberships are left out: roles belong to the whole server, on which other tests run.
    private static let badTwin = """
        CREATE TABLE core.bad (org_id integer NOT NULL, n integer UNIQUE, other integer CHECK (other > 0));
        CREATE TABLE core.pointing (org_id integer, drive_id bigint, media_kind text,
            CONSTRAINT pointing_key PRIMARY KEY (org_id),
            CONSTRAINT points_at_a_drive FOREIGN KEY (org_id, drive_id, media_kind) REFERENCES core.drive (org_id, drive_id, media_kind));
        CREATE TABLE core.crossing (org_id integer, bad_n integer, CONSTRAINT crosses FOREIGN KEY (bad_n) REFERENCES core.bad (n));
        CREATE FUNCTION core.loud() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
            AS 'BEGIN RETURN NEW; END';
        GRANT EXECUTE ON FUNCTION core.loud() TO PUBLIC;
        CREATE TRIGGER loudly BEFORE INSERT ON core.bad FOR EACH ROW EXECUTE FUNCTION core.loud();
        CREATE RULE quietly AS ON INSERT TO core.crossing DO ALSO NOTHING;
        CREATE FUNCTION core.wide() RETURNS integer LANGUAGE sql SECURITY DEFINER AS 'SELECT 1';
        CREATE FUNCTION core.half() RETURNS integer LANGUAGE sql SECURITY DEFINER SET search_path = core AS 'SELECT 1';
        REVOKE EXECUTE ON FUNCTION core.wide(), core.half() FROM PUBLIC;
        CREATE VIEW report.leaking AS SELECT * FROM core.device;
        CREATE POLICY every_row ON core.device FOR SELECT USING (org_id = context.org());
        CREATE POLICY gone ON core.device FOR DELETE USING (org_id = (SELECT context.org()));
        GRANT USAGE ON SCHEMA social TO moulin_main;
        GRANT SELECT (quotient) ON social.evidence TO moulin_main;
        GRANT DELETE ON core.sale TO moulin_main;
        GRANT CREATE ON SCHEMA core TO moulin_social;
        GRANT SELECT (name) ON core.donor TO moulin_public;
        GRANT USAGE ON SEQUENCE core.donor_donor_id_seq TO moulin_public;
        GRANT EXECUTE ON FUNCTION core.reserve(text, bigint, integer) TO moulin_public;
        DO $$ BEGIN EXECUTE format('GRANT TEMP ON DATABASE %I TO moulin_main', current_database()); END $$
        """

    private static let findings = [
        "constraint_without_a_name bad_n_key on core.bad",
        "constraint_without_a_name bad_other_check on core.bad",
        "definer_open_to_everybody core.loud()",
        "definer_with_open_search_path core.half()",
        "definer_without_search_path core.wide()",
        "foreign_key_not_led_by_the_organisation crosses on core.crossing",
        "foreign_key_that_may_be_half_silent points_at_a_drive on core.pointing",
        "foreign_key_without_an_index points_at_a_drive on core.pointing",
        "key_not_led_by_the_organisation core.bad_n_key on core.bad",
        "login_may_delete moulin_main from core.sale",
        "login_may_make moulin_main in the database",
        "login_may_make moulin_social in schema core",
        "policy_asked_for_each_row every_row on core.device",
        "rows_may_be_deleted gone on core.device",
        "rows_not_forced core.bad",
        "rows_not_forced core.crossing",
        "rows_not_forced core.pointing",
        "rule quietly on core.crossing",
        "table_without_policies core.bad",
        "table_without_policies core.crossing",
        "table_without_policies core.pointing",
        "the_public_reaches_a_column core.donor.name",
        "the_public_uses_a_door_of_the_house core.loud()",
        "the_public_uses_a_door_of_the_house core.reserve(text,bigint,integer)",
        "the_public_uses_a_sequence core.donor_donor_id_seq",
        "trigger loudly on core.bad",
        "view_with_its_owners_rights report.leaking",
        "workshop_reaches_a_column_of_social social.evidence.quotient",
        "workshop_uses_social schema social",
    ]
}

extension Connection {
    /// Every finding of every rule, in the order of the alphabet.
    fileprivate func lint() throws -> [String] {
        var findings: [String] = []
        for text in try Town.schema().lints {
            for row in try script(text.text) {
                let finding: String = try row.decode("finding")
                findings.append("\(finding) \(try row.decode("object", as: String.self))")
            }
        }
        return findings.sorted()
    }
}
