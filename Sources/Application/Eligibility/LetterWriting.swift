import Documents
import Domain
import FoundationEssentials
import Postgres
import Store

/// Puts the letter of a decision together from what was decided.
struct LetterWriting {
    let standing: ApplicationStore.Standing
    let decision: DecisionStore.Decision
    let language: Language

    func letter(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> DecisionLetter {
        let pack = try EligibilityPack.inForce(on: decision.decidedOn, in: db, circumstances)
        let (organisation, adults, codes) = try Failure.running { () throws(PostgresError) in
            (
                try IssuerStore.organisation(of: circumstances.speaker, in: db),
                try HouseholdStore.adults(of: standing.household, in: db),
                try VoucherStore.codes(ofApplication: standing.number, in: db)
            )
        }
        let issuing = DocumentIssuing(
            circumstances: circumstances,
            organisation: organisation,
            replaced: nil
        )
        let isRefused = decision.bracket == nil
        return DecisionLetter(
            language: language,
            issue: Issue(
                number: "DEC-\(standing.number)-\(decision.nth)",
                day: circumstances.today,
                instant: circumstances.instant.microseconds / 1_000_000
            ),
            issuer: issuing.issuer,
            recipients: adults.map { adult in
                [adult.givenName, adult.familyName].compactMap(\.self).joined(separator: " ")
            },
            application: Int(standing.number),
            enteredOn: standing.enteredOn,
            decidedOn: decision.decidedOn,
            isRefused: isRefused,
            isFinal: decision.outcome == "upheld",
            reason: reason,
            rules: rules,
            wishes: standing.kinds.map { $0.label(in: language) },
            voucher: isRefused ? nil : codes.first,
            appealUntil: decision.outcome == "refused"
                ? AppealTerm(decidedOn: decision.decidedOn, months: pack.appealMonths).lastDay : nil
        )
    }

    /// The reason in words, from the list of the rulebook; the sentence of the decision where it was confirmed on appeal.
    private var reason: String? {
        guard decision.bracket == nil else { return nil }
        if let word = decision.refusalReason, let known = BuyerRefusalReason(rawValue: word) {
            return known.label(in: language)
        }
        return Phrase(json: decision.explanation)?.text(in: language)
    }

    /// The texts that were applied, as they were kept with the decision.
    private var rules: [String] {
        let data = Data(decision.ruleVersions.utf8)
        let kept = (try? JSONDecoder().decode([String: String].self, from: data)) ?? [:]
        return kept.sorted { $0.key < $1.key }.map(\.value).filter { !$0.isEmpty }
    }
}

extension DecisionLetter {
    /// The letter as it was frozen.
    ///
    /// - Throws: `not_decided_yet` while none was issued.
    static func issued(
        _ application: Int64,
        _ language: Language,
        in db: isolated Connection
    ) throws(Failure) -> DecisionLetter {
        let content = try Failure.running { () throws(PostgresError) in
            try AppealStore.letter(of: application, language: language, in: db)
        }
        guard let content else {
            throw .refused(
                Refusal(
                    .notDecidedYet,
                    ["application": .number(Int(application))],
                    next: ["issue-decision-letter"]
                )
            )
        }
        guard let letter = try? JSONDecoder().decode(Self.self, from: Data(content.utf8)) else {
            let readable = Phrase(
                fr: "une lettre que cette version de Moulin sait lire",
                en: "a letter that this version of Moulin reads"
            )
            throw .unreadable(Unreadable("DEC-\(application)", expected: readable))
        }
        return letter
    }
}
