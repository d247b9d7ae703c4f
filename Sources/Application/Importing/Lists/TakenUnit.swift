import Domain
import Importing
import Postgres
import Store

/// Rows that are one thing, taken in a savepoint of their own; none of them is kept when one is wrong.
struct TakenUnit<Kind: ListKind> {
    private(set) var rows: [ListRow<Kind.Field>]
    /// Nil when the rows say what is wrong with them.
    private(set) var fate: RowFate<Kind.Thing>?

    /// Why a savepoint is undone.
    private enum Stop: Error, ExpressibleByPostgresError {
        case wrongRows
        case failed(Failure)

        static func postgres(_ error: PostgresError) -> Stop { .failed(.postgres(error)) }
    }

    /// - Throws: What ends the run as a whole; what one row does wrong is its own business.
    init(
        _ unit: [ListRow<Kind.Field>],
        by kind: Kind,
        after met: Set<Kind.Thing>,
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) {
        var rows = unit
        do throws(Stop) {
            fate = try db.savepoint { (db) throws(Stop) -> RowFate<Kind.Thing> in
                do throws(Failure) {
                    let fate = try kind.take(&rows, after: met, in: db, circumstances)
                    if let fate, rows.allSatisfy(\.errors.isEmpty) {
                        try Failure.running { () throws(PostgresError) in
                            try BatchStore.settle(in: db)
                        }
                        return fate
                    }
                } catch {
                    throw .failed(error)
                }
                throw .wrongRows
            }
        } catch {
            if case .failed(let failure) = error {
                guard failure.isOfOneLine, !failure.isOfTheWholeRun else { throw failure }
                rows[0].fail(.said(by: failure, isConfidential: Kind.form.isConfidential))
            }
            for index in rows.indices where rows[index].errors.isEmpty {
                rows[index].fail(.togetherWithAnother)
            }
        }
        self.rows = rows
    }
}

extension Failure {
    /// What no other row would fare better with: a proof, a second person or a role that is missing.
    fileprivate var isOfTheWholeRun: Bool {
        switch self {
        case .forbidden: true
        case .refused(let refusal):
            [.proofNeeded, .proofWrong, .pinNeeded, .pinWrong, .approvalNeeded]
                .contains(refusal.code)
        case .unreadable, .file, .unauthenticated, .database: false
        }
    }
}

extension Problem {
    /// A row that is one thing with another, which is wrong.
    fileprivate static let togetherWithAnother = Problem.expected(
        "other_row_wrong",
        Phrase(
            fr: "va avec une autre ligne, qui est à corriger",
            en: "goes with another row, which must be corrected"
        )
    )

    /// What a command said of a row; without what was written where the list is confidential.
    fileprivate static func said(by failure: Failure, isConfidential: Bool) -> Problem {
        switch failure {
        case .refused(let refusal) where isConfidential:
            .expected(
                refusal.code.rawValue,
                Failure.refused(Refusal(code: refusal.code, facts: [:], next: [])).phrase
            )
        case .refused(let refusal): .expected(refusal.code.rawValue, failure.phrase)
        case .unreadable(let unreadable) where isConfidential:
            .expected("unreadable", unreadable.expected)
        case .unreadable: .expected("unreadable", failure.phrase)
        case .file, .forbidden, .unauthenticated, .database:
            .expected("refused", failure.phrase)
        }
    }
}

extension Failure {
    /// Without its final stop, as a clause of a longer sentence.
    fileprivate var phrase: Phrase {
        func clause(_ language: Language) -> String {
            let sentence = sentence(in: language)
            return sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
        }
        return Phrase(fr: clause(.fr), en: clause(.en))
    }
}
