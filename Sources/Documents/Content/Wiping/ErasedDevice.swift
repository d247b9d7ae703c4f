import Domain

/// A computer of the certificate, with the media that were in it.
public struct ErasedDevice: Codable, Hashable, Sendable {
    public let code: String
    public let manufacturer: String
    public let model: String
    public let serial: String
    public let drives: [ErasedMedium]

    public init(
        code: String,
        manufacturer: String,
        model: String,
        serial: String,
        drives: [ErasedMedium]
    ) {
        self.code = code
        self.manufacturer = manufacturer
        self.model = model
        self.serial = serial
        self.drives = drives
    }

    func mentions(_ language: Language) -> [String] {
        [code, "\(manufacturer) \(model)", serial] + drives.flatMap { $0.mentions }
    }

    func compose(on paper: Composition, _ language: Language) {
        let serialName = language("n° de série", "serial number")
        paper.heading(
            "\(code) — \(manufacturer) \(model) — \(serialName) \(serial)",
            following: mm(40)
        )
        for (index, drive) in drives.enumerated() {
            if index > 0 { paper.space(mm(1)) }
            paper.grid(
                drive.facts(language),
                below: language("Empreinte du rapport", "Report hash")
                    + " (SHA-256) \(drive.reportHash)"
            )
        }
    }
}
