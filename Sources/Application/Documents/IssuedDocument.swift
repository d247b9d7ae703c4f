public import Domain
import Store

/// What issuing a document answers.
public struct IssuedDocument: Codable, Sendable, Hashable {
    /// As printed: `RFE-2026-000001`.
    public let document: String
    public let kind: DocumentType
    public let issuedOn: Day
    /// The code by which anyone may verify it.
    public let verification: String
    /// What it says it is worth; nil where it says nothing.
    public let amountCents: Int64?
    /// The cancelled document that it stands for.
    public let replaces: String?
    /// What it may bring the donor, told beside the document and not printed on it.
    public let information: Phrase?

    enum CodingKeys: String, CodingKey {
        case document, kind, verification, replaces, information
        case issuedOn = "issued_on"
        case amountCents = "amount_cents"
    }
}

extension IssuedDocument {
    /// What issuing answered when it was issued.
    init(_ paper: IssuedPaper) {
        self.init(
            document: paper.number,
            kind: paper.kind,
            issuedOn: paper.issuedOn,
            verification: paper.verification,
            amountCents: paper.amountCents,
            replaces: paper.replaces,
            information: nil
        )
    }
}
