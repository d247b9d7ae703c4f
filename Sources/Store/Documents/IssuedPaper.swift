public import Domain
public import Postgres

/// A document as issued, without its content, and what became of it since.
public struct IssuedPaper: Hashable, Sendable {
    public let number: String
    public let kind: DocumentType
    public let year: Int16
    public let no: Int32
    public let issuedAt: Timestamp
    public let issuedOn: Day
    public let issuedBy: String
    public let subject: DocumentStore.Subject
    public let amountCents: Int64?
    public let giftOn: Day?
    public let verification: String
    /// SHA-256 of salt and content: what is printed, and what proves the content later.
    public let commitment: [UInt8]
    public let replaces: String?
    public let replacedBy: String?
    public let cancelledAt: Timestamp?
    public let cancellationReason: String?
    public let duplicates: Int64
    public let hasPDF: Bool

    init(_ row: Row) throws(PostgresError) {
        number = try row.decode("number")
        kind = DocumentType(rawValue: try row.decode("kind")) ?? .rdo
        year = try row.decode("year")
        no = try row.decode("no")
        issuedAt = try row.decode("issued_at")
        issuedOn = try row.day("issued_on") ?? Day(number: 0)
        issuedBy = try row.decode("issued_by")
        subject = DocumentStore.Subject(
            donation: try row.decode("donation_id"),
            device: try row.decode("device_id"),
            sale: try row.decode("sale_id"),
            voucher: try row.decode("voucher_id"),
            placement: try row.decode("placement_id"),
            donor: try row.decode("paper_donor_id"),
            drive: try row.decode("drive_id"),
            shipment: try row.decode("shipment_id"),
            taking: try row.decode("return_id"),
            closing: try Self.closing(row),
            registerYear: try row.decode("register_year"),
            covers: try Self.covers(row)
        )
        amountCents = try row.decode("amount_cents")
        giftOn = try row.day("gift_on")
        verification = try row.decode("verification")
        commitment = try row.decode("commitment")
        replaces = try row.decode("replaces")
        replacedBy = try row.decode("replaced_by")
        cancelledAt = try row.decode("cancelled_at")
        cancellationReason = try row.decode("cancellation_reason")
        duplicates = try row.decode("duplicates")
        hasPDF = try row.decode("has_pdf")
    }
}

extension IssuedPaper {
    private static func closing(
        _ row: Row
    ) throws(PostgresError) -> DocumentStore.Subject.Closing? {
        let period: String? = try row.decode("closing_period")
        let nth: Int32? = try row.decode("closing_nth")
        guard let period, let nth else { return nil }
        return DocumentStore.Subject.Closing(period: period, nth: nth)
    }

    private static func covers(_ row: Row) throws(PostgresError) -> DocumentStore.Subject.Days? {
        guard let from = try row.day("covers_from"), let to = try row.day("covers_to") else {
            return nil
        }
        return DocumentStore.Subject.Days(from: from, to: to)
    }
}

/// Which documents are looked for; nil asks nothing.
public struct PaperFilter: Hashable, Sendable, Codable {
    public var donor: Int64?
    public var donation: Int64?
    public var device: Int64?
    public var sale: Int64?
    public var kind: DocumentType?
    public var year: Int16?

    public init(
        donor: Int64? = nil,
        donation: Int64? = nil,
        device: Int64? = nil,
        sale: Int64? = nil,
        kind: DocumentType? = nil,
        year: Int16? = nil
    ) {
        self.donor = donor
        self.donation = donation
        self.device = device
        self.sale = sale
        self.kind = kind
        self.year = year
    }
}
