import Documents
public import Domain
public import Postgres
import Store

/// Cancels a document and issues another one in its place, from what is known now, both or neither.
///
/// The new one has the next number of the series and says which it stands for.
public struct ReplaceDocument: Command {
    public static let name = "replace-document"
    public static let summary = Phrase(
        fr: "annule et remplace un document",
        en: "cancels a document and issues its replacement"
    )
    public static let permission = DocumentRights.everyIssuer

    public let document: String
    public let reason: String
    /// Of the paper of a voucher, whose text the workshop cannot read; French unless said.
    ///
    /// Every other paper keeps its own.
    public let language: Language?

    public init(document: String, reason: String, language: Language? = nil) {
        self.document = document
        self.reason = reason
        self.language = language
    }

    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> IssuedDocument {
        let cancelling = CancelDocument(document: document, reason: reason)
        let replaced = try cancelling.cancel(in: db, circumstances)
        let issuing = try DocumentIssuing.open(replacing: replaced, in: db, circumstances)
        return try again(replaced, issuing, in: db)
    }

    private func again(
        _ replaced: IssuedPaper,
        _ issuing: DocumentIssuing,
        in db: isolated Connection
    ) throws(Failure) -> IssuedDocument {
        let subject = replaced.subject
        let donation = subject.donation ?? 0
        switch replaced.kind {
        case .rfe, .rfp: return try IssueReceipt(donation: donation).issue(issuing, in: db)
        case .adn: return try IssueAttestation(donation: donation).issue(issuing, in: db)
        case .cef:
            let command =
                subject.device.map { IssueErasureCertificate(device: DeviceReference(number: $0)) }
                ?? IssueErasureCertificate(donation: donation)
            return try command.issue(issuing, in: db)
        case .acg: return try deed(replaced, donation, issuing, in: db)
        case .fac, .bdo: return try slip(replaced, issuing, in: db)
        case .bon:
            // Its text stays with the social services; what it is of does not.
            let code = try Failure.running { () throws(PostgresError) in
                try SoldPaperStore.code(
                    ofVoucher: subject.voucher ?? 0,
                    issuing.circumstances.speaker,
                    in: db
                )
            }
            return try IssueVoucherPaper(voucher: code ?? "", language: language)
                .issue(issuing, in: db)
        case .enr, .bre, .rdo, .usAck, .caOdr, .atv, .rad, .d222, .avo, .clo, .cde, .bsd, .cmd,
            .reg,
            .ukRgaLetter:
            return try Reissue(replaced: replaced, issuing: issuing).issue(in: db)
        // Neither takes a number: both are printed anew from what is known.
        case .dec, .ddp:
            throw .refused(Refusal(.unknownDocument, ["document": .text(document)]))
        }
    }

    private func deed(
        _ replaced: IssuedPaper,
        _ donation: Int64,
        _ issuing: DocumentIssuing,
        in db: isolated Connection
    ) throws(Failure) -> IssuedDocument {
        let old = try content(TransferDeed.self, of: replaced, issuing, in: db)
        let isOwn = old.commitment.contains(replaced.number)
        return try IssueDeed(
            donation: donation,
            giverSigner: old.giverSignatory.name,
            giverTitle: old.giverSignatory.role,
            commitment: isOwn ? nil : old.commitment
        )
        .issue(issuing, in: db)
    }

    private func slip(
        _ replaced: IssuedPaper,
        _ issuing: DocumentIssuing,
        in db: isolated Connection
    ) throws(Failure) -> IssuedDocument {
        let buyer: Documents.Person?
        let language: Language
        if replaced.kind == .fac {
            let old = try content(SaleSlip.self, of: replaced, issuing, in: db)
            (buyer, language) = (old.buyer, old.language)
        } else {
            let old = try content(GiftNote.self, of: replaced, issuing, in: db)
            (buyer, language) = (old.recipient, old.language)
        }
        return try IssueSaleSlip(
            sale: replaced.subject.sale ?? 0,
            buyerName: buyer?.name,
            buyerStreet: buyer?.address.lines.joined(separator: "\n"),
            buyerPostalCode: buyer?.address.postalCode,
            buyerTown: buyer?.address.town,
            language: language
        )
        .issue(issuing, in: db)
    }

    private func content<C: DocumentContent>(
        _ type: C.Type,
        of paper: IssuedPaper,
        _ issuing: DocumentIssuing,
        in db: isolated Connection
    ) throws(Failure) -> C {
        let text = try Failure.running { () throws(PostgresError) in
            try DocumentStore.content(of: paper, issuing.circumstances.speaker, in: db)
        }
        guard let text, let content = FrozenContent.read(type, text) else {
            throw .refused(Refusal(.unknownDocument, ["document": .text(paper.number)]))
        }
        return content
    }
}
