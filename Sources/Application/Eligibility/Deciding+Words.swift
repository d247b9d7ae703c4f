import Domain
import Store

/// The rules that were in force, as they are kept with a decision.
struct RuleVersions: Codable {
    let brackets: String
    /// The country's pack of eligibility.
    let pack: String

    var json: String { String(decoding: CommandJSON.encode(self), as: UTF8.self) }
}

extension Phrase {
    /// Both languages, as a decision keeps them.
    var json: String { String(decoding: CommandJSON.encode(self), as: UTF8.self) }

    /// What every refusal says of the way to appeal (rulebook 2.6).
    static let appealPath = Phrase(
        fr: "Un recours est possible dans les deux mois ; une autre personne décidera.",
        en: "An appeal is possible within two months; another person will decide."
    )
}

extension EligibilityExplanation.Basis {
    /// The word of the database.
    var word: String {
        switch self {
        case .quotient(let quotient): FamilyQuotient?.some(quotient).basis
        case .status: "status"
        case .income: "household_income"
        case .override: "override"
        }
    }
}

extension FamilyQuotient? {
    /// The word of the database for a decision on this quotient, or on a status when there is none.
    var basis: String {
        switch self?.source {
        case .official: "official_quotient"
        case .localEstimate: "computed_quotient"
        case .fiscal: "fiscal_quotient"
        case nil: "status"
        }
    }
}

extension LabelCode {
    /// A new voucher's code: ten symbols that nobody can guess.
    static func drawnVoucher() -> LabelCode {
        do throws(Unreadable) {
            return try LabelCode(.voucher, drawn: Digest.random(10).map { $0 & 31 })
        } catch {
            preconditionFailure("ten symbols below 32 make a voucher's code")
        }
    }
}

extension EvidenceStore.Evidence {
    /// The word of the database for a refusal on this evidence.
    var basis: String {
        yearlyIncomeCents != nil && quotient == nil ? "household_income" : familyQuotient.basis
    }
}
