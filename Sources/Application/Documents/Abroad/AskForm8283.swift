public import Domain
public import Postgres
import Store

/// What a donor in the United States must file for a value that the donor names, and what we then owe (rulebook 1.8).
public struct AskForm8283: Question {
    public static let name = "form-8283"
    public static let summary = Phrase(
        fr: "dit ce qu'un donateur américain doit déposer",
        en: "says what a donor in the United States must file"
    )
    public static let permission = Permission(.receiptIssuer, .intake, .accountant)

    public let donation: Int64
    /// The fair market value that the donor claims for all of it; never stored.
    public let valueCents: Int64
    /// Our sale of it within three years: then Form 8282 is due.
    public let disposedOn: Day?

    enum CodingKeys: String, CodingKey {
        case donation
        case valueCents = "value_cents"
        case disposedOn = "disposed_on"
    }

    public init(donation: Int64, valueCents: Int64, disposedOn: Day? = nil) {
        self.donation = donation
        self.valueCents = valueCents
        self.disposedOn = disposedOn
    }

    public struct Answer: Codable, Sendable, Hashable {
        public let requirement: Form8283Rules.Requirement
        public let sentence: Phrase
        /// What the donee's part of Section B asks of us; empty elsewhere.
        public let charity: String
        public let charityNumber: String?
        public let receivedOn: Day?
        /// The last day for Form 8282; nil where none is due.
        public let form8282By: Day?

        enum CodingKeys: String, CodingKey {
            case requirement, sentence, charity
            case charityNumber = "charity_number"
            case receivedOn = "received_on"
            case form8282By = "form_8282_by"
        }
    }

    public func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Answer {
        let organisation = try Failure.running { () throws(PostgresError) in
            try IssuerStore.organisation(of: circumstances.speaker, in: db)
        }
        try Failure.judging { () throws(Refusal) in try organisation.country.require(.usAck) }
        let gift = try Donation.require(donation, in: db, circumstances)
        let requirement = Form8283Rules.requirement(
            valueCents: valueCents,
            isCompany: gift.donorKind == .company
        )
        return Answer(
            requirement: requirement,
            sentence: requirement.label,
            charity: organisation.name,
            charityNumber: organisation.charityNumber,
            receivedOn: gift.receivedOn,
            form8282By: gift.receivedOn.flatMap { received in
                disposedOn.flatMap {
                    Form8283Rules.form8282Deadline(requirement, received: received, disposed: $0)
                }
            }
        )
    }
}
