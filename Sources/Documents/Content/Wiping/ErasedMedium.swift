public import Domain

/// A sanitised medium: the fields of NIST SP 800-88 r1, section 4.8, and what the report adds.
public struct ErasedMedium: Codable, Hashable, Sendable {
    public let manufacturer: String
    public let model: String
    public let serial: String
    /// « SSD NVMe », « disque dur SATA ».
    public let mediaType: String
    /// Our own number of the medium: `#12`; nil on certificates of before it was told.
    public let number: String?
    /// « SATA », « NVMe »; nil where nobody read it.
    public let interface: String?
    public let capacityGB: Int64
    public let firmware: String?
    public let level: SanitisationLevel
    public let method: String
    /// Name and version.
    public let tool: String
    public let verification: String
    /// Who read it back besides, and on which day; nil where no second person did.
    public let checkedBy: String?
    /// ISO 8601 instants in UTC.
    public let startedAt: String
    public let endedAt: String
    public let result: String
    /// « 0 / 0 / 0 »: pass, sync, verify.
    public let errors: String
    /// The state of hidden areas (HPA, DCO); nil where the medium knows none.
    public let hiddenAreas: String?
    /// SHA-256 of the tool's own report.
    public let reportHash: String

    public init(
        manufacturer: String,
        model: String,
        serial: String,
        mediaType: String,
        number: String? = nil,
        interface: String? = nil,
        capacityGB: Int64,
        firmware: String? = nil,
        level: SanitisationLevel,
        method: String,
        tool: String,
        verification: String,
        checkedBy: String? = nil,
        startedAt: String,
        endedAt: String,
        result: String,
        errors: String,
        hiddenAreas: String? = nil,
        reportHash: String
    ) {
        self.manufacturer = manufacturer
        self.model = model
        self.serial = serial
        self.mediaType = mediaType
        self.number = number
        self.interface = interface
        self.capacityGB = capacityGB
        self.firmware = firmware
        self.level = level
        self.method = method
        self.tool = tool
        self.verification = verification
        self.checkedBy = checkedBy
        self.startedAt = startedAt
        self.endedAt = endedAt
        self.result = result
        self.errors = errors
        self.hiddenAreas = hiddenAreas
        self.reportHash = reportHash
    }

    var mentions: [String] {
        [
            serial, "\(manufacturer) \(model)", mediaType, method, tool, verification, startedAt,
            endedAt, result, errors, reportHash,
        ] + [number, interface, checkedBy, firmware, hiddenAreas].compactMap(\.self)
    }

    func facts(_ language: Language) -> [Fact] {
        [
            Fact(label: language("Support", "Medium"), value: "\(manufacturer) \(model)"),
            Fact(
                label: language("Numéro de série", "Serial number"),
                value: serial,
                isStrong: true
            ),
            Fact(label: language("Notre numéro", "Our number"), value: number ?? ""),
            Fact(label: language("Type", "Type"), value: mediaType),
            Fact(label: language("Interface", "Interface"), value: interface ?? ""),
            Fact(
                label: language("Capacité", "Capacity"),
                value: "\(capacityGB) \(language("Go", "GB"))"
            ),
            Fact(label: language("Niveau", "Level"), value: level.label(in: language)),
            Fact(label: language("Résultat", "Result"), value: result, isStrong: true),
            Fact(label: language("Méthode", "Method"), value: method),
            Fact(label: language("Outil", "Tool"), value: tool),
            Fact(label: language("Vérification", "Verification"), value: verification),
            Fact(
                label: language("Contre-vérifié par", "Checked again by"),
                value: checkedBy ?? ""
            ),
            Fact(label: language("Erreurs", "Errors"), value: errors),
            Fact(label: language("Début (UTC)", "Started (UTC)"), value: startedAt),
            Fact(label: language("Fin (UTC)", "Ended (UTC)"), value: endedAt),
            Fact(label: language("Micrologiciel", "Firmware"), value: firmware ?? ""),
            Fact(label: language("Zones HPA/DCO", "HPA/DCO"), value: hiddenAreas ?? ""),
        ]
    }
}
