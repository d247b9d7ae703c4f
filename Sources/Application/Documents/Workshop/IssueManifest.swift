import Documents
public import Domain
public import Postgres
import Store

/// Issues the manifest of a shipment that left (BSD): every machine and drive in it, stream, waste code, slip, weight.
public struct IssueManifest: Command {
    public static let name = "issue-manifest"
    public static let summary = Phrase(
        fr: "émet le bordereau d'un enlèvement",
        en: "issues the manifest of a shipment"
    )
    public static let permission = Permission(.technician, .registerKeeper)

    public let shipment: Int64
    public let language: Language?

    public init(shipment: Int64, language: Language? = nil) {
        self.shipment = shipment
        self.language = language
    }

    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> IssuedDocument {
        try issue(try DocumentIssuing.open(in: db, circumstances), in: db)
    }

    func issue(
        _ issuing: DocumentIssuing,
        in db: isolated Connection
    ) throws(Failure) -> IssuedDocument {
        let circumstances = issuing.circumstances
        try ShipmentChoice(shipment).requireShipped(in: db, circumstances)
        let sent = try ShipmentChoice(shipment).found(in: db, circumstances)
        let items = try Failure.running { () throws(PostgresError) in
            try ShipmentStore.items(of: shipment, circumstances.speaker, in: db)
        }
        guard !items.isEmpty else {
            let number = Domain.Fact.text(String(shipment))
            throw .refused(
                Refusal(
                    .shipmentEmpty,
                    ["shipment": number],
                    next: [DisposeDevices.name, HandOverDrives.name]
                )
            )
        }
        let tongue = language ?? .fr
        let hand = Signatory(
            name: circumstances.person.name,
            role: issuing.organisation.name,
            place: issuing.place
        )
        return try issuing.issue(
            .bsd,
            of: DocumentStore.Subject(shipment: shipment),
            in: db
        ) {
            WasteManifest(
                language: tongue,
                issue: $0,
                issuer: issuing.issuer,
                shipment: String(shipment),
                route: sent.route.label(in: tongue),
                stream: sent.stream,
                wasteCode: sent.wasteCode ?? "–",
                carrier: sent.carrier,
                destination: sent.destination,
                slip: sent.slip ?? "",
                shippedOn: sent.shippedOn ?? circumstances.today,
                weighedGrams: sent.weighedGrams,
                acknowledgedOn: sent.acknowledgedOn,
                treatment: sent.treatment,
                items: items.filter { $0.device != nil }.map { Self.item($0, tongue) },
                drives: items.filter { $0.device == nil }.map { Self.item($0, tongue) },
                signatory: hand,
                replaces: issuing.replacement
            )
        }
    }

    private static func item(_ item: ShipmentStore.Item, _ language: Language) -> WasteManifest.Item
    {
        let nature =
            DeviceType(rawValue: item.kind)?.label(in: language)
            ?? MediaKind(rawValue: item.kind)?.label(in: language) ?? item.kind
        let media =
            switch item.drives {
            case nil: Phrase(fr: "à détruire", en: "to be destroyed")
            case 0?: Phrase(fr: "sans support", en: "no medium")
            default: Phrase(fr: "effacés ou retirés", en: "erased or removed")
            }
        return WasteManifest.Item(
            code: item.device.map { DeviceReference(number: $0).text } ?? "–",
            nature: nature,
            serial: item.serial ?? "–",
            grams: item.grams,
            media: media.text(in: language)
        )
    }
}
