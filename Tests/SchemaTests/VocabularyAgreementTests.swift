import Application
import Cluster
import Domain
import Postgres
import TestSupport
import Testing
import TownSupport

/// A list of words stands twice, in a constraint and in an enumeration; both hold the same words.
///
/// A word that only the constraint knows would have no label on any page.
@Suite struct VocabularyAgreementTests {
    private static let vocabularies: [(constraint: String, words: Set<String>)] = [
        ("application_status_is_known", words(ApplicationStatus.self)),
        ("custody_act_is_known", words(CustodyAct.self)),
        // Gifts whose giver left no name have one donor together.
        ("donor_kind_is_known", words(DonorKind.self).union(["anonymous"])),
        ("flag_kind_is_known", words(FlagKind.self)),
        // Of a drive nobody could name; it cannot be wiped before it is.
        ("media_kind_is_known", words(MediaKind.self).union(["unknown"])),
        ("media_state_is_known", words(MediaState.self)),
        // What is classified is refused at the door, and never stands in the house.
        ("origin_class_is_known", words(DataOriginClass.self).subtracting(["classified"])),
        ("origin_regime_is_known", words(OriginRegime.self)),
        // What costs nothing has no payment, and a plan is an agreement.
        (
            "payment_method_is_known",
            Set(PaymentMethod.allCases.filter(\.bringsMoney).map(\.rawValue))
        ),
        ("receipt_authorisation_is_known", words(ReceiptAuthorisation.self)),
        ("route_is_known", words(DisposalRoute.self)),
        ("test_result_is_known", words(TestResult.self)),
        ("valuation_basis_is_known", words(ValuationBasis.self)),
        ("waste_status_is_known", words(WasteStatus.self)),
        ("wipe_result_is_known", words(SanitisationResult.self)),
        ("wipe_source_is_known", words(WipeSource.self)),
    ]

    private static func words<V: Vocabulary>(_ type: V.Type) -> Set<String> {
        Set(V.allCases.map(\.rawValue))
    }

    @Test func `the door and the rules know the same limit of cash`() async throws {
        try await World.with { database in
            let db = try await database.connect(as: .superuser)

            let limit = try await db.script("SELECT core.cash_limit() AS cents").map {
                try $0.decode("cents", as: Int64.self)
            }

            #expect(limit == [PaymentRules().cashLimit.cents])
        }
    }

    @Test func `a constraint and an enumeration hold the same words`() async throws {
        try await World.with { database in
            let db = try await database.connect(as: .superuser)

            for (constraint, words) in Self.vocabularies {
                let known = try await db.words(of: constraint)

                #expect(known == words, "\(constraint)")
            }
        }
    }
}

extension Connection {
    /// The words that a constraint's list holds.
    fileprivate func words(of constraint: String) throws(PostgresError) -> Set<String> {
        let row = try row(
            """
            SELECT ARRAY(SELECT DISTINCT m[1]
                           FROM pg_constraint AS c, regexp_matches(pg_get_constraintdef(c.oid), '''([a-z_0-9]+)''', 'g') AS m
                          WHERE c.conname = \(constraint)) AS words
            """
        )
        return Set(try row.decode("words", as: [String].self))
    }
}
