import Domain
import Postgres
import Store

/// One decision on one application: what the rules say, made into rows and a voucher.
struct Deciding {
    typealias Outcome = DecideApplication.Outcome

    let standing: ApplicationStore.Standing
    let earlier: [DecisionStore.Decision]
    let day: Day

    private var isAppeal: Bool { standing.status == .appealed }

    func followTheRules(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let proposal = try Failure.running { () throws(PostgresError) in
            try EvidenceStore.evidence(of: standing.number, in: db)?.proposal
        }
        let override = proposal.map { BracketOverride(to: $0.bracket, because: $0.reason) }
        let assessment = try Assessment.of(
            standing,
            on: day,
            override: override,
            in: db,
            circumstances
        )
        switch assessment.outcome {
        case .approved(let explanation):
            if explanation.needsOtherApprover {
                for person in [standing.enteredBy, assessment.evidence.setBy, proposal?.by] {
                    guard let person else { continue }
                    try circumstances.requireOther(than: person, to: .decideEstimate)
                }
            }
            return try approve(explanation, assessment, in: db, circumstances)
        case .incomplete(let refusal):
            return try leaveIncomplete(refusal, in: db)
        case .refused(let refusal):
            guard ![.overrideTooLarge, .overrideNotBetter].contains(refusal.code) else {
                throw .refused(refusal)
            }
            return try refuse(refusal, assessment, in: db, circumstances)
        }
    }

    func refuse(
        for reason: BuyerRefusalReason,
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let evidence = try Failure.running { () throws(PostgresError) in
            try EvidenceStore.evidence(of: standing.number, in: db)
        }
        let code = Refusal.Code(rawValue: reason.rawValue) ?? .notPermitted
        let number = Fact.number(Int(standing.number))
        let explanation = Phrase(
            fr: "Demande refusée : \(reason.label.fr). \(Phrase.appealPath.fr)",
            en: "Application refused: \(reason.label.en). \(Phrase.appealPath.en)"
        )
        return try write(
            refusal: Refusal(code, ["application": number], next: ["appeal"]),
            reason: reason.rawValue,
            basis: evidence?.basis ?? "status",
            figuresBy: evidence?.setBy,
            explanation,
            rules: RuleVersions(brackets: "", pack: ""),
            in: db,
            circumstances
        )
    }

    private func refuse(
        _ refusal: Refusal,
        _ assessment: Assessment,
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let explanation = Phrase(
            fr: "\(refusal.sentence(in: .fr)) \(Phrase.appealPath.fr)",
            en: "\(refusal.sentence(in: .en)) \(Phrase.appealPath.en)"
        )
        return try write(
            refusal: refusal,
            // Above a table of incomes or above the ceiling of quotients is one reason to the household.
            reason: BuyerRefusalReason.incomeAboveCeiling.rawValue,
            basis: assessment.evidence.basis,
            figuresBy: assessment.evidence.setBy,
            explanation,
            rules: RuleVersions(
                brackets: assessment.rules.version,
                pack: assessment.rules.pack.version
            ),
            in: db,
            circumstances
        )
    }

    private func write(
        refusal: Refusal,
        reason: String,
        basis: String,
        figuresBy: Int64?,
        _ explanation: Phrase,
        rules: RuleVersions,
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let outcome = isAppeal ? "upheld" : "refused"
        let decision = DecisionStore.Decision(
            nth: nth,
            outcome: outcome,
            basis: basis,
            bracket: nil,
            refusalReason: isAppeal ? nil : reason,
            explanation: explanation.json,
            ruleVersions: rules.json,
            enteredBy: standing.enteredBy,
            figuresBy: figuresBy,
            approver: circumstances.person.id,
            secondApprover: nil,
            previousApprover: isAppeal ? earlier.last?.approver : nil,
            decidedOn: day
        )
        try keep(decision, as: isAppeal ? .upheld : .refused, in: db, circumstances)
        return Outcome(
            application: standing.number,
            outcome: outcome,
            bracket: nil,
            quotas: nil,
            voucher: nil,
            until: nil,
            refusal: refusal,
            explanation: explanation
        )
    }

    private func leaveIncomplete(
        _ refusal: Refusal,
        in db: isolated Connection
    ) throws(Failure) -> Outcome {
        if !isAppeal {
            try Failure.running { () throws(PostgresError) in
                try ApplicationStore.set(.incomplete, of: standing.number, in: db)
            }
        }
        return Outcome(
            application: standing.number,
            outcome: "incomplete",
            bracket: nil,
            quotas: nil,
            voucher: nil,
            until: nil,
            refusal: refusal,
            explanation: Phrase(fr: refusal.sentence(in: .fr), en: refusal.sentence(in: .en))
        )
    }

    private func approve(
        _ explanation: EligibilityExplanation,
        _ assessment: Assessment,
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let sentence = Phrase(fr: explanation.sentence(in: .fr), en: explanation.sentence(in: .en))
        let outcome = isAppeal ? "reversed" : "approved"
        let decision = DecisionStore.Decision(
            nth: nth,
            outcome: outcome,
            basis: explanation.basis.word,
            bracket: explanation.bracket.name,
            refusalReason: nil,
            explanation: sentence.json,
            ruleVersions: RuleVersions(
                brackets: explanation.ruleVersion,
                pack: explanation.packVersion
            ).json,
            enteredBy: standing.enteredBy,
            figuresBy: assessment.evidence.setBy,
            approver: circumstances.person.id,
            secondApprover: assessment.evidence.proposal?.by,
            previousApprover: isAppeal ? earlier.last?.approver : nil,
            decidedOn: day
        )
        try keep(decision, as: isAppeal ? .reversed : .approved, in: db, circumstances)
        let voucher = try issue(explanation, in: db, circumstances)
        return Outcome(
            application: standing.number,
            outcome: outcome,
            bracket: explanation.bracket.name,
            quotas: explanation.quotas,
            voucher: voucher,
            until: explanation.validity.last,
            refusal: nil,
            explanation: sentence
        )
    }

    private var nth: Int32 { (earlier.last?.nth ?? 0) + 1 }

    private func keep(
        _ decision: DecisionStore.Decision,
        as status: ApplicationStatus,
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) {
        try Failure.running { () throws(PostgresError) in
            let speaker = circumstances.speaker
            try DecisionStore.add(decision, application: standing.number, speaker, in: db)
            try ApplicationStore.set(status, of: standing.number, in: db)
            try ApplicationStore.tell(DecideApplication.name, of: standing.number, in: db)
        }
    }

    /// The approval with its quotas, and the voucher that stands for it at the counter.
    private func issue(
        _ explanation: EligibilityExplanation,
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> String {
        let code = LabelCode.drawnVoucher().text
        try Failure.running { () throws(PostgresError) in
            let approval = try DecisionStore.approve(
                application: standing.number,
                decision: nth,
                household: standing.household,
                bracket: explanation.bracket,
                quotas: explanation.quotas,
                circumstances.speaker,
                in: db
            )
            let adult = try HouseholdStore.adults(of: standing.household, in: db).first
            try VoucherStore.issue(
                approval: approval,
                code: code,
                firstName: adult?.givenName ?? "",
                initial: adult?.familyName?.first.map { String($0).uppercased() } ?? "",
                kinds: standing.kinds,
                days: explanation.validity,
                in: db
            )
        }
        return code
    }
}
