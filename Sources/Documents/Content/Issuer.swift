/// The organisation that issues: beneficiary of gifts, seller of machines.
public struct Issuer: Codable, Hashable, Sendable {
    public let name: String
    public let legalForm: String
    public let address: Address
    /// Nine digits; printed in threes.
    public let siren: String?
    /// `W` and nine digits.
    public let rna: String?
    /// The number of value added tax, which an invoice with tax must carry.
    public let vatNumber: String?
    /// What the statutes say it is for.
    ///
    /// Fiscal receipts must state it.
    public let object: String?
    /// The line of the tax form that it ticks: « Œuvre ou organisme d'intérêt général ».
    public let taxCategory: String?
    /// Telephone, mail or site, for the letterhead.
    public let contact: String?

    public init(
        name: String,
        legalForm: String,
        address: Address,
        siren: String? = nil,
        rna: String? = nil,
        vatNumber: String? = nil,
        object: String? = nil,
        taxCategory: String? = nil,
        contact: String? = nil
    ) {
        self.name = name
        self.legalForm = legalForm
        self.address = address
        self.siren = siren
        self.rna = rna
        self.vatNumber = vatNumber
        self.object = object
        self.taxCategory = taxCategory
        self.contact = contact
    }

    /// « SIREN 732 829 320 · RNA W751234567 », whichever there is.
    var registration: String {
        [
            siren.map { "SIREN \(Printed.inThrees($0))" }, rna.map { "RNA \($0)" },
            vatNumber.map { "TVA \($0)" },
        ]
        .compactMap { $0 }.joined(separator: " · ")
    }
}
