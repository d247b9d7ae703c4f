import Documents
import Domain
import Postgres
import Store

/// Issues a document: everything is decided and put together first, then the number is taken and the content frozen.
struct DocumentIssuing {
    let circumstances: Circumstances
    let organisation: IssuingOrganisation
    /// The document, cancelled in this transaction or before, that the new one stands for.
    let replaced: IssuedPaper?
    /// True where the social services' own login speaks, which has a door of its own for numbers.
    var isAtSocialDesk = false

    static func open(
        replacing replaced: IssuedPaper? = nil,
        atSocialDesk: Bool = false,
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> DocumentIssuing {
        let organisation = try Failure.running { () throws(PostgresError) in
            try IssuerStore.organisation(of: circumstances.speaker, in: db)
        }
        return DocumentIssuing(
            circumstances: circumstances,
            organisation: organisation,
            replaced: replaced,
            isAtSocialDesk: atSocialDesk
        )
    }

    /// Takes the next number of the series and freezes what `content` makes of it.
    ///
    /// Nothing may follow in the transaction that waits: the series is held until the commit.
    func issue(
        _ kind: DocumentType,
        of subject: DocumentStore.Subject,
        amount: Money? = nil,
        givenOn: Day? = nil,
        information: Phrase? = nil,
        in db: isolated Connection,
        _ content: (Issue) -> some DocumentContent
    ) throws(Failure) -> IssuedDocument {
        let verification = verificationCode()
        let number = try Failure.running { () throws(PostgresError) in
            try DocumentStore.take(kind, atSocialDesk: isAtSocialDesk, in: db)
        }
        let issue = Issue(
            number: number.text,
            day: number.issuedOn,
            instant: circumstances.instant.microseconds / 1_000_000
        )
        let frozen = DocumentStore.Frozen(
            kind: kind,
            number: number,
            content: String(decoding: canonicalJSON(content(issue)), as: UTF8.self),
            salt: Digest.random(16),
            verification: verification,
            amountCents: amount?.cents,
            giftOn: givenOn,
            subject: subject,
            replaces: replaced.map { ($0.year, $0.no) }
        )
        try Failure.running { () throws(PostgresError) in
            try DocumentStore.freeze(frozen, atSocialDesk: isAtSocialDesk, in: db)
        }
        try CoveringLetter.followUp(number.text, kind, of: subject, in: db, circumstances)
        return IssuedDocument(
            document: number.text,
            kind: kind,
            issuedOn: number.issuedOn,
            verification: verification,
            amountCents: amount?.cents,
            replaces: replaced?.number,
            information: information
        )
    }

    /// Ten random symbols are 50 bits.
    func verificationCode() -> String {
        let symbols = Digest.random(10).map { $0 & 31 }
        guard let code = try? LabelCode(.document, drawn: symbols) else {
            preconditionFailure("ten symbols under 32 are a document's code")
        }
        return code.text
    }

    var replacement: Replacement? {
        replaced.map { Replacement(number: $0.number, day: $0.issuedOn) }
    }

    var issuer: Issuer {
        Issuer(
            name: organisation.name,
            legalForm: organisation.legalForm ?? "",
            address: PaperAddress.address(organisation.address),
            siren: organisation.siren,
            rna: organisation.rna,
            vatNumber: organisation.vatNumber,
            object: organisation.object,
            taxCategory: organisation.receiptCategory,
            contact: contact
        )
    }

    var contact: String? { organisation.email ?? organisation.phone }

    var place: String { EnvelopeAddress.parts(organisation.address).town }

    /// - Throws: `goods_not_eligible`, `paper_of_another_country`.
    func require(_ paper: DocumentType) throws(Failure) {
        try Failure.judging { () throws(Refusal) in try organisation.country.require(paper) }
    }

    /// The charity's registration where the organisation is.
    ///
    /// - Throws: `identity_incomplete`.
    func charityNumber() throws(Failure) -> String {
        guard let number = organisation.charityNumber else {
            throw incomplete([
                (
                    "charity_number",
                    Phrase(fr: "le numéro d'organisme de bienfaisance", en: "the charity number")
                )
            ])
        }
        return number
    }

    func money(_ cents: Int64) -> Money { Money(cents: cents, currency: organisation.currency) }

    /// Who signs for the organisation.
    ///
    /// - Throws: `identity_incomplete` when nobody is named.
    func signatory() throws(Failure) -> Signatory {
        guard let signer = organisation.signer, let title = organisation.signerTitle else {
            throw incomplete([("signer", Phrase(fr: "le signataire", en: "the signatory"))])
        }
        return Signatory(name: signer, role: title, place: place)
    }

    func incomplete(_ missing: [(String, Phrase)]) -> Failure {
        .refused(
            Refusal(
                .identityIncomplete,
                ["donor": .text(organisation.name), "missing": .list(missing)]
            )
        )
    }
}

/// Addresses as papers print them.
enum PaperAddress {
    static func address(_ lines: [String]) -> Address {
        let (streets, code, town) = EnvelopeAddress.parts(lines)
        return Address(lines: streets, postalCode: code, town: town)
    }
}
