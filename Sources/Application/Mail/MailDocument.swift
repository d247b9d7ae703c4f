public import Domain
public import Postgres
import Store

/// Puts a donor's paper into the outbox, to leave by mail.
public struct MailDocument: Command {
    public static let name = "mail-document"
    public static let summary = Phrase(
        fr: "envoie un document à son donateur par courriel",
        en: "mails a document to its donor"
    )
    public static let permission = Permission(.receiptIssuer, .intake, .wipeOperator, .qaVerifier)

    public let document: String

    public init(document: String) {
        self.document = document
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let document: String
        public let letter: Int64
    }

    /// - Throws: `unknown_document`, `document_cancelled`, `mail_opposed`, `mail_address_missing`.
    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let paper = try IssuedPaper.require(document, in: db, circumstances)
        try DocumentRights.require(DocumentRights.readers(of: paper.kind), circumstances.person)
        try paper.requireStanding()
        let donor = try CoveringLetter.donor(of: paper.subject, in: db, circumstances)
        guard let donor else {
            throw .refused(Refusal(.unknownDonor, ["donor": .text(paper.number)]))
        }
        let name = Fact.text(donor.name)
        guard !donor.isOpposedToMail else {
            throw .refused(Refusal(.mailOpposed, ["donor": name]))
        }
        guard let email = donor.email else {
            throw .refused(
                Refusal(.mailAddressMissing, ["donor": name], next: [ChangeDonor.name])
            )
        }
        let letter = CoveringLetter.letter(paper.number, paper.kind, donor, email, circumstances)
        let number = try Failure.running { () throws(PostgresError) in
            try LetterStore.put(letter, of: circumstances.speaker, in: db)
        }
        return Outcome(document: paper.number, letter: number)
    }
}

/// Writes the letter that goes along with a paper.
enum CoveringLetter {
    /// The donor whom a paper is of, under the name it was given by.
    static func donor(
        of subject: DocumentStore.Subject,
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Donor? {
        try Failure.running { () throws(PostgresError) in
            let speaker = circumstances.speaker
            var number = subject.donor
            if number == nil, let donation = subject.donation {
                number = try DonationStore.find(donation, of: speaker, in: db)?.donor
            }
            guard let number else { return nil }
            return try DonorStore.find(number, of: speaker, in: db)
        }
    }

    static func letter(
        _ document: String,
        _ kind: DocumentType,
        _ donor: Donor,
        _ email: String,
        _ circumstances: Circumstances
    ) -> LetterStore.Letter {
        let words = PaperLetter(
            document: document,
            kind: kind,
            donor: donor.name,
            organisation: circumstances.organisation.name,
            language: donor.language
        )
        return LetterStore.Letter(
            to: email,
            name: donor.name,
            subject: words.subject,
            text: words.text,
            document: document
        )
    }

    /// Puts a paper's letter into the outbox, in the transaction that issues it, if its donor asked for papers by mail.
    static func followUp(
        _ document: String,
        _ kind: DocumentType,
        of subject: DocumentStore.Subject,
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) {
        guard kind.isForTheDonor,
            let donor = try donor(of: subject, in: db, circumstances), let email = donor.email
        else { return }
        let letter = letter(document, kind, donor, email, circumstances)
        try Failure.running { () throws(PostgresError) in
            guard try LetterStore.wantsPapers(donor.number, circumstances.speaker, in: db) else {
                return
            }
            _ = try LetterStore.put(letter, of: circumstances.speaker, in: db)
        }
    }
}

extension DocumentType {
    /// True for the papers that a donor gets.
    var isForTheDonor: Bool {
        switch self {
        case .rfp, .rfe, .adn, .acg, .enr, .bre, .atv, .rad, .cef, .cde, .rdo, .usAck, .caOdr,
            .ukRgaLetter:
            true
        case .fac, .avo, .bdo, .clo, .bon, .dec, .reg, .bsd, .cmd, .d222, .ddp: false
        }
    }
}
