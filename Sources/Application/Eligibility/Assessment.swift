import Domain
import Postgres
import Store

/// What the rules say of an application on a day, from everything that was entered.
struct Assessment {
    let evidence: EvidenceStore.Evidence
    let outcome: EligibilityOutcome
    let rules: EligibilityRules

    /// Assesses by the table of brackets in force on that day.
    ///
    /// - Throws: `nothing_to_decide`, `rule_missing`, `proof_expired`.
    static func of(
        _ application: ApplicationStore.Standing,
        on day: Day,
        override: BracketOverride?,
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Assessment {
        let speaker = circumstances.speaker
        let version = try RuleStore.Kind.brackets.version(on: day, speaker, in: db)
        let pack = try EligibilityPack.inForce(on: day, in: db, circumstances)
        let (evidence, proofs, table) = try Failure.running { () throws(PostgresError) in
            (
                try EvidenceStore.evidence(of: application.number, in: db),
                try EvidenceStore.proofs(of: application.number, in: db).map(\.proof),
                try BracketStore.table(named: version.name, speaker, in: db)
            )
        }
        guard let evidence else {
            let number = Fact.number(Int(application.number))
            throw .refused(
                Refusal(.nothingToDecide, ["application": number], next: ["set-evidence"])
            )
        }
        guard let table else {
            preconditionFailure("a published table of brackets rises from 0")
        }
        let rules = EligibilityRules(pack: pack, brackets: table)
        let outcome: EligibilityOutcome
        if let missing = try missingProof(for: evidence, among: proofs, on: day, pack) {
            outcome = .incomplete(missing)
        } else {
            outcome = rules.decide(
                on: evidence.verified(with: override),
                household: Household(
                    persons: application.persons,
                    childrenInEducation: application.childrenInEducation
                ),
                day: day
            )
        }
        return Assessment(evidence: evidence, outcome: outcome, rules: rules)
    }

    /// A figure counts only with its paper; our own estimate has none, and asks for another approver instead.
    private static func missingProof(
        for evidence: EvidenceStore.Evidence,
        among proofs: [Proof],
        on day: Day,
        _ pack: EligibilityPack
    ) throws(Failure) -> Refusal? {
        for needed in evidence.neededProofs {
            guard
                let newest = proofs.filter({ $0.kind == needed }).max(by: {
                    $0.issuedOn < $1.issuedOn
                })
            else { return Refusal(.proofMissing, ["proof": .word(needed)], next: ["note-proof"]) }
            do throws(Refusal) {
                try newest.requireFresh(on: day, months: pack.proofMonths)
            } catch {
                throw .refused(error)
            }
        }
        return nil
    }
}

extension EligibilityPack {
    /// The pack that is published for a day, or the one of France that Moulin brings.
    ///
    /// - Throws: `.unreadable` when what is published is of a later version of Moulin.
    static func inForce(
        on day: Day,
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> EligibilityPack {
        try RuleStore.Kind.eligibility.body(EligibilityPack.self, on: day, in: db, circumstances)
            ?? .france
    }
}

extension EvidenceStore.Evidence {
    func verified(with override: BracketOverride?) -> EligibilityEvidence {
        EligibilityEvidence(
            quotient: familyQuotient,
            yearlyIncomeCents: yearlyIncomeCents,
            statuses: status.map { [$0] } ?? [],
            override: override
        )
    }

    var familyQuotient: FamilyQuotient? {
        guard let quotient, let quotientSource else { return nil }
        let source = FamilyQuotient.Source(rawValue: quotientSource) ?? .official
        return FamilyQuotient(quotient, source: source)
    }

    fileprivate var neededProofs: [ProofKind] {
        var needed: [ProofKind] = []
        switch familyQuotient?.source {
        case .official: needed.append(.familyFundsCertificate)
        case .fiscal: needed.append(.taxNotice)
        case .localEstimate, nil: break
        }
        if yearlyIncomeCents != nil { needed.append(.incomePaper) }
        if status != nil { needed.append(.statusCertificate) }
        return needed
    }
}
