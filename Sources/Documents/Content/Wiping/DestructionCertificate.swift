public import Domain

/// The certificate that media were destroyed (CDE), each by its serial number.
public struct DestructionCertificate: OutlinedContent {
    public struct Medium: Codable, Hashable, Sendable {
        public let manufacturer: String
        public let model: String
        public let serial: String
        public let mediaType: String
        /// The machine it came out of, by our code and its own serial number.
        public let source: String
        public let destroyedOn: Day
        /// How and by whom: our own shredder, or the vendor's certificate.
        public let proof: String
        /// Who recorded it.
        public let witness: String

        public init(
            manufacturer: String,
            model: String,
            serial: String,
            mediaType: String,
            source: String,
            destroyedOn: Day,
            proof: String,
            witness: String
        ) {
            self.manufacturer = manufacturer
            self.model = model
            self.serial = serial
            self.mediaType = mediaType
            self.source = source
            self.destroyedOn = destroyedOn
            self.proof = proof
            self.witness = witness
        }
    }

    public let language: Language
    public let issue: Issue
    public let issuer: Issuer
    public let donor: Person
    public let donation: String
    public let donorReference: String?
    public let media: [Medium]
    public let signatory: Signatory
    public let replaces: Replacement?

    public init(
        language: Language = .fr,
        issue: Issue,
        issuer: Issuer,
        donor: Person,
        donation: String,
        donorReference: String? = nil,
        media: [Medium],
        signatory: Signatory,
        replaces: Replacement? = nil
    ) {
        self.language = language
        self.issue = issue
        self.issuer = issuer
        self.donor = donor
        self.donation = donation
        self.donorReference = donorReference
        self.media = media
        self.signatory = signatory
        self.replaces = replaces
    }

    public var type: DocumentType { .cde }

    public var outline: Outline {
        Outline(
            recipient: donor.envelope,
            references: [
                Fact(label: language("Don", "Donation"), value: donation),
                Fact(label: language("Votre référence", "Your ref."), value: donorReference ?? ""),
            ],
            title: language(
                "Certificat de destruction de supports",
                "Certificate of media destruction"
            ),
            law: language(
                "Niveau DESTROY (NIST SP 800-88) : aucun support n'est réutilisable",
                "Level DESTROY (NIST SP 800-88): no medium can be used again"
            ),
            parts: [
                .paragraph(
                    language(
                        "Supports détruits : \(media.count)",
                        "Media destroyed: \(media.count)"
                    )
                ),
                .table(table),
                .signatures(
                    language(
                        "\(issuer.name) certifie que les supports désignés ci-dessus ont été détruits comme indiqué.",
                        "\(issuer.name) certifies that the media listed above were destroyed as stated."
                    ),
                    [("", signatory)]
                ),
            ]
        )
    }

    private var table: Table {
        Table(
            columns: [
                Table.Column(heading: language("N°", "No."), share: 0.7, alignment: .end),
                Table.Column(heading: language("Numéro de série", "Serial number"), share: 2.8),
                Table.Column(heading: language("Support", "Medium"), share: 3.2),
                Table.Column(heading: language("Sorti de", "Taken from"), share: 2.8),
                Table.Column(heading: language("Détruit le", "Destroyed on"), share: 2.2),
                Table.Column(heading: language("Preuve", "Proof"), share: 3),
                Table.Column(heading: language("Constaté par", "Recorded by"), share: 2),
            ],
            rows: media.enumerated().map { index, medium in
                [
                    "\(index + 1)", medium.serial,
                    [medium.mediaType, medium.manufacturer, medium.model].filter { !$0.isEmpty }
                        .joined(separator: " "),
                    medium.source, medium.destroyedOn.formatted(in: language), medium.proof,
                    medium.witness,
                ]
            }
        )
    }
}
