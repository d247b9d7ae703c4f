import Application
import Domain
import FoundationEssentials
import Importing
import Tabular
import Testing
import TownSupport

/// Lists as town halls, associations and programs write them, each with what became of it and what stands here afterwards.
@Suite struct ListImportFixtureTests {
    @Test(arguments: ListImportFixture.all)
    func `a list of the world becomes what a person reads in it, and the same file again nothing`(
        fixture: ListImportFixture
    ) async throws {
        try await Town.with { town in
            let first = try await fixture.imported(by: town)
            let state = try await fixture.state(of: town)
            let second = try await fixture.imported(by: town)

            let told = fixture.told(first) + state
            if ProcessInfo.processInfo.environment["MOULIN_WRITE_EXPECTED"] != nil {
                try fixture.write(told)
            }
            #expect(told == fixture.expected)
            #expect(second.ending == (first.ending == .refused ? .refused : .already))
            #expect(try await fixture.state(of: town) == state)
        }
    }

    @Test func `there are lists of every kind to read`() {
        let kinds = Set(ListImportFixture.all.map { $0.kind })

        #expect(kinds == Set(ListKinds.all.map { $0.name }))
        #expect(ListImportFixture.all.count >= 14)
    }
}

struct ListImportFixture: CustomStringConvertible, Sendable {
    let kind: String
    let name: String

    var description: String { "\(kind)/\(name)" }

    private static let folder: String = {
        let root = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
        return "/\(root)/Fixtures/Lists"
    }()

    private var path: String { "\(Self.folder)/\(kind)/\(name)" }

    static let all: [ListImportFixture] = ListKinds.all.flatMap { kind in
        let names = try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(kind.name)")
        return (names ?? []).filter { !$0.hasSuffix(".expected") }.sorted()
            .map { ListImportFixture(kind: kind.name, name: $0) }
    }

    var expected: [String] {
        let bytes = FileManager.default.contents(atPath: path + ".expected") ?? Data()
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    func write(_ lines: [String]) throws {
        let text = lines.joined(separator: "\n") + "\n"
        try Data(text.utf8).write(to: URL(fileURLWithPath: path + ".expected"))
    }

    func imported(by town: Town) async throws -> ImportOutcome {
        if kind == "places" {
            _ = try? await town.application.perform(AddSite(site: "Depot"), as: town.ana)
        }
        let bytes = Array(FileManager.default.contents(atPath: path) ?? Data())
        let options = kind == "prices" ? ["grid": "G", "from": "2030-01-01"] : [:]
        guard let found = ListKinds.all.first(where: { $0.name == kind }) else {
            preconditionFailure("a folder of fixtures is named after its kind")
        }
        return try await imported(found, bytes, options, town)
    }

    private func imported<Kind: ListKind>(
        _ kind: Kind.Type,
        _ bytes: [UInt8],
        _ options: [String: String],
        _ town: Town
    ) async throws -> ImportOutcome {
        try await town.importing(
            kind,
            bytes,
            named: name,
            ListImport(keepsGoing: true, options: ListOptions(options))
        )
    }

    func told(_ outcome: ImportOutcome) -> [String] {
        let counts = outcome.report.counts
        let first =
            "\(outcome.ending.rawValue) create=\(counts.create) update=\(counts.update) "
            + "same=\(counts.same) error=\(counts.error) skipped=\(counts.skipped) "
            + outcome.report.outline.writing.charset.rawValue
        return [first] + outcome.report.errors.map { $0.sentence(in: .en) }
            + outcome.report.notes.map { $0.sentence(in: .en) }
            + outcome.report.outline.remarks.map(\.en)
    }

    func state(of town: Town) async throws -> [String] {
        try await town.column(Self.states[kind] ?? "")
    }

    /// What stands in the database, as lines.
    private static let states = [
        "donors": """
        SELECT concat_ws('|', 'donor', d.kind, d.name, d.legal_form, d.siren, d.siret, array_to_string(d.address, ', '), d.country,
            d.email, d.phone, CASE WHEN d.mail_opposed THEN 'opposed' END,
            (SELECT string_agg(c.name || coalesce(' (' || c.role || ')', ''), ', ') FROM core.donor_contact AS c WHERE c.donor_id = d.donor_id))
          FROM core.donor AS d ORDER BY d.donor_id
        """,
        "households": """
        SELECT concat_ws('|', 'household', h.persons, h.children_in_education, (SELECT string_agg(a.given_name, '+' ORDER BY a.born_on)
            FROM social.adult AS a WHERE a.household_id = h.household_id), array_to_string(p.kinds, '+'), e.quotient, e.quotient_source,
            e.yearly_income_cents)
          FROM social.household AS h JOIN social.application AS p USING (org_id, household_id)
          LEFT JOIN social.evidence AS e USING (org_id, application_id) ORDER BY h.household_id
        """,
        "prices": """
        SELECT concat_ws('|', 'price', p.grid, p.kind, p.grade, string_agg(p.cents::text, ' ' ORDER BY p.bracket))
          FROM core.price AS p WHERE p.grid = 'G' GROUP BY p.grid, p.kind, p.grade ORDER BY p.kind COLLATE "C", p.grade
        """,
        "places": """
        WITH RECURSIVE way AS (
            SELECT p.place_id, p.is_locked_zone, s.name || ' / ' || p.name AS path FROM core.place AS p
              JOIN core.site AS s USING (org_id, site_id) WHERE p.parent_id IS NULL
            UNION ALL
            SELECT p.place_id, p.is_locked_zone, w.path || ' / ' || p.name FROM way AS w JOIN core.place AS p ON p.parent_id = w.place_id)
        SELECT line FROM (SELECT 'site|' || s.name || '|' || array_to_string(s.address, ', ') AS line FROM core.site AS s
        UNION ALL SELECT 'place|' || path || CASE WHEN is_locked_zone THEN '|locked' ELSE '' END FROM way) AS told
         ORDER BY line COLLATE "C"
        """,
        "people": """
        SELECT concat_ws('|', 'person', p.login, p.name, p.language, p.email, (SELECT string_agg(r.role, '+' ORDER BY r.role)
            FROM core.person_role AS r WHERE r.person_id = p.person_id AND r.org_id = p.org_id))
          FROM core.person AS p WHERE p.person_id > 4 AND p.login <> 'moulin.public' ORDER BY p.login COLLATE "C"
        """,
    ]
}
