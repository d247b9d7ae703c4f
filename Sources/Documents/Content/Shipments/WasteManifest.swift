public import Domain

/// What leaves for recycling or destruction, machine by machine and drive by drive (BSD).
public struct WasteManifest: OutlinedContent {
    public struct Item: Codable, Hashable, Sendable {
        public let code: String
        public let nature: String
        public let serial: String
        public let grams: Int64
        /// « supports effacés », « sans support », « support à détruire ».
        public let media: String

        public init(
            code: String,
            nature: String,
            serial: String,
            grams: Int64,
            media: String
        ) {
            self.code = code
            self.nature = nature
            self.serial = serial
            self.grams = grams
            self.media = media
        }
    }

    public let language: Language
    public let issue: Issue
    public let issuer: Issuer
    /// The shipment's number with us.
    public let shipment: String
    public let route: String
    public let stream: String
    /// `16 02 13*`: a star means hazardous.
    public let wasteCode: String
    public let carrier: String
    public let destination: String
    /// The number of the electronic slip, or of the scheme's own.
    public let slip: String
    public let shippedOn: Day
    /// What was weighed; nil where only the items' own weights are known.
    public let weighedGrams: Int64?
    public let acknowledgedOn: Day?
    public let treatment: String?
    public let items: [Item]
    public let drives: [Item]
    public let signatory: Signatory
    public let replaces: Replacement?

    public init(
        language: Language = .fr,
        issue: Issue,
        issuer: Issuer,
        shipment: String,
        route: String,
        stream: String,
        wasteCode: String,
        carrier: String,
        destination: String,
        slip: String,
        shippedOn: Day,
        weighedGrams: Int64? = nil,
        acknowledgedOn: Day? = nil,
        treatment: String? = nil,
        items: [Item],
        drives: [Item],
        signatory: Signatory,
        replaces: Replacement? = nil
    ) {
        self.language = language
        self.issue = issue
        self.issuer = issuer
        self.shipment = shipment
        self.route = route
        self.stream = stream
        self.wasteCode = wasteCode
        self.carrier = carrier
        self.destination = destination
        self.slip = slip
        self.shippedOn = shippedOn
        self.weighedGrams = weighedGrams
        self.acknowledgedOn = acknowledgedOn
        self.treatment = treatment
        self.items = items
        self.drives = drives
        self.signatory = signatory
        self.replaces = replaces
    }

    public var type: DocumentType { .bsd }

    private var counted: Int64 { items.reduce(0) { $0 + $1.grams } }
    private var isHazardous: Bool { wasteCode.hasSuffix("*") }

    public var outline: Outline {
        var parts: [Outline.Part] = [
            .facts([
                Fact(label: language("Producteur", "Producer"), value: issuer.name, isStrong: true),
                Fact(label: language("Filière", "Route"), value: route),
                Fact(label: language("Flux", "Stream"), value: stream),
                Fact(
                    label: language("Code déchet", "Waste code"),
                    value: isHazardous
                        ? "\(wasteCode) \(language("(dangereux)", "(hazardous)"))" : wasteCode,
                    isStrong: true
                ),
                Fact(label: language("Transporteur", "Carrier"), value: carrier),
                Fact(label: language("Destinataire", "Destination"), value: destination),
                Fact(label: language("Bordereau n°", "Slip no."), value: slip, isStrong: true),
                Fact(
                    label: language("Parti le", "Left on"),
                    value: shippedOn.formatted(in: language)
                ),
                Fact(
                    label: language("Poids", "Weight"),
                    value: Printed.kilograms(weighedGrams ?? counted, in: language)
                        + (weighedGrams == nil
                            ? language(" (calculé)", " (computed)")
                            : language(" (pesé)", " (weighed)"))
                ),
                Fact(
                    label: language("Reçu et traité", "Acknowledged"),
                    value: acknowledgedOn.map {
                        "\($0.formatted(in: language)) \(treatment.map { "· \($0)" } ?? "")"
                    } ?? language("en attente", "awaited")
                ),
            ])
        ]
        if !items.isEmpty {
            parts += [
                .heading(language("Appareils", "Devices")), .table(table(items, weighed: true)),
            ]
        }
        if !drives.isEmpty {
            parts += [
                .heading(language("Supports à détruire", "Media to destroy")),
                .table(table(drives, weighed: false)),
            ]
        }
        parts += [
            .paragraph(
                language(
                    "Aucun support de données non effacé ne part, sinon pour être détruit.",
                    "No medium leaves that is not erased, unless to be destroyed."
                ),
                .label
            ),
            .signatures(
                "",
                [
                    (language("Remis par", "Handed over by"), signatory),
                    (
                        language("Pour le transporteur", "For the carrier"),
                        Signatory(name: carrier, role: "", place: signatory.place)
                    ),
                ]
            ),
        ]
        return Outline(
            references: [Fact(label: language("Enlèvement", "Shipment"), value: shipment)],
            title: language("Bordereau d'enlèvement", "Shipment manifest"),
            parts: parts
        )
    }

    private func table(_ items: [Item], weighed: Bool) -> Table {
        var columns = [
            Table.Column(heading: language("N°", "No."), share: 0.8, alignment: .end),
            Table.Column(heading: language("Code", "Code"), share: 2.2),
            Table.Column(heading: language("Nature", "Nature"), share: 3.2),
            Table.Column(heading: language("Numéro de série", "Serial number"), share: 3.2),
            Table.Column(heading: language("Supports", "Media"), share: 3),
        ]
        if weighed {
            columns.append(
                Table.Column(heading: language("Poids", "Weight"), share: 1.8, alignment: .end)
            )
        }
        return Table(
            columns: columns,
            rows: items.enumerated().map { index, item in
                ["\(index + 1)", item.code, item.nature, item.serial, item.media]
                    + (weighed ? [Printed.kilograms(item.grams, in: language)] : [])
            },
            totals: weighed
                ? [["", "Total", "", "", "", Printed.kilograms(counted, in: language)]] : []
        )
    }
}
