/// A postal address, as written on an envelope.
public struct Address: Codable, Hashable, Sendable {
    public let lines: [String]
    public let postalCode: String
    public let town: String
    /// Only when it is not the issuer's own country.
    public let country: String?

    public init(lines: [String], postalCode: String, town: String, country: String? = nil) {
        self.lines = lines
        self.postalCode = postalCode
        self.town = town
        self.country = country
    }

    var printed: [String] { lines + ["\(postalCode) \(town)"] + (country.map { [$0] } ?? []) }
    var inline: String { printed.joined(separator: ", ") }
}

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

/// The other party: donor or buyer.
public struct Person: Codable, Hashable, Sendable {
    public let name: String
    public let address: Address

    public init(name: String, address: Address) {
        self.name = name
        self.address = address
    }

    var envelope: [String] { [name] + address.printed }
}

/// A company or a public body, with what identifies it.
public struct Company: Codable, Hashable, Sendable {
    public let name: String
    public let legalForm: String
    /// Nine digits of SIREN or fourteen of SIRET.
    public let registration: String
    public let address: Address

    public init(name: String, legalForm: String, registration: String, address: Address) {
        self.name = name
        self.legalForm = legalForm
        self.registration = registration
        self.address = address
    }

    var envelope: [String] { [name] + address.printed }
}

/// Who signs for the issuer, and where.
public struct Signatory: Codable, Hashable, Sendable {
    public let name: String
    public let role: String
    public let place: String

    public init(name: String, role: String, place: String) {
        self.name = name
        self.role = role
        self.place = place
    }
}
