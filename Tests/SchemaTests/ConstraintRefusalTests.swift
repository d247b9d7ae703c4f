import Cluster
import Domain
import Postgres
import TestSupport
import Testing
import TownSupport

@testable import Store

/// Every wall has a word: whoever runs into one is told which rule it was, or it is known that nobody can.
@Suite struct ConstraintRefusalTests {
    @Test func `each constraint is a refusal or is known to be out of reach`() async throws {
        try await World.with { database in
            let catalogue = try await database.constraintNames()

            let unsorted = catalogue.filter { !Self.isRefusal($0) && !Self.impossible.contains($0) }
            let doublySorted = catalogue.filter {
                Self.isRefusal($0) && Self.impossible.contains($0)
            }

            #expect(catalogue.count > 500)
            #expect(unsorted.sorted() == [])
            #expect(doublySorted.sorted() == [])
        }
    }

    @Test func `no list names a constraint that is not there`() async throws {
        try await World.with { database in
            let catalogue = try await database.constraintNames()
            let spoken = try await database.wordsOfTheDoors()

            let unknown = Self.listed.filter { !catalogue.contains($0) }

            #expect(unknown.filter { !spoken.contains("'\($0)'") }.sorted() == [])
            #expect(Self.impossible.subtracting(catalogue).sorted() == [])
        }
    }

    @Test func `no constraint is listed twice`() {
        let lists =
            Array(ConstraintRefusals.codes.keys) + ConstraintRefusals.valueBounds
            + ConstraintRefusals.linesOnce + ConstraintRefusals.impossible.values.flatMap(\.self)

        #expect(Dictionary(grouping: lists, by: \.self).filter { $0.value.count > 1 }.isEmpty)
    }

    @Test func `each reason for being out of reach has its constraints`() {
        for reason in ConstraintRefusals.Impossibility.allCases {
            #expect(ConstraintRefusals.impossible[reason]?.isEmpty == false, "\(reason)")
        }
    }

    @Test func `a wall without a sentence of its own says what a value must be`() {
        let words = ConstraintRefusals.valueBounds.union(ConstraintRefusals.linesOnce)
            .union(ConstraintRefusals.codes.filter { $0.value == .valueNotAllowed }.keys)

        #expect(words.filter { WallWords.phrase(of: $0) == nil }.sorted() == [])
    }

    private static let impossible = Set(ConstraintRefusals.impossible.values.flatMap(\.self))

    /// The names that stand for a refusal without being its word.
    private static let listed = Set(ConstraintRefusals.codes.keys)
        .union(ConstraintRefusals.valueBounds)
        .union(ConstraintRefusals.linesOnce)

    private static func isRefusal(_ name: String) -> Bool {
        Refusal.Code(rawValue: name) != nil || listed.contains(name)
    }
}

extension TestDatabase {
    /// All constraints and unique indexes of the schemas that doors write.
    fileprivate func constraintNames() async throws -> Set<String> {
        let db = try await connect(as: .superuser)
        defer { Task { await db.close() } }
        return Set(
            try await db.texts(
                """
                WITH walled AS (
                    SELECT oid FROM pg_namespace
                     WHERE nspname IN ('core', 'social', 'audit', 'lifecycle', 'context')
                )
                SELECT k.conname::text FROM pg_constraint AS k WHERE k.connamespace IN (TABLE walled)
                 UNION
                SELECT c.relname::text
                  FROM pg_index AS i JOIN pg_class AS c ON c.oid = i.indexrelid
                 WHERE i.indisunique AND c.relnamespace IN (TABLE walled)
                """
            )
        )
    }

    /// The text of all functions, in which a door names what it refuses with.
    fileprivate func wordsOfTheDoors() async throws -> String {
        let db = try await connect(as: .superuser)
        defer { Task { await db.close() } }
        return try await db.texts(
            """
            SELECT p.prosrc FROM pg_proc AS p JOIN pg_namespace AS n ON n.oid = p.pronamespace
             WHERE n.nspname IN ('core', 'social', 'audit', 'lifecycle', 'context')
            """
        ).joined(separator: "\n")
    }
}

extension Connection {
    /// The first column of each row.
    fileprivate func texts(_ sql: String) throws -> [String] {
        try script(sql).map { try $0.decode(at: 0, as: String.self) }
    }
}
