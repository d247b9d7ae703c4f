public import Domain

/// The certificate that the media of a donation were sanitised (CEF), drive by drive.
public struct ErasureCertificate: DocumentContent {
    public let language: Language
    public let issue: Issue
    public let issuer: Issuer
    public let donor: Person
    /// The number of the donation, and the donor's own reference when there is one.
    public let donation: String
    public let donorReference: String?
    public let devices: [ErasedDevice]
    /// Which version of the wiping policy the levels were judged by.
    public let policyVersion: String
    public let sanitisedBy: Operator
    public let verifiedBy: Operator
    public let signatory: Signatory
    public let replaces: Replacement?

    /// Who acted, as NIST SP 800-88 asks: name, title, date, place and contact, and room for a hand.
    public struct Operator: Codable, Hashable, Sendable {
        public let name: String
        public let title: String
        public let place: String
        public let contact: String
        /// « le 6 octobre 2026 »; nil on certificates of before it was told.
        public let date: String?

        public init(
            name: String,
            title: String,
            place: String,
            contact: String,
            date: String? = nil
        ) {
            self.name = name
            self.title = title
            self.place = place
            self.contact = contact
            self.date = date
        }

        var printed: String {
            [name, title, date, place, contact].compactMap(\.self).joined(separator: ", ")
        }

        func hand(of act: String) -> (heading: String, signatory: Signatory) {
            (act, Signatory(name: name, role: title, place: place))
        }
    }

    public init(
        language: Language = .fr,
        issue: Issue,
        issuer: Issuer,
        donor: Person,
        donation: String,
        donorReference: String? = nil,
        devices: [ErasedDevice],
        policyVersion: String,
        sanitisedBy: Operator,
        verifiedBy: Operator,
        signatory: Signatory,
        replaces: Replacement? = nil
    ) {
        self.language = language
        self.issue = issue
        self.issuer = issuer
        self.donor = donor
        self.donation = donation
        self.donorReference = donorReference
        self.devices = devices
        self.policyVersion = policyVersion
        self.sanitisedBy = sanitisedBy
        self.verifiedBy = verifiedBy
        self.signatory = signatory
        self.replaces = replaces
    }

    public var type: DocumentType { .cef }

    private var title: String {
        language("Certificat d'effacement de données", "Certificate of media sanitisation")
    }
    private var statement: String {
        language(
            "\(issuer.name) certifie que les supports désignés ci-dessus ont été effacés et vérifiés comme indiqué.",
            "\(issuer.name) certifies that the media listed above were sanitised and verified as stated."
        )
    }

    public var mandatoryMentions: [String] {
        let common = [
            title, statement, issue.number, issue.day.formatted(in: language), issuer.name,
            donor.name, donation, donorReference ?? donation, policyVersion,
            sanitisedBy.printed, verifiedBy.printed, signatory.name, signatory.role,
        ]
        return common + devices.flatMap { $0.mentions(language) }
            + (replaces.map { [$0.sentence(in: language)] } ?? [])
    }

    public func compose(on paper: Composition) throws(DrawingError) {
        paper.letterhead(
            issuer,
            to: donor.envelope,
            [
                Fact(label: language("Numéro", "Number"), value: issue.number),
                Fact(
                    label: language("Émis le", "Issued on"),
                    value: issue.day.formatted(in: language)
                ),
                Fact(label: language("Don", "Donation"), value: donation),
                Fact(label: language("Votre référence", "Your ref."), value: donorReference ?? ""),
            ]
        )
        paper.title(title)
        paper.history(replaces, language)
        let drives = devices.reduce(0) { $0 + $1.drives.count }
        paper.paragraph(
            language(
                "Appareils : \(devices.count) — supports : \(drives)",
                "Devices: \(devices.count) — media: \(drives)"
            )
        )
        for device in devices { device.compose(on: paper, language) }
        paper.heading(language("Responsables", "Persons responsible"))
        paper.facts([
            Fact(label: language("Effacement par", "Sanitised by"), value: sanitisedBy.printed),
            Fact(label: language("Vérification par", "Verified by"), value: verifiedBy.printed),
            Fact(label: language("Règles appliquées", "Policy version"), value: policyVersion),
        ])
        paper.hands(
            [
                sanitisedBy.hand(of: language("Pour l'effacement", "For the sanitisation")),
                verifiedBy.hand(of: language("Pour la vérification", "For the verification")),
            ],
            language
        )
        paper.signed(
            statement,
            signatory,
            language(
                "Fait à \(signatory.place), le \(issue.day.formatted(in: language))",
                "\(signatory.place), \(issue.day.formatted(in: language))"
            )
        )
    }
}
